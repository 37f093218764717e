package ukaz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.store.Store;
import ukaz.rules.text.Language;

class ReportsTest {

    @TempDir
    Path folder;

    @Test
    void every_output_is_written_and_nothing_else_is_left() throws IOException {
        Path out = folder.resolve("out");
        try (Store store = InventedRun.fill(folder, 2, 200, 4)) {
            List<Path> written = Reports.write(
                    store, InventedRun.info(), InventedRun.BOOK, Language.RU, EnumSet.allOf(Format.class), out);
            try (var files = Files.list(out)) {
                assertThat(files).containsExactlyInAnyOrderElementsOf(written);
            }
        }
    }
}
