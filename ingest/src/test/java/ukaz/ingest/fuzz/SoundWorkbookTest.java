package ukaz.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.source.PoiModel;
import ukaz.ingest.source.PoiModel.Compared;
import ukaz.ingest.source.Told;

/** Every feature of the format, in many combinations, is read as POI's model reads it, by both readers and dialects. */
class SoundWorkbookTest {

    private static final int WORKBOOKS = 150;

    @TempDir
    private Path folder;

    @Test
    void whatever_the_standard_allows_is_read_as_by_poi() throws IOException {
        int cells = 0;
        int compared = 0;
        for (int seed = 0; seed < WORKBOOKS; seed++) {
            SoundWorkbook book = new SoundWorkbook(seed);
            Path file = Files.write(folder.resolve("book.xlsx"), book.transitional());
            Compared with = PoiModel.compare(file);
            assertThat(with.difference()).as("seed " + seed).isNull();
            compared += with.cells() > 0 ? 1 : 0;
            cells += with.cells();
            Told told = Told.of(file, true);
            assertThat(told.faults()).as("seed " + seed).isEmpty();
            assertThat(told).as("seed " + seed).isEqualTo(Told.of(file, false));
            assertThat(Told.of(Files.write(file, book.strict()), true))
                    .as("strict, seed " + seed)
                    .isEqualTo(told);
        }
        assertThat(compared).isGreaterThan(WORKBOOKS * 3 / 4);
        assertThat(cells).isGreaterThan(25 * WORKBOOKS);
    }
}
