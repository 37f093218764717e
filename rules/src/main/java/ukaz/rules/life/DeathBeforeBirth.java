package ukaz.rules.life;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;

/** Nobody dies before being born. */
public final class DeathBeforeBirth implements RecordRule {

    @Override
    public Verdict check(AwardRecord record) {
        HistoricalDate birth = record.birthDate();
        HistoricalDate death = record.deathDate();
        if (birth == null || death == null) {
            return Verdict.UNDECIDED;
        }
        Truth wrong = death.before(birth);
        return wrong.possibly()
                ? Order.forbidden(wrong, birth, death, Field.DEATH_DATE, Map.of("birth", birth, "death", death))
                : Verdict.PASS;
    }

    /** Whether the two dates cannot both be right; what follows from either would be one fault said twice. */
    static boolean surely(AwardRecord record) {
        HistoricalDate birth = record.birthDate();
        HistoricalDate death = record.deathDate();
        return birth != null && death != null && death.before(birth).surely();
    }
}
