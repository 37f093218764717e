package ukaz.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.data.Bilingual;

/**
 * All that is said of a rule outside its class: what reports print, what the manual explains, and what the tests run.
 *
 * @param id printed in reports; never reused, never renamed
 * @param since the version that brought it
 * @param basis ids of the statute book; empty where the rule follows from the calendar or the table itself
 * @param reason why there is such a rule; null where the basis says it
 * @param fields what it reads; empty for a rule of the file or the table
 * @param message with placeholders in braces
 * @param expected what would be right, with placeholders; null where that cannot be said
 * @param advice what a reviewer can do; null where nothing special
 */
public record Card(
        String id,
        Severity severity,
        String since,
        List<String> basis,
        @Nullable Bilingual reason,
        Set<Field> fields,
        Bilingual title,
        Bilingual explanation,
        Bilingual message,
        @Nullable Bilingual expected,
        @Nullable Bilingual advice,
        Map<String, Parameter> parameters,
        List<Example> examples) {

    /** Ids of what the rule rests on: its basis, and the disagreements of which an example takes another reading. */
    Set<String> restsOn() {
        Set<String> ids = new LinkedHashSet<>(basis);
        examples.forEach(example -> ids.addAll(example.readings().keySet()));
        return ids;
    }

    /**
     * What settings can change of a rule.
     *
     * @param standard a String, an Integer, a Boolean or a List of String; settings keep to its type
     */
    public record Parameter(Object standard, Bilingual text) {}

    /**
     * A record with what the rule says of it.
     *
     * @param record values by field as they are after normalisation
     * @param records the same for rules on several records; those of one {@code person}, of one alone where none is named,
     *     {@code from} several files
     * @param reference what the reference register says, in the same way
     * @param typed values by field as typed, in place of {@code record}, for rules that speak while a row is read
     * @param table rows of cells as typed, the header first, for rules that speak while a table is read
     * @param file name of a workbook of the tests, for rules of the file; null where there is none
     * @param parameters values in place of the standard ones
     * @param readings readings of disagreements in place of the source text's
     * @param finds the values of every finding, or none where the rule stays silent
     * @param field the field at fault, where the example says
     * @param severity where it is not the card's
     * @param certainty {@code certain} or {@code possible}
     * @param undecided true where the rule cannot decide
     */
    public record Example(
            Bilingual title,
            Map<String, Object> record,
            List<Map<String, Object>> records,
            List<Map<String, Object>> reference,
            Map<String, Object> typed,
            List<List<String>> table,
            @Nullable String file,
            Map<String, Object> parameters,
            Map<String, String> readings,
            List<Map<String, Object>> finds,
            @Nullable String field,
            @Nullable Severity severity,
            String certainty,
            boolean undecided) {}
}
