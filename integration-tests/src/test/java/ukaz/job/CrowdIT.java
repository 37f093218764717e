package ukaz.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Outputs;

/** Whatever stands in the rows, telling who is who takes no more memory than a register of different people would. */
class CrowdIT {

    private static final int ROWS = 60_000;
    private static final int NAMES = 30;

    @TempDir
    private Path work;

    @Test
    @Timeout(600)
    void a_crowd_of_one_birthday_and_a_few_names_and_one_row_thousands_of_times_pass_through_256_megabytes()
            throws Exception {
        Path list = work.resolve("list.csv");
        write(list);
        Path out = work.resolve("out");

        int exitCode = ChildProcess.run(
                "256m", work.resolve("log"), "check", list, "--out", out, "--format", "jsonl", "--fail-on", "never");

        assertThat(exitCode).as(Files.readString(work.resolve("log"))).isZero();
        var summary = new Outputs(out).summary();
        assertThat(summary.get("records")).isEqualTo((long) ROWS);
    }

    private static void write(Path list) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(list)) {
            out.write("ФИО;Дата рождения;Награда;Дата указа;Кем присвоено;Медаль №\n");
            for (int i = 0; i < ROWS; i++) {
                int name = i % 10 == 0 ? 0 : random.nextInt(NAMES);
                LocalDate decree = LocalDate.of(1944, 1, 1).plusDays(i % 10 == 0 ? 0 : random.nextInt(15_000));
                out.write("Иван" + (char) ('а' + name / 6) + "вский Иван Петр" + (char) ('а' + name % 6)
                        + "вич;03.02.1901;Герой Социалистического Труда;" + decree + ";ПВС СССР;"
                        + (i % 10 == 0 ? 7 : i) + "\n");
            }
        }
    }
}
