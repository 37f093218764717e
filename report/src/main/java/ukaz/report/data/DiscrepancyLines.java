package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.report.correction.Correction;
import ukaz.report.correction.RightValues;
import ukaz.report.out.JsonOut;
import ukaz.report.review.EarlierFinding;
import ukaz.report.review.Gone;
import ukaz.report.review.Lapsed;
import ukaz.report.review.ReviewStatus;
import ukaz.report.review.Reviewed;
import ukaz.report.review.Ruling;
import ukaz.report.run.Told;
import ukaz.report.run.Wording;

/** {@code discrepancies.jsonl}: every finding, one to a line. */
public final class DiscrepancyLines implements FileOutput {

    private final Wording wording;
    private final RightValues right;
    private final LineFile lines;
    private final JsonOut json;

    public DiscrepancyLines(Path folder, Wording wording, RightValues right) throws IOException {
        this.wording = wording;
        this.right = right;
        this.lines = new LineFile(folder.resolve("discrepancies.jsonl"));
        this.json = lines.json();
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
        json.endArray().put("status", told.status()).put("fingerprint", finding.fingerprint());
        Reviewed reviewed = told.reviewed();
        json.put("firstSeen", reviewed.firstSeen().toString())
                .put("resolvedOn", (String) null)
                .put("ruleChanged", reviewed.ruleChanged())
                .put("mark", reviewed.mark().toString());
        correction(right.of(fault));
        decision(reviewed.ruling());
        Lapsed lapsed = reviewed.lapsed();
        json.put("earlierDecision", lapsed == null ? null : wording.lapsed(lapsed))
                .put("name", told.card() == null ? null : told.card().name());
        CodedValues.write(json, fault.values());
        if (lapsed != null) {
            lapsed(lapsed);
        }
        json.endObject().endLine();
    }

    /** What the words of the earlier decision are made of, for a report in another language. */
    private void lapsed(Lapsed lapsed) throws IOException {
        json.object("lapsed")
                .put("why", lapsed.why().key())
                .put("value", lapsed.value())
                .put("text", lapsed.text());
        decision(lapsed.ruling());
        json.endObject();
    }

    private void correction(@Nullable Correction correction) throws IOException {
        if (correction == null) {
            json.put("correction", (String) null);
            return;
        }
        json.object("correction")
                .put("becomes", correction.becomes())
                .put("kind", correction.kindKey())
                .put("certainty", correction.certainty())
                .endObject();
    }

    private void decision(@Nullable Ruling ruling) throws IOException {
        if (ruling == null) {
            json.put("decision", (String) null);
            return;
        }
        json.object("decision")
                .put("decision", ruling.decision().key())
                .put("reason", ruling.reason())
                .put("reviewer", ruling.reviewer())
                .put("until", ruling.until() == null ? null : ruling.until().toString())
                .endObject();
    }

    /** A finding that is gone keeps its line, so that a later report knows it when it comes back. */
    @Override
    public void gone(Gone gone) throws IOException {
        EarlierFinding finding = gone.finding();
        EarlierFinding.Place at = finding.at();
        Severity severity = finding.severity();
        json.object()
                .put("rule", finding.rule())
                .put("severity", (severity == null ? Severity.INFO : severity).key())
                .put("certainty", (String) null)
                .put("file", at.file())
                .put("sheet", at.sheet().isEmpty() ? null : at.sheet())
                .put("row", at.row())
                .put("column", (String) null)
                .put("cell", at.isCell() ? at.cell() : null)
                .put("field", (String) null)
                .put("value", finding.value().isEmpty() ? null : finding.value())
                .put("expected", finding.expected().isEmpty() ? null : finding.expected())
                .put("message", finding.message())
                .put("basis", List.of())
                .put("record", (String) null)
                .array("related")
                .endArray()
                .put("status", gone.status().key())
                .put("fingerprint", gone.fingerprint())
                .put(
                        "firstSeen",
                        finding.firstSeen() == null ? null : finding.firstSeen().toString())
                .put(
                        "resolvedOn",
                        gone.resolvedOn() == null ? null : gone.resolvedOn().toString())
                .put("ruleChanged", gone.ruleChanged())
                .put("mark", finding.mark() == null ? null : finding.mark().toString());
        correction(null);
        decision(finding.ruling());
        json.put("earlierDecision", finding.lapsed().isEmpty() ? null : finding.lapsed())
                .put("name", finding.person().isEmpty() ? null : finding.person())
                .put("resolvedBefore", (Boolean) (gone.status() == ReviewStatus.RESOLVED && !gone.byThisRun()))
                .endObject()
                .endLine();
    }

    @Override
    public WrittenFile file() {
        return lines;
    }
}
