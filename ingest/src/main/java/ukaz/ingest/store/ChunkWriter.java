package ukaz.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.table.TableLayout;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Finding;
import ukaz.model.PersonId;
import ukaz.model.RowCounts;
import ukaz.model.SkippedRow;

/** Writes what a chunk of rows of one source brought, table by table, in the transaction of its connection. */
final class ChunkWriter {

    private final Connection connection;
    private final int source;
    private final int run;

    ChunkWriter(Connection connection, int source, int run) {
        this.connection = connection;
        this.source = source;
        this.run = run;
    }

    void add(List<? extends StagedRow> rows, Shapes shapes) throws SQLException {
        addSheets(rows);
        addRecords(rows, shapes);
        addFindings(null, rows);
        addChanges(rows);
        addReadings(rows);
        addSkipped(rows);
    }

    private void addSheets(List<? extends StagedRow> rows) throws SQLException {
        Map<Integer, RowCounts> counts = new LinkedHashMap<>();
        Map<Integer, @Nullable String> names = new HashMap<>();
        try (PreparedStatement layout = connection.prepareStatement(
                "insert into layout (source_id, sheet, header_row, header_rows, row_groups, columns)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            for (StagedRow row : rows) {
                if (row.sheet() < 0) {
                    continue;
                }
                counts.merge(row.sheet(), row.counts(), RowCounts::plus);
                names.put(row.sheet(), row.sheetName());
                TableLayout table = row.layout();
                if (table != null) {
                    layout.setInt(1, source);
                    layout.setInt(2, row.sheet());
                    layout.setInt(3, table.headerRow());
                    layout.setInt(4, table.headerRows());
                    layout.setInt(5, table.groups());
                    layout.setString(6, StoreCodec.columns(table.columns()));
                    layout.addBatch();
                }
            }
            layout.executeBatch();
        }
        try (PreparedStatement add = connection.prepareStatement(
                "insert into sheet (source_id, sheet, name, rows_read, rows_record, rows_blank, rows_not_data,"
                        + " rows_rejected) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (source_id, sheet) do update set"
                        + " rows_read = sheet.rows_read + excluded.rows_read,"
                        + " rows_record = sheet.rows_record + excluded.rows_record,"
                        + " rows_blank = sheet.rows_blank + excluded.rows_blank,"
                        + " rows_not_data = sheet.rows_not_data + excluded.rows_not_data,"
                        + " rows_rejected = sheet.rows_rejected + excluded.rows_rejected")) {
            for (Map.Entry<Integer, RowCounts> sheet : counts.entrySet()) {
                RowCounts count = sheet.getValue();
                add.setInt(1, source);
                add.setInt(2, sheet.getKey());
                add.setString(3, names.get(sheet.getKey()));
                add.setLong(4, count.read());
                add.setLong(5, count.records());
                add.setLong(6, count.blank());
                add.setLong(7, count.notData());
                add.setLong(8, count.rejected());
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    private void addRecords(List<? extends StagedRow> rows, Shapes shapes) throws SQLException {
        SheafWriter sheaf = new SheafWriter();
        try (RowLoader loader = RowLoader.into(
                        connection, "record", "source_id, sheet, row_no, row_group, id, person, first_row");
                RowLoader sheaves =
                        RowLoader.into(connection, "sheaf", "source_id, sheet, first_row, records, content")) {
            int sheet = -1;
            for (StagedRow row : rows) {
                if (row.records().isEmpty()) {
                    continue;
                }
                if (sheaf.size() > 0 && (row.sheet() != sheet || sheaf.size() >= Sheaves.SIZE)) {
                    sheaves.row(source, sheet, sheaf.firstRow(), sheaf.size(), sheaf.take());
                }
                sheet = row.sheet();
                for (AwardRecord record : row.inOrder()) {
                    RecordCodec.write(record, shapes.of(record), sheaf);
                    loader.row(
                            source,
                            sheet,
                            record.at().row(),
                            record.group(),
                            record.id(),
                            // as of somebody of its own: most are, and to change it later makes no row longer
                            PersonId.alone(record.id()),
                            sheaf.firstRow());
                }
            }
            if (sheaf.size() > 0) {
                sheaves.row(source, sheet, sheaf.firstRow(), sheaf.size(), sheaf.take());
            }
        }
        // each time anew: those kept with other rows may have been rolled back with them
        shapes.addUsed(connection);
    }

    void addFindings(@Nullable String scope, List<? extends StagedRow> rows) throws SQLException {
        try (RowLoader loader = RowLoader.into(
                connection,
                "finding",
                "source_id, sheet, row_no, column_no, rule, severity, record_id, fingerprint, details, scope, since_run")) {
            for (StagedRow row : rows) {
                for (Finding finding : row.findings()) {
                    loader.row(
                            source,
                            row.sheet(),
                            finding.fault().at().row(),
                            finding.fault().at().column(),
                            finding.rule(),
                            finding.severity().key(),
                            finding.recordId(),
                            finding.fingerprint(),
                            StoreCodec.details(finding.fault(), finding.basis()),
                            scope,
                            run);
                }
            }
        }
    }

    private void addChanges(List<? extends StagedRow> rows) throws SQLException {
        try (RowLoader loader =
                RowLoader.into(connection, "change", "source_id, sheet, row_no, column_no, record_id, details")) {
            for (StagedRow row : rows) {
                for (StoredChange change : row.changes()) {
                    if (change.isCounted()) {
                        continue;
                    }
                    loader.row(
                            source,
                            row.sheet(),
                            change.at().row(),
                            change.at().column(),
                            change.recordId(),
                            StoreCodec.details(change));
                }
            }
        }
    }

    private void addReadings(List<? extends StagedRow> rows) throws SQLException {
        Map<Read, Counted> counted = new LinkedHashMap<>();
        for (StagedRow row : rows) {
            for (StoredChange change : row.changes()) {
                if (change.isCounted()) {
                    Read read = new Read(row.sheet(), change.at().column(), change.title(), change.change());
                    counted.computeIfAbsent(read, same -> new Counted(change)).times += change.times();
                }
            }
        }
        if (counted.isEmpty()) {
            return;
        }
        try (PreparedStatement add = connection.prepareStatement(
                "insert into reading (source_id, sheet, column_no, details, row_no, record_id, times)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (source_id, sheet, column_no, details)"
                        + " do update set times = reading.times + excluded.times")) {
            for (Map.Entry<Read, Counted> each : counted.entrySet()) {
                StoredChange change = each.getValue().first;
                add.setInt(1, source);
                add.setInt(2, each.getKey().sheet());
                add.setInt(3, change.at().column());
                add.setString(4, StoreCodec.details(change));
                add.setInt(5, change.at().row());
                add.setString(6, change.recordId());
                add.setLong(7, each.getValue().times);
                add.addBatch();
            }
            add.executeBatch();
        }
    }

    /** What the cells of a column say, and how that was read. */
    private record Read(int sheet, int column, String title, Change change) {}

    /** In how many cells they say it, and where first. */
    private static final class Counted {

        private final StoredChange first;
        private long times;

        Counted(StoredChange first) {
            this.first = first;
        }
    }

    private void addSkipped(List<? extends StagedRow> rows) throws SQLException {
        try (RowLoader loader =
                RowLoader.into(connection, "skipped", "source_id, sheet, row_no, reason, kind, cells")) {
            for (StagedRow row : rows) {
                SkippedRow skipped = row.skipped();
                if (skipped != null) {
                    loader.row(
                            source,
                            row.sheet(),
                            skipped.at().row(),
                            skipped.reason(),
                            skipped.kind(),
                            StoreCodec.join(skipped.cells()));
                }
            }
        }
    }
}
