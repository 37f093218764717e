package ukaz.rules.life;

import java.util.HashMap;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Recipients were rarely children and rarely over a hundred. */
public final class ConferralAge implements RecordRule {

    private final int youngest;
    private final int oldest;

    public ConferralAge(Parameters parameters) {
        this.youngest = parameters.integer("youngest");
        this.oldest = parameters.integer("oldest");
    }

    @Override
    public Verdict check(AwardRecord record) {
        HistoricalDate birth = record.birthDate();
        HistoricalDate decree = record.decreeDate();
        if (birth == null || decree == null) {
            return Verdict.UNDECIDED;
        }
        if (Age.isBefore(birth, decree)) {
            return Verdict.NOT_CONCERNED;
        }
        Truth tooYoung = Age.isUnder(youngest, birth, decree);
        Truth tooOld = isPosthumous(record, decree) ? Truth.NO : Age.isOver(oldest, birth, decree);
        if (!tooYoung.possibly() && !tooOld.possibly()) {
            return Verdict.PASS;
        }
        Age age = Age.between(birth, decree);
        if (tooYoung.surely()
                || tooOld.surely()
                || tooYoung.possibly() && age.hasLowerBound()
                || tooOld.possibly() && age.hasUpperBound()) {
            Map<String, Object> values = new HashMap<>(age.values());
            values.put("birth", birth);
            values.put("decree", decree);
            values.put("youngest", youngest);
            values.put("oldest", oldest);
            Truth wrong = tooYoung.surely() || tooOld.surely() ? Truth.YES : Truth.MAYBE;
            return Verdict.violated(Violation.of(Field.BIRTH_DATE, wrong, values));
        }
        return Verdict.UNDECIDED;
    }

    private static boolean isPosthumous(AwardRecord record, HistoricalDate decree) {
        HistoricalDate death = record.deathDate();
        return Boolean.TRUE.equals(record.posthumous())
                || death != null && death.before(decree).surely();
    }
}
