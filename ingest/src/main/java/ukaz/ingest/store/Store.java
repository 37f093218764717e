package ukaz.ingest.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;
import ukaz.ingest.source.SheetRange;
import ukaz.ingest.table.TableLayout;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Finding;
import ukaz.model.PersonId;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;

/**
 * Everything a run has read and found, staged in SQLite or PostgreSQL; one SQL text serves both.
 *
 * <p>Writing methods take part in the transaction of their thread, so that a chunk's rows and the progress of its step are
 * committed together. Thread-safe.
 */
public final class Store implements AutoCloseable {

    /** In place of a source. */
    public static final int WHOLE_RUN = -1;

    private static final int FETCH_ROWS = 1_000;
    /** Each of them is of many records. */
    private static final int FETCH_SHEAVES = 20;

    private static final String SOURCE = "select id, path, location, sha256, bytes, format, state from source s";

    private final HikariDataSource dataSource;
    private final Extent extent;
    /** PostgreSQL keeps a whole result in memory outside a transaction; SQLite would lock out writers inside one. */
    private final boolean streamsOnlyInTransaction;

    private final ThreadLocal<Shapes> shapesOfThread = ThreadLocal.withInitial(Shapes::new);

    private Store(HikariDataSource dataSource, Extent extent) {
        this.dataSource = dataSource;
        this.extent = extent;
        this.streamsOnlyInTransaction = dataSource.getJdbcUrl().startsWith("jdbc:postgresql:");
    }

    /** Opens the embedded store of one run in this file, making it where there is none. */
    public static Store embedded(Path file) {
        return staging(Databases.sqlite(file));
    }

    /** Opens the store of one run on a PostgreSQL server. */
    public static Store postgres(String url, String user, String password) {
        return staging(Databases.postgres(url, user, password));
    }

    /** The database as it is; nothing is made. */
    static Store on(HikariDataSource dataSource) {
        return new Store(dataSource, Extent.WHOLE);
    }

    private static Store staging(HikariDataSource dataSource) {
        Store store = on(dataSource);
        if (!store.hasTable("source")) {
            store.runScript("/ukaz/ingest/store/V1__staging.sql");
            store.runScript("/ukaz/ingest/store/V5__reading.sql");
            store.runScript("/ukaz/ingest/store/V6__pieces.sql");
            store.update(Sheaves::migrate);
        }
        return store;
    }

    /** Does several things in one transaction. */
    void inTransaction(Runnable work) {
        new TransactionTemplate(new DataSourceTransactionManager(dataSource))
                .executeWithoutResult(status -> work.run());
    }

    /** The same database, of which less is seen. */
    Store within(Extent other) {
        return new Store(dataSource, other);
    }

    /** Where the job's own tables live too, so that data and progress are committed together. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** The run in whose name rows are written; 0 in a store of one run. */
    public int run() {
        return extent.run();
    }

    Extent extent() {
        return extent;
    }

    /** {@code sqlite} or {@code postgresql}. */
    public String database() {
        return streamsOnlyInTransaction ? "postgresql" : "sqlite";
    }

    /** True where every question takes its way over a network. */
    public boolean isOnServer() {
        return streamsOnlyInTransaction;
    }

    public boolean hasTable(String table) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select 1 from " + table + " where 1 = 0").close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /** Runs a script of the class path; statements end with a semicolon at the end of a line. */
    public void runScript(String resource) {
        String script;
        try (InputStream in = Store.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + resource + " is missing");
            }
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        update(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String sql : script.split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        });
    }

    // writing

    /** Adds the input files of the run, in order; a source that is there already is left as it is. */
    public void addSources(List<SourceSummary> sources) {
        update(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into source (id, path, location, sha256, bytes, format, state, part_of_register, since_run)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")) {
                for (SourceSummary source : sources) {
                    insert.setInt(1, source.id());
                    insert.setString(2, source.path());
                    insert.setString(3, source.location().toString());
                    insert.setString(4, source.sha256());
                    insert.setLong(5, source.bytes());
                    insert.setString(6, source.format());
                    insert.setString(7, source.state().name());
                    insert.setInt(8, 0);
                    insert.setInt(9, extent.run());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** The number for the next source of a run. */
    public int nextSource() {
        int[] next = new int[1];
        query("select coalesce(max(id) + 1, 0) from source", row -> next[0] = row.getInt(1));
        return extent.kind() == Extent.Kind.WHOLE ? 0 : next[0];
    }

    public void sourceRead(int source, @Nullable String format, SourceSummary.State state) {
        update(connection -> {
            try (PreparedStatement set =
                    connection.prepareStatement("update source set format = ?, state = ? where id = ?")) {
                set.setString(1, format);
                set.setString(2, state.name());
                set.setInt(3, source);
                set.executeUpdate();
            }
        });
    }

    /** Notes that a source is to be read in these pieces. */
    public void addPieces(List<Piece> pieces) {
        update(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into piece (source_id, first_sheet, last_sheet, state) values (?, ?, ?, 'PENDING')")) {
                for (Piece piece : pieces) {
                    insert.setInt(1, piece.source());
                    insert.setInt(2, piece.sheets().first());
                    insert.setInt(3, piece.sheets().last());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** Notes how a piece was read; its source is as it is when all its pieces are. */
    public void pieceRead(Piece piece, @Nullable String format, SourceSummary.State state) {
        if (piece.isWhole()) {
            sourceRead(piece.source(), format, state);
            return;
        }
        // The first statement holds the line of the source, so that of two pieces that end at once the second sees the
        // first.
        sourceRead(piece.source(), format, SourceSummary.State.PENDING);
        update(connection -> {
            try (PreparedStatement set =
                    connection.prepareStatement("update piece set state = ? where source_id = ? and first_sheet = ?")) {
                set.setString(1, state.name());
                set.setInt(2, piece.source());
                set.setInt(3, piece.sheets().first());
                set.executeUpdate();
            }
            String any = "exists (select 1 from piece p where p.source_id = source.id and p.state = ";
            try (PreparedStatement set = connection.prepareStatement(
                    "update source set state = case when " + any + "'PENDING') then 'PENDING' when " + any
                            + "'FAILED') then 'FAILED' else 'READ' end where id = ?")) {
                set.setInt(1, piece.source());
                set.executeUpdate();
            }
        });
    }

    /** Adds what a chunk of rows of one source brought. */
    public void add(int source, List<? extends StagedRow> rows) {
        update(connection -> {
            addSheets(connection, source, rows);
            addRecords(connection, source, rows);
            addFindings(connection, source, null, rows);
            addChanges(connection, source, rows);
            addReadings(connection, source, rows);
            addSkipped(connection, source, rows);
        });
    }

    /** Adds findings that no single row brought. */
    public void addFindings(int source, List<Finding> findings) {
        addFindings(source, -1, null, findings);
    }

    /**
     * Adds findings on the records of one sheet that it took other records to see.
     *
     * @param scope what was looked at together; null for nothing
     */
    public void addFindings(int source, int sheet, @Nullable String scope, List<Finding> findings) {
        StagedRow row = new StagedRow(sheet, null, null, List.of(), List.of(), findings, null, RowCounts.NONE);
        update(connection -> addFindings(connection, source, scope, List.of(row)));
    }

    /** Adds to what each rule has done on this source, or on the run as a whole, which is {@link #WHOLE_RUN}. */
    public void addTallies(int source, List<RuleTally> tallies) {
        update(connection -> {
            try (PreparedStatement add = connection.prepareStatement(
                    "insert into tally (source_id, rule, checked, found, undecided, run_id) values (?, ?, ?, ?, ?, ?)"
                            + " on conflict (run_id, source_id, rule) do update set checked = tally.checked + excluded.checked,"
                            + " found = tally.found + excluded.found,"
                            + " undecided = tally.undecided + excluded.undecided")) {
                for (RuleTally tally : tallies) {
                    add.setInt(1, source);
                    add.setString(2, tally.rule());
                    add.setLong(3, tally.checked());
                    add.setLong(4, tally.found());
                    add.setLong(5, tally.undecided());
                    add.setInt(6, extent.run());
                    add.addBatch();
                }
                add.executeBatch();
            }
        });
    }

    private static void addSheets(Connection connection, int source, List<? extends StagedRow> rows)
            throws SQLException {
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

    private void addRecords(Connection connection, int source, List<? extends StagedRow> rows) throws SQLException {
        Shapes shapes = shapesOfThread.get();
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
                for (AwardRecord record : byGroup(row.records())) {
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
        addShapes(connection, shapes.used());
    }

    private static List<AwardRecord> byGroup(List<AwardRecord> ofRow) {
        return ofRow.size() == 1
                ? ofRow
                : ofRow.stream()
                        .sorted(Comparator.comparingInt(AwardRecord::group))
                        .toList();
    }

    static void addShapes(Connection connection, Map<String, String> shapes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into shape (id, columns) values (?, ?) on conflict do nothing")) {
            for (Map.Entry<String, String> shape : shapes.entrySet()) {
                insert.setString(1, shape.getKey());
                insert.setString(2, shape.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void addFindings(Connection connection, int source, @Nullable String scope, List<? extends StagedRow> rows)
            throws SQLException {
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
                            extent.run());
                }
            }
        }
    }

    private static void addChanges(Connection connection, int source, List<? extends StagedRow> rows)
            throws SQLException {
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

    private static void addReadings(Connection connection, int source, List<? extends StagedRow> rows)
            throws SQLException {
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

    private static void addSkipped(Connection connection, int source, List<? extends StagedRow> rows)
            throws SQLException {
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

    // reading

    /** The input files in the order of the run, with their sheets. */
    public List<SourceSummary> sources() {
        Map<Integer, Map<Integer, List<TableLayout>>> layouts = new HashMap<>();
        query(
                "select source_id, sheet, header_row, header_rows, row_groups, columns from layout where "
                        + extent.of("source_id") + " order by source_id, sheet, header_row",
                row -> layouts.computeIfAbsent(row.getInt(1), id -> new HashMap<>())
                        .computeIfAbsent(row.getInt(2), id -> new ArrayList<>())
                        .add(new TableLayout(
                                row.getInt(3), row.getInt(4), row.getInt(5), StoreCodec.columns(row.getString(6)))));
        Map<Integer, List<SheetSummary>> sheets = new HashMap<>();
        query(
                "select source_id, sheet, name, rows_read, rows_record, rows_blank, rows_not_data, rows_rejected"
                        + " from sheet where " + extent.of("source_id") + " order by source_id, sheet",
                row -> sheets.computeIfAbsent(row.getInt(1), id -> new ArrayList<>())
                        .add(new SheetSummary(
                                row.getInt(2),
                                row.getString(3),
                                layouts.getOrDefault(row.getInt(1), Map.of()).getOrDefault(row.getInt(2), List.of()),
                                new RowCounts(
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7),
                                        row.getLong(8)))));
        List<SourceSummary> sources = new ArrayList<>();
        query(
                SOURCE + " where " + extent.sources("s") + " order by id",
                row -> sources.add(source(row, sheets.getOrDefault(row.getInt(1), List.of()))));
        return sources;
    }

    /** What is still to be read, in the order of the run. */
    public List<Piece> unread() {
        return unread(extent.sources("s"));
    }

    public boolean isRead(Piece piece) {
        return !unread("s.id = " + piece.source()).contains(piece);
    }

    private List<Piece> unread(String condition) {
        List<Piece> unread = new ArrayList<>();
        query(
                "select s.id, p.first_sheet, p.last_sheet from source s left join piece p on p.source_id = s.id where "
                        + condition + " and s.state = 'PENDING' and coalesce(p.state, 'PENDING') = 'PENDING'"
                        + " order by s.id, p.first_sheet",
                row -> {
                    int source = row.getInt(1);
                    int first = row.getInt(2);
                    unread.add(
                            row.wasNull()
                                    ? Piece.whole(source)
                                    : new Piece(source, new SheetRange(first, row.getInt(3))));
                });
        return unread;
    }

    /**
     * Where the last row stands that became of this piece a record or was skipped; null where there is none.
     *
     * <p>What was committed tells it, so that it cannot differ from what is there.
     */
    public @Nullable StagedPlace reached(Piece piece) {
        StagedPlace[] reached = new StagedPlace[1];
        for (String table : List.of("record", "skipped")) {
            query(
                    "select sheet, row_no from " + table + " where source_id = " + piece.source()
                            + " and sheet between " + piece.sheets().first() + " and "
                            + piece.sheets().last() + " order by sheet desc, row_no desc limit 1",
                    row -> reached[0] = StagedPlace.last(reached[0], new StagedPlace(row.getInt(1), row.getInt(2))));
        }
        return reached[0];
    }

    /** The input file of this number, without its sheets; null where there is none. */
    public @Nullable SourceSummary source(int id) {
        List<SourceSummary> found = new ArrayList<>();
        query(SOURCE + " where id = " + id, row -> found.add(source(row, List.of())));
        return found.isEmpty() ? null : found.get(0);
    }

    private static SourceSummary source(ResultSet row, List<SheetSummary> sheets) throws SQLException {
        return new SourceSummary(
                row.getInt(1),
                row.getString(2),
                Path.of(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                SourceSummary.State.valueOf(row.getString(7)),
                sheets);
    }

    /** Notes that the records of the run are related, in the transaction of the thread. */
    public void noteRelated() {
        update(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("delete from related");
                statement.execute("insert into related (position, source_id, sheet, row_no, row_group) values (-1, "
                        + run() + ", 0, 0, 0)");
            }
        });
    }

    /** True where that was noted of this run, the last one that was related. */
    public boolean isRelated() {
        boolean[] is = new boolean[1];
        query("select 1 from related where position = -1 and source_id = " + run(), row -> is[0] = true);
        return is[0];
    }

    /** True where a run has put a new version in the place of another. */
    public boolean hasVersions() {
        boolean[] has = new boolean[1];
        versions((before, now) -> has[0] = true);
        return has[0];
    }

    /** Is given two sources: a version, and the one that took its place. */
    @FunctionalInterface
    public interface VersionReader {
        void version(int before, int now);
    }

    /** The new versions that the run brought, with those before them. */
    public void versions(VersionReader to) {
        if (extent.kind() == Extent.Kind.BROUGHT) {
            query(
                    "select o.id, n.id from source n join source o on o.path = n.path and o.until_run = n.since_run"
                            + " and o.since_run < n.since_run where n.state = 'READ' and n.since_run = " + extent.run()
                            + " order by n.id",
                    row -> to.version(row.getInt(1), row.getInt(2)));
        }
    }

    /** Every record of one source, whether it holds or not, in the order of sheet and row. */
    public void records(int source, Consumer<? super StoredRecord> to) {
        records("r.source_id = " + source, to);
    }

    /** Every record, in the order of source, sheet and row. */
    public void records(Consumer<? super StoredRecord> to) {
        records(extent.of("r.source_id"), to);
    }

    private void records(String condition, Consumer<? super StoredRecord> to) {
        Map<String, RecordShape> shapes = new HashMap<>();
        query("select id, columns from shape", row -> shapes.put(row.getString(1), StoreCodec.shape(row.getString(2))));
        reading(connection -> {
            // Side by side: what records say is kept many at a time, and who is who one by one.
            try (PreparedStatement sheaves = connection.prepareStatement("select s.path, t.name, r.first_row, r.content"
                            + " from sheaf r join source s on s.id = r.source_id join sheet t on t.source_id = r.source_id and t.sheet = r.sheet"
                            + " where " + condition + " order by r.source_id, r.sheet, r.first_row");
                    PreparedStatement people =
                            connection.prepareStatement("select r.row_no, r.person from record r where " + condition
                                    + " order by r.source_id, r.sheet, r.row_no, r.row_group")) {
                sheaves.setFetchSize(FETCH_SHEAVES);
                people.setFetchSize(FETCH_ROWS);
                try (ResultSet row = sheaves.executeQuery();
                        ResultSet person = people.executeQuery()) {
                    while (row.next()) {
                        SourceRef sheet = SourceRef.sheet(row.getString(1), row.getString(2));
                        Sheaf sheaf = new Sheaf(row.getInt(3), row.getBytes(4));
                        while (sheaf.next()) {
                            if (!person.next() || person.getInt(1) != sheaf.row()) {
                                throw new IllegalStateException("the store has lost who a record is of");
                            }
                            to.accept(new StoredRecord(RecordCodec.full(sheaf, sheet, shapes), person.getString(2)));
                        }
                    }
                }
            }
        });
    }

    /** Every finding, in the order of source, sheet, row, column and rule. */
    public void findings(Consumer<? super Finding> to) {
        query(
                "select rule, row_no, column_no, severity, record_id, fingerprint, details from finding f where "
                        + extent.findings("f")
                        + " order by source_id, sheet, row_no, column_no, rule, fingerprint, details",
                row -> {
                    List<@Nullable String> details = StoreCodec.split(row.getString(7));
                    to.accept(new Finding(
                            StoreCodec.fault(row.getString(1), row.getInt(2), row.getInt(3), details),
                            Severity.of(row.getString(4)),
                            StoreCodec.basis(details),
                            row.getString(5),
                            row.getString(6)));
                });
    }

    /**
     * How the words of each column were read, in the order of source, sheet and column, the most frequent first; then every
     * other changed value, in the order of source, sheet, row and column.
     */
    public void changes(Consumer<? super StoredChange> to) {
        query(
                "select row_no, column_no, record_id, details, times from reading where " + extent.of("source_id")
                        + " order by source_id, sheet, column_no, times desc, row_no, details",
                row -> to.accept(StoreCodec.change(
                        row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), row.getLong(5))));
        query(
                "select row_no, column_no, record_id, details from change where " + extent.of("source_id")
                        + " order by source_id, sheet, row_no, column_no, record_id, details",
                row -> to.accept(
                        StoreCodec.change(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), 1)));
    }

    /** Every row with content that is no record, in the order of source, sheet and row. */
    public void skipped(Consumer<? super SkippedRow> to) {
        query(
                "select s.path, t.name, k.row_no, k.reason, k.kind, k.cells from skipped k"
                        + " join source s on s.id = k.source_id"
                        + " join sheet t on t.source_id = k.source_id and t.sheet = k.sheet"
                        + " where " + extent.sources("s") + " order by k.source_id, k.sheet, k.row_no",
                row -> to.accept(new SkippedRow(
                        new SourceRef(row.getString(1), row.getString(2), row.getInt(3), -1),
                        row.getString(4),
                        row.getString(5),
                        StoreCodec.texts(row.getString(6)))));
    }

    /** What each rule did over all sources, for the rules that ran, by id. */
    public Map<String, RuleTally> tallies() {
        Map<String, RuleTally> tallies = new HashMap<>();
        query(
                "select rule, sum(checked), sum(found), sum(undecided) from tally t where " + extent.tallies("t")
                        + " group by rule",
                row -> tallies.put(
                        row.getString(1),
                        new RuleTally(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), null)));
        if (extent.kind() != Extent.Kind.WHOLE) {
            // What was found again was counted again; what is found no longer was counted, too.
            Map<String, Long> found = new HashMap<>();
            query(
                    "select rule, count(*) from finding f where " + extent.findings("f") + " group by rule",
                    row -> found.put(row.getString(1), row.getLong(2)));
            tallies.replaceAll((rule, tally) -> new RuleTally(
                    rule, tally.checked(), found.getOrDefault(rule, 0L), tally.undecided(), tally.notRun()));
        }
        return tallies;
    }

    /** How many findings there are of each severity; zeros included. */
    public Map<Severity, Long> severities() {
        Map<Severity, Long> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity, 0L);
        }
        query(
                "select severity, count(*) from finding f where " + extent.findings("f") + " group by severity",
                row -> counts.put(Severity.of(row.getString(1)), row.getLong(2)));
        return counts;
    }

    public long recordCount() {
        long[] count = new long[1];
        query("select count(*) from record where " + extent.of("source_id"), row -> count[0] = row.getLong(1));
        return count[0];
    }

    /** How many rows became a record, a skipped row of one reason: what the counts of the sheets must agree with. */
    public RowCounts recount() {
        long[] counts = new long[3];
        query(
                "select count(*) from (select distinct source_id, sheet, row_no from record where "
                        + extent.of("source_id") + ") r",
                row -> counts[0] = row.getLong(1));
        String skipped = "select count(*) from skipped where " + extent.of("source_id") + " and reason = ";
        query(skipped + "'row-not-data'", row -> counts[1] = row.getLong(1));
        query(skipped + "'row-rejected'", row -> counts[2] = row.getLong(1));
        return new RowCounts(0, counts[0], 0, counts[1], counts[2]);
    }

    // JDBC

    interface Work {
        void on(Connection connection) throws SQLException;
    }

    interface Row {
        void accept(ResultSet row) throws SQLException;
    }

    void update(Work work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            work.on(connection);
        } catch (SQLException e) {
            throw failure("writing", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    interface OnStatement {
        void on(PreparedStatement statement) throws SQLException;
    }

    /**
     * Does something with one statement, within the transaction that runs.
     *
     * @param atOnce how many rows of an answer are fetched together
     * @param task for a message, as in "relating the records of"
     */
    void prepared(String sql, int atOnce, String task, OnStatement work) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(atOnce);
            work.on(statement);
        } catch (SQLException e) {
            throw failure(task, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    void query(String sql, Row each) {
        reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCH_ROWS);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        each.accept(rows);
                    }
                }
            }
        });
    }

    /** Reads outside the transaction of the thread. */
    private void reading(Work work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(!streamsOnlyInTransaction);
            work.on(connection);
            if (streamsOnlyInTransaction) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failure("reading", e);
        }
    }

    static RuntimeException failure(String task, SQLException e) {
        RuntimeException known = new SQLStateSQLExceptionTranslator().translate(task + " the store", null, e);
        return known != null ? known : new IllegalStateException(task + " the store failed: " + e.getMessage(), e);
    }
}
