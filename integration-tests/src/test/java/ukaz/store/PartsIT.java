package ukaz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.app.job.JobEngine;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivePlace;
import ukaz.ingest.store.Part;
import ukaz.ingest.store.Parts;
import ukaz.ingest.store.TakenOverException;

/** Who holds a part of a run, and who does not any more; none of it needs a server. */
class PartsIT {

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final String NAME = "ingest-file:3";

    @TempDir
    private Path work;

    private Archive archive;
    private Parts parts;

    @BeforeEach
    void ask_for_one_part() {
        archive = Objects.requireNonNull(Archive.toWrite(ArchivePlace.InFile.of(work), JobEngine.TABLES));
        parts = archive.parts();
        archive.begin("request", "version", NOW, List.of("in"));
        parts.ask(1, Map.of(NAME, 70L), Map.of(NAME, 3));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void a_worker_that_was_given_up_for_dead_can_write_nothing_more() {
        Part part = part();
        assertThat(parts.take(part, "holder-a", "a", NOW)).isTrue();
        parts.writes(part.id(), "holder-a", 1_000, 0, NOW);
        assertThat(parts.take(part(), "holder-b", "b", NOW)).isTrue();

        assertThatThrownBy(() -> parts.writes(part.id(), "holder-a", 1_000, 0, NOW))
                .isInstanceOf(TakenOverException.class);
        parts.release(part.id(), "holder-a", Part.State.DONE, null);
        assertThat(part().state()).isEqualTo(Part.State.HELD);

        parts.writes(part.id(), "holder-b", 500, 2, NOW);
        parts.release(part.id(), "holder-b", Part.State.DONE, null);
        assertThat(part())
                .extracting(Part::state, Part::rows, Part::worker)
                .containsExactly(Part.State.DONE, 1_500L, "b");
        assertThat(parts.corrected(1)).isEqualTo(2);
        assertThat(parts.work().get(1))
                .extracting(Parts.Work::worker, Parts.Work::rows)
                .hasSize(2);
    }

    @Test
    void a_request_that_nobody_waits_for_any_more_takes_nothing() {
        Part before = part();
        parts.ask(1, Map.of(NAME, 71L), Map.of(NAME, 3));
        assertThat(parts.take(before, "holder-a", "a", NOW)).isFalse();

        assertThat(part().execution()).isEqualTo(71);
        parts.stop(1);
        assertThat(parts.take(part(), "holder-a", "a", NOW)).isFalse();
    }

    @Test
    void a_worker_that_ends_puts_back_what_it_has_and_that_counts_as_no_attempt() {
        for (int i = 0; i < 7; i++) {
            assertThat(parts.take(part(), "holder-" + i, "a", NOW)).isTrue();
            parts.putBack(part().id(), "holder-" + i);
        }
        assertThat(part()).extracting(Part::state, Part::attempts).containsExactly(Part.State.WAITING, 0);
    }

    @Test
    void a_run_that_is_put_aside_leaves_nothing_to_write_to() {
        Part part = part();
        parts.take(part, "holder-a", "a", NOW);
        archive.giveUp(Objects.requireNonNull(archive.interrupted()), NOW);

        assertThatThrownBy(() -> parts.writes(part.id(), "holder-a", 1, 0, NOW)).isInstanceOf(TakenOverException.class);
        assertThat(parts.find(part.id())).isNull();
    }

    @Test
    void an_archive_keeps_its_name() {
        assertThat(archive.identity()).hasSize(8).isEqualTo(archive.identity());
    }

    private Part part() {
        return parts.of(1).get(0);
    }
}
