package ukaz.model;

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
        CORRECTION
    }
}
