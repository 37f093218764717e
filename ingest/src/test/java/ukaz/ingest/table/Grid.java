package ukaz.ingest.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.MergedCells;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Workbook;
import ukaz.model.Fault;

/** A workbook of one sheet or more, written as text: cells apart by " | ", an empty line for a row that the file lacks. */
public final class Grid implements Workbook {

    private static final Pattern NUMBER = Pattern.compile("[=@]-?[0-9]+(\\.[0-9]+)?");

    private final List<List<SourceRow>> sheets = new ArrayList<>();
    private int sheet = -1;
    private int row;

    public static Grid of(String... sheets) {
        Grid grid = new Grid();
        for (String text : sheets) {
            grid.sheets.add(rows(text));
        }
        return grid;
    }

    public static List<SourceRow> rows(String text) {
        List<SourceRow> rows = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                List<SourceCell> cells = new ArrayList<>();
                for (String cell : lines[i].split("\\|", -1)) {
                    cells.add(cell(cell.strip()));
                }
                rows.add(new SourceRow(i + 1, false, cells));
            }
        }
        return rows;
    }

    /** Figures after "=" are a number, after "@" a date's serial; anything else is text. */
    private static SourceCell cell(String text) {
        if (NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text.substring(1));
            return text.startsWith("=") ? SourceCell.number(number) : SourceCell.date(number);
        }
        return SourceCell.text(text);
    }

    @Override
    public String format() {
        return "grid";
    }

    @Override
    public @Nullable Sheet nextSheet() {
        sheet++;
        row = 0;
        return sheet < sheets.size() ? new Sheet(sheet, "Лист" + (sheet + 1), false, false) : null;
    }

    @Override
    public @Nullable SourceRow nextRow() {
        List<SourceRow> rows = sheets.get(sheet);
        return row < rows.size() ? rows.get(row++) : null;
    }

    @Override
    public boolean ofLines() {
        return false;
    }

    @Override
    public List<MergedCells> merged(Sheet asked) {
        return List.of();
    }

    @Override
    public @Nullable SourceException refusal() {
        return null;
    }

    @Override
    public double share() {
        return Double.NaN;
    }

    @Override
    public List<Fault> faults() {
        return List.of();
    }

    @Override
    public void close() {}
}
