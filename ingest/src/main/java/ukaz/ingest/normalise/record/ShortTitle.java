package ukaz.ingest.normalise.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.normalise.term.Awards;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;

/**
 * What "Герой Труда" means on the day of its decree: the title of 1927 to 1938, later the shortened Hero of Socialist
 * Labour, and since 2013 a title of the Russian Federation.
 */
final class ShortTitle {

    /** Before the first conferral of the new title nobody could mean it, and a late one of the old title is likelier. */
    private static final LocalDate FIRST_SOCIALIST = LocalDate.of(1939, 12, 20);

    private static final LocalDate LAST_SOCIALIST = LocalDate.of(1991, 12, 25);
    private static final LocalDate RUSSIAN = LocalDate.of(2013, 3, 29);

    private ShortTitle() {}

    /**
     * @param date of the decree; null where it is not known
     * @param authority that conferred; null where it is not known
     */
    static Reading<AwardTerm> meant(
            Reading<AwardTerm> typed, @Nullable HistoricalDate date, @Nullable String authority) {
        AwardTerm term = typed.value();
        if (term == null || !term.code().equals("HOL") || date == null) {
            return typed;
        }
        if (!date.before(RUSSIAN).possibly()) {
            return Reading.unreadable("award-foreign", Map.of("what", new Term(Term.Kind.PHRASE, "hero-of-labour-rf")));
        }
        boolean ofTheOldOrgan = authority != null && authority.startsWith("CEC_");
        if (ofTheOldOrgan
                || date.before(FIRST_SOCIALIST).possibly()
                || date.after(LAST_SOCIALIST).possibly()) {
            return typed;
        }
        List<Reading.Remark> remarks = new ArrayList<>(typed.remarks());
        remarks.add(new Reading.Remark("award-ambiguous", Awards.ambiguous("HSL", "short-title-after-1938")));
        AwardTerm meant =
                new AwardTerm("HSL", term.ordinal(), term.times(), term.medal(), term.namesTitle(), term.posthumous());
        return new Reading<>(meant, Reading.State.VALUE, typed.changes(), List.copyOf(remarks));
    }
}
