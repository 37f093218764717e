package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;
import ukaz.report.out.JsonOut;

/** {@code skipped.jsonl}: every row with content that is no record, as typed, one to a line. */
public final class SkippedLines implements FileOutput {

    private final LineFile lines;
    private final JsonOut json;

    public SkippedLines(Path folder) throws IOException {
        this.lines = new LineFile(folder.resolve("skipped.jsonl"));
        this.json = lines.json();
    }

    @Override
    public void skipped(SkippedRow row) throws IOException {
        SourceRef at = row.at();
        json.object()
                .put("file", at.file())
                .put("sheet", at.sheet())
                .put("row", at.row())
                .put("reason", row.reason())
                .put("kind", row.kind())
                .put("cells", row.cells())
                .endObject()
                .endLine();
    }

    @Override
    public WrittenFile file() {
        return lines;
    }
}
