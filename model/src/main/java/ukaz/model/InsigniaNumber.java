package ukaz.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of the number of a medal, an order or a certificate.
 *
 * @param kind a number, or a statement that there is none, or that it is not known
 * @param numbers one number or several, each as digits without leading zeros, with a letter prefix or series kept
 *     ("Д-54321", "II/15"); empty unless the kind is {@link Kind#NUMBERED}
 * @param duplicate true where the source marks a duplicate issued for a lost one
 */
public record InsigniaNumber(Kind kind, List<String> numbers, boolean duplicate) {

    /** What is said. */
    public enum Kind {
        NUMBERED,
        /** "б/н": handed over, without a number. */
        WITHOUT_NUMBER,
        /** "нет", "не вручалась": none was handed over. */
        NOT_GIVEN,
        /** "н/д", "неизв.": not known to the source. */
        UNKNOWN
    }

    public InsigniaNumber {
        numbers = List.copyOf(numbers);
    }

    public static InsigniaNumber of(String number) {
        return new InsigniaNumber(Kind.NUMBERED, List.of(number), false);
    }

    public static InsigniaNumber stated(Kind kind) {
        return new InsigniaNumber(kind, List.of(), false);
    }

    /** True where an item with a number is claimed. */
    public boolean isNumbered() {
        return kind == Kind.NUMBERED;
    }

    /** The first number; null where there is none. */
    public @Nullable String number() {
        return numbers.isEmpty() ? null : numbers.get(0);
    }

    /** The contract's notation: {@code 54321}, {@code II/15}, {@code 12345, 23456}; empty where there is no number. */
    @Override
    public String toString() {
        return String.join(", ", numbers);
    }
}
