package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ukaz.failure.SmallDisk;
import ukaz.job.ChildProcess;
import ukaz.job.InventedPeople;
import ukaz.run.Ukaz;

/** An import that the machine lets down or that is told to end leaves an archive that the same command completes. */
@Timeout(300)
class InterruptedImportIT {

    @TempDir
    private Path work;

    @Test
    void a_disk_that_is_full_in_any_place_of_an_import_is_said_and_gone_on_from() throws Exception {
        Path list = list(2_000);
        try (SmallDisk disk = SmallDisk.at(work.resolve("disk"), 100)) {
            ArchiveAddress disturbed = ArchiveAddress.inFolder(disk.folder().resolve("archive"));
            int failures = 0;
            for (int kilobytes = 100; ; kilobytes += 700) {
                disk.resize(kilobytes);

                Ukaz ukaz = Ukaz.run(disturbed.imports(list, disk.folder().resolve("out")));

                if (ukaz.exitCode() < 2) {
                    assertThat(ukaz.err()).contains("Going on with run");
                    break;
                }
                failures++;
                assertThat(ukaz.exitCode()).as(kilobytes + "k: " + ukaz.err()).isIn(2, 4);
                assertThat(ukaz.errors().stream().filter(line -> line.startsWith("ukaz:")))
                        .as(kilobytes + "k")
                        .singleElement()
                        .satisfies(line -> assertThat(line).contains("disk is full"));
            }
            assertThat(failures).as("places where it was full").isGreaterThan(3);
            assertIsWhole(disturbed, list);
        }
    }

    @Test
    void files_stay_in_the_inbox_where_the_disk_is_full() throws Exception {
        Path inbox = Files.createDirectory(work.resolve("inbox"));
        Path first = Files.move(list(2_000), inbox.resolve("first.csv"));
        Path second = Files.move(list(1_000), inbox.resolve("second.csv"));
        try (SmallDisk disk = SmallDisk.at(work.resolve("disk"), 2_000)) {
            ArchiveAddress archive = ArchiveAddress.inFolder(disk.folder().resolve("archive"));

            Ukaz full = look(archive, inbox);
            assertThat(full.exitCode()).as(full.err()).isEqualTo(4);
            assertThat(full.err()).contains("disk is full");
            assertThat(first).exists();
            assertThat(second).exists();
            assertThat(inbox.resolve("failed")).doesNotExist();

            disk.resize(100_000);
            Ukaz roomy = look(archive, inbox);
            assertThat(roomy.exitCode()).as(roomy.err()).isZero();
            assertThat(first).doesNotExist();
            assertThat(Reported.of(archive, work.resolve("all")).records()).hasSize(3_000);
        }
    }

    @Test
    void an_import_that_is_told_to_end_stops_where_it_can_be_gone_on_with() throws Exception {
        Path list = list(20_000);
        ArchiveAddress archive = ArchiveAddress.inFolder(work.resolve("archive"));
        Path log = work.resolve("log");
        Process process = ChildProcess.start("256m", log, archive.imports(list, work.resolve("out")));
        ChildProcess.await(process, log, () -> archive.staged() >= 2_000);

        process.destroy();

        assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(143);
        assertThat(log)
                .content()
                .contains("Stopping where the import can be gone on with")
                .doesNotContain("\tat ");
        assertThat(archive.staged()).isBetween(2_000L, 19_000L);
        assertThat(work.resolve("out/records.jsonl")).doesNotExist();
        Ukaz again = Ukaz.run(archive.imports(list, work.resolve("out")));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("Going on with run 1, which was interrupted.");
        assertIsWhole(archive, list);
    }

    private void assertIsWhole(ArchiveAddress disturbed, Path list) throws SQLException {
        ArchiveAddress calm = ArchiveAddress.inFolder(work.resolve("calm"));
        Ukaz ukaz = Ukaz.run(calm.imports(list, work.resolve("calm-out")));
        assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
        Reported.of(disturbed, work.resolve("of-disturbed")).assertEqualTo(Reported.of(calm, work.resolve("of-calm")));
        assertThat(disturbed.cards()).isNotEmpty().isEqualTo(calm.cards());
    }

    private Ukaz look(ArchiveAddress archive, Path inbox) {
        return Ukaz.run(archive.arguments(
                "watch",
                "--once",
                "--inbox",
                inbox,
                "--settle",
                0,
                "--out",
                work.resolve("reports"),
                "--format",
                "jsonl",
                "--fail-on",
                "never",
                "--lang",
                "en"));
    }

    private Path list(int rows) throws IOException {
        StringBuilder text = new StringBuilder("ФИО;Дата рождения;Награда;Дата указа\n");
        for (int i = 0; i < rows; i++) {
            text.append(InventedPeople.name(i)).append(";12.03.1905;ГСТ;29.10.");
            text.append(i % 10 == 0 ? 1930 : 1940 + i % 50).append('\n');
        }
        return Files.writeString(work.resolve("list.csv"), text);
    }
}
