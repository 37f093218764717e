package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.report.out.JsonOut;
import ukaz.report.revision.Revision;

/** {@code revisions.jsonl}: what new versions of sources have changed, one record to a line. */
public final class RevisionLines implements FileOutput {

    private final LineFile lines;
    private final JsonOut json;

    public RevisionLines(Path folder) throws IOException {
        this.lines = new LineFile(folder.resolve("revisions.jsonl"));
        this.json = lines.json();
    }

    @Override
    public void revision(Revision revision) throws IOException {
        AwardRecord record = revision.record();
        json.object()
                .put("kind", revision.kind().name().toLowerCase(Locale.ROOT))
                .put("file", record.at().file())
                .put("sheet", record.at().sheet())
                .put("rowBefore", row(revision.before()))
                .put("row", row(revision.now()))
                .put("name", record.name().display())
                .put("award", record.award())
                .put(
                        "recordBefore",
                        revision.before() == null ? null : revision.before().id())
                .put("record", revision.now() == null ? null : revision.now().id())
                .array("cells");
        for (Map.Entry<String, Revision.Said> cell : revision.cells().entrySet()) {
            json.object()
                    .put("column", cell.getKey())
                    .put("before", cell.getValue().before())
                    .put("now", cell.getValue().now())
                    .endObject();
        }
        json.endArray().endObject().endLine();
    }

    private static @Nullable Integer row(@Nullable AwardRecord record) {
        return record == null ? null : record.at().row();
    }

    @Override
    public WrittenFile file() {
        return lines;
    }
}
