package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.job.ChildProcess;

/**
 * Imports that are killed at random points and begun again end as if nobody had disturbed them.
 *
 * <p>{@code -Dukaz.torture=200} kills that many; the seed of the points is printed, and {@code -Dukaz.torture.seed} sets it.
 */
abstract class Torture {

    private static final int IMPORTS = Integer.getInteger("ukaz.torture", 3);
    private static final long SEED = Long.getLong("ukaz.torture.seed", 6);
    private static final int ROWS = 1_500;
    private static final int NAMES = 4;

    @TempDir
    private Path work;

    /** Names an archive that is not there yet. */
    abstract ArchiveAddress address(Path folder) throws Exception;

    @Test
    void killed_imports_lose_and_double_nothing() throws Exception {
        ArchiveAddress calm = address(Files.createDirectory(work.resolve("calm")));
        ArchiveAddress disturbed = address(Files.createDirectory(work.resolve("disturbed")));
        Random random = new Random(SEED);
        System.out.println("Killing " + IMPORTS + " imports, seed " + SEED);
        int killed = 0;
        List<String> told = new ArrayList<>();
        for (int i = 0; i < IMPORTS; i++) {
            Path list = list(i);
            Path log = work.resolve("log");
            long begun = System.nanoTime();
            int calmly = ChildProcess.start("256m", log, arguments(calm, list, "calm-out"))
                    .waitFor();
            long usual = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            assertThat(calmly).as(Files.readString(log)).isZero();

            Process first = ChildProcess.start("256m", log, arguments(disturbed, list, "out"));
            if (!first.waitFor(usual / 4 + random.nextLong(usual * 3 / 4), TimeUnit.MILLISECONDS)) {
                first.destroyForcibly().waitFor();
                killed++;
            }
            int exitCode = ChildProcess.start("256m", log, arguments(disturbed, list, "out"))
                    .waitFor();
            assertThat(exitCode).as(Files.readString(log)).isZero();
            told.addAll(Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith("Going on with run") || line.contains("was interrupted"))
                    .toList());
        }
        System.out.println("Killed " + killed + ", of which " + told.size() + " said so when they were begun again");

        assertThat(killed).as("imports that were killed before their end").isPositive();
        Reported.of(disturbed, work.resolve("all-disturbed"))
                .assertEqualTo(Reported.of(calm, work.resolve("all-calm")));
        for (String what : List.of(
                "record r join source s on s.id = r.source_id where s.until_run is null",
                "change c join source s on s.id = c.source_id where s.until_run is null",
                "skipped k join source s on s.id = k.source_id where s.until_run is null",
                "finding f join source s on s.id = f.source_id where s.until_run is null and f.until_run is null",
                "source s where s.until_run is null and s.state <> 'READ'")) {
            assertThat(count(disturbed, what)).as(what).isEqualTo(count(calm, what));
        }
    }

    /** Every list tells of people of those before it too; every fourth is a new version of the one four before. */
    private Path list(int import_) throws IOException {
        Random random = new Random(SEED * 1_000 + import_);
        StringBuilder text = new StringBuilder("№ п/п;ФИО;Дата рождения;Награда;Дата указа;Номер медали\n");
        for (int i = 1; i <= ROWS; i++) {
            int person = random.nextInt(ROWS * 3);
            text.append(i)
                    .append(';')
                    .append(ukaz.job.InventedPeople.name(person))
                    .append(";12.03.")
                    .append(1890 + person % 30)
                    .append(";ГСТ;29.10.")
                    .append(person % 10 == 0 ? 1930 : 1940 + person % 50)
                    .append(';')
                    .append(random.nextInt(20) == 0 ? 7 : person + 100)
                    .append('\n');
        }
        return Files.writeString(work.resolve("list" + import_ % NAMES + ".csv"), text);
    }

    private Object[] arguments(ArchiveAddress archive, Path list, String out) {
        return archive.arguments(
                "import",
                list,
                "--out",
                work.resolve(out),
                "--format",
                "jsonl",
                "--fail-on",
                "never",
                "--no-progress",
                "--lang",
                "en");
    }

    private static long count(ArchiveAddress archive, String what) throws Exception {
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + what)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
