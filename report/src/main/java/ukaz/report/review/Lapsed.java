package ukaz.report.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision that does not hold any more, to be taken again.
 *
 * @param ruling null where an earlier report has told it already; the text has all of it then
 * @param value what the source said when it was taken; empty where that is not known
 * @param text as an earlier report told it; empty where this report is the first to tell it
 */
public record Lapsed(Why why, @Nullable Ruling ruling, String value, String text) {

    /** Why it does not hold. */
    public enum Why {
        /** The source says something else now. */
        CHANGED,
        /** Its day is over. */
        EXPIRED,
        /** The finding was gone or marked as fixed, and is there again. */
        REOPENED,
        /** Told in an earlier report, and not decided since. */
        STILL_OPEN;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException where there is none of this key */
        static Why of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
