package ukaz.ingest.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.normalise.record.RecordAssembler;
import ukaz.ingest.normalise.record.TableContext;
import ukaz.ingest.source.MergedCells;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Workbook;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.Mapping;
import ukaz.ingest.table.RowKind;
import ukaz.ingest.table.SheetTables;
import ukaz.ingest.table.Table;
import ukaz.ingest.table.TableLayout;
import ukaz.ingest.table.TableReader;
import ukaz.ingest.table.TableRow;
import ukaz.model.Fault;

/** Reads a workbook as a check would, and tells what it made of the columns. */
public final class Profiler {

    private static final int MOST_FAILURES = 100;

    private final Workbook workbook;
    private final String file;
    private final LocalDate today;
    private final TableReader tables;
    private final RecordAssembler assembler;
    private final IdentityHashMap<TableLayout, Repeats> repeats = new IdentityHashMap<>();
    private final IdentityHashMap<TableLayout, List<ColumnCount>> counts = new IdentityHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param file the path as given
     * @param mapping what a person says of the tables
     * @param today the day of the run
     */
    public Profiler(Workbook workbook, String file, Mapping mapping, LocalDate today) {
        this.workbook = workbook;
        this.file = file;
        this.today = today;
        this.tables = new TableReader(workbook, file, mapping);
        this.assembler = new RecordAssembler(file, "", today);
    }

    /** Reads the workbook to its end, or as far as it can be read. */
    public Profile read() {
        for (TableRow row = next(); row != null; row = next()) {
            Table table = row.table();
            if (table != null && row.kind() != RowKind.NOT_DATA) {
                repeats.computeIfAbsent(
                                table.layout(),
                                layout -> new Repeats(layout, table.advice().sameAsAbove()))
                        .count(row.row());
                if (row.kind() == RowKind.RECORD) {
                    count(table, row);
                }
            }
        }
        List<Profile.SheetProfile> sheets = new ArrayList<>();
        for (SheetTables sheet : tables.sheets()) {
            List<Profile.TableProfile> profiles = new ArrayList<>();
            List<MergedCells> merged = sheet.tables().isEmpty() ? List.of() : merged(sheet.sheet());
            for (int i = 0; i < sheet.tables().size(); i++) {
                TableLayout layout = sheet.tables().get(i);
                int end = i + 1 < sheet.tables().size()
                        ? sheet.tables().get(i + 1).headerRow()
                        : Integer.MAX_VALUE;
                profiles.add(profile(sheet.sheet(), layout, merged, end));
            }
            sheets.add(new Profile.SheetProfile(sheet, profiles));
        }
        return new Profile(file, workbook.format(), sheets, faults);
    }

    private Profile.TableProfile profile(Sheet sheet, TableLayout layout, List<MergedCells> merged, int end) {
        List<ColumnCount> known = counts.get(layout);
        Repeats repeated = repeats.get(layout);
        List<ColumnProfile> columns = new ArrayList<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            Column column = layout.columns().get(i);
            ColumnCount count =
                    known == null ? new ColumnCount(column, sheet, today, DayMonthOrder.UNSETTLED) : known.get(i);
            columns.add(count.profile(repeated == null ? null : repeated.offer(column, merged, end)));
        }
        return new Profile.TableProfile(layout, columns);
    }

    private List<MergedCells> merged(Sheet sheet) {
        try {
            return workbook.merged(sheet);
        } catch (SourceException e) {
            faults.add(e.fault());
            return List.of();
        }
    }

    private @Nullable TableRow next() {
        while (faults.size() < MOST_FAILURES) {
            try {
                return tables.next();
            } catch (SourceException e) {
                faults.add(e.fault());
            }
        }
        return null;
    }

    private void count(Table table, TableRow row) {
        List<ColumnCount> columns = counts.computeIfAbsent(table.layout(), any -> columns(table));
        SourceRow cells = row.row();
        for (int i = 0; i < columns.size(); i++) {
            if (!row.carried().containsKey(i)) {
                columns.get(i).count(cells.cell(i));
            }
        }
        for (Fault fault : assembler.assemble(table, row).faults()) {
            int column = fault.at().column();
            if (column >= 0 && column < columns.size()) {
                columns.get(column).count(fault);
            }
        }
    }

    private List<ColumnCount> columns(Table table) {
        TableContext context = TableContext.of(file, "", table, today);
        List<ColumnCount> columns = new ArrayList<>();
        for (Column column : table.layout().columns()) {
            TableContext.DateColumn date = context.dates().get(column.index());
            columns.add(new ColumnCount(
                    column, table.sheet(), today, date == null ? DayMonthOrder.UNSETTLED : date.order()));
        }
        return columns;
    }
}
