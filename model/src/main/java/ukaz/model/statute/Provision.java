package ukaz.model.statute;

import java.util.List;
import ukaz.model.HistoricalDate;
import ukaz.model.data.Bilingual;

/**
 * One thing the law, or practice, said of an award for some time, in words.
 *
 * @param from the first day, as precise as it is known; open where it always held
 * @param to the last day; open where it never ended
 * @param text one sentence
 * @param basis ids of acts, statements and disagreements
 */
public record Provision(Topic topic, HistoricalDate from, HistoricalDate to, Bilingual text, List<String> basis) {

    public Provision {
        basis = List.copyOf(basis);
    }

    /** Whether it held on that day. */
    public boolean holdsOn(java.time.LocalDate day) {
        return !day.isBefore(from.earliest()) && !day.isAfter(to.latest());
    }
}
