package ukaz.report.review;

import java.util.Locale;
import java.util.Optional;

/** What a reviewer decides on a finding. */
public enum Decision {
    /** The finding is right, the source is to be corrected. */
    SOURCE_WRONG,
    /** The source says what its documents say: the finding is none. */
    SOURCE_RIGHT,
    /** The finding is right and nothing will be done. */
    WAIVED,
    /** The source has been corrected; found again, the finding is reopened. */
    FIXED,
    /** Somebody has to be asked. */
    ASK;

    /** {@code source-wrong}, {@code source-right} …, as in the outputs for programs. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where the finding no longer fails a run. */
    public boolean settles() {
        return this == SOURCE_RIGHT || this == WAIVED;
    }

    public static Optional<Decision> of(String key) {
        for (Decision decision : values()) {
            if (decision.key().equals(key)) {
                return Optional.of(decision);
            }
        }
        return Optional.empty();
    }
}
