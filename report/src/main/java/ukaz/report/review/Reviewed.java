package ukaz.report.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a finding of this run stands to an earlier report, and what was decided on it.
 *
 * @param firstSeen the day of the report that had it first
 * @param ruleChanged true where its rule is another than in the earlier report, or was not run then
 * @param mark of the rule and of what the finding says, by which the next report knows whether either has changed
 * @param ruling the decision that stands; null where there is none
 * @param lapsed the decision that stands no longer; null where there is none
 */
public record Reviewed(
        ReviewStatus status,
        LocalDate firstSeen,
        boolean ruleChanged,
        Mark mark,
        @Nullable Ruling ruling,
        @Nullable Lapsed lapsed) {

    /** True where a reviewer has decided that it is not to fail a run. */
    public boolean settled() {
        return ruling != null && ruling.decision().settles();
    }
}
