package ukaz.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As much of JSON Schema as the schemas of the outputs use; an unknown keyword is an error. */
final class Schema {

    private final Map<String, Object> schema;

    private Schema(Map<String, Object> schema) {
        this.schema = schema;
    }

    static Schema named(String name) throws IOException {
        try (InputStream in = Reports.class.getResourceAsStream("schema/" + name + ".schema.json")) {
            return new Schema(JsonText.object(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    /** What is wrong with the value; empty where it fits. */
    List<String> faults(Object value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "$", faults);
        return faults;
    }

    @SuppressWarnings("unchecked")
    private static void check(Map<String, Object> schema, @Nullable Object value, String at, List<String> faults) {
        for (Map.Entry<String, Object> keyword : schema.entrySet()) {
            Object says = keyword.getValue();
            boolean fits = switch (keyword.getKey()) {
                case "$schema", "title", "description", "properties", "additionalProperties" -> true;
                case "type" ->
                    (says instanceof List<?> types ? types : List.of(says))
                            .stream().anyMatch(type -> type.equals(type(value)));
                case "enum" -> ((List<?>) says).contains(value);
                case "pattern" ->
                    !(value instanceof String text)
                            || Pattern.compile((String) says).matcher(text).find();
                case "minimum" ->
                    !(value instanceof Number number) || number.longValue() >= ((Number) says).longValue();
                case "maximum" ->
                    !(value instanceof Number number) || number.longValue() <= ((Number) says).longValue();
                case "required" ->
                    !(value instanceof Map<?, ?> map) || map.keySet().containsAll((List<?>) says);
                case "items" -> {
                    if (value instanceof List<?> items) {
                        for (Object item : items) {
                            check((Map<String, Object>) says, item, at + "[]", faults);
                        }
                    }
                    yield true;
                }
                default -> throw new IllegalStateException("unknown keyword " + keyword.getKey());
            };
            if (!fits) {
                faults.add(at + " " + keyword.getKey() + ": " + value);
            }
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, Object> properties = (Map<String, Object>) schema.getOrDefault("properties", Map.of());
            Object others = schema.getOrDefault("additionalProperties", true);
            members.forEach((key, member) -> {
                Object own = properties.containsKey(key) ? properties.get(key) : others;
                if (own instanceof Map<?, ?> map) {
                    check((Map<String, Object>) map, member, at + "." + key, faults);
                } else if (Boolean.FALSE.equals(own)) {
                    faults.add(at + "." + key + " is not foreseen");
                }
            });
        }
    }

    private static String type(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Integer || value instanceof Long) {
            return "integer";
        }
        return value instanceof Map ? "object" : value instanceof List ? "array" : "number";
    }
}
