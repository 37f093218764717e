package ukaz.report.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.report.review.EarlierFinding;
import ukaz.report.review.Gone;
import ukaz.report.review.ReviewStatus;
import ukaz.report.review.Ruling;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Condition;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;

/** The findings of the earlier report that this run does not have, with what was decided on them. */
final class GoneSheet implements Closeable {

    private final Wording wording;
    private final TableSheet sheet;
    private int number;

    GoneSheet(XlsxFile file, int position, Wording wording) throws IOException {
        this.wording = wording;
        this.sheet = file.table(
                position,
                new TableSpec(
                        wording.text("sheet-gone"),
                        "Gone",
                        "7C9A7E",
                        3,
                        15,
                        List.of(
                                Column.of(wording.text("col-number"), 7),
                                Column.of(wording.text("col-severity"), 19),
                                Column.of(wording.text("col-status"), 22),
                                Column.of(wording.text("col-message"), 46),
                                Column.of(wording.text("col-value"), 20),
                                Column.of(wording.text("col-person"), 22),
                                Column.of(wording.text("col-file"), 18),
                                Column.of(wording.text("col-sheet"), 11),
                                Column.of(wording.text("col-cell"), 9),
                                Column.of(wording.text("col-decision"), 17),
                                Column.of(wording.text("col-reason"), 22),
                                Column.of(wording.text("col-reviewer"), 14),
                                Column.of(wording.text("col-until"), 12),
                                Column.of(wording.text("col-first-seen"), 12),
                                Column.of(wording.text("col-resolved-on"), 12),
                                Column.of(wording.text("col-expected"), 22),
                                Column.of(wording.text("col-earlier-decision"), 30),
                                Column.of(wording.text("col-rule-id"), 28),
                                Column.hidden(wording.text("col-mark")),
                                Column.hidden(wording.text("col-fingerprint"))),
                        List.of(new Condition(
                                2,
                                2,
                                "$C2=\"" + wording.status(ReviewStatus.UNCHECKED, false) + "\"",
                                Look.Tint.WARNING)),
                        wording.text("none-gone"),
                        wording.text("continued", "%s")));
    }

    void add(Gone gone) throws IOException {
        EarlierFinding finding = gone.finding();
        EarlierFinding.Place at = finding.at();
        Ruling ruling = finding.ruling();
        Cells row = sheet.row();
        row.number(++number, Look.COUNT);
        row.shared(finding.severity() == null ? "" : wording.severity(finding.severity()), Look.PLAIN);
        row.shared(wording.status(gone.status(), gone.ruleChanged()), Look.WRAPPED);
        row.text(finding.message(), Look.WRAPPED);
        row.text(finding.value(), Look.WRAPPED);
        row.text(finding.person(), Look.WRAPPED);
        row.shared(at.file(), Look.WRAPPED);
        row.shared(at.sheet(), Look.WRAPPED);
        row.text(at.cell(), Look.PLAIN);
        row.shared(ruling == null ? "" : wording.decision(ruling.decision()), Look.WRAPPED);
        row.text(ruling == null ? "" : ruling.reason(), Look.WRAPPED);
        row.shared(ruling == null ? "" : ruling.reviewer(), Look.WRAPPED);
        row.shared(day(ruling == null ? null : ruling.until()), Look.PLAIN);
        row.shared(day(finding.firstSeen()), Look.PLAIN);
        row.shared(day(gone.resolvedOn()), Look.PLAIN);
        row.shared(finding.expected(), Look.WRAPPED);
        row.text(finding.lapsed(), Look.WRAPPED);
        row.shared(finding.rule(), Look.FAINT);
        row.text(finding.mark() == null ? "" : finding.mark().toString(), Look.FAINT);
        row.text(gone.fingerprint(), Look.FAINT);
        sheet.endRow();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    int parts() {
        return sheet.parts();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
