package ukaz.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;

/** A check that was killed goes on where it stopped, and says what an undisturbed one says. */
class RestartIT {

    private static final int ROWS = 30_000;

    @TempDir
    private Path work;

    @Test
    @Timeout(900)
    void a_killed_check_goes_on_and_loses_nothing() throws Exception {
        Path list = InventedPeople.list(work.resolve("list.csv"), ROWS);
        Path disturbed = work.resolve("disturbed");
        Path log = work.resolve("log");

        Process first = ChildProcess.start("256m", log, Ukaz.lines("check", list, disturbed));
        long staged = killInTheMiddle(first, disturbed.resolve(".ukaz-run/store.db"));
        assertThat(staged).as("records staged when it was killed").isBetween(1L, ROWS - 1L);
        assertThat(disturbed.resolve("records.jsonl")).doesNotExist();

        Ukaz again = Ukaz.run(Clock.systemUTC(), Ukaz.lines("check", list, disturbed));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("Going on with the run that was interrupted here.");

        Path undisturbed = work.resolve("undisturbed");
        Ukaz calm = Ukaz.run(Clock.systemUTC(), Ukaz.lines("check", list, undisturbed));
        assertThat(calm.exitCode()).as(calm.err()).isZero();
        assertThat(disturbed.resolve("records.jsonl")).hasSameTextualContentAs(undisturbed.resolve("records.jsonl"));
        assertThat(disturbed.resolve("discrepancies.jsonl"))
                .hasSameTextualContentAs(undisturbed.resolve("discrepancies.jsonl"));
        Outputs after = new Outputs(disturbed);
        Outputs of = new Outputs(undisturbed);
        assertThat(after.summary().get("records")).isEqualTo((long) ROWS);
        assertThat(after.summary().get("rules")).isEqualTo(of.summary().get("rules"));
        assertThat(after.summary().get("files")).isEqualTo(of.summary().get("files"));
        assertThat(disturbed.resolve(".ukaz-run")).doesNotExist();
    }

    /** Kills the process when some of the rows are staged, and tells how many. */
    private static long killInTheMiddle(Process process, Path store) throws InterruptedException {
        while (process.isAlive()) {
            if (Files.exists(store)) {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store + "?busy_timeout=0");
                        Statement statement = connection.createStatement()) {
                    if (staged(statement) >= 1_000) {
                        lock(statement, process);
                        process.destroyForcibly().waitFor();
                        return staged(statement);
                    }
                } catch (SQLException e) {
                    // Its tables are being made.
                }
            }
            Thread.sleep(5);
        }
        return -1;
    }

    /** From here on nobody else writes. Whoever waits in patience for that may be let in behind the last row. */
    private static void lock(Statement statement, Process process) {
        while (process.isAlive()) {
            try {
                statement.execute("begin immediate");
                return;
            } catch (SQLException e) {
                Thread.onSpinWait();
            }
        }
    }

    private static long staged(Statement statement) throws SQLException {
        try (ResultSet count = statement.executeQuery("select count(*) from record")) {
            return count.getLong(1);
        }
    }
}
