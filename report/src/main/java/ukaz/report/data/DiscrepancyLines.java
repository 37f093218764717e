package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.SourceRef;
import ukaz.report.out.JsonOut;
import ukaz.report.out.PartFile;
import ukaz.report.out.Utf8Out;
import ukaz.report.run.Output;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;

/** {@code discrepancies.jsonl}: every finding, one to a line. */
public final class DiscrepancyLines implements Output {

    private final PartFile file;
    private final JsonOut json;

    public DiscrepancyLines(Path folder) throws IOException {
        this.file = new PartFile(folder.resolve("discrepancies.jsonl"));
        this.json = new JsonOut(new Utf8Out(file.out()));
    }

    @Override
    public void finding(Told told) throws IOException {
        Finding finding = told.finding();
        Fault fault = finding.fault();
        SourceRef at = fault.at();
        json.object()
                .put("rule", fault.rule())
                .put("severity", finding.severity().key())
                .put("certainty", fault.certainty().key())
                .put("file", at.file())
                .put("sheet", at.sheet())
                .put("row", at.row() == 0 ? null : at.row())
                .put("column", fault.title())
                .put("cell", at.cell())
                .put("field", fault.field() == null ? null : fault.field().key())
                .put("value", fault.value())
                .put("expected", told.expected().isEmpty() ? null : told.expected())
                .put("message", told.message())
                .put("basis", finding.basis())
                .put("record", finding.recordId().isEmpty() ? null : finding.recordId())
                .array("related");
        for (SourceRef place : fault.related()) {
            json.object()
                    .put("file", place.file())
                    .put("sheet", place.sheet())
                    .put("row", place.row() == 0 ? null : place.row())
                    .put("cell", place.cell())
                    .endObject();
        }
        json.endArray()
                .put("status", told.status())
                .put("fingerprint", finding.fingerprint())
                .endObject()
                .endLine();
    }

    @Override
    public void finish(Totals totals) throws IOException {
        json.flush();
    }

    @Override
    public List<Path> complete() throws IOException {
        file.complete();
        return List.of(file.name());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
