package ukaz.rules.life;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;

/** Nobody is awarded before being born. */
public final class ConferralBeforeBirth implements RecordRule {

    @Override
    public Verdict check(AwardRecord record) {
        HistoricalDate birth = record.birthDate();
        HistoricalDate decree = record.decreeDate();
        if (birth == null || decree == null) {
            return Verdict.UNDECIDED;
        }
        HistoricalDate death = record.deathDate();
        if (death != null
                && DeathBeforeBirth.surely(record)
                && !decree.before(death).possibly()) {
            // birth and death are swapped, and the conferral lies between them
            return Verdict.UNDECIDED;
        }
        Truth wrong = decree.before(birth);
        return wrong.possibly()
                ? Order.forbidden(wrong, birth, decree, Field.DECREE_DATE, Map.of("birth", birth, "decree", decree))
                : Verdict.PASS;
    }
}
