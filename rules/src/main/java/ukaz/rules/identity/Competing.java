package ukaz.rules.identity;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.InsigniaNumber.Kind;
import ukaz.model.Sex;
import ukaz.model.Term;

/**
 * Values of one field that cannot all be true, each with the row that says it.
 *
 * @param rows a row for each value, the first in the order of the sources first
 */
public record Competing(Field field, List<Object> values, List<AwardRecord> rows) {

    /** What the rows say of the field, where they contradict each other; null where they do not. */
    public static @Nullable Competing of(Field field, List<AwardRecord> records) {
        List<AwardRecord> exactFirst = new ArrayList<>(records);
        exactFirst.sort(
                Comparator.comparing(record -> !(says(field, record) instanceof HistoricalDate date && date.isDay())));
        List<AwardRecord> rows = new ArrayList<>();
        for (AwardRecord record : exactFirst) {
            Object value = says(field, record);
            if (value != null && rows.stream().allMatch(other -> contradict(value, says(field, other)))) {
                rows.add(record);
            }
        }
        if (rows.size() < 2) {
            return null;
        }
        rows.sort(Comparator.comparingInt(records::indexOf));
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(shown(field, says(field, row))));
        return new Competing(field, Collections.unmodifiableList(values), List.copyOf(rows));
    }

    /** The values for a finding: the field, what competes, and how a slip would explain it. */
    public Map<String, Object> placeholders() {
        Map<String, Object> map = new HashMap<>();
        map.put("subject", new Term(Term.Kind.FIELD, field.key()));
        map.put("values", values);
        map.put(
                "sources",
                rows.stream()
                        .map(row -> row.at(field))
                        .map(at -> at.file() + ", " + (at.cell() == null ? String.valueOf(at.row()) : at.cell()))
                        .toList());
        if (values.size() == 2
                && values.get(0) instanceof HistoricalDate a
                && values.get(1) instanceof HistoricalDate b) {
            switch (Likeness.of(a, b)) {
                case OLD_STYLE ->
                    map.put("styleDays", (int) Math.abs(ChronoUnit.DAYS.between(a.earliest(), b.earliest())));
                case SWAPPED -> map.put("slip", new Term(Term.Kind.PHRASE, "slip-swapped"));
                case ONE_DIGIT, ONE_DIGIT_OF_YEAR -> map.put("slip", new Term(Term.Kind.PHRASE, "slip-one-digit"));
                default -> {}
            }
        }
        return map;
    }

    /** Where the other rows say so. */
    public List<AwardRecord> others() {
        return rows.subList(1, rows.size());
    }

    private static @Nullable Object says(Field field, AwardRecord record) {
        return switch (field) {
            case BIRTH_DATE -> record.birthDate();
            case DEATH_DATE -> record.deathDate();
            case DECREE_DATE -> record.decreeDate();
            case SEX -> record.sex();
            case CITIZENSHIP -> record.citizenship();
            case AUTHORITY -> "OTHER".equals(record.authority()) ? null : record.authority();
            case DECREE_NUMBER ->
                record.decreeNumber() == null
                        ? null
                        : record.decreeNumber().toUpperCase(Locale.ROOT).replace(" ", "");
            case MEDAL_NUMBER -> known(record.medalNumber());
            case ORDER_OF_LENIN_NUMBER -> known(record.orderOfLeninNumber());
            case CERTIFICATE_NUMBER -> known(record.certificateNumber());
            default -> throw new IllegalArgumentException("nothing competes in " + field);
        };
    }

    private static @Nullable InsigniaNumber known(@Nullable InsigniaNumber number) {
        return number == null || number.kind() == Kind.UNKNOWN || number.duplicate() ? null : number;
    }

    private static boolean contradict(Object a, @Nullable Object b) {
        if (b == null) {
            return false;
        }
        if (a instanceof HistoricalDate x && b instanceof HistoricalDate y) {
            return !x.overlaps(y);
        }
        if (a instanceof InsigniaNumber x && b instanceof InsigniaNumber y) {
            return x.isNumbered() && y.isNumbered()
                    ? Collections.disjoint(x.numbers(), y.numbers())
                    : x.isNumbered() != y.isNumbered();
        }
        return !a.equals(b);
    }

    private static Object shown(Field field, @Nullable Object value) {
        if (value instanceof InsigniaNumber number) {
            return number.isNumbered()
                    ? number.toString()
                    : new Term(
                            Term.Kind.PHRASE,
                            number.kind() == Kind.NOT_GIVEN ? "insignia-not-given" : "insignia-without-number");
        }
        if (value instanceof Sex sex) {
            return new Term(Term.Kind.SEX, sex.key());
        }
        if (field == Field.CITIZENSHIP) {
            return new Term(Term.Kind.STATE, String.valueOf(value));
        }
        if (field == Field.AUTHORITY) {
            return new Term(Term.Kind.AUTHORITY, String.valueOf(value));
        }
        return Objects.requireNonNull(value);
    }
}
