package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.store.ArchiveLock;
import ukaz.ingest.store.ArchivePlace;
import ukaz.job.ChildProcess;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.store.EmbeddedServer;
import ukaz.store.Gate;

/** An inbox is emptied into the archive, and nothing that lies in it is lost. */
class WatchIT {

    private static final String LIST =
            "ФИО;Дата рождения;Награда;Дата указа\nИванов Иван Ильич;12.03.1905;ГСТ;29.10.1949\n";
    private static final String STAMP = "2026-01-15_150000";

    @TempDir
    private Path work;

    private Path inbox;
    private Path out;

    @BeforeEach
    void make_the_inbox() throws IOException {
        inbox = Files.createDirectory(work.resolve("inbox"));
        out = work.resolve("reports");
    }

    @Test
    void what_lies_in_the_inbox_is_imported_and_put_away() throws IOException {
        Files.writeString(inbox.resolve("list.csv"), LIST);
        Files.writeString(inbox.resolve("damaged.xlsx"), "PK\u0003\u0004 no workbook");
        Files.writeString(inbox.resolve("readme.pdf"), "not for us");

        Ukaz ukaz = look();

        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(3);
        assertThat(inbox.resolve("done").resolve(STAMP).resolve("list.csv")).hasContent(LIST);
        assertThat(inbox.resolve("failed").resolve(STAMP).resolve("damaged.xlsx"))
                .exists();
        assertThat(Files.readString(inbox.resolve("failed").resolve(STAMP).resolve("damaged.xlsx.reason.txt")))
                .startsWith("source-");
        assertThat(names(inbox)).containsExactly("done", "failed", "readme.pdf");
        assertThat(new Outputs(out.resolve(STAMP)).records()).hasSize(1);
    }

    @Test
    void a_file_that_is_still_being_copied_is_left_alone() throws Exception {
        Path growing = Files.writeString(inbox.resolve("growing.csv"), LIST);
        AtomicBoolean copying = new AtomicBoolean(true);
        Thread copier = new Thread(() -> {
            try (OutputStream file = Files.newOutputStream(growing, StandardOpenOption.APPEND)) {
                while (copying.get()) {
                    file.write('\n');
                    file.flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        copier.start();

        Ukaz during = look();
        copying.set(false);
        copier.join();
        assertThat(during.err()).contains("Files still being written: 1");
        assertThat(growing).exists();
        Ukaz after = look();

        assertThat(after.exitCode()).as(after.err()).isZero();
        assertThat(growing).doesNotExist();
    }

    @Test
    void one_watcher_is_enough_for_an_archive() {
        ArchivePlace place = ArchivePlace.InFile.of(work.resolve("archive"));
        try (ArchiveLock lock = ArchiveLock.toWatch(place)) {
            assertThat(lock).isNotNull();

            Ukaz second = look();

            assertThat(second.exitCode()).isEqualTo(4);
            assertThat(second.err()).contains("another process watches an inbox for the archive");
        }
    }

    @Test
    void a_cron_expression_that_is_none_is_explained() {
        Ukaz ukaz = Ukaz.run("watch", "--inbox", inbox, "--cron", "at night", "--lang", "en");

        assertThat(ukaz.exitCode()).isEqualTo(2);
        assertThat(ukaz.err()).contains("six fields");
    }

    @Test
    @Timeout(120)
    void a_watcher_takes_files_as_they_arrive_and_ends_when_told() throws Exception {
        Path log = work.resolve("log");
        Process watcher = ChildProcess.start(
                "256m", log, watch("--archive", work.resolve("archive"), "--settle", 1, "--poll", 1));
        Path arriving = inbox.resolve("list.csv");
        Files.writeString(arriving, LIST);
        ChildProcess.await(watcher, log, () -> !Files.exists(arriving));

        watcher.destroy();

        assertThat(watcher.waitFor()).as(Files.readString(log)).isEqualTo(143);
        try (Stream<Path> done = Files.walk(inbox.resolve("done"))) {
            assertThat(done.map(path -> path.getFileName().toString())).contains("list.csv");
        }
    }

    @Test
    void a_night_that_was_missed_is_made_up_for_once_and_said() throws Exception {
        look();
        Files.writeString(inbox.resolve("list.csv"), LIST);

        Ukaz next = watchUntil(Duration.ofDays(3), () -> !Files.exists(inbox.resolve("list.csv")));
        Files.writeString(inbox.resolve("later.csv"), LIST.replace("Иванов", "Петров"));
        Ukaz again = watchUntil(Duration.ofDays(3).plusHours(1), () -> false);

        assertThat(next.errors().get(1))
                .isEqualTo("The look due at 2026-01-16 02:00:00 MSK was missed; it is made up for now.");
        assertThat(again.err()).doesNotContain("missed");
        assertThat(inbox.resolve("later.csv")).exists();
        Ukaz runs = Ukaz.run("archive", "runs", "--archive", work.resolve("archive"));
        assertThat(runs.out().lines().filter(line -> line.contains("done"))).hasSize(1);
    }

    /** Watches every night at two, from so long after all else on, until something has come true or a second is over. */
    private Ukaz watchUntil(Duration later, Callable<Boolean> isOver) throws Exception {
        AtomicReference<Ukaz> ended = new AtomicReference<>();
        Thread watcher = new Thread(() -> ended.set(Ukaz.run(
                Clock.offset(Ukaz.CLOCK, later),
                watch(
                        "--archive",
                        work.resolve("archive"),
                        "--settle",
                        0,
                        "--cron",
                        "0 0 2 * * *",
                        "--zone",
                        "Europe/Moscow"))));
        watcher.start();
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (!isOver.call() && System.nanoTime() < latest) {
            Thread.sleep(20);
        }
        // What has been put away is noted a moment later, and nothing that could be looked at says when.
        Thread.sleep(300);
        watcher.interrupt();
        watcher.join();
        return ended.get();
    }

    @Test
    @Timeout(120)
    void a_server_that_is_gone_for_a_while_is_found_again() throws Exception {
        try (Gate gate = new Gate(EmbeddedServer.port())) {
            String url = EmbeddedServer.create().replace(":" + EmbeddedServer.port() + "/", ":" + gate.port() + "/");
            ArchiveAddress archive = ArchiveAddress.onServer(
                    url, EmbeddedServer.USER, EmbeddedServer.PASSWORD, work.resolve("credentials"));
            Path log = work.resolve("log");
            Process watcher = ChildProcess.start("256m", log, archive.arguments(watch("--settle", 0, "--poll", 1)));
            Files.writeString(inbox.resolve("first.csv"), LIST);
            ChildProcess.await(watcher, log, () -> !Files.exists(inbox.resolve("first.csv")));

            gate.shut();
            Files.writeString(inbox.resolve("second.csv"), LIST.replace("Иванов", "Петров"));
            ChildProcess.await(watcher, log, () -> Files.readString(log).contains("cannot be opened"));
            assertThat(inbox.resolve("second.csv")).exists();
            gate.open();
            ChildProcess.await(watcher, log, () -> !Files.exists(inbox.resolve("second.csv")));

            Ukaz another = Ukaz.run(archive.arguments("watch", "--once", "--inbox", inbox, "--lang", "en"));
            assertThat(another.err()).contains("another process watches an inbox for the archive");
            watcher.destroy();
            assertThat(watcher.waitFor()).isEqualTo(143);
            assertThat(Reported.of(archive, work.resolve("all")).records()).hasSize(2);
        }
    }

    private Ukaz look() {
        return Ukaz.run(watch(
                "--archive",
                work.resolve("archive"),
                "--once",
                "--settle",
                1,
                "--zone",
                "Europe/Moscow",
                "--fail-on",
                "never"));
    }

    private Object[] watch(Object... more) {
        return Stream.concat(
                        Stream.of("watch", "--inbox", inbox, "--out", out, "--format", "jsonl", "--lang", "en"),
                        Stream.of(more))
                .toArray();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
