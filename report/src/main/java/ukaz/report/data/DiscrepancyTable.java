package ukaz.report.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.SourceRef;
import ukaz.report.review.EarlierFinding;
import ukaz.report.review.Gone;
import ukaz.report.review.Reviewed;
import ukaz.report.review.Ruling;
import ukaz.report.run.RecordCard;
import ukaz.report.run.Told;
import ukaz.report.run.Wording;

/** {@code discrepancies.csv}: every finding, with the record it is about in short. */
public final class DiscrepancyTable implements FileOutput {

    private static final List<String> TITLES = List.of(
            "rule",
            "severity",
            "certainty",
            "file",
            "sheet",
            "row",
            "column",
            "cell",
            "field",
            "value",
            "expected",
            "message",
            "basis",
            "record",
            "name",
            "award",
            "ordinal",
            "decreeDate",
            "person",
            "related",
            "status",
            "fingerprint",
            "firstSeen",
            "resolvedOn",
            "ruleChanged",
            "decision",
            "reason",
            "reviewer",
            "until",
            "earlierDecision");

    private final Wording wording;
    private final CsvFile csv;

    public DiscrepancyTable(Path folder, Wording wording) throws IOException {
        this.wording = wording;
        this.csv = new CsvFile(folder.resolve("discrepancies.csv"), TITLES);
    }

    @Override
    public void finding(Told told) throws IOException {
        Finding finding = told.finding();
        Fault fault = finding.fault();
        SourceRef at = fault.at();
        RecordCard card = told.card();
        csv.add(fault.rule())
                .add(finding.severity().key())
                .add(fault.certainty().key())
                .add(at.file())
                .add(at.sheet())
                .addPlain(row(at))
                .add(fault.title())
                .add(at.cell())
                .add(fault.field() == null ? null : fault.field().key())
                .add(fault.value())
                .add(told.expected())
                .add(told.message())
                .add(String.join(" ", finding.basis()))
                .add(finding.recordId())
                .add(card == null ? null : card.name())
                .add(card == null ? null : card.award())
                .addPlain(card == null ? null : card.ordinal())
                .add(card == null ? null : card.decreeDate())
                .add(card == null ? null : card.person())
                .add(fault.related().stream().map(DiscrepancyTable::place).collect(Collectors.joining("; ")))
                .add(told.status())
                .add(finding.fingerprint());
        Reviewed reviewed = told.reviewed();
        csv.addPlain(reviewed.firstSeen()).addPlain(null).addPlain(reviewed.ruleChanged());
        ruling(reviewed.ruling());
        csv.add(wording.lapsed(reviewed.lapsed())).endRow();
    }

    private void ruling(@Nullable Ruling ruling) {
        csv.addPlain(ruling == null ? null : ruling.decision().key())
                .add(ruling == null ? null : ruling.reason())
                .add(ruling == null ? null : ruling.reviewer())
                .addPlain(ruling == null ? null : ruling.until());
    }

    @Override
    public void gone(Gone gone) throws IOException {
        EarlierFinding finding = gone.finding();
        EarlierFinding.Place at = finding.at();
        csv.add(finding.rule())
                .add(finding.severity() == null ? null : finding.severity().key())
                .addPlain(null)
                .add(at.file())
                .add(at.sheet())
                .addPlain(null)
                .addPlain(null)
                .add(at.isCell() ? at.cell() : null)
                .addPlain(null)
                .add(finding.value())
                .add(finding.expected())
                .add(finding.message())
                .addPlain(null)
                .addPlain(null)
                .add(finding.person());
        for (int column = TITLES.indexOf("award"); column < TITLES.indexOf("status"); column++) {
            csv.addPlain(null);
        }
        csv.add(gone.status().key())
                .add(gone.fingerprint())
                .addPlain(finding.firstSeen())
                .addPlain(gone.resolvedOn())
                .addPlain(gone.ruleChanged());
        ruling(finding.ruling());
        csv.add(finding.lapsed()).endRow();
    }

    private static @Nullable Integer row(SourceRef at) {
        return at.row() == 0 ? null : Integer.valueOf(at.row());
    }

    /** {@code heroes.xlsx!Лист1!B3}. */
    private static String place(SourceRef at) {
        String cell = at.cell();
        String where = cell != null ? cell : at.row() > 0 ? String.valueOf(at.row()) : "";
        return at.file() + (at.sheet() == null ? "" : "!" + at.sheet()) + (where.isEmpty() ? "" : "!" + where);
    }

    @Override
    public WrittenFile file() {
        return csv;
    }
}
