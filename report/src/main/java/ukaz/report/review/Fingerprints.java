package ukaz.report.review;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Fingerprints as the numbers that their sixteen hexadecimal digits are. */
final class Fingerprints {

    private static final int DIGITS = 16;

    private Fingerprints() {}

    /** Null where the text is none. */
    static @Nullable Long number(String text) {
        if (text.length() != DIGITS) {
            return null;
        }
        try {
            return HexFormat.fromHexDigitsToLong(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static String text(long fingerprint) {
        return HexFormat.of().toHexDigits(fingerprint);
    }
}
