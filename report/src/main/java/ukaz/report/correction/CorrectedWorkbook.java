package ukaz.report.correction;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.MergedCells;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Workbook;
import ukaz.model.Fault;

/** A workbook whose rows are corrected as they leave it. */
final class CorrectedWorkbook implements Workbook {

    private final Workbook source;
    private final String file;
    private final Corrections corrections;
    private @Nullable Sheet sheet;

    CorrectedWorkbook(Workbook source, String file, Corrections corrections) {
        this.source = source;
        this.file = file;
        this.corrections = corrections;
    }

    @Override
    public String format() {
        return source.format();
    }

    @Override
    public @Nullable Sheet nextSheet() throws SourceException {
        sheet = source.nextSheet();
        return sheet;
    }

    @Override
    public @Nullable SourceRow nextRow() throws SourceException {
        SourceRow row = source.nextRow();
        return row == null ? null : corrections.corrected(row, file, sheet == null ? null : sheet.name());
    }

    @Override
    public List<Fault> faults() {
        return source.faults();
    }

    @Override
    public List<MergedCells> merged(Sheet asked) throws SourceException {
        return source.merged(asked);
    }

    @Override
    public @Nullable SourceException refusal() {
        return source.refusal();
    }

    @Override
    public double share() {
        return source.share();
    }

    @Override
    public boolean ofLines() {
        return source.ofLines();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
