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

/** Few people live longer than a hundred and ten years. */
public final class Span implements RecordRule {

    private final int maxSpan;

    public Span(Parameters parameters) {
        this.maxSpan = parameters.integer("maxSpan");
    }

    @Override
    public Verdict check(AwardRecord record) {
        HistoricalDate birth = record.birthDate();
        HistoricalDate death = record.deathDate();
        if (birth == null || death == null) {
            return Verdict.UNDECIDED;
        }
        Truth tooLong = Age.isOver(maxSpan, birth, death);
        if (!tooLong.possibly()) {
            return Verdict.PASS;
        }
        Age age = Age.between(birth, death);
        if (!tooLong.surely() && !age.hasUpperBound()) {
            return Verdict.UNDECIDED;
        }
        Map<String, Object> values = new HashMap<>(age.values());
        values.put("birth", birth);
        values.put("death", death);
        values.put("maxSpan", maxSpan);
        return Verdict.violated(Violation.of(Field.DEATH_DATE, tooLong, values));
    }
}
