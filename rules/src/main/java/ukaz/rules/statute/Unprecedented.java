package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.Truth;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Nobody is known to have received the award so many times. */
public final class Unprecedented implements RecordRule {

    private final StatuteBook statutes;

    public Unprecedented(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Integer ordinal = record.ordinal();
        Truth unheard = Law.ask(statutes, record, ordinal == null ? Unprecedented::canBe : Unprecedented::isUnheard);
        if (!unheard.possibly()) {
            return Verdict.PASS;
        }
        String award = record.award();
        if (award == null || record.decreeDate() == null || ordinal == null) {
            return Verdict.UNDECIDED;
        }
        return Verdict.violated(
                Violation.of(Field.ORDINAL, unheard, Map.of("award", Law.award(award), "ordinal", ordinal)));
    }

    private static boolean canBe(Regime regime, int ordinal) {
        return regime.unprecedented() != null;
    }

    private static boolean isUnheard(Regime regime, int ordinal) {
        Integer first = regime.unprecedented();
        return first != null && ordinal >= first;
    }
}
