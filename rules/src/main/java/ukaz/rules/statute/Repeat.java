package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Not every award could be received again. */
public final class Repeat implements RecordRule {

    private final StatuteBook statutes;

    public Repeat(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Integer ordinal = record.ordinal();
        if (ordinal != null && ordinal == 1) {
            return Verdict.PASS;
        }
        Truth impossible = Law.ask(
                statutes,
                record,
                (regime, nth) -> regime.isInForce()
                        && !regime.repeats().allowed()
                        && !regime.repeats().doubted());
        if (!impossible.possibly()) {
            return Verdict.PASS;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        if (award == null || date == null || ordinal == null) {
            return Verdict.UNDECIDED;
        }
        return Verdict.violated(Violation.of(
                Field.ORDINAL, impossible, Map.of("award", Law.award(award), "ordinal", ordinal, "date", date)));
    }
}
