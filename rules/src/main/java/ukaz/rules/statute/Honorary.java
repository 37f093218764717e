package ukaz.rules.statute;

import java.time.LocalDate;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.model.statute.Regime;
import ukaz.model.statute.Standing;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Before there was a title its words were an honorific. */
public final class Honorary implements RecordRule {

    private final StatuteBook statutes;

    public Honorary(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        String award = record.award();
        Truth honorific = Law.ask(statutes, record, (regime, ordinal) -> regime.standing() == Standing.HONORIFIC);
        if (!honorific.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        HistoricalDate date = record.decreeDate();
        if (award == null || date == null) {
            return Verdict.UNDECIDED;
        }
        return Verdict.violated(Violation.of(
                Field.DECREE_DATE,
                honorific,
                Map.of("award", Law.award(award), "date", date, "instituted", firstDayOfTitle(award))));
    }

    private LocalDate firstDayOfTitle(String award) {
        return Law.over(statutes, award, null).stream()
                .filter(regime -> regime.standing() == Standing.TITLE)
                .map(Regime::from)
                .findFirst()
                .orElse(LocalDate.MAX);
    }
}
