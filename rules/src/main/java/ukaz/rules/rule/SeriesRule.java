package ukaz.rules.rule;

import java.util.List;
import java.util.function.IntUnaryOperator;
import ukaz.model.AwardRecord;

/** Judges medals of one series in the order of their numbers; stateless. */
public non-sealed interface SeriesRule extends Rule {

    /** A place in the series that is out of step with its neighbours. */
    record Outlier(int index, int expectedDay) {}

    /**
     * Finds what is out of step.
     *
     * @param count of the medals
     * @param day of each medal's decree, as days since 1970, by ascending number
     */
    List<Outlier> outliers(int count, IntUnaryOperator day);

    Discrepancy discrepancy(AwardRecord record, int expectedDay);
}
