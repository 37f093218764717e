package ukaz.report.workbook;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.Cells;
import ukaz.report.xlsx.Column;
import ukaz.report.xlsx.Condition;
import ukaz.report.xlsx.Look;
import ukaz.report.xlsx.TableSheet;
import ukaz.report.xlsx.TableSpec;
import ukaz.report.xlsx.XlsxFile;
import ukaz.rules.Card;

/** The whole catalogue with what each rule did, zeros included, so that a reader sees what was checked. */
final class RuleSheet {

    private final Wording wording;

    RuleSheet(Wording wording) {
        this.wording = wording;
    }

    int write(XlsxFile file, int position, Totals totals) throws IOException {
        TableSpec spec = new TableSpec(
                wording.text("sheet-rules"),
                "Rules",
                "6F8FAF",
                2,
                11,
                List.of(
                        Column.of(wording.text("col-severity"), 20),
                        Column.of(wording.text("col-rule"), 36),
                        Column.of(wording.text("col-checked"), 11),
                        Column.of(wording.text("col-found"), 11),
                        Column.of(wording.text("sev-errors"), 11),
                        Column.of(wording.text("sev-warnings"), 17),
                        Column.of(wording.text("sev-infos"), 12),
                        Column.of(wording.text("col-undecided"), 11),
                        Column.of(wording.text("col-not-run"), 26),
                        Column.of(wording.text("col-explanation"), 70),
                        Column.of(wording.text("col-basis"), 60),
                        Column.of(wording.text("col-rule-id"), 24),
                        Column.hidden(wording.text("col-mark"))),
                List.of(
                        new Condition(0, 0, "LEFT($A2,1)=\"" + Wording.sign(Severity.ERROR) + "\"", Look.Tint.ERROR),
                        new Condition(
                                0, 0, "LEFT($A2,1)=\"" + Wording.sign(Severity.WARNING) + "\"", Look.Tint.WARNING),
                        new Condition(0, 0, "LEFT($A2,1)=\"" + Wording.sign(Severity.INFO) + "\"", Look.Tint.INFO)),
                wording.text("none-rules"),
                wording.text("continued", "%s"));
        try (TableSheet sheet = file.table(position, spec)) {
            for (Map.Entry<String, Totals.Counts> rule : totals.byRule().entrySet()) {
                row(sheet, rule.getKey(), rule.getValue(), totals);
            }
            return sheet.parts();
        }
    }

    private void row(TableSheet sheet, String id, Totals.Counts counts, Totals totals) throws IOException {
        RuleTally tally = totals.tallies().get(id);
        Optional<Card> card = wording.book().card(id);
        String title = wording.ruleTitle(id);
        String notRun = tally == null || tally.notRun() == null ? "" : wording.notRun(tally.notRun());
        String explanation = card.map(Card::explanation).map(wording::in).orElse("");
        String basis = card.map(Card::basis).map(wording::basisInFull).orElse("");
        Cells row = sheet.row();
        row.shared(card.isPresent() ? wording.severity(wording.book().severity(id)) : "", Look.PLAIN);
        row.shared(title, Look.WRAPPED);
        row.number(tally == null ? 0 : tally.checked(), Look.COUNT);
        row.number(counts.total(), Look.TOTAL);
        for (Severity severity : Severity.values()) {
            row.number(counts.of(severity), Look.COUNT);
        }
        row.number(tally == null ? 0 : tally.undecided(), Look.COUNT);
        row.shared(notRun, Look.WRAPPED);
        row.text(explanation, Look.WRAPPED);
        row.text(basis, Look.WRAPPED);
        row.shared(id, Look.FAINT);
        row.shared(totals.mark(id), Look.FAINT);
        sheet.endRow();
    }
}
