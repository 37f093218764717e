package ukaz.report.review;

import java.util.Locale;
import java.util.Optional;

/** How a finding stands to an earlier report. */
public enum ReviewStatus {
    /** The earlier report does not have it. */
    NEW,
    /** It was open then and is found again. */
    PERSISTING,
    /** It was resolved or marked as fixed, and is found again. */
    REOPENED,
    /** It is in the earlier report, was looked for, and is not found. */
    RESOLVED,
    /** It is in the earlier report, and this run did not look: another file, a file not read, a rule not run. */
    UNCHECKED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReviewStatus> of(String key) {
        for (ReviewStatus status : values()) {
            if (status.key().equals(key)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }
}
