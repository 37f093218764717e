package ukaz.model;

/**
 * A coded word inside a finding, put into the reader's language only when the report is written.
 *
 * @param kind which vocabulary the code belongs to
 * @param code the code as in the outputs: {@code HSL}, {@code PVS_USSR}, {@code CU}, {@code birthDate}, {@code GOLD_STAR}
 */
public record Term(Kind kind, String code) {

    /** The vocabularies. */
    public enum Kind {
        AWARD,
        AUTHORITY,
        STATE,
        FIELD,
        MEDAL,
        STATUS,
        SEX,
        CHANGE,
        /** A short phrase that stands in the texts of the reports under this code. */
        PHRASE
    }
}
