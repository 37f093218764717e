package ukaz.model;

import java.util.Locale;
import java.util.Optional;

/**
 * One value that normalisation wrote differently, so that nothing is changed silently.
 *
 * @param field the field that got the value
 * @param from the value as typed
 * @param to the value as understood
 */
public record Change(Field field, Kind kind, String from, String to) {

    /** Why the value is written differently. */
    public enum Kind {
        WHITE_SPACE,
        INVISIBLE,
        HOMOGLYPH,
        ENCODING,
        LETTER_CASE,
        DATE_NOTATION,
        CALENDAR,
        NAME_SPLIT,
        NAME_ORDER,
        NAME_CASE,
        TRANSLITERATION,
        VOCABULARY,
        NUMBER_NOTATION,
        /** Not typed in this cell: understood from another one or from the law. */
        INFERRED,
        /** Replaced by a reviewed correction. */
        CORRECTION;

        private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

        /** {@code white-space}, {@code date-notation} …, as in the outputs for programs. */
        public String key() {
            return key;
        }

        public static Optional<Kind> of(String key) {
            for (Kind kind : values()) {
                if (kind.key.equals(key)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
