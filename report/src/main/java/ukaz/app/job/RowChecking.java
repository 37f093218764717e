package ukaz.app.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.record.Assembled;
import ukaz.ingest.normalise.record.RecordAssembler;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.table.RowKind;
import ukaz.ingest.table.SheetTables;
import ukaz.ingest.table.Table;
import ukaz.ingest.table.TableLayout;
import ukaz.ingest.table.TableRow;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;
import ukaz.model.Term;
import ukaz.report.correction.Corrections;
import ukaz.rules.RuleBook;

/** Turns each row of one file into records, and judges them. */
final class RowChecking {

    private static final List<String> FILE_RULES =
            List.of("source-encrypted", "source-unsupported", "source-too-large", "source-active");
    private static final List<String> COLUMN_RULES = List.of("column-missing", "column-unmapped", "column-repeated");
    /** Those that look at every cell of a row that is a record. */
    private static final List<String> CELL_RULES = List.of(
            "column-shift",
            "cell-formula-error",
            "cell-hidden",
            "cell-struck",
            "cell-comment",
            "text-homoglyph",
            "text-mojibake",
            "text-invisible");

    private static final String REJECTED = "row-rejected";
    private static final String NOT_DATA = "row-not-data";

    private final Corrections corrections;
    private final SourceSummary source;
    private final RecordAssembler assembler;
    private int recordRows;
    private final RuleBook.Session session;

    RowChecking(Reading reading, SourceSummary source) {
        this.corrections = reading.corrections();
        this.source = source;
        this.assembler = new RecordAssembler(source.path(), source.sha256(), reading.today());
        this.session = reading.book().session();
    }

    List<StagedRow> check(RowEvent event) {
        if (event instanceof RowEvent.Row row) {
            session.looked(REJECTED, 1);
            session.looked(NOT_DATA, 1);
            return List.of(row(row.row()));
        }
        return end((RowEvent.End) event);
    }

    /** What the rules did since the last time. */
    List<RuleTally> drain() {
        CELL_RULES.forEach(rule -> session.looked(rule, recordRows));
        recordRows = 0;
        return session.drain();
    }

    private StagedRow row(TableRow row) {
        Sheet sheet = row.sheet();
        Table table = row.table();
        if (row.kind() == RowKind.RECORD && table != null) {
            return records(sheet, table, row);
        }
        boolean rejected = row.kind() == RowKind.REJECTED;
        String reason = rejected ? REJECTED : NOT_DATA;
        SourceRef at = new SourceRef(source.path(), sheet.name(), row.row().number(), -1);
        List<Finding> findings = new ArrayList<>(1);
        if (rejected || isBelowHeader(row)) {
            session.report(
                    Fault.of(reason, at, Map.of("kind", new Term(Term.Kind.PHRASE, row.code()))), null, findings::add);
        }
        List<String> cells = row.row().cells().stream().map(SourceCell::text).toList();
        return new StagedRow(
                sheet.index(),
                sheet.name(),
                null,
                List.of(),
                List.of(),
                findings,
                new SkippedRow(at, reason, row.code(), cells),
                new RowCounts(row.blankBefore() + 1L, 0, row.blankBefore(), rejected ? 0 : 1, rejected ? 1 : 0));
    }

    private static boolean isBelowHeader(TableRow row) {
        Table table = row.table();
        if (table == null) {
            return false;
        }
        TableLayout layout = table.layout();
        return row.row().number() >= layout.headerRow() + layout.headerRows();
    }

    private StagedRow records(Sheet sheet, Table table, TableRow row) {
        recordRows++;
        Assembled assembled = assembler.assemble(table, row);
        List<Finding> findings = new ArrayList<>();
        for (Fault fault : assembled.faults()) {
            session.report(fault, owner(fault, assembled.records()), findings::add);
        }
        List<StoredChange> changes = new ArrayList<>();
        for (int i = 0; i < assembled.records().size(); i++) {
            AwardRecord record = assembled.records().get(i);
            session.check(record, findings::add);
            for (Change change : assembled.changes().get(i)) {
                ukaz.model.Cell cell = record.cell(change.field());
                changes.add(new StoredChange(
                        record.at(change.field()), cell == null ? "" : cell.title(), record.id(), change));
            }
        }
        corrected(sheet, row, assembled.records(), changes);
        return new StagedRow(
                sheet.index(),
                sheet.name(),
                null,
                assembled.records(),
                changes,
                findings,
                null,
                new RowCounts(row.blankBefore() + 1L, 1, row.blankBefore(), 0, 0));
    }

    /** Notes the cells of the row that a reviewed list has corrected. */
    private void corrected(Sheet sheet, TableRow row, List<AwardRecord> records, List<StoredChange> changes) {
        for (Corrections.Item item :
                corrections.of(source.path(), sheet.name(), row.row().number())) {
            if (!row.row().cell(item.column()).text().equals(item.becomes())) {
                continue;
            }
            AwardRecord of = records.get(0);
            Field field = Field.REMARKS;
            String title = "";
            for (AwardRecord record : records) {
                for (Map.Entry<Field, ukaz.model.Cell> cell : record.cells().entrySet()) {
                    if (title.isEmpty() && cell.getValue().column() == item.column()) {
                        of = record;
                        field = cell.getKey();
                        title = cell.getValue().title();
                    }
                }
            }
            changes.add(new StoredChange(
                    of.at().column(item.column()),
                    title,
                    of.id(),
                    new Change(field, Change.Kind.CORRECTION, item.was(), item.becomes())));
        }
    }

    /** The record whose cell is at fault: of several from one row the one that has the column. */
    private static @Nullable AwardRecord owner(Fault fault, List<AwardRecord> records) {
        if (fault.field() != null) {
            for (AwardRecord record : records) {
                ukaz.model.Cell cell = record.cell(fault.field());
                if (cell != null && cell.column() == fault.at().column()) {
                    return record;
                }
            }
        }
        return records.isEmpty() ? null : records.get(0);
    }

    private List<StagedRow> end(RowEvent.End end) {
        FILE_RULES.forEach(rule -> session.looked(rule, end.startsFile() ? 1 : 0));
        session.looked("sheet-no-table", end.sheets().size());
        List<Finding> findings = new ArrayList<>();
        for (Fault fault : end.faults()) {
            session.report(fault, null, findings::add);
        }
        List<StagedRow> rows = new ArrayList<>();
        rows.add(new StagedRow(-1, null, null, List.of(), List.of(), findings, null, RowCounts.NONE));
        for (SheetTables sheet : end.sheets()) {
            COLUMN_RULES.forEach(rule -> session.looked(rule, sheet.tables().size()));
            rows.add(edge(sheet, null));
            sheet.tables().forEach(layout -> rows.add(edge(sheet, layout)));
        }
        return rows;
    }

    private static StagedRow edge(SheetTables sheet, @Nullable TableLayout layout) {
        return new StagedRow(
                sheet.sheet().index(),
                sheet.sheet().name(),
                layout,
                List.of(),
                List.of(),
                List.of(),
                null,
                RowCounts.NONE);
    }
}
