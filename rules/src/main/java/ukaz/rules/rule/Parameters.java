package ukaz.rules.rule;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The values of a rule's parameters: the card's defaults, or what the settings put in their place. */
public final class Parameters {

    private final Map<String, Object> values;

    /** Each value is a String, an Integer, a Boolean or a List of String. */
    public Parameters(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    public int integer(String name) {
        return (Integer) value(name);
    }

    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    public String text(String name) {
        return (String) value(name);
    }

    public List<String> texts(String name) {
        return ((List<?>) value(name)).stream().map(String.class::cast).toList();
    }

    private Object value(String name) {
        return Objects.requireNonNull(values.get(name), () -> "the card has no parameter '" + name + "'");
    }

    /** Names with values, in the order of the names. */
    @Override
    public String toString() {
        return new TreeMap<>(values).toString();
    }
}
