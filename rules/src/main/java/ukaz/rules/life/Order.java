package ukaz.rules.life;

import java.time.LocalDate;
import java.util.Map;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** The verdict on two dates that may not stand in a certain order. */
final class Order {

    private Order() {}

    /**
     * Undecided where the order is possible only because one of the dates is open on a side.
     *
     * @param wrong yes or maybe
     */
    static Verdict forbidden(
            Truth wrong, HistoricalDate one, HistoricalDate other, Field field, Map<String, Object> values) {
        if (!wrong.surely() && (isOpen(one) || isOpen(other))) {
            return Verdict.UNDECIDED;
        }
        return Verdict.violated(Violation.of(field, wrong, values));
    }

    static boolean isOpen(HistoricalDate date) {
        return date.earliest().equals(LocalDate.MIN) || date.latest().equals(LocalDate.MAX);
    }
}
