package ukaz.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the runs of an archive that are read by workers on other machines, and who did what.
 *
 * <p>A part has one holder at a time. Whoever takes it becomes the holder, and a chunk of rows is committed only together
 * with a line that its writer still holds the part: a worker that was given up for dead can come back and do no harm.
 */
public final class Parts {

    private static final String COLUMNS =
            "select p.id, p.run_id, p.name, p.source_id, p.execution, p.state, p.worker, p.attempts, p.failure,"
                    + " (select coalesce(sum(w.rows_read), 0) from part_work w where w.part_id = p.id),"
                    + " coalesce((select x.state from piece x where x.source_id = p.source_id and p.name like"
                    + " '%:' || x.first_sheet || '-' || x.last_sheet),"
                    + " (select s.state from source s where s.id = p.source_id)) from part p";

    private final Store store;

    Parts(Store store) {
        this.store = store;
    }

    /**
     * What a worker did in a run.
     *
     * @param parts how many it brought to their end, or took
     * @param rows how many it read
     * @param started when it took the first
     * @param ended when it wrote last
     */
    public record Work(String worker, int parts, long rows, Instant started, Instant ended) {}

    /**
     * What stands in a part, as far as it is read.
     *
     * @param path of its file
     * @param worker who took it last; empty where nobody has
     * @param sheets its sheets with how many rows were read of each: a text file has no names
     */
    public record Content(int run, String path, Piece piece, String worker, List<Sheet> sheets) {

        /** How many rows were read of a sheet. */
        public record Sheet(@Nullable String name, long rows) {}
    }

    // the manager

    /**
     * Asks for these parts to be read, by the names the job gives them.
     *
     * @param executions the job's step that waits for each
     * @param sources the file that each is of
     */
    public void ask(int run, Map<String, Long> executions, Map<String, Integer> sources) {
        store.inTransaction(() -> store.update(connection -> {
            int next = 1;
            try (PreparedStatement last = connection.prepareStatement("select coalesce(max(id), 0) + 1 from part");
                    ResultSet row = last.executeQuery()) {
                next = row.next() ? row.getInt(1) : next;
            }
            try (PreparedStatement ask = connection.prepareStatement(
                    "insert into part (id, run_id, name, source_id, execution, state, attempts)"
                            + " values (?, ?, ?, ?, ?, 'WAITING', 0) on conflict (run_id, name) do update set"
                            + " execution = excluded.execution, state = 'WAITING', holder = null, attempts = 0,"
                            + " failure = null")) {
                for (Map.Entry<String, Long> each : executions.entrySet()) {
                    ask.setInt(1, next++);
                    ask.setInt(2, run);
                    ask.setString(3, each.getKey());
                    ask.setInt(4, sources.getOrDefault(each.getKey(), Store.WHOLE_RUN));
                    ask.setLong(5, each.getValue());
                    ask.addBatch();
                }
                ask.executeBatch();
            }
        }));
    }

    /** The parts of a run, in the order of its files. */
    public List<Part> of(int run) {
        List<Part> parts = new ArrayList<>();
        store.query(COLUMNS + " where p.run_id = " + run + " order by p.source_id, p.id", row -> parts.add(part(row)));
        return parts;
    }

    /** Those parts of a run that no living worker has, though they are not over: they wait, or whoever had them is gone. */
    public Set<Integer> abandoned(int run) {
        Set<Integer> abandoned = new TreeSet<>();
        store.query(
                "select p.id from part p where p.run_id = " + run + " and p.state in ('WAITING', 'HELD') and not "
                        + PartLock.heldBy(),
                row -> abandoned.add(row.getInt(1)));
        return abandoned;
    }

    /** Takes away all parts of a run that are not over; when this has returned, nobody writes to them any more. */
    public void stop(int run) {
        store.inTransaction(() -> store.update(connection -> execute(
                connection,
                "update part set state = 'STOPPED', holder = null where state in ('WAITING', 'HELD') and run_id = ?",
                run)));
    }

    /**
     * True where a worker that lives has still to notice that a part of the run is not its own any more.
     *
     * <p>Such a worker writes no rows; but it may still tell the job how its step fared.
     */
    public boolean isWorkedOn(int run) {
        boolean[] any = new boolean[1];
        if (!of(run).isEmpty()) {
            store.query(
                    "select 1 from part p where p.run_id = " + run + " and " + PartLock.heldBy(), row -> any[0] = true);
        }
        return any[0];
    }

    /** Forgets the parts of a run, in the transaction of the thread; nobody can write to them from here on. */
    static void forget(Connection connection, int run) throws SQLException {
        execute(connection, "delete from part_work where part_id in (select id from part where run_id = ?)", run);
        execute(connection, "delete from part where run_id = ?", run);
    }

    private static void execute(Connection connection, String sql, int run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, run);
            statement.executeUpdate();
        }
    }

    /** Who did what in each run, by the number of the run. */
    public Map<Integer, List<Work>> work() {
        Map<Integer, List<Work>> work = new LinkedHashMap<>();
        store.query(
                "select p.run_id, w.worker, count(distinct p.id), sum(w.rows_read), min(w.started), max(w.ended)"
                        + " from part p join part_work w on w.part_id = p.id group by p.run_id, w.worker"
                        + " order by p.run_id, w.worker",
                row -> work.computeIfAbsent(row.getInt(1), run -> new ArrayList<>())
                        .add(new Work(
                                row.getString(2),
                                row.getInt(3),
                                row.getLong(4),
                                Instant.parse(row.getString(5)),
                                Instant.parse(row.getString(6)))));
        return work;
    }

    /** What stands in each part of all runs, in their order. */
    public List<Content> contents() {
        Map<Integer, Content> parts = new LinkedHashMap<>();
        store.query(
                "select p.id, p.run_id, p.name, s.path, p.worker, h.sheet, h.name, h.rows_read from part p"
                        + " join source s on s.id = p.source_id left join sheet h on h.source_id = s.id"
                        + " order by p.run_id, p.source_id, p.id, h.sheet",
                row -> {
                    String name = row.getString(3);
                    Content part = new Content(
                            row.getInt(2),
                            row.getString(4),
                            Piece.named(name.substring(name.indexOf(':') + 1)),
                            Objects.requireNonNullElse(row.getString(5), ""),
                            new ArrayList<>());
                    Content known = parts.putIfAbsent(row.getInt(1), part);
                    long rows = row.getLong(8);
                    if (!row.wasNull() && part.piece().sheets().contains(row.getInt(6))) {
                        (known == null ? part : known).sheets().add(new Content.Sheet(row.getString(7), rows));
                    }
                });
        return List.copyOf(parts.values());
    }

    /** How many cells of a run a reviewed list has changed. */
    public long corrected(int run) {
        long[] count = new long[1];
        store.query(
                "select coalesce(sum(w.corrected), 0) from part p join part_work w on w.part_id = p.id where p.run_id = "
                        + run,
                row -> count[0] = row.getLong(1));
        return count[0];
    }

    // the worker

    /** The part of this number; null where it is forgotten. */
    public @Nullable Part find(int id) {
        List<Part> found = new ArrayList<>();
        store.query(COLUMNS + " where p.id = " + id, row -> found.add(part(row)));
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * Becomes the holder of the part; false where it is over, or not asked for by this step any more.
     *
     * <p>When this has returned, nothing is being written to it by anybody who held it before.
     *
     * @param holder a name that nobody else ever uses
     */
    public boolean take(Part part, String holder, String worker, Instant now) {
        boolean[] taken = new boolean[1];
        store.inTransaction(() -> store.update(connection -> {
            try (PreparedStatement take = connection.prepareStatement(
                    "update part set state = 'HELD', holder = ?, worker = ?, attempts = attempts + 1"
                            + " where id = ? and execution = ? and state in ('WAITING', 'HELD')")) {
                take.setString(1, holder);
                take.setString(2, worker);
                take.setInt(3, part.id());
                take.setLong(4, part.execution());
                taken[0] = take.executeUpdate() == 1;
            }
            if (!taken[0]) {
                return;
            }
            try (PreparedStatement work = connection.prepareStatement(
                    "insert into part_work (part_id, holder, worker, rows_read, corrected, started, ended)"
                            + " values (?, ?, ?, 0, 0, ?, ?)")) {
                work.setInt(1, part.id());
                work.setString(2, holder);
                work.setString(3, worker);
                work.setString(4, now.toString());
                work.setString(5, now.toString());
                work.executeUpdate();
            }
        }));
        return taken[0];
    }

    /**
     * Says that the holder writes so many rows more, in the transaction of the thread and before any of them is written.
     *
     * @param corrected how many cells a reviewed list has changed in them
     * @throws TakenOverException where it is the holder no longer
     */
    public void writes(int part, String holder, long rows, long corrected, Instant now) {
        store.update(connection -> {
            // Locks the line until the rows are committed, so that whoever takes the part over waits for them.
            try (PreparedStatement hold =
                    connection.prepareStatement("update part set state = 'HELD' where id = ? and holder = ?")) {
                hold.setInt(1, part);
                hold.setString(2, holder);
                if (hold.executeUpdate() != 1) {
                    throw new TakenOverException(part);
                }
            }
            // Rows need not wait for the server's disk: what a crash takes of them is read again, and it cannot take
            // them
            // without what is committed after them, that the part is done.
            try (PreparedStatement work = connection.prepareStatement(
                    "update part_work set rows_read = rows_read + ?, corrected = corrected + ?,"
                            + " ended = ? where part_id = ? and holder = ?; set local synchronous_commit = off")) {
                work.setLong(1, rows);
                work.setLong(2, corrected);
                work.setString(3, now.toString());
                work.setInt(4, part);
                work.setString(5, holder);
                work.executeUpdate();
            }
        });
    }

    /** Gives the part back because the worker ends, which does not count as an attempt; nothing where another holds it. */
    public void putBack(int part, String holder) {
        store.inTransaction(() -> store.update(connection -> {
            try (PreparedStatement back =
                    connection.prepareStatement("update part set state = 'WAITING', holder = null,"
                            + " attempts = attempts - 1 where id = ? and holder = ?")) {
                back.setInt(1, part);
                back.setString(2, holder);
                back.executeUpdate();
            }
        }));
    }

    /** Gives the part back, done or not; nothing where it is held by somebody else. */
    public void release(int part, String holder, Part.State state, @Nullable String failure) {
        store.inTransaction(() -> store.update(connection -> {
            try (PreparedStatement release = connection.prepareStatement(
                    "update part set state = ?, holder = null, failure = ? where id = ? and holder = ?")) {
                release.setString(1, state.name());
                release.setString(2, failure);
                release.setInt(3, part);
                release.setString(4, holder);
                release.executeUpdate();
            }
        }));
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getInt(4),
                row.getLong(5),
                Part.State.valueOf(row.getString(6)),
                row.getString(7),
                row.getInt(8),
                row.getString(9),
                row.getLong(10),
                SourceSummary.State.FAILED.name().equals(row.getString(11)));
    }
}
