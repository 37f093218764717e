package ukaz.report.data;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;
import ukaz.report.in.JsonObject;
import ukaz.report.out.JsonOut;

/**
 * What the message of a finding is made of, in JSON, so that it can be put into words in any language: texts and numbers as
 * they are, anything coded as an object of one member whose name says what it is, {@code {"date":"1943-11-07"}}, {@code
 * {"award":"HSL"}}.
 */
public final class CodedValues {

    private static final String DATE = "date";
    private static final String DAY = "day";

    private CodedValues() {}

    static void write(JsonOut json, Map<String, Object> values) throws IOException {
        json.object("values");
        for (Map.Entry<String, Object> value : new TreeMap<>(values).entrySet()) {
            put(json, value.getKey(), value.getValue());
        }
        json.endObject();
    }

    private static void put(JsonOut json, String key, Object value) throws IOException {
        if (value instanceof String text) {
            json.put(key, text);
        } else if (value instanceof Number number) {
            json.put(key, number.longValue());
        } else if (value instanceof List<?> list) {
            json.array(key);
            for (Object item : list) {
                add(json, item);
            }
            json.endArray();
        } else {
            json.object(key);
            coded(json, value);
        }
    }

    private static void add(JsonOut json, Object item) throws IOException {
        if (item instanceof String text) {
            json.add(text);
        } else if (item instanceof Number number) {
            json.add(number.longValue());
        } else {
            json.object();
            coded(json, item);
        }
    }

    private static void coded(JsonOut json, Object value) throws IOException {
        if (value instanceof HistoricalDate date) {
            json.put(DATE, date.toString());
        } else if (value instanceof LocalDate day) {
            json.put(DAY, day.toString());
        } else if (value instanceof Term term) {
            json.put(term.kind().name().toLowerCase(Locale.ROOT), term.code());
        } else {
            throw new IllegalArgumentException(
                    "a finding cannot carry a " + value.getClass().getName());
        }
        json.endObject();
    }

    /**
     * The values as they were written; none where there is no object.
     *
     * @throws RuntimeException where one of them was not written here
     */
    public static Map<String, Object> read(@Nullable JsonObject object) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (object != null) {
            object.members().forEach((key, value) -> values.put(key, value(value)));
        }
        return values;
    }

    private static Object value(@Nullable Object value) {
        if (value instanceof String || value instanceof Long) {
            return value;
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            for (Object item : list) {
                items.add(value(item));
            }
            return items;
        }
        if (value instanceof JsonObject object && object.members().size() == 1) {
            String kind = object.members().keySet().iterator().next();
            String text = object.text(kind);
            if (text != null) {
                return switch (kind) {
                    case DATE -> HistoricalDate.parse(text);
                    case DAY -> LocalDate.parse(text);
                    default -> new Term(Term.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), text);
                };
            }
        }
        throw new IllegalArgumentException("no value of a finding");
    }
}
