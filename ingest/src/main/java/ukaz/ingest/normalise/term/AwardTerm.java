package ukaz.ingest.normalise.term;

import org.jspecify.annotations.Nullable;

/**
 * What the text of an award says.
 *
 * @param code {@code HSL}, {@code HSU}, {@code HOL}
 * @param ordinal which conferral to this person ("2-я", "(2)", "II"); null where it says none
 * @param times how often the person was given it in all ("дважды", "×2"); null where it says nothing
 * @param medal the medal it names; null where it names none
 * @param namesTitle false where only the medal is named, as the decrees on repeats do
 * @param posthumous true where it says so
 */
public record AwardTerm(
        String code,
        @Nullable Integer ordinal,
        @Nullable Integer times,
        @Nullable String medal,
        boolean namesTitle,
        boolean posthumous) {}
