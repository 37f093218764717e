package ukaz.rules.statute;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.Term;
import ukaz.model.Truth;
import ukaz.model.statute.Award;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;

/**
 * Asks what the law said of a conferral on every day its decree can have and, where it is not known which conferral it
 * was, of a first and of a repeat one.
 */
final class Law {

    /** A question to the law of one period; the ordinal stands for any repeat where it is 2. */
    @FunctionalInterface
    interface Question {
        boolean holds(Regime regime, int ordinal);
    }

    private Law() {}

    /**
     * Where the award is not known the answer is maybe; where the date is not known every period counts.
     *
     * @return {@link Truth#NO} for an award that the statute book does not have
     */
    static Truth ask(StatuteBook statutes, AwardRecord record, Question question) {
        if (record.award() == null) {
            return Truth.MAYBE;
        }
        boolean all = true;
        boolean any = false;
        Integer ordinal = record.ordinal();
        List<Regime> regimes = over(statutes, record.award(), record.decreeDate());
        // By number: every rule asks for every record, and an iterator each would be the most of what they leave
        // behind.
        for (int i = 0; i < regimes.size(); i++) {
            Regime regime = regimes.get(i);
            boolean holds = question.holds(regime, ordinal == null ? 1 : ordinal);
            all &= holds;
            any |= holds;
            if (ordinal == null && regime.repeats().allowed()) {
                boolean holdsAgain = question.holds(regime, 2);
                all &= holdsAgain;
                any |= holdsAgain;
            }
        }
        return any ? Truth.of(all, true) : Truth.NO;
    }

    /** The law of the award over the date, or of all time where there is none; empty for an award not in the book. */
    static List<Regime> over(StatuteBook statutes, String code, @Nullable HistoricalDate date) {
        Award award = statutes.award(code).orElse(null);
        if (award == null) {
            return List.of();
        }
        return date == null ? award.regimes() : statutes.over(code, date);
    }

    /** True where the law of the period provides for a conferral of that ordinal. */
    static boolean provides(Regime regime, int ordinal) {
        return regime.isInForce() && (ordinal == 1 || regime.repeats().allowed());
    }

    /** True where nothing can be said of the field: no column, not readable, or not known to the source. */
    static boolean isOpen(AwardRecord record, Field field, @Nullable InsigniaNumber number) {
        return number == null ? !record.isEmpty(field) : number.kind() == InsigniaNumber.Kind.UNKNOWN;
    }

    static Term award(String code) {
        return new Term(Term.Kind.AWARD, code);
    }
}
