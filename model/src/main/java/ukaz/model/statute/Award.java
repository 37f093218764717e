package ukaz.model.statute;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;
import ukaz.model.data.Bilingual;

/**
 * An award of the statute book.
 *
 * @param name nominative
 * @param genitive "Героя Социалистического Труда", as after "звание"; English has no such form and repeats the name
 * @param shortName the usual abbreviation
 * @param medal null where the award never had one
 * @param established from when it was an award, as precisely as that is known
 * @param abolished the last day on which it could be conferred
 * @param provisions everything the law said of it
 * @param regimes the law by periods, from the beginning to the end of time, without gaps
 */
public record Award(
        String code,
        Bilingual name,
        Bilingual genitive,
        Bilingual shortName,
        @Nullable Medal medal,
        HistoricalDate established,
        HistoricalDate abolished,
        List<Provision> provisions,
        List<Regime> regimes) {

    public Award {
        provisions = List.copyOf(provisions);
        regimes = List.copyOf(regimes);
    }

    /** True where some provision ever let a person receive it again. */
    public boolean everRepeated() {
        return regimes.stream().anyMatch(regime -> regime.repeats().allowed());
    }
}
