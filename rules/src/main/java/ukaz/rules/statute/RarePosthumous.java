package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Posthumous conferral of some awards is rare enough to be looked at. */
public final class RarePosthumous implements RecordRule {

    private final StatuteBook statutes;

    public RarePosthumous(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth rare = Law.ask(statutes, record, (regime, ordinal) -> regime.posthumousCases() != null);
        if (!rare.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        Boolean posthumous = record.posthumous();
        if (posthumous == null) {
            return record.isEmpty(Field.POSTHUMOUS) ? Verdict.PASS : Verdict.UNDECIDED;
        }
        String award = record.award();
        if (!posthumous) {
            return Verdict.PASS;
        }
        if (award == null || record.decreeDate() == null) {
            return Verdict.UNDECIDED;
        }
        return Verdict.violated(Violation.of(
                Field.POSTHUMOUS, rare, Map.of("award", Law.award(award), "cases", cases(award, record.decreeDate()))));
    }

    private int cases(String award, HistoricalDate date) {
        int cases = 0;
        for (Regime regime : statutes.over(award, date)) {
            Integer known = regime.posthumousCases();
            cases = known == null ? cases : known;
        }
        return cases;
    }
}
