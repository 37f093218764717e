package ukaz.rules.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for values, taken apart once: {@code {name}} is a place, and {@code [… {name} …]} is left out
 * whole where a value of it is missing.
 */
final class Template {

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    private sealed interface Part permits Words, Place, Optional {}

    private record Words(String text) implements Part {}

    private record Place(String name) implements Part {}

    private record Optional(List<Part> parts) implements Part {}

    /** Anything is a template: a brace or bracket without its partner stands for itself. */
    static Template of(String text) {
        return new Template(parts(text, 0, text.length()));
    }

    private static List<Part> parts(String text, int from, int to) {
        List<Part> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            int close = c == '{' ? text.indexOf('}', i) : c == '[' ? text.indexOf(']', i) : -1;
            if (close < 0 || close >= to) {
                words.append(c);
                i++;
                continue;
            }
            if (!words.isEmpty()) {
                parts.add(new Words(words.toString()));
                words.setLength(0);
            }
            parts.add(c == '{' ? new Place(text.substring(i + 1, close)) : new Optional(parts(text, i + 1, close)));
            i = close + 1;
        }
        if (!words.isEmpty()) {
            parts.add(new Words(words.toString()));
        }
        return List.copyOf(parts);
    }

    /**
     * The sentence with its values.
     *
     * @param values gives the words for a name, null where there are none; such a place then shows its name
     */
    String fill(Function<String, @Nullable String> values) {
        StringBuilder out = new StringBuilder();
        append(parts, values, out);
        return out.toString();
    }

    private static void append(List<Part> parts, Function<String, @Nullable String> values, StringBuilder out) {
        for (Part part : parts) {
            if (part instanceof Words words) {
                out.append(words.text());
            } else if (part instanceof Place place) {
                String value = values.apply(place.name());
                if (value == null) {
                    out.append('{').append(place.name()).append('}');
                } else {
                    out.append(value);
                }
            } else if (part instanceof Optional optional && isWhole(optional, values)) {
                append(optional.parts(), values, out);
            }
        }
    }

    private static boolean isWhole(Optional optional, Function<String, @Nullable String> values) {
        for (Part part : optional.parts()) {
            if (part instanceof Place place) {
                String value = values.apply(place.name());
                if (value == null || value.isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }
}
