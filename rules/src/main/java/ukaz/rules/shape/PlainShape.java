package ukaz.rules.shape;

import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;

/**
 * Tells records that are plainly in order, as nearly all are, a hundred times faster than the constraints do.
 *
 * <p>Never true of a record that breaks a constraint; false of some that break none, which are then asked properly.
 */
final class PlainShape {

    private PlainShape() {}

    static boolean isPlain(AwardRecord record) {
        return record.award() != null
                && record.decreeDate() != null
                && isPlain(record.name())
                && isFilled(record, Field.AUTHORITY, record.authority())
                && isFilled(record, Field.CITIZENSHIP, record.citizenship())
                && isFilled(record, Field.SERVICE_YEARS, record.serviceYears())
                && isWithin(record.ordinal(), 1, RecordShape.HIGHEST_ORDINAL)
                && isWithin(record.serviceYears(), 0, RecordShape.MOST_YEARS)
                && isPlain(record.medalNumber())
                && isPlain(record.orderOfLeninNumber())
                && isPlain(record.certificateNumber())
                && (record.decreeNumber() == null || record.decreeNumber().length() <= RecordShape.LONGEST_ACT_NUMBER);
    }

    private static boolean isPlain(PersonName name) {
        return !name.isUnknown()
                && isPlainName(name.surname())
                && isPlainName(name.givenName())
                && isPlainName(name.patronymic())
                && isPlainName(name.formerName());
    }

    private static boolean isPlainName(@Nullable String part) {
        return part == null || part.length() <= RecordShape.LONGEST_NAME && NameText.Scan.isName(part);
    }

    private static boolean isFilled(AwardRecord record, Field field, @Nullable Object value) {
        return value != null || !record.isEmpty(field);
    }

    private static boolean isWithin(@Nullable Integer value, int from, int to) {
        return value == null || value >= from && value <= to;
    }

    private static boolean isPlain(@Nullable InsigniaNumber number) {
        if (number == null || !number.isNumbered()) {
            return true;
        }
        for (String each : number.numbers()) {
            if (each.isEmpty()) {
                return false;
            }
            for (int i = 0; i < each.length(); i++) {
                if (each.charAt(i) < '0' || each.charAt(i) > '9') {
                    return false;
                }
            }
        }
        return !number.numbers().isEmpty();
    }
}
