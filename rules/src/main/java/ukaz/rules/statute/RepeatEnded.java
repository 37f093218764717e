package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Severity;
import ukaz.model.Truth;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** In one reading of the law repeats had ended. */
public final class RepeatEnded implements RecordRule {

    private final StatuteBook statutes;

    public RepeatEnded(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Integer ordinal = record.ordinal();
        if (ordinal != null && ordinal == 1) {
            return Verdict.PASS;
        }
        Truth doubted =
                Law.ask(statutes, record, (regime, nth) -> regime.repeats().doubted());
        if (!doubted.possibly()) {
            return Verdict.PASS;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        if (award == null || date == null || ordinal == null) {
            return Verdict.UNDECIDED;
        }
        Violation violation = Violation.of(
                Field.ORDINAL, doubted, Map.of("award", Law.award(award), "ordinal", ordinal, "date", date));
        Truth allowed = Law.ask(
                statutes,
                record,
                (regime, nth) -> regime.repeats().doubted() && regime.repeats().allowed());
        return Verdict.violated(allowed.possibly() ? violation : violation.as(Severity.ERROR));
    }
}
