package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Severity;
import ukaz.model.Truth;
import ukaz.model.statute.Award;
import ukaz.model.statute.Standing;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** An award cannot be conferred before it was instituted. */
public final class BeforeEstablishment implements RecordRule {

    private final StatuteBook statutes;

    public BeforeEstablishment(StatuteBook statutes) {
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
        Truth before = date.before(award.established().earliest());
        if (!before.possibly()) {
            return Verdict.PASS;
        }
        Violation violation = Violation.of(
                Field.DECREE_DATE,
                before,
                Map.of("award", Law.award(award.code()), "date", date, "established", award.established()));
        boolean inUse = statutes.over(award.code(), date).get(0).standing() == Standing.PRACTICE;
        return Verdict.violated(inUse ? violation.as(Severity.WARNING) : violation);
    }
}
