package ukaz.ingest.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ukaz.model.Certainty;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.SourceRef;
import ukaz.model.Term;

/** What is wrong with the columns of a table. */
final class LayoutFaults {

    /** Several columns of these are common and harmless: "Ф. | Оп. | Д. | Л.". */
    private static final Set<Field> OFTEN_SEVERAL = EnumSet.of(
            Field.ROW_ID, Field.BASIS, Field.REMARKS, Field.REGION, Field.WORKPLACE, Field.POSITION, Field.BIRTH_PLACE);

    /** What no table can do without, each with the columns of which one is enough. */
    private static final Map<Field, Set<Field>> REQUIRED = new EnumMap<>(Map.of(
            Field.FULL_NAME, EnumSet.of(Field.FULL_NAME, Field.SURNAME),
            Field.AWARD, EnumSet.of(Field.AWARD),
            Field.DECREE_DATE, EnumSet.of(Field.DECREE_DATE, Field.DECREE)));

    private LayoutFaults() {}

    /** Whether several columns of a field in a table are nothing unusual. */
    static boolean isOftenSeveral(Field field) {
        return OFTEN_SEVERAL.contains(field);
    }

    /** @param given fields that a mapping gives to all records */
    static List<Fault> of(TableLayout layout, SourceRef sheet, Set<Field> given) {
        List<Fault> faults = new ArrayList<>();
        Set<Field> present = EnumSet.noneOf(Field.class);
        present.addAll(given);
        Map<String, Column> first = new HashMap<>();
        for (Column column : layout.columns()) {
            Field field = column.field();
            if (field == null) {
                if (!column.title().isEmpty() && column.confidence() == 0) {
                    faults.add(fault("column-unmapped", sheet, column, null, Map.of("title", column.title())));
                }
                continue;
            }
            present.add(field);
            Column other = first.putIfAbsent(field + " " + column.group() + " " + column.medal(), column);
            if (other != null && !OFTEN_SEVERAL.contains(field)) {
                boolean same = other.title().equals(column.title());
                faults.add(fault(
                        "column-repeated",
                        sheet,
                        column,
                        field,
                        Map.of(
                                "field",
                                new Term(Term.Kind.FIELD, field.key()),
                                "first",
                                same ? lettered(other) : other.title(),
                                "second",
                                same ? lettered(column) : column.title())));
            }
        }
        REQUIRED.forEach((field, anyOf) -> {
            if (anyOf.stream().noneMatch(present::contains)) {
                faults.add(missing(layout, sheet, new Term(Term.Kind.FIELD, field.key())));
            }
        });
        return faults;
    }

    /** @param column a required field, or the title of a column that a mapping names */
    static Fault missing(TableLayout layout, SourceRef sheet, Object column) {
        return Fault.of("column-missing", sheet, Map.of("field", column, "header", layout.headerRow()));
    }

    private static String lettered(Column column) {
        return column.title() + " (" + SourceRef.columnLetters(column.index()) + ")";
    }

    private static Fault fault(
            String rule,
            SourceRef sheet,
            Column column,
            @org.jspecify.annotations.Nullable Field field,
            Map<String, Object> values) {
        return new Fault(
                rule,
                sheet.column(column.index()),
                field,
                column.title(),
                null,
                Certainty.CERTAIN,
                null,
                values,
                List.of());
    }
}
