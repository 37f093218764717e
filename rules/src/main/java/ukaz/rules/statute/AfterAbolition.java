package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.model.statute.Award;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** An award cannot be conferred after it was abolished. */
public final class AfterAbolition implements RecordRule {

    private final StatuteBook statutes;

    public AfterAbolition(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        String code = record.award();
        HistoricalDate date = record.decreeDate();
        Award award = code == null ? null : statutes.award(code).orElse(null);
        if (award == null || date == null) {
            return Verdict.UNDECIDED;
        }
        Truth after = date.after(award.abolished().latest());
        return after.possibly()
                ? Verdict.violated(Violation.of(
                        Field.DECREE_DATE,
                        after,
                        Map.of("award", Law.award(award.code()), "date", date, "abolished", award.abolished())))
                : Verdict.PASS;
    }
}
