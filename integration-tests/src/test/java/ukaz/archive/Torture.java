package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.job.ChildProcess;
import ukaz.job.InventedPeople;
import ukaz.run.Ukaz;

/**
 * Imports that are disturbed at random points and begun again end as if nobody had disturbed them.
 *
 * <p>{@code -Dukaz.torture=200} disturbs that many; the seed of the points is printed, and {@code -Dukaz.torture.seed} sets it.
 */
abstract class Torture {

    private static final int IMPORTS = Integer.getInteger("ukaz.torture", 3);
    private static final long SEED = Long.getLong("ukaz.torture.seed", 6);

    /** Then another archive is begun, so that its tables are made under blows too. */
    private static final int IMPORTS_PER_ARCHIVE = 5;
    /** Every such archive relates anew only what an import concerns, as a large one does. */
    private static final int LARGE = 3;

    private static final int NAMES = 3;
    private static final int[] ROWS = {1_700, 400};
    private static final int PATIENCE_SECONDS = 180;

    /** What an import says when a stage begins; the first is its start, with the making of the tables. */
    private static final List<String> STAGES =
            List.of("", "Looking at the files", "Reading and checking", "Writing the reports");

    @TempDir
    private Path work;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> blows = new TreeMap<>();
    private final long[] usual = new long[STAGES.size()];

    /** Names an archive that is not there yet. */
    abstract ArchiveAddress address(Path folder) throws Exception;

    /** The ways in which an import can be disturbed. */
    enum Blow {
        KILLED,
        TOLD_TO_END,
        /** A server has ended some of its connections. */
        CUT_OFF
    }

    /** What can happen here, the more likely more often. */
    Blow[] blows() {
        return new Blow[] {Blow.KILLED, Blow.KILLED, Blow.TOLD_TO_END};
    }

    /** Where an archive stands: its last run, the state of that, and the last step of its job. */
    private record Standing(int run, String state, String step) {}

    @Test
    void disturbed_imports_lose_and_double_nothing() throws Exception {
        System.out.println("Disturbing " + IMPORTS + " imports, seed " + SEED);
        for (int first = 0; first < IMPORTS; first += IMPORTS_PER_ARCHIVE) {
            archive(first, Math.min(IMPORTS, first + IMPORTS_PER_ARCHIVE));
        }
        System.out.println("Ways and steps: " + blows);
        assertThat(blows).as("disturbed before their end").isNotEmpty();
    }

    private void archive(int first, int end) throws Exception {
        boolean large = first / IMPORTS_PER_ARCHIVE % LARGE == LARGE - 1;
        ArchiveAddress calm = address(Files.createDirectory(work.resolve("calm" + first)));
        ArchiveAddress disturbed = address(Files.createDirectory(work.resolve("disturbed" + first)));
        for (int i = first; i < end; i++) {
            Path lists = lists(i);
            String when = "import " + i + ": ";
            if (large || i == first) {
                calmly(large, calm, lists);
            } else {
                Ukaz ukaz = Ukaz.run(Clock.systemUTC(), calm.imports(lists, work.resolve("calm-out")));
                assertThat(ukaz.exitCode()).as(when + ukaz.err()).isZero();
            }
            int before = standing(disturbed).run();
            int stage = i == first && random.nextBoolean() ? 0 : 1 + random.nextInt(STAGES.size() - 1);
            when += disturb(start(large, disturbed, lists), stage, disturbed);
            Standing left = standing(disturbed);
            while (random.nextInt(4) == 0) {
                when += ", "
                        + disturb(start(large, disturbed, lists), 1 + random.nextInt(STAGES.size() - 1), disturbed);
                left = standing(disturbed);
            }
            Process last = start(large, disturbed, lists);
            assertThat(last.waitFor()).as(when + log()).isZero();
            boolean begun = left.run() > before
                    && (left.state().equals("RUNNING") || left.state().equals("RELATED"));
            assertThat(log().contains("Going on with run " + left.run() + ","))
                    .as(when + ": says that it goes on with run " + left + "\n" + log())
                    .isEqualTo(begun);
            // Disturbed in vain, the first has taken all in, and one after it finds nothing new.
            if (left.run() == before || begun && left.run() == before + 1) {
                Reported.in(work.resolve("out")).assertEqualTo(Reported.in(work.resolve("calm-out")), when);
                assertThat(work.resolve("out/revisions.jsonl").toFile().exists())
                        .as(when)
                        .isEqualTo(work.resolve("calm-out/revisions.jsonl")
                                .toFile()
                                .exists());
            }
        }
        assertEqual(calm, disturbed, "archive of the imports from " + first);
    }

    private void assertEqual(ArchiveAddress calm, ArchiveAddress disturbed, String when) throws Exception {
        Reported.of(disturbed, work.resolve("all-disturbed"))
                .assertEqualTo(Reported.of(calm, work.resolve("all-calm")), when);
        assertThat(disturbed.cards()).as(when + ": cards").isEqualTo(calm.cards());
        for (String what : List.of(
                "record r join source s on s.id = r.source_id where s.state <> 'PENDING'",
                "change c join source s on s.id = c.source_id where s.until_run is null",
                "skipped k join source s on s.id = k.source_id where s.until_run is null",
                "finding f join source s on s.id = f.source_id where s.until_run is null and f.until_run is null",
                "source s where s.until_run is null and s.state <> 'READ'")) {
            assertThat(count(disturbed, what)).as(when + ": " + what).isEqualTo(count(calm, what));
        }
    }

    /** Runs it to its end, and notes how long each stage takes. */
    private void calmly(boolean large, ArchiveAddress archive, Path lists) throws Exception {
        Process process =
                ChildProcess.start("256m", options(large), logFile(), archive.imports(lists, work.resolve("calm-out")));
        long begun = System.nanoTime();
        for (int stage = 1; stage < STAGES.size(); stage++) {
            await(process, STAGES.get(stage));
            usual[stage - 1] = millisSince(begun);
            begun = System.nanoTime();
        }
        assertThat(process.waitFor()).as(log()).isZero();
        usual[STAGES.size() - 1] = millisSince(begun);
    }

    /** Disturbs it somewhere in the stage, and tells how and where. */
    private String disturb(Process process, int stage, ArchiveAddress archive) throws Exception {
        Blow blow = blows()[random.nextInt(blows().length)];
        // The virtual machine itself takes the first third of the start.
        long from = stage == 0 ? usual[0] / 3 : 0;
        long moment = from + random.nextLong(Math.max(1, usual[stage] - from));
        await(process, STAGES.get(stage));
        if (process.waitFor(moment, TimeUnit.MILLISECONDS)) {
            return "ended before";
        }
        switch (blow) {
            case KILLED -> process.destroyForcibly();
            case TOLD_TO_END -> process.destroy();
            case CUT_OFF -> cut(archive);
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ends")
                .isTrue();
        assertThat(process.exitValue()).as(blow + ": " + log()).isIn(0, 4, 137, 143);
        String told = blow + " in "
                + (process.exitValue() == 0 ? "vain" : standing(archive).step());
        blows.merge(told, 1, Integer::sum);
        return told;
    }

    private void await(Process process, String said) throws IOException, InterruptedException {
        while (!log().contains(said) && process.isAlive()) {
            Thread.sleep(2);
        }
    }

    private void cut(ArchiveAddress archive) throws SQLException {
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            List<Integer> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select pid from pg_stat_activity where datname ="
                    + " current_database() and pid <> pg_backend_pid() order by backend_start")) {
                while (row.next()) {
                    all.add(row.getInt(1));
                }
            }
            for (int pid : all) {
                if (random.nextInt(3) > 0) {
                    statement.execute("select pg_terminate_backend(" + pid + ")");
                }
            }
        }
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private Path logFile() {
        return work.resolve("log");
    }

    private String log() throws IOException {
        return Files.readString(logFile());
    }

    /** Every list tells of people of those before it too; after some imports the names come again, with new versions. */
    private Path lists(int import_) throws IOException {
        Random rows = new Random(SEED * 1_000 + import_);
        Path folder = Files.createDirectory(work.resolve("lists" + import_));
        for (int list = 0; list < ROWS.length; list++) {
            StringBuilder text = new StringBuilder("№ п/п;ФИО;Дата рождения;Награда;Дата указа;Номер медали\n");
            for (int i = 1; i <= ROWS[list]; i++) {
                int person = rows.nextInt(ROWS[0] * 3);
                text.append(i)
                        .append(';')
                        .append(InventedPeople.name(person))
                        .append(";12.03.")
                        .append(1890 + person % 30)
                        .append(";ГСТ;29.10.")
                        .append(person % 10 == 0 ? 1930 : 1940 + person % 50)
                        .append(';')
                        .append(rows.nextInt(20) == 0 ? 7 : person + 100)
                        .append('\n');
            }
            Files.writeString(folder.resolve("list" + import_ % NAMES + "-" + list + ".csv"), text);
        }
        return folder;
    }

    private Process start(boolean large, ArchiveAddress archive, Path lists) throws IOException {
        return ChildProcess.start("256m", options(large), logFile(), archive.imports(lists, work.resolve("out")));
    }

    private static List<String> options(boolean large) {
        return large ? List.of("-Dukaz.archive.few=1000") : List.of();
    }

    private static Standing standing(ArchiveAddress archive) throws SQLException {
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            int run = 0;
            String state = "none";
            try (ResultSet row = statement.executeQuery("select id, state from run order by id desc")) {
                if (row.next()) {
                    run = row.getInt(1);
                    state = row.getString(2);
                }
            }
            try (ResultSet row = statement.executeQuery(
                    "select step_name, status from batch_step_execution order by step_execution_id desc")) {
                String step = row.next() ? row.getString(1).replaceAll(":.*", "") : "start";
                return new Standing(run, state, step);
            }
        } catch (SQLException e) {
            return new Standing(0, "none", "migration");
        }
    }

    private static long count(ArchiveAddress archive, String what) throws Exception {
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + what)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
