package ukaz.model.statute;

import java.util.Locale;

/** What a provision is about, in the order in which the law is told. */
public enum Topic {
    STANDING,
    RANK,
    NAME,
    MERIT,
    ELIGIBLE,
    SERVICE_YEARS,
    NOMINATION,
    CONFERRED_BY,
    INSIGNIA,
    MEDAL,
    REPEATS,
    UNPRECEDENTED,
    POSTHUMOUS,
    BENEFITS,
    DEPRIVATION,
    /** No conferral of these days is known, though it would have been lawful. */
    NONE_KNOWN;

    /** As the data files write it: {@code conferred-by}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
