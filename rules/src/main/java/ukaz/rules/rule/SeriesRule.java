package ukaz.rules.rule;

import java.util.List;
import ukaz.model.AwardRecord;

/** Judges medals of one series in the order of their numbers; stateless. */
public non-sealed interface SeriesRule extends Rule {

    /** A place in the series that is out of step with its neighbours. */
    record Outlier(int index, int expectedDay) {}

    /**
     * Finds what is out of step.
     *
     * @param days of the decrees, as days since 1970, by ascending number
     */
    List<Outlier> outliers(int[] days);

    Discrepancy discrepancy(AwardRecord record, int expectedDay);
}
