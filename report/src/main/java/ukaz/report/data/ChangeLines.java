package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import ukaz.ingest.store.StoredChange;
import ukaz.model.Change;
import ukaz.model.SourceRef;
import ukaz.report.out.JsonOut;

/** {@code normalisation.jsonl}: every value that stands otherwise than in its source, one to a line; words once for all cells. */
public final class ChangeLines implements FileOutput {

    private final LineFile lines;
    private final JsonOut json;

    public ChangeLines(Path folder) throws IOException {
        this.lines = new LineFile(folder.resolve("normalisation.jsonl"));
        this.json = lines.json();
    }

    @Override
    public void change(StoredChange stored) throws IOException {
        Change change = stored.change();
        SourceRef at = stored.at();
        json.object()
                .put("file", at.file())
                .put("sheet", at.sheet())
                .put("row", at.row())
                .put("column", stored.title())
                .put("cell", at.cell())
                .put("field", change.field().key())
                .put("kind", change.kind().key())
                .put("from", change.from())
                .put("to", change.to())
                .put("record", stored.recordId())
                .put("times", stored.times())
                .endObject()
                .endLine();
    }

    @Override
    public WrittenFile file() {
        return lines;
    }
}
