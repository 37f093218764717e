package ukaz.rules.life;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Certainty;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;
import ukaz.model.Truth;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** A conferral is posthumous exactly where its decree was issued after the death. */
public final class Posthumous implements RecordRule {

    @Override
    public Verdict check(AwardRecord record) {
        HistoricalDate death = record.deathDate();
        HistoricalDate decree = record.decreeDate();
        if (death == null || decree == null || record.isUnreadable(Field.POSTHUMOUS)) {
            return Verdict.UNDECIDED;
        }
        if (DeathBeforeBirth.surely(record)) {
            return Verdict.UNDECIDED;
        }
        boolean marked = Boolean.TRUE.equals(record.posthumous());
        Truth wrong = marked ? death.after(decree) : death.before(decree);
        if (!wrong.possibly()) {
            return Verdict.PASS;
        }
        Map<String, Object> values = Map.of(
                "death",
                death,
                "decree",
                decree,
                "marked",
                phrase(marked ? "marked" : "not-marked"),
                "wanted",
                phrase(marked ? "want-not-posthumous" : "want-posthumous"));
        if (!marked && record.posthumous() == null && !record.hasColumn(Field.POSTHUMOUS)) {
            return whereNothingCanBeMarked(wrong, values);
        }
        return Order.forbidden(
                wrong, death, decree, record.hasColumn(Field.POSTHUMOUS) ? Field.POSTHUMOUS : Field.DEATH_DATE, values);
    }

    /** Without a column for the mark its absence says little: a sure order is then a possible fault, another is none. */
    private static Verdict whereNothingCanBeMarked(Truth wrong, Map<String, Object> values) {
        return wrong.surely()
                ? Verdict.violated(new Violation(Field.DEATH_DATE, Certainty.POSSIBLE, null, values))
                : Verdict.UNDECIDED;
    }

    private static Term phrase(String code) {
        return new Term(Term.Kind.PHRASE, code);
    }
}
