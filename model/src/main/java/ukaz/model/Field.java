package ukaz.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a column can say about a conferral; composite columns are split while a row is normalised. */
public enum Field {
    /** The source's own row number or shelf mark; never judged. */
    ROW_ID("rowId"),
    /** Surname, given name and patronymic in one cell. */
    FULL_NAME("fullName"),
    SURNAME("surname"),
    GIVEN_NAME("givenName"),
    PATRONYMIC("patronymic"),
    FORMER_NAME("formerName"),
    SEX("sex"),
    /** Birth and death in one cell: "1894–1977". */
    LIFE_YEARS("lifeYears"),
    BIRTH_DATE("birthDate"),
    DEATH_DATE("deathDate"),
    BIRTH_PLACE("birthPlace"),
    NATIONALITY("nationality"),
    CITIZENSHIP("citizenship"),
    AWARD("award"),
    /** Which conferral of this award to this person: 1, 2, 3. */
    ORDINAL("ordinal"),
    /** Organ, date and number of the act in one cell. */
    DECREE("decree"),
    DECREE_DATE("decreeDate"),
    DECREE_NUMBER("decreeNumber"),
    AUTHORITY("authority"),
    MEDAL_NUMBER("medalNumber"),
    ORDER_OF_LENIN_NUMBER("orderOfLeninNumber"),
    CERTIFICATE_NUMBER("certificateNumber"),
    PRESENTATION_DATE("presentationDate"),
    POSTHUMOUS("posthumous"),
    /** Valid, deprived, annulled or restored, in words and often with a date. */
    STATUS("status"),
    DEPRIVED("deprived"),
    ANNULLED("annulled"),
    RESTORED("restored"),
    /** Years of hired work. */
    SERVICE_YEARS("serviceYears"),
    POSITION("position"),
    WORKPLACE("workplace"),
    REGION("region"),
    /** The archival reference the row was taken from. */
    BASIS("basis"),
    REMARKS("remarks");

    private static final Map<String, Field> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::key, Function.identity()));

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** The name of this field in every output, mapping and card. */
    public String key() {
        return key;
    }

    public static Optional<Field> of(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
