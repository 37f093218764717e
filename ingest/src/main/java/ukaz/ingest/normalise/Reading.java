package ukaz.ingest.normalise;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.Change;

/**
 * What a normaliser made of one text.
 *
 * @param value null unless the state is {@link State#VALUE}
 * @param changes why the value is written differently; empty where it stands as typed
 * @param remarks faults of the text itself, to be placed at its cell
 */
public record Reading<T>(@Nullable T value, State state, List<Change.Kind> changes, List<Remark> remarks) {

    /** What the text says. */
    public enum State {
        VALUE,
        /** Nothing typed. */
        EMPTY,
        /** "н/д", "—", "?": the source says that it does not know. */
        UNKNOWN,
        /** Something typed that no notation explains. */
        UNREADABLE
    }

    /**
     * A fault of the text.
     *
     * @param rule id of the rule, {@code date-ambiguous}
     * @param values what the message's placeholders stand for, as in {@link ukaz.model.Fault}
     */
    public record Remark(String rule, Map<String, Object> values) {}

    private static final Reading<Object> EMPTY = new Reading<>(null, State.EMPTY, List.of(), List.of());
    private static final Reading<Object> UNKNOWN = new Reading<>(null, State.UNKNOWN, List.of(), List.of());

    public static <T> Reading<T> of(T value, Change.Kind... changes) {
        return new Reading<>(value, State.VALUE, List.of(changes), List.of());
    }

    @SuppressWarnings("unchecked")
    public static <T> Reading<T> empty() {
        return (Reading<T>) EMPTY;
    }

    @SuppressWarnings("unchecked")
    public static <T> Reading<T> unknown() {
        return (Reading<T>) UNKNOWN;
    }

    /** Not understood, and no rule of the catalogue tells that; rules that need it decide nothing. */
    public static <T> Reading<T> unreadable() {
        return new Reading<>(null, State.UNREADABLE, List.of(), List.of());
    }

    public static <T> Reading<T> unreadable(String rule, Map<String, Object> values) {
        return new Reading<>(null, State.UNREADABLE, List.of(), List.of(new Remark(rule, values)));
    }
}
