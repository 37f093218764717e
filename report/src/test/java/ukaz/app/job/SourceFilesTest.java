package ukaz.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import ukaz.ingest.store.SourceSummary;

class SourceFilesTest {

    private static final Path THEIRS = Path.of("/srv/theirs");
    private static final Path MINE = Path.of("/mnt/mine");
    private static final SourceFiles.Places ROOTED = new SourceFiles.Places(THEIRS, null);
    private static final SourceFiles.Places EVERYWHERE = new SourceFiles.Places(null, null);

    private static SourceSummary at(String location) {
        return new SourceSummary(0, "a.csv", Path.of(location), "ab", 1, null, SourceSummary.State.PENDING, List.of());
    }

    private static Path found(SourceFiles files, String location, SourceFiles.Places places) throws IOException {
        try (SourceFiles.Ready ready = files.ready(at(location), places)) {
            return ready.path();
        }
    }

    @Test
    void a_folder_that_all_share_may_be_elsewhere_on_each_machine() throws IOException {
        SourceFiles mine = new SourceFiles.Shared(MINE);

        assertThat(found(mine, "/srv/theirs/1951/a.csv", ROOTED)).isEqualTo(MINE.resolve("1951/a.csv"));
        assertThat(found(mine, "/srv/theirs-too/a.csv", ROOTED)).isEqualTo(Path.of("/srv/theirs-too/a.csv"));
        assertThat(found(mine, "/srv/theirs/a.csv", EVERYWHERE)).isEqualTo(Path.of("/srv/theirs/a.csv"));
        assertThat(found(new SourceFiles.Shared(null), "/srv/theirs/a.csv", ROOTED))
                .isEqualTo(Path.of("/srv/theirs/a.csv"));
    }

    @Test
    void a_worker_without_a_key_for_the_storage_says_so() {
        SourceFiles files = new SourceFiles.InStorage(null, new SourceFiles.Shared(MINE));
        SourceFiles.Places fetched = new SourceFiles.Places(null, Path.of("/out/.ukaz-objects"));

        assertThatThrownBy(() -> found(files, "/out/.ukaz-objects/bucket/a.csv", fetched))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("AWS_ACCESS_KEY_ID");
    }
}
