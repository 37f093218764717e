package ukaz.ingest.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Workbook;
import ukaz.model.Fault;
import ukaz.model.RowCounts;
import ukaz.model.SourceRef;

/**
 * Reads the rows of a workbook one after the other, each with the table it stands in and what it is.
 *
 * <p>Looks {@value #LOOK_AHEAD} rows ahead at the most. Every row up to the last one with content is counted, blank ones
 * and gaps included, so that the counts balance.
 */
public final class TableReader {

    /** How far below its top a header can stand, and how many rows a table's columns are judged by. */
    static final int LOOK_AHEAD = 64;

    /**
     * A row that is not blank.
     *
     * @param place which row of its sheet it is, blank ones counted, from 1: in a text file not the number of its line
     */
    private record Placed(SourceRow row, int place) {}

    private final Workbook workbook;
    private final String file;
    private final Mapping mapping;
    private HeaderFinder finder = new HeaderFinder(null);
    private final Deque<Placed> ahead = new ArrayDeque<>();
    private final List<SheetTables> finished = new ArrayList<>();

    private @Nullable Sheet sheet;
    private boolean sheetEnded = true;
    private boolean searched;
    private @Nullable SourceException damage;
    private @Nullable Table table;
    private @Nullable RowClassifier classifier;
    private int headerEnd;
    private int taken;
    private int lastRow;
    private int lastPlace;
    private long records;
    private long blank;
    private long notData;
    private long rejected;
    private @Nullable TableMapping toFind;
    private List<TableMapping> fixed = List.of();
    private int fixedBegun;
    private final Map<Integer, SourceRow> above = new HashMap<>();
    private List<TableLayout> layouts = new ArrayList<>();
    private List<Fault> faults = new ArrayList<>();

    /** @param file the path as given, for the places of faults */
    public TableReader(Workbook workbook, String file) {
        this(workbook, file, Mapping.NONE);
    }

    /**
     * @param file the path as given, for the places of faults
     * @param mapping what a person says of the tables
     */
    public TableReader(Workbook workbook, String file, Mapping mapping) {
        this.workbook = workbook;
        this.file = file;
        this.mapping = mapping;
    }

    /**
     * The next row that is not blank.
     *
     * @return null after the last row of the last sheet
     * @throws SourceException where the file is damaged here or beyond a limit
     */
    public @Nullable TableRow next() throws SourceException {
        while (true) {
            Sheet current = sheet;
            if (current == null || sheetEnded && ahead.isEmpty() && damage == null) {
                finish();
                Sheet following = workbook.nextSheet();
                sheet = following;
                if (following == null) {
                    return null;
                }
                start(following);
                continue;
            }
            if (!searched) {
                searched = true;
                if (fixed.isEmpty()) {
                    findFirstTable(current);
                }
            }
            Placed placed = pull();
            if (placed != null) {
                int blankBefore = placed.place - lastPlace - 1;
                blank += blankBefore;
                lastPlace = placed.place;
                lastRow = placed.row.number();
                return classify(current, placed.row, blankBefore);
            }
        }
    }

    /**
     * Reads on without a result until the given row has been passed, as after a restart; headers are found and rows are
     * counted as if they had been taken.
     *
     * @param sheetIndex from 0
     * @param row the last row that was taken, from 1; 0 for none of this sheet
     */
    public void skipTo(int sheetIndex, int row) throws SourceException {
        while (true) {
            Sheet current = sheet;
            if (current != null && (current.index() > sheetIndex || current.index() == sheetIndex && lastRow >= row)) {
                return;
            }
            Placed upcoming = ahead.peekFirst();
            if (current != null && current.index() == sheetIndex && upcoming != null && upcoming.row.number() > row) {
                return;
            }
            if (row == 0 && current != null && current.index() == sheetIndex - 1 && sheetEnded && ahead.isEmpty()) {
                return;
            }
            if (next() == null) {
                return;
            }
        }
    }

    /** The sheets read so far, the last one as far as it was read. */
    public List<SheetTables> sheets() {
        List<SheetTables> all = new ArrayList<>(finished);
        Sheet current = sheet;
        if (current != null) {
            all.add(new SheetTables(current, layouts, counts(), faults));
        }
        return all;
    }

    private RowCounts counts() {
        return new RowCounts(lastPlace, records, blank, notData, rejected);
    }

    private void start(Sheet begun) {
        toFind = mapping.toFind(file, begun);
        fixed = mapping.fixed(file, begun);
        fixedBegun = 0;
        finder = new HeaderFinder(toFind);
        above.clear();
        sheetEnded = false;
        searched = false;
        table = null;
        classifier = null;
        headerEnd = 0;
        taken = 0;
        lastRow = 0;
        lastPlace = 0;
        records = 0;
        blank = 0;
        notData = 0;
        rejected = 0;
        layouts = new ArrayList<>();
        faults = new ArrayList<>();
    }

    private void finish() {
        Sheet current = sheet;
        if (current == null) {
            return;
        }
        if (layouts.isEmpty() && lastRow > 0) {
            faults.add(Fault.of("sheet-no-table", SourceRef.sheet(file, current.name()), java.util.Map.of()));
        }
        finished.add(new SheetTables(current, layouts, counts(), faults));
        sheet = null;
    }

    private TableRow classify(Sheet current, SourceRow row, int blankBefore) {
        while (fixedBegun < fixed.size() && fixed.get(fixedBegun).headerRow() <= row.number()) {
            begin(current, fixed.get(fixedBegun), row);
            fixedBegun++;
        }
        Table here = table;
        RowClassifier judge = classifier;
        if (here == null || judge == null) {
            notData++;
            return new TableRow(current, null, row, RowKind.NOT_DATA, "title", blankBefore);
        }
        if (row.number() < here.layout().headerRow()) {
            notData++;
            return new TableRow(current, null, row, RowKind.NOT_DATA, "title", blankBefore);
        }
        if (row.number() <= headerEnd) {
            notData++;
            return new TableRow(current, here, row, RowKind.NOT_DATA, "header", blankBefore);
        }
        String code = judge.codeOf(row);
        if (!code.equals("header") && fixed.isEmpty() && HeaderFinder.canBeHeader(row) && beginsTable(current, row)) {
            notData++;
            return new TableRow(current, table, row, RowKind.NOT_DATA, "header", blankBefore);
        }
        if (!here.advice().sameAsAbove().isEmpty()) {
            TableRow carried = withAbove(here, judge, row, code, blankBefore);
            if (carried != null) {
                records++;
                return carried;
            }
        }
        switch (code) {
            case RowClassifier.RECORD -> {
                records++;
                return new TableRow(current, here, row, RowKind.RECORD, code, blankBefore);
            }
            case RowClassifier.REJECTED -> {
                rejected++;
                return new TableRow(current, here, row, RowKind.REJECTED, code, blankBefore);
            }
            default -> {
                notData++;
                return new TableRow(current, here, row, RowKind.NOT_DATA, code, blankBefore);
            }
        }
    }

    private void findFirstTable(Sheet current) throws SourceException {
        List<SourceRow> rows = rowsAhead();
        for (int i = 0; i < rows.size(); i++) {
            HeaderFinder.Found found = finder.at(rows.subList(i, rows.size()));
            if (found != null) {
                begin(current, found, rows.subList(i + found.rows().size(), rows.size()));
                return;
            }
        }
        SourceException refusal = toFind == null && !rows.isEmpty() ? workbook.refusal() : null;
        if (refusal != null) {
            ahead.clear();
            damage = null;
            sheetEnded = true;
            throw refusal;
        }
    }

    /** Whether a further table of the sheet begins with this row. */
    private boolean beginsTable(Sheet current, SourceRow row) {
        List<SourceRow> rows = rowsAhead();
        rows.add(0, row);
        HeaderFinder.Found found = finder.at(rows);
        if (found == null) {
            return false;
        }
        begin(current, found, rows.subList(found.rows().size(), rows.size()));
        return true;
    }

    private void begin(Sheet current, HeaderFinder.Found found, List<SourceRow> below) {
        begin(current, found, below, toFind);
    }

    /** Begins a table at the place that a mapping gives; the row is the first at or below it. */
    private void begin(Sheet current, TableMapping given, SourceRow row) {
        List<SourceRow> rows = rowsAhead();
        rows.add(0, row);
        int end = given.headerRow() + given.headerRows();
        List<SourceRow> header =
                rows.stream().takeWhile(each -> each.number() < end).toList();
        begin(
                current,
                new HeaderFinder(given).placed(given.headerRow(), given.headerRows(), header),
                rows.subList(header.size(), rows.size()),
                given);
    }

    private void begin(Sheet current, HeaderFinder.Found found, List<SourceRow> below, @Nullable TableMapping given) {
        TableLayout layout = found.layout();
        TableAdvice advice = TableAdvice.NONE;
        SourceRef place = SourceRef.sheet(file, current.name());
        if (given != null) {
            int width = below.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
            TableMapping.Mapped mapped = given.map(layout, found.titles(), width);
            layout = mapped.layout();
            advice = mapped.advice();
            for (String column : mapped.missing()) {
                faults.add(LayoutFaults.missing(layout, place, column));
            }
        }
        table = new Table(current, layout, below, advice);
        classifier = new RowClassifier(layout, found.rows());
        headerEnd = layout.headerRow() + layout.headerRows() - 1;
        above.clear();
        layouts.add(layout);
        faults.addAll(LayoutFaults.of(layout, place, advice.constants().keySet()));
    }

    /** The row with the cells of the rows above it in its blank ones, where that makes it a record; null elsewhere. */
    private @Nullable TableRow withAbove(Table here, RowClassifier judge, SourceRow row, String code, int blankBefore) {
        if (!code.equals(RowClassifier.RECORD) && !code.equals(RowClassifier.REJECTED)) {
            return null;
        }
        List<SourceCell> cells = new ArrayList<>(row.cells());
        Map<Integer, Integer> carried = new TreeMap<>();
        for (int column : here.advice().sameAsAbove()) {
            SourceRow from = above.get(column);
            if (row.cell(column).isBlank() && from != null) {
                while (cells.size() <= column) {
                    cells.add(SourceCell.EMPTY);
                }
                cells.set(column, from.cell(column));
                carried.put(column, from.number());
            }
        }
        SourceRow whole = carried.isEmpty() ? row : new SourceRow(row.number(), row.hidden(), cells);
        if (!code.equals(RowClassifier.RECORD) && !judge.codeOf(whole).equals(RowClassifier.RECORD)) {
            return null;
        }
        for (int column : here.advice().sameAsAbove()) {
            if (!row.cell(column).isBlank()) {
                above.put(column, row);
            }
        }
        return new TableRow(here.sheet(), here, whole, RowKind.RECORD, RowClassifier.RECORD, blankBefore, carried);
    }

    private List<SourceRow> rowsAhead() {
        fill();
        List<SourceRow> rows = new ArrayList<>(LOOK_AHEAD + 1);
        ahead.forEach(placed -> rows.add(placed.row));
        return rows;
    }

    /** Damage is kept until the rows before it are used up. */
    private void fill() {
        try {
            while (!sheetEnded && ahead.size() < LOOK_AHEAD) {
                Placed placed = fromWorkbook();
                if (placed != null) {
                    ahead.addLast(placed);
                }
            }
        } catch (SourceException e) {
            damage = e;
            sheetEnded = true;
        }
    }

    private @Nullable Placed pull() throws SourceException {
        Placed placed = ahead.pollFirst();
        if (placed != null) {
            return placed;
        }
        SourceException found = damage;
        if (found != null) {
            damage = null;
            throw found;
        }
        return sheetEnded ? null : fromWorkbook();
    }

    /** The next row that is not blank; null at the end of the sheet. */
    private @Nullable Placed fromWorkbook() throws SourceException {
        try {
            while (true) {
                SourceRow row = workbook.nextRow();
                if (row == null) {
                    sheetEnded = true;
                    return null;
                }
                taken = workbook.ofLines() ? taken + 1 : row.number();
                if (!row.isBlank()) {
                    return new Placed(row, taken);
                }
            }
        } catch (SourceException e) {
            sheetEnded = true;
            throw e;
        }
    }
}
