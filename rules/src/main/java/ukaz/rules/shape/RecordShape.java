package ukaz.rules.shape;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;

/**
 * A record as the constraints see it; each is named after its field, and its message is the id of a rule.
 *
 * <p>Of the three required values the view holds what is typed: null without a column, empty for an empty cell. An
 * unreadable cell is filled.
 */
@ExpectedByStatute(message = RecordShape.MISSING, payload = ExpectedByStatute.Warning.class)
record RecordShape(
        AwardRecord record,
        @Filled(message = MISSING) @Nullable String fullName,
        @Filled(message = MISSING) @Nullable String award,
        @Filled(message = MISSING) @Nullable String decreeDate,

        @NameText(message = NAME) @Size(max = RecordShape.LONGEST_NAME, message = NAME) @Nullable
        String surname,

        @NameText(message = NAME) @Size(max = RecordShape.LONGEST_NAME, message = NAME) @Nullable
        String givenName,

        @NameText(message = NAME) @Size(max = RecordShape.LONGEST_NAME, message = NAME) @Nullable
        String patronymic,

        @NameText(message = NAME) @Size(max = RecordShape.LONGEST_NAME, message = NAME) @Nullable
        String formerName,

        @Positive(message = NUMBER) @Max(value = RecordShape.HIGHEST_ORDINAL, message = NUMBER) @Nullable
        Integer ordinal,

        @Size(max = RecordShape.LONGEST_ACT_NUMBER, message = NUMBER) @Nullable
        String decreeNumber,

        @Pattern(regexp = RecordShape.NUMBERS, message = NUMBER) @Nullable
        String medalNumber,

        @Pattern(regexp = RecordShape.NUMBERS, message = NUMBER) @Nullable
        String orderOfLeninNumber,

        @Pattern(regexp = RecordShape.NUMBERS, message = NUMBER) @Nullable
        String certificateNumber,

        @PositiveOrZero(message = NUMBER) @Max(value = RecordShape.MOST_YEARS, message = NUMBER) @Nullable
        Integer serviceYears) {

    static final String MISSING = "field-missing";
    static final String NAME = "name-malformed";
    static final String NUMBER = "number-malformed";
    static final int LONGEST_NAME = 200;
    static final int LONGEST_ACT_NUMBER = 100;
    static final int HIGHEST_ORDINAL = 20;
    static final int MOST_YEARS = 100;

    /** "12345", "II/15", "Д-54321", "12345, 23456". */
    private static final String NUMBERS = "[\\p{L}\\d/.-]*\\d[\\p{L}\\d/.-]*(, [\\p{L}\\d/.-]*\\d[\\p{L}\\d/.-]*)*";

    private static final Field[] NAME_FIELDS = {Field.FULL_NAME, Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC};
    private static final Field[] AWARD_FIELDS = {Field.AWARD};
    private static final Field[] DECREE_FIELDS = {Field.DECREE_DATE, Field.DECREE};

    static RecordShape of(AwardRecord record) {
        PersonName name = record.name();
        return new RecordShape(
                record,
                name.isUnknown() ? typed(record, NAME_FIELDS) : null,
                record.award() == null ? typed(record, AWARD_FIELDS) : null,
                record.decreeDate() == null ? typed(record, DECREE_FIELDS) : null,
                name.surname(),
                name.givenName(),
                name.patronymic(),
                name.formerName(),
                record.ordinal(),
                record.decreeNumber(),
                numbers(record.medalNumber()),
                numbers(record.orderOfLeninNumber()),
                numbers(record.certificateNumber()),
                record.serviceYears());
    }

    /** The first field of those in question that the table has a column for. */
    static Field columnOf(AwardRecord record, Field field) {
        Field[] fields = switch (field) {
            case FULL_NAME -> NAME_FIELDS;
            case DECREE_DATE -> DECREE_FIELDS;
            case SURNAME, GIVEN_NAME, PATRONYMIC, FORMER_NAME -> new Field[] {field, Field.FULL_NAME};
            default -> new Field[] {field};
        };
        for (Field each : fields) {
            if (record.hasColumn(each)) {
                return each;
            }
        }
        return field;
    }

    private static @Nullable String typed(AwardRecord record, Field... fields) {
        String typed = null;
        for (Field field : fields) {
            Cell cell = record.cell(field);
            if (cell != null && (typed == null || typed.isEmpty())) {
                typed = cell.text().strip();
            }
        }
        return typed;
    }

    private static @Nullable String numbers(@Nullable InsigniaNumber number) {
        return number == null || !number.isNumbered() ? null : number.toString();
    }
}
