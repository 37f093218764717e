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

/** For some time nobody could receive an award more than so many times. */
public final class RepeatLimit implements RecordRule {

    private final StatuteBook statutes;

    public RepeatLimit(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Integer ordinal = record.ordinal();
        Truth over = Law.ask(statutes, record, ordinal == null ? RepeatLimit::isLimited : RepeatLimit::isOver);
        if (!over.possibly()) {
            return Verdict.PASS;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        if (award == null || date == null || ordinal == null) {
            return Verdict.UNDECIDED;
        }
        return Verdict.violated(Violation.of(
                Field.ORDINAL,
                over,
                Map.of("award", Law.award(award), "ordinal", ordinal, "date", date, "limit", limit(award, date))));
    }

    private static boolean isLimited(Regime regime, int ordinal) {
        return regime.repeats().limit() != null;
    }

    private static boolean isOver(Regime regime, int ordinal) {
        Integer limit = regime.repeats().limit();
        return limit != null && ordinal > limit;
    }

    private int limit(String award, HistoricalDate date) {
        int limit = 0;
        for (Regime regime : statutes.over(award, date)) {
            Integer allowed = regime.repeats().limit();
            limit = allowed == null ? limit : allowed;
        }
        return limit;
    }
}
