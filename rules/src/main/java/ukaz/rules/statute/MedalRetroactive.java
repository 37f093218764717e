package ukaz.rules.statute;

import java.time.LocalDate;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.Truth;
import ukaz.model.statute.Issue;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** A medal can belong to a conferral that is older than the medal. */
public final class MedalRetroactive implements RecordRule {

    private final StatuteBook statutes;

    public MedalRetroactive(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth retroactive = Law.ask(
                statutes, record, (regime, ordinal) -> regime.insignia(ordinal).medal() == Issue.RETROACTIVE);
        if (!retroactive.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        InsigniaNumber number = record.medalNumber();
        if (award == null || date == null || Law.isOpen(record, Field.MEDAL_NUMBER, number)) {
            return Verdict.UNDECIDED;
        }
        return number != null && number.isNumbered()
                ? Verdict.violated(Violation.of(
                        Field.MEDAL_NUMBER,
                        retroactive,
                        Map.of("award", Law.award(award), "date", date, "instituted", firstDayOfMedal(award))))
                : Verdict.PASS;
    }

    private LocalDate firstDayOfMedal(String award) {
        return Law.over(statutes, award, null).stream()
                .filter(regime -> regime.first().medal() == Issue.GIVEN)
                .map(Regime::from)
                .findFirst()
                .orElse(LocalDate.MAX);
    }
}
