package ukaz.report.correction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Workbook;
import ukaz.report.xlsx.CellText;

/**
 * A reviewed list of corrections, by the row they belong to; shared by the readers of all files.
 *
 * <p>A cell is replaced where it still says what the list says it said; the files stay as they are.
 */
public final class Corrections {

    /** Nothing to correct. */
    public static final Corrections NONE = new Corrections(Map.of(), 0);

    private static final Set<String> YES = Set.of("yes", "y", "да", "true", "1", "x", "х", "+");

    /**
     * One cell.
     *
     * @param column counted from 0
     */
    public record Item(int column, String was, String becomes) {}

    private record Row(String file, String sheet, int row) {}

    private final Map<Row, List<Item>> rows;
    private final long size;
    private final AtomicLong applied = new AtomicLong();

    private Corrections(Map<Row, List<Item>> rows, long size) {
        this.rows = rows;
        this.size = size;
    }

    /**
     * Reads a list: {@code corrections.csv}, or what a spreadsheet program made of it.
     *
     * @throws IOException where it is none
     */
    public static Corrections read(Path file) throws IOException {
        Map<Row, List<Item>> rows = new HashMap<>();
        long size = 0;
        try (Workbook workbook = Sources.open(file, String.valueOf(file.getFileName()), OpenOptions.DEFAULT)) {
            workbook.nextSheet();
            Map<String, Integer> columns = columns(workbook.nextRow());
            if (!columns.keySet().containsAll(Set.of("file", "sheet", "cell", "was", "becomes", "apply"))) {
                throw new IOException("file, sheet, cell, was, becomes, apply");
            }
            for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                String cell = text(row, columns, "cell").strip().toUpperCase(Locale.ROOT);
                int digits = digits(cell);
                boolean wanted =
                        YES.contains(text(row, columns, "apply").strip().toLowerCase(Locale.ROOT));
                if (wanted && digits > 0 && digits < cell.length() && cell.length() - digits < 9) {
                    Row key = new Row(
                            text(row, columns, "file"),
                            text(row, columns, "sheet"),
                            Integer.parseInt(cell.substring(digits)));
                    Item item = new Item(
                            column(cell.substring(0, digits)),
                            text(row, columns, "was"),
                            text(row, columns, "becomes"));
                    rows.computeIfAbsent(key, k -> new ArrayList<>(1)).add(item);
                    size++;
                }
            }
        }
        return new Corrections(rows, size);
    }

    private static Map<String, Integer> columns(@Nullable SourceRow titles) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; titles != null && i < titles.cells().size(); i++) {
            columns.putIfAbsent(titles.cell(i).text().strip().toLowerCase(Locale.ROOT), i);
        }
        return columns;
    }

    /** The text as it was before a formula was defused. */
    private static String text(SourceRow row, Map<String, Integer> columns, String title) {
        String text = row.cell(columns.getOrDefault(title, Integer.MAX_VALUE)).text();
        boolean defused = text.length() > 1 && text.charAt(0) == '\'' && CellText.looksLikeFormula(text.substring(1));
        return defused ? text.substring(1) : text;
    }

    /** Where the row of an address begins; 0 where it is none. */
    private static int digits(String cell) {
        int at = 0;
        while (at < cell.length() && cell.charAt(at) >= 'A' && cell.charAt(at) <= 'Z') {
            at++;
        }
        for (int i = at; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return 0;
            }
        }
        return at > 3 ? 0 : at;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    /** The list, six texts for each cell, for whoever applies it elsewhere. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        rows.forEach((row, items) -> items.forEach(item -> texts.addAll(List.of(
                row.file(),
                row.sheet(),
                Integer.toString(row.row()),
                Integer.toString(item.column()),
                item.was(),
                item.becomes()))));
        return texts;
    }

    /** The list that these are the {@link #texts} of. */
    public static Corrections of(List<String> texts) {
        Map<Row, List<Item>> rows = new HashMap<>();
        for (int i = 0; i + 5 < texts.size(); i += 6) {
            rows.computeIfAbsent(
                            new Row(texts.get(i), texts.get(i + 1), Integer.parseInt(texts.get(i + 2))),
                            key -> new ArrayList<>(1))
                    .add(new Item(Integer.parseInt(texts.get(i + 3)), texts.get(i + 4), texts.get(i + 5)));
        }
        return texts.isEmpty() ? NONE : new Corrections(rows, texts.size() / 6);
    }

    /** Counts those that were applied elsewhere. */
    public void appliedElsewhere(long more) {
        applied.addAndGet(more);
    }

    /** Other corrections have another digest. */
    public int digest() {
        return rows.hashCode();
    }

    /** How many cells are to be corrected. */
    public long size() {
        return size;
    }

    /** How many cells were corrected so far. */
    public long applied() {
        return applied.get();
    }

    /** The corrections of a row, whether they could be applied or not. */
    public List<Item> of(String file, @Nullable String sheet, int row) {
        return rows.isEmpty()
                ? List.of()
                : rows.getOrDefault(new Row(file, sheet == null ? "" : sheet, row), List.of());
    }

    /** The workbook with its cells corrected. */
    public Workbook over(Workbook workbook, String file) {
        return rows.isEmpty() ? workbook : new CorrectedWorkbook(workbook, file, this);
    }

    /** The row with its cells corrected. */
    SourceRow corrected(SourceRow row, String file, @Nullable String sheet) {
        List<Item> items = of(file, sheet, row.number());
        if (items.isEmpty()) {
            return row;
        }
        List<SourceCell> cells = new ArrayList<>(row.cells());
        for (Item item : items) {
            if (item.column() < cells.size() && cells.get(item.column()).text().equals(item.was())) {
                SourceCell cell = cells.get(item.column());
                cells.set(
                        item.column(),
                        new SourceCell(
                                SourceCell.Kind.TEXT,
                                item.becomes(),
                                Double.NaN,
                                false,
                                cell.struck(),
                                cell.hidden(),
                                cell.comment()));
                applied.incrementAndGet();
            }
        }
        return new SourceRow(row.number(), row.hidden(), cells);
    }
}
