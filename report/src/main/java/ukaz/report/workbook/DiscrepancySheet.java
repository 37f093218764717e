package ukaz.report.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;
import ukaz.model.Finding;
import ukaz.model.Severity;
import ukaz.model.SourceRef;
import ukaz.report.correction.Correction;
import ukaz.report.correction.RightValues;
import ukaz.report.review.Decision;
import ukaz.report.review.Reviewed;
import ukaz.report.review.Ruling;
import ukaz.report.run.RecordCard;
import ukaz.report.run.Told;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Condition;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/** The findings, one to a row, with columns for a reviewer's decision. */
final class DiscrepancySheet implements Closeable {

    private static final int SHOWN = 0;
    private static final int OMITTED = 1;
    /** Day 0 of the spreadsheet's calendar. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private final Wording wording;
    private final RightValues right;
    private final SourceLinks links;
    private final int mostOfRule;
    private final TableSheet sheet;
    /** By rule: shown, omitted. What a reviewer has decided on is always shown. */
    private final Map<String, int[]> counts = new HashMap<>();

    DiscrepancySheet(XlsxFile file, int position, Wording wording, RightValues right, SourceLinks links, int mostOfRule)
            throws IOException {
        this.wording = wording;
        this.right = right;
        this.links = links;
        this.mostOfRule = mostOfRule;
        List<String> decisions =
                Arrays.stream(Decision.values()).map(wording::decision).toList();
        List<Column> columns = List.of(
                Column.of(wording.text("col-number"), 7),
                Column.of(wording.text("col-severity"), 19),
                Column.of(wording.text("col-rule"), 24),
                Column.of(wording.text("col-message"), 46),
                Column.of(wording.text("col-expected"), 22),
                Column.of(wording.text("col-value"), 18),
                Column.of(wording.text("col-person"), 22),
                Column.of(wording.text("col-award"), 10),
                Column.of(wording.text("col-decree-date"), 12),
                Column.of(wording.text("col-file"), 18),
                Column.of(wording.text("col-sheet"), 11),
                Column.of(wording.text("col-cell"), 9),
                Column.of(wording.text("col-related"), 14),
                Column.choice(wording.text("col-decision"), 17, decisions),
                Column.of(wording.text("col-reason"), 22),
                Column.of(wording.text("col-reviewer"), 14),
                Column.of(wording.text("col-until"), 12),
                Column.of(wording.text("col-status"), 18),
                Column.of(wording.text("col-first-seen"), 12),
                Column.of(wording.text("col-earlier-decision"), 30),
                Column.of(wording.text("col-correction"), 22),
                Column.of(wording.text("col-correction-certainty"), 14),
                Column.of(wording.text("col-column"), 16),
                Column.of(wording.text("col-basis"), 40),
                Column.of(wording.text("col-certainty"), 14),
                Column.of(wording.text("col-rule-id"), 28),
                Column.hidden(wording.text("col-record")),
                Column.hidden(wording.text("col-mark")),
                Column.hidden(wording.text("col-fingerprint")));
        List<Condition> conditions = List.of(
                new Condition(1, 1, "LEFT($B2,1)=\"" + Wording.sign(Severity.ERROR) + "\"", Look.Tint.ERROR),
                new Condition(1, 1, "LEFT($B2,1)=\"" + Wording.sign(Severity.WARNING) + "\"", Look.Tint.WARNING),
                new Condition(1, 1, "LEFT($B2,1)=\"" + Wording.sign(Severity.INFO) + "\"", Look.Tint.INFO),
                new Condition(19, 19, "$T2<>\"\"", Look.Tint.WARNING),
                new Condition(2, 12, "$N2<>\"\"", Look.Tint.SETTLED));
        this.sheet = file.table(
                position,
                new TableSpec(
                        wording.text("sheet-discrepancies"),
                        "Discrepancies",
                        "8C2F39",
                        3,
                        15,
                        columns,
                        conditions,
                        wording.text("none-discrepancies"),
                        wording.text("continued", "%s")));
    }

    void add(Told told) throws IOException {
        Finding finding = told.finding();
        Reviewed reviewed = told.reviewed();
        boolean decided = reviewed.ruling() != null || reviewed.lapsed() != null;
        int[] count = counts.computeIfAbsent(finding.rule(), rule -> new int[2]);
        if (count[SHOWN] >= mostOfRule && !decided) {
            count[OMITTED]++;
            return;
        }
        count[SHOWN]++;
        Fault fault = finding.fault();
        SourceRef at = fault.at();
        RecordCard card = told.card();
        String related = related(at, fault.related());
        Ruling ruling = reviewed.ruling();
        Correction correction = right.of(fault);
        Cells row = sheet.row();
        row.number(told.number(), Look.COUNT);
        row.shared(wording.severity(finding.severity()), Look.PLAIN);
        row.shared(wording.ruleTitle(finding.rule()), Look.WRAPPED);
        row.text(told.message(), Look.WRAPPED);
        row.shared(told.expected(), Look.WRAPPED);
        row.text(fault.value() == null ? "" : fault.value(), Look.WRAPPED);
        row.text(card == null ? "" : card.name(), Look.WRAPPED);
        row.shared(card == null ? "" : award(card), Look.WRAPPED);
        row.text(card == null || card.decreeDate() == null ? "" : card.decreeDate(), Look.PLAIN);
        row.shared(at.file(), Look.WRAPPED);
        row.shared(SourceLinks.tab(at), Look.WRAPPED);
        links.put(row, at);
        if (related.isEmpty()) {
            row.skip(1);
        } else {
            links.put(row, fault.related().get(0), related);
        }
        ruling(row, ruling);
        row.shared(wording.status(reviewed.status(), reviewed.ruleChanged()), Look.WRAPPED);
        row.shared(reviewed.firstSeen().toString(), Look.PLAIN);
        row.text(wording.lapsed(reviewed.lapsed()), Look.WRAPPED);
        row.text(correction == null ? "" : correction.becomes(), Look.WRAPPED);
        row.shared(correction == null ? "" : wording.text("correction-" + correction.certainty()), Look.PLAIN);
        row.shared(fault.title() == null ? "" : fault.title(), Look.PLAIN);
        row.shared(wording.basis(finding.basis()), Look.WRAPPED);
        row.shared(wording.certainty(fault.certainty()), Look.PLAIN);
        row.shared(finding.rule(), Look.FAINT);
        row.text(finding.recordId(), Look.FAINT);
        row.text(reviewed.mark().toString(), Look.FAINT);
        row.text(finding.fingerprint(), Look.FAINT);
        sheet.endRow();
    }

    /** Where the other cell of a conflict stands, the other row of a duplicate, and how many more there are. */
    private static String related(SourceRef at, List<SourceRef> places) {
        if (places.isEmpty()) {
            return "";
        }
        SourceRef other = places.get(0);
        StringBuilder text = new StringBuilder();
        if (!other.file().equals(at.file())) {
            text.append(other.file()).append("!");
        }
        if (other.sheet() != null
                && !(other.file().equals(at.file()) && other.sheet().equals(at.sheet()))) {
            text.append(other.sheet()).append("!");
        }
        String cell = other.cell();
        text.append(cell != null ? cell : other.row() > 0 ? String.valueOf(other.row()) : "→");
        return places.size() == 1
                ? text.toString()
                : text.append(" +").append(places.size() - 1).toString();
    }

    private void ruling(Cells row, @Nullable Ruling ruling) throws IOException {
        if (ruling == null) {
            row.blank(Look.INPUT).blank(Look.INPUT).blank(Look.INPUT).blank(Look.INPUT_DATE);
            return;
        }
        row.shared(wording.decision(ruling.decision()), Look.INPUT);
        row.text(ruling.reason(), Look.INPUT);
        row.shared(ruling.reviewer(), Look.INPUT);
        if (ruling.until() == null) {
            row.blank(Look.INPUT_DATE);
        } else {
            row.number(ChronoUnit.DAYS.between(EPOCH, ruling.until()), Look.INPUT_DATE);
        }
    }

    private String award(RecordCard card) {
        String award = wording.awardShort(card.award());
        return card.ordinal() == null || card.ordinal() == 1 ? award : award + " (" + card.ordinal() + ")";
    }

    /** How many findings the sheet leaves out, by rule. */
    Map<String, Integer> omitted() {
        Map<String, Integer> omitted = new LinkedHashMap<>();
        counts.forEach((rule, count) -> {
            if (count[OMITTED] > 0) {
                omitted.put(rule, count[OMITTED]);
            }
        });
        return omitted;
    }

    int parts() {
        return sheet.parts();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
