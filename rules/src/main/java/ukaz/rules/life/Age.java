package ukaz.rules.life;

import java.util.HashMap;
import java.util.Map;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;

/**
 * Full years between two dates that are known only so far.
 *
 * @param fewest {@link Integer#MIN_VALUE} where an open date sets no bound
 * @param most {@link Integer#MAX_VALUE} where an open date sets no bound
 */
record Age(int fewest, int most) {

    static Age between(HistoricalDate birth, HistoricalDate later) {
        return new Age(birth.fewestYearsTo(later), birth.mostYearsTo(later));
    }

    /** True where the later date can lie before the birth, and not for want of a bound alone: that is another fault. */
    static boolean isBefore(HistoricalDate birth, HistoricalDate later) {
        return later.before(birth).possibly() && between(birth, later).hasLowerBound();
    }

    /** Whether it is less; asked for every record, so it makes no age. */
    static Truth isUnder(int years, HistoricalDate birth, HistoricalDate later) {
        return Truth.of(birth.mostYearsTo(later) < years, birth.fewestYearsTo(later) < years);
    }

    /** Whether it is more. */
    static Truth isOver(int years, HistoricalDate birth, HistoricalDate later) {
        return Truth.of(birth.fewestYearsTo(later) > years, birth.mostYearsTo(later) > years);
    }

    boolean hasLowerBound() {
        return fewest != Integer.MIN_VALUE;
    }

    boolean hasUpperBound() {
        return most != Integer.MAX_VALUE;
    }

    /** The values of a message: {@code age}, and {@code ageMost} where it is a range. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("age", Math.max(fewest, 0));
        if (most > fewest && hasUpperBound()) {
            values.put("ageMost", most);
        }
        return values;
    }
}
