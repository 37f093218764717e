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

    Truth under(int years) {
        return Truth.of(most < years, fewest < years);
    }

    Truth over(int years) {
        return Truth.of(fewest > years, most > years);
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
