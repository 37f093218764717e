package ukaz.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong, as a reader or a rule saw it; {@link Finding} is the same signed with the rule's card.
 *
 * @param rule id of the rule in the catalogue
 * @param at the place; a cell where there is one
 * @param field the field at fault; null for a fault of the file or the table
 * @param title the title of the column; null where there is none
 * @param value the source value as typed; null where the fault is no one value
 * @param certainty whether every reading of the dates is at fault
 * @param severity in place of the card's; null for the card's
 * @param values what the message's placeholders stand for: String, Integer, Long, HistoricalDate, LocalDate, {@link Term},
 *     or a List of these
 * @param related other places that belong to it
 */
public record Fault(
        String rule,
        SourceRef at,
        @Nullable Field field,
        @Nullable String title,
        @Nullable String value,
        Certainty certainty,
        @Nullable Severity severity,
        Map<String, Object> values,
        List<SourceRef> related) {

    public Fault {
        values = Map.copyOf(values);
        related = List.copyOf(related);
    }

    /** A fault of a file, a sheet, a column or a row that has no record. */
    public static Fault of(String rule, SourceRef at, Map<String, Object> values) {
        return new Fault(rule, at, null, null, null, Certainty.CERTAIN, null, values, List.of());
    }

    /** A fault of one cell. */
    public static Fault of(
            String rule, SourceRef at, Field field, String title, String value, Map<String, Object> values) {
        return new Fault(rule, at, field, title, value, Certainty.CERTAIN, null, values, List.of());
    }
}
