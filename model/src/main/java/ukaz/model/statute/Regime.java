package ukaz.model.statute;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The law of one award over a period in which it did not change.
 *
 * @param from the first day; {@link LocalDate#MIN} for the first period
 * @param to the last day; {@link LocalDate#MAX} for the last
 * @param organs codes of those who could confer
 * @param eligible null where nothing is said
 * @param serviceYears the fewest years of hired work; null where none are asked for
 * @param first what came with a first conferral
 * @param repeat what came with any later one
 * @param unprecedented the ordinal from which nobody is known to have had one; null where nothing is said
 * @param posthumousCases how many posthumous conferrals are known, where they are rare; null otherwise
 * @param firstKnown the day of the first conferral known, where this period ends before it; null otherwise
 */
public record Regime(
        String award,
        LocalDate from,
        LocalDate to,
        Standing standing,
        Set<String> organs,
        @Nullable Eligible eligible,
        @Nullable Integer serviceYears,
        Insignia first,
        Insignia repeat,
        Repeats repeats,
        @Nullable Integer unprecedented,
        @Nullable Integer posthumousCases,
        @Nullable LocalDate firstKnown) {

    public Regime {
        organs = Set.copyOf(organs);
    }

    /** What came with the conferral of that ordinal. */
    public Insignia insignia(int ordinal) {
        return ordinal == 1 ? first : repeat;
    }

    /** True where the award could be conferred at all. */
    public boolean isInForce() {
        return standing != Standing.NONE;
    }

    boolean sameLaw(Regime other) {
        return equals(new Regime(
                other.award,
                from,
                to,
                other.standing,
                other.organs,
                other.eligible,
                other.serviceYears,
                other.first,
                other.repeat,
                other.repeats,
                other.unprecedented,
                other.posthumousCases,
                other.firstKnown));
    }

    Regime until(LocalDate day) {
        return new Regime(
                award,
                from,
                day,
                standing,
                organs,
                eligible,
                serviceYears,
                first,
                repeat,
                repeats,
                unprecedented,
                posthumousCases,
                firstKnown);
    }
}
