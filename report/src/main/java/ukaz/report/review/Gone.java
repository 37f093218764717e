package ukaz.report.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A finding of the earlier report that this run does not have.
 *
 * @param status resolved or unchecked
 * @param resolvedOn the day of the report that did not find it first; null where nobody looked
 * @param ruleChanged true where it may be gone because its rule is another now
 * @param byThisRun true where it was open in the earlier report
 */
public record Gone(
        EarlierFinding finding,
        ReviewStatus status,
        @Nullable LocalDate resolvedOn,
        boolean ruleChanged,
        boolean byThisRun) {

    public String fingerprint() {
        return Fingerprints.text(finding.fingerprint());
    }
}
