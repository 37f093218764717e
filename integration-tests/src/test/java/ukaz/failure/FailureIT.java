package ukaz.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.job.ChildProcess;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;

/** The machine fails in mid-run: one sentence, the right exit code, nothing half-written, and the next run is whole. */
@Timeout(300)
class FailureIT {

    private static final Path SAMPLES = Path.of("../samples");
    private static final String[] ALL = {
        "--format", "xlsx,html,jsonl,csv", "--annotate", "--no-progress", "--lang", "en"
    };

    /** Enough for each stage to last until a signal has come. */
    private static final int ROWS = 8_000;

    @TempDir
    private Path work;

    @BeforeEach
    void know_the_samples() {
        assertThat(SAMPLES).isDirectory();
    }

    @Test
    void a_disk_that_is_full_in_any_place_is_said_and_forgiven() throws Exception {
        try (SmallDisk disk = SmallDisk.at(work.resolve("disk"), 100)) {
            Path out = disk.folder().resolve("out");
            int failures = 0;
            for (int kilobytes = 100; ; kilobytes += 400) {
                disk.resize(kilobytes);

                Ukaz ukaz = check(SAMPLES, out);

                if (ukaz.exitCode() < 2) {
                    break;
                }
                failures++;
                assertThat(ukaz.exitCode()).as(kilobytes + "k: " + ukaz.err()).isIn(2, 4);
                assertThat(sentences(ukaz))
                        .as(kilobytes + "k")
                        .singleElement()
                        .satisfies(line -> assertThat(line).contains("disk is full"));
                assertThat(ukaz.out()).isEmpty();
                assertThatNothingIsHalfWritten(out);
            }
            assertThat(failures).as("places where it was full").isGreaterThan(2);
            new Outputs(out).assertThatTheyAgree();
            new Outputs(out).assertThatNothingIsLeftOver();
        }
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_said_before_anything_is_read() throws Exception {
        try (SmallDisk disk = SmallDisk.at(work.resolve("disk"), 1_000)) {
            disk.makeReadOnly();

            for (Path out : List.of(disk.folder(), disk.folder().resolve("out"))) {
                Ukaz ukaz = check(SAMPLES, out);

                assertThat(ukaz.exitCode()).isEqualTo(2);
                assertThat(ukaz.errors())
                        .singleElement()
                        .satisfies(line -> assertThat(line).contains("the reports cannot go to"));
            }
        }
    }

    @Test
    void memory_that_runs_out_is_said_in_a_sentence() throws Exception {
        Path list = list(100);
        Files.writeString(list, "Ж".repeat(20_000_000), StandardOpenOption.APPEND);
        Path log = work.resolve("log");
        Path out = work.resolve("out");
        List<Object> arguments = new ArrayList<>(List.of(arguments(list, out)));
        arguments.addAll(List.of("--max-cell-chars", "30000000"));

        int exitCode = ChildProcess.start("24m", log, arguments.toArray()).waitFor();

        String said = Files.readString(log);
        assertThat(exitCode).as(said).isEqualTo(4);
        assertThat(said).doesNotContain("\tat ");
        assertThat(said.lines().filter(line -> line.startsWith("ukaz:")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("memory ran out"));
        assertThatNothingIsHalfWritten(out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Looking at the files", "Reading and checking", "Writing the reports"})
    void a_signal_to_end_leaves_nothing_half_written_and_the_next_run_is_whole(String stage) throws Exception {
        Path list = list(ROWS);
        Path log = work.resolve("log");
        Path out = work.resolve("out");
        Process process = ChildProcess.start("256m", log, arguments(list, out));
        while (process.isAlive() && !Files.readString(log).contains(stage)) {
            Thread.sleep(2);
        }
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isIn(143, 4);
        assertThat(log)
                .content()
                .doesNotContain("\tat ")
                .containsOnlyOnce("ukaz: stopped. The same command goes on where it stopped");
        assertThatNothingIsHalfWritten(out);
        Ukaz again = Ukaz.run(Clock.systemUTC(), arguments(list, out));
        assertThat(again.exitCode()).as(again.err()).isIn(0, 1);
        new Outputs(out).assertThatTheyAgree();
        new Outputs(out).assertThatNothingIsLeftOver();
        assertThat(new Outputs(out).records()).hasSize(ROWS);
    }

    @Test
    void a_store_that_was_spoilt_in_between_is_not_gone_on_from() throws Exception {
        Path out = work.resolve("out");
        Path inTheWay = Files.createDirectories(out.resolve("report.xlsx/folder"));
        assertThat(check(SAMPLES, out).exitCode()).isEqualTo(4);
        Files.writeString(out.resolve(".ukaz-run/store.db"), "no database any more, ".repeat(1_000));
        Files.delete(inTheWay);
        Files.delete(out.resolve("report.xlsx"));

        Ukaz ukaz = check(SAMPLES, out);

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(1);
        new Outputs(out).assertThatTheyAgree();
    }

    @Test
    void a_clock_that_goes_backwards_stops_nothing() {
        Path out = work.resolve("out");
        Clock backwards = new Clock() {
            private Instant now = Instant.parse("2026-01-15T12:00:00Z");

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                now = now.minus(Duration.ofHours(7));
                return now;
            }
        };

        Ukaz ukaz = Ukaz.run(backwards, "check", SAMPLES, "--out", out, "--no-progress", "--lang", "en");

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(1);
        assertThat(ukaz.out()).doesNotContainPattern("Time +-");
    }

    @Test
    void a_reader_that_goes_away_is_no_failure() throws Exception {
        Path log = work.resolve("log");
        List<String> command = ChildProcess.command("128m", "rules");
        String line =
                String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
        Process process = new ProcessBuilder("/bin/sh", "-c", "(" + line + "; echo $? >&2) | head -n 1 >/dev/null")
                .redirectError(log.toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(log).strip()).isEqualTo("0");
    }

    @Test
    void a_reader_of_the_results_that_goes_away_costs_no_report() throws Exception {
        Path log = work.resolve("log");
        Path out = work.resolve("out");
        List<String> command = ChildProcess.command("256m", arguments(SAMPLES, out));
        String line =
                String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
        Process process = new ProcessBuilder("/bin/sh", "-c", "(" + line + "; echo $? >&2) | true")
                .redirectError(log.toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(log).lines().toList())
                .as("the exit code of its findings, and no word of the pipe")
                .endsWith("1")
                .noneMatch(said -> said.startsWith("ukaz:") || said.contains("\tat "));
        new Outputs(out).assertThatTheyAgree();
        new Outputs(out).assertThatNothingIsLeftOver();
    }

    @Test
    void an_archive_that_cannot_be_written_to_is_said_before_anything_is_read() throws Exception {
        try (SmallDisk disk = SmallDisk.at(work.resolve("disk"), 1_000)) {
            disk.makeReadOnly();
            Path archive = disk.folder().resolve("archive");

            Ukaz ukaz = Ukaz.run(
                    "import",
                    SAMPLES,
                    "--archive",
                    archive,
                    "--out",
                    work.resolve("out"),
                    "--no-progress",
                    "--lang",
                    "en");

            assertThat(ukaz.exitCode()).isIn(2, 4);
            assertThat(ukaz.errors())
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("ukaz:").contains(archive.toString()));
        }
    }

    private static Ukaz check(Path input, Path out) {
        return Ukaz.run(arguments(input, out));
    }

    private static Object[] arguments(Path input, Path out) {
        List<Object> arguments = new ArrayList<>(List.of("check", input, "--out", out));
        arguments.addAll(List.of(ALL));
        return arguments.toArray();
    }

    /** What it says besides its progress. */
    private static List<String> sentences(Ukaz ukaz) {
        return ukaz.errors().stream().filter(line -> line.startsWith("ukaz:")).toList();
    }

    private static void assertThatNothingIsHalfWritten(Path out) throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(out.resolve(".ukaz-run")))
                            .map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> !name.endsWith(".part")))
                    .isEmpty();
        }
    }

    private Path list(int rows) {
        Path file = work.resolve("list.csv");
        StringBuilder text = new StringBuilder("ФИО;Дата рождения;Награда;Дата указа\n");
        for (int i = 0; i < rows; i++) {
            text.append("Образцов").append((char) ('а' + i % 32)).append((char) ('а' + i / 32 % 32));
            text.append(" Пётр Ильич;12.03.1905;ГСТ;29.10.")
                    .append(1930 + i % 60)
                    .append('\n');
        }
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
