package ukaz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.model.AwardRecord;
import ukaz.model.PersonName;
import ukaz.model.RuleTally;
import ukaz.model.SourceRef;
import ukaz.report.data.RevisionLines;
import ukaz.report.revision.Revision;
import ukaz.report.run.Totals;

/** What new versions of sources have changed is written as its schema says. */
class RevisionLinesTest {

    @TempDir
    private Path folder;

    @Test
    void every_kind_of_revision_keeps_to_the_schema() throws Exception {
        AwardRecord before = record("a", 2);
        AwardRecord now = record("b", 3);
        try (RevisionLines lines = new RevisionLines(folder)) {
            lines.revision(new Revision(before, now, Map.of("Дата указа", new Revision.Said("29.10.1949", ""))));
            lines.revision(new Revision(null, now, Map.of()));
            lines.revision(new Revision(before, null, Map.of()));
            lines.finish(new Totals(List.of(), Map.<String, RuleTally>of(), rule -> ""));
            lines.complete();
        }

        List<Map<String, Object>> read = JsonText.lines(folder.resolve("revisions.jsonl"));
        assertThat(read).extracting(line -> line.get("kind")).containsExactly("changed", "added", "removed");
        Schema schema = Schema.named("revisions");
        assertThat(read).allSatisfy(line -> assertThat(schema.faults(line)).isEmpty());
        assertThat(schema.faults(Map.of("kind", "renamed"))).isNotEmpty();
    }

    private static AwardRecord record(String id, int row) {
        return AwardRecord.builder(id, new SourceRef("list.csv", null, row, -1))
                .name(new PersonName("Иванов", "Иван", "Ильич", null))
                .award("HSL")
                .build();
    }
}
