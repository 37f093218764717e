package ukaz.rules.rule;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.Certainty;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.Truth;

/**
 * What a rule found wrong, before the rule book puts the place and the card to it.
 *
 * @param field the field at fault; null where it is the row as a whole
 * @param severity in place of the card's; null for the card's
 * @param values what the placeholders of the card's texts stand for; the kinds are those of {@link ukaz.model.Fault}
 */
public record Violation(
        @Nullable Field field,
        Certainty certainty,
        @Nullable Severity severity,
        Map<String, Object> values) {

    public Violation {
        values = Map.copyOf(values);
    }

    /** A violation of the card's severity that holds for every reading of the record. */
    public static Violation of(Field field, Map<String, Object> values) {
        return new Violation(field, Certainty.CERTAIN, null, values);
    }

    /** A violation of the card's severity that is certain where it surely holds and possible otherwise. */
    public static Violation of(Field field, Truth truth, Map<String, Object> values) {
        return new Violation(field, truth.surely() ? Certainty.CERTAIN : Certainty.POSSIBLE, null, values);
    }

    /** The same with another severity than the card's. */
    public Violation as(Severity other) {
        return new Violation(field, certainty, other, values);
    }
}
