package ukaz.ingest.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.ArchivedRun.State;

/**
 * The store that lasts: the sources of all runs, each with the run that brought it and the run that ended it.
 *
 * <p>Nothing is deleted but what a run had staged that was never brought to its end. At most one process writes: the one that
 * holds the lock.
 */
public final class Archive implements AutoCloseable {

    private static final String IDENTITY = "identity";

    private final ArchivePlace place;
    private final Store store;
    private final @Nullable ArchiveLock lock;

    private Archive(ArchivePlace place, Store store, @Nullable ArchiveLock lock) {
        this.place = place;
        this.store = store;
        this.lock = lock;
    }

    /**
     * Opens an archive to import into it, making it where there is none.
     *
     * @param jobTables the script of the job's own tables, but for the name of the database at its end
     * @return null where another process is writing to it
     * @throws NewerArchiveException where a newer version has written it
     */
    public static @Nullable Archive toWrite(ArchivePlace place, String jobTables) {
        ArchiveLock lock = ArchiveLock.toWrite(place);
        if (lock == null) {
            return null;
        }
        HikariDataSource dataSource = null;
        try {
            dataSource = place.connect();
            Migrations.run(dataSource, place.kind(), jobTables);
            return new Archive(place, Store.on(dataSource), lock);
        } catch (RuntimeException e) {
            if (dataSource != null) {
                dataSource.close();
            }
            lock.close();
            throw e;
        }
    }

    /**
     * Opens an archive that is there.
     *
     * @throws NewerArchiveException where a newer version has written it
     */
    public static Archive toRead(ArchivePlace place, String jobTables) {
        HikariDataSource dataSource = place.connect();
        try {
            Migrations.run(dataSource, place.kind(), jobTables);
            return new Archive(place, Store.on(dataSource), null);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    public ArchivePlace place() {
        return place;
    }

    /** Reads and writes what this run brings. */
    public Store brought(int run) {
        return store.within(new Extent(Extent.Kind.BROUGHT, run));
    }

    /** Reads what held when this run had ended. */
    public Store held(int run) {
        return store.within(new Extent(Extent.Kind.HELD, run));
    }

    /** What workers on other machines read. */
    public Parts parts() {
        return new Parts(store);
    }

    /**
     * Makes sure that the lock of the one who writes is held, where the server may have forgotten it.
     *
     * @throws LostLockException where another process has it by now
     */
    public void holdOn() {
        ArchiveLock held = lock;
        if (held != null && !held.isHeld() && !held.retake()) {
            throw new LostLockException(place.name());
        }
    }

    // runs

    /** All runs, the first one first. */
    public List<ArchivedRun> runs() {
        List<ArchivedRun> runs = new ArrayList<>();
        store.query(
                "select r.id, r.request, r.state, r.version, r.started, r.finished, r.arguments, r.records, r.findings,"
                        + " (select count(*) from source s where s.since_run = r.id) from run r order by r.id",
                row -> runs.add(run(row)));
        return runs;
    }

    private static ArchivedRun run(ResultSet row) throws java.sql.SQLException {
        String finished = row.getString(6);
        return new ArchivedRun(
                row.getInt(1),
                row.getString(2),
                State.valueOf(row.getString(3)),
                row.getString(4),
                Instant.parse(row.getString(5)),
                finished == null ? null : Instant.parse(finished),
                StoreCodec.texts(row.getString(7)),
                row.getInt(10),
                row.getLong(8),
                row.getLong(9));
    }

    /** The number of the last run whose records are in the archive; 0 where there is none. */
    public int lastRun() {
        int[] last = new int[1];
        store.query(
                "select coalesce(max(id), 0) from run where state in ('RELATED', 'DONE')",
                row -> last[0] = row.getInt(1));
        return last[0];
    }

    /** The run that was interrupted; null where there is none. */
    public @Nullable ArchivedRun interrupted() {
        return runs().stream()
                .filter(run -> run.state() == State.RUNNING || run.state() == State.RELATED)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Begins a run, and answers its number. */
    public int begin(String request, String version, Instant started, List<String> arguments) {
        int[] id = new int[1];
        store.query("select coalesce(max(id), 0) + 1 from run", row -> id[0] = row.getInt(1));
        store.update(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into run (id, request, state, version, started, arguments, records, findings)"
                            + " values (?, ?, 'RUNNING', ?, ?, ?, 0, 0)")) {
                insert.setInt(1, id[0]);
                insert.setString(2, request);
                insert.setString(3, version);
                insert.setString(4, started.toString());
                insert.setString(5, StoreCodec.join(arguments));
                insert.executeUpdate();
            }
        });
        return id[0];
    }

    /**
     * Notes that the records of the run are in the archive, in the transaction that brings them in.
     *
     * @throws LostLockException where the server has ended the connection that held the lock: another process may write by now
     */
    public void related(int run) {
        if (lock != null && !lock.isHeld()) {
            throw new LostLockException(place.name());
        }
        store.update(connection -> {
            try (PreparedStatement update = connection.prepareStatement("update run set state = 'RELATED',"
                    + " records = (select count(*) from record where source_id in"
                    + " (select id from source where since_run = ?)),"
                    + " findings = (select count(*) from finding where since_run = ?) where id = ?")) {
                update.setInt(1, run);
                update.setInt(2, run);
                update.setInt(3, run);
                update.executeUpdate();
            }
        });
    }

    /** Notes that the run is over. */
    public void done(int run, Instant finished) {
        state(run, State.DONE, finished);
    }

    private void state(int run, State state, Instant finished) {
        store.update(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update run set state = ?, finished = ? where id = ?")) {
                update.setString(1, state.name());
                update.setString(2, finished.toString());
                update.setInt(3, run);
                update.executeUpdate();
            }
        });
    }

    /**
     * Ends a run that was interrupted and is not to be gone on with: what it had staged goes, what it had brought into the
     * archive stays.
     */
    public void giveUp(ArchivedRun run, Instant finished) {
        if (run.state() == State.RELATED) {
            done(run.id(), finished);
            return;
        }
        store.inTransaction(() -> {
            store.update(connection -> {
                // First: from here on no worker writes to them.
                Parts.forget(connection, run.id());
                String sources = "(select id from source where since_run = " + run.id() + ")";
                for (String table : List.of(
                        "record", "sheaf", "finding", "change", "reading", "skipped", "sheet", "layout", "piece",
                        "card")) {
                    execute(connection, "delete from " + table + " where source_id in " + sources);
                }
                execute(connection, "delete from finding where since_run = " + run.id());
                execute(connection, "delete from tally where run_id = " + run.id());
                execute(connection, "delete from source where since_run = " + run.id());
            });
            state(run.id(), State.UNDONE, finished);
        });
    }

    private static void execute(java.sql.Connection connection, String sql) throws java.sql.SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    // notes

    /** What was noted under this name; null where nothing was. */
    public @Nullable String note(String name) {
        List<String> notes = new ArrayList<>();
        store.query("select name, text from note", row -> {
            if (row.getString(1).equals(name)) {
                notes.add(row.getString(2));
            }
        });
        return notes.isEmpty() ? null : notes.get(0);
    }

    /** Notes it, in place of what was noted under this name before. */
    public void note(String name, String text) {
        note(name, text, null);
    }

    /** The texts noted under this name; null where none were. */
    public @Nullable List<String> texts(String name) {
        String noted = note(name);
        return noted == null ? null : StoreCodec.texts(noted);
    }

    /** Notes several texts, in place of what was noted under this name before. */
    public void note(String name, List<String> texts) {
        note(name, StoreCodec.join(texts));
    }

    /** The data noted under this name; null where there are none. */
    public byte @Nullable [] data(String name) {
        List<byte[]> found = new ArrayList<>();
        store.query("select name, data from note where data is not null", row -> {
            if (row.getString(1).equals(name)) {
                found.add(row.getBytes(2));
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** Notes data with the text, in the transaction of the thread. */
    public void note(String name, String text, byte @Nullable [] data) {
        store.update(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into note (name, text, data) values (?, ?, ?) on conflict (name) do update"
                            + " set text = excluded.text, data = excluded.data")) {
                insert.setString(1, name);
                insert.setString(2, text);
                insert.setBytes(3, data);
                insert.executeUpdate();
            }
        });
    }

    /** A name that no other archive has, for what is made for this one elsewhere. */
    public String identity() {
        if (note(IDENTITY) == null) {
            store.update(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into note (name, text) values (?, ?) on conflict (name) do nothing")) {
                    insert.setString(1, IDENTITY);
                    insert.setString(2, UUID.randomUUID().toString().substring(0, 8));
                    insert.executeUpdate();
                }
            });
        }
        return Objects.requireNonNull(note(IDENTITY));
    }

    // sources

    /** An earlier source of the same content, which holds. */
    public @Nullable ArchivedSource known(String sha256, int run) {
        List<ArchivedSource> found = sources(
                "s.sha256 = '" + sha256 + "' and s.until_run is null and s.state = 'READ' and s.since_run < " + run);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Every source that was ever brought, by name and run. */
    public List<ArchivedSource> sources() {
        return sources("1 = 1");
    }

    private List<ArchivedSource> sources(String condition) {
        List<ArchivedSource> found = new ArrayList<>();
        store.query(
                "select s.id, s.path, s.sha256, s.state, s.since_run, s.until_run, r.started, (select count(*) from record"
                        + " c where c.source_id = s.id) from source s join run r on r.id = s.since_run where "
                        + condition
                        + " order by s.path, s.since_run",
                row -> {
                    int until = row.getInt(6);
                    boolean holds = row.wasNull();
                    found.add(new ArchivedSource(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            SourceSummary.State.valueOf(row.getString(4)),
                            row.getInt(5),
                            holds ? null : until,
                            Instant.parse(row.getString(7)),
                            row.getLong(8)));
                });
        return found;
    }

    /**
     * Takes what the run has read into the archive, in the transaction of the thread: a source that was not read to its end
     * or is known stays out, and ends an earlier version of its name by being read.
     *
     * @return the numbers of the sources that hold no longer
     */
    public List<Integer> takeUp(int run) {
        List<Integer> ended = new ArrayList<>();
        store.update(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select o.id from source o where o.until_run is null and o.since_run < ? and exists (select 1 from"
                            + " source n where n.path = o.path and n.since_run = ? and n.sha256 <> o.sha256"
                            + " and n.state in ('READ', 'DUPLICATE')) order by o.id")) {
                select.setInt(1, run);
                select.setInt(2, run);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ended.add(row.getInt(1));
                    }
                }
            }
            execute(
                    connection,
                    "update source set until_run = " + run + " where since_run = " + run + " and state <> 'READ'");
            for (int source : ended) {
                execute(connection, "update source set until_run = " + run + " where id = " + source);
            }
        });
        return ended;
    }

    /** How many rows with records hold when this run has ended, in the transaction of the thread. */
    public long heldRecords(int run) {
        long[] rows = new long[1];
        store.update(connection -> {
            try (PreparedStatement select =
                            connection.prepareStatement("select coalesce(sum(t.rows_record), 0) from sheet t where "
                                    + new Extent(Extent.Kind.HELD, run).of("t.source_id"));
                    ResultSet row = select.executeQuery()) {
                rows[0] = row.next() ? row.getLong(1) : 0;
            }
        });
        return rows[0];
    }

    /** The versions that the run put in place of others: the new source for the old one. */
    public Map<ArchivedSource, ArchivedSource> superseded(int run) {
        Map<ArchivedSource, ArchivedSource> superseded = new java.util.LinkedHashMap<>();
        List<ArchivedSource> all = sources("s.since_run = " + run + " or s.until_run = " + run);
        for (ArchivedSource now : all) {
            for (ArchivedSource before : all) {
                if (now.since() == run && before.since() < run && before.path().equals(now.path())) {
                    superseded.put(now, before);
                }
            }
        }
        return superseded;
    }

    /** Closes the database, and gives up the lock. */
    @Override
    public void close() {
        store.close();
        if (lock != null) {
            lock.close();
        }
    }
}
