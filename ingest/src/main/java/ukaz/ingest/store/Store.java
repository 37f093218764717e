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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.support.TransactionTemplate;
import ukaz.ingest.source.SheetRange;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Finding;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;

/**
 * Everything a run has read and found, staged in SQLite or PostgreSQL; one SQL text serves both.
 *
 * <p>Writing methods take part in the transaction of their thread, so that a chunk's rows and the progress of its step are
 * committed together. Thread-safe.
 */
public final class Store implements AutoCloseable {

    /** In place of a source. */
    public static final int WHOLE_RUN = -1;

    static final int FETCH_ROWS = 1_000;

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

    public Contents contents() {
        return new Contents(this);
    }

    /** True where every question takes its way over a network. */
    public boolean isOnServer() {
        return streamsOnlyInTransaction;
    }

    /** True where several runs bring what lasts. */
    public boolean isArchive() {
        return extent.kind() != Extent.Kind.WHOLE;
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
        update(connection -> new ChunkWriter(connection, source, run()).add(rows, shapesOfThread.get()));
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
        update(connection -> new ChunkWriter(connection, source, run()).addFindings(scope, List.of(row)));
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
    void reading(Work work) {
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
