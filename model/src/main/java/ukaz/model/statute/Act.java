package ukaz.model.statute;

import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;
import ukaz.model.data.Bilingual;

/**
 * A legal act, or a practice that stood for one.
 *
 * @param publication where it was published or which article is meant; null where that is not known
 */
public record Act(
        String id,
        HistoricalDate date,
        Bilingual title,
        Bilingual effect,
        @Nullable Bilingual publication,
        Confidence confidence)
        implements Basis {}
