package ukaz.rules.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.HistoricalDate;

/**
 * One conferral on one person, with every row that tells of it.
 *
 * @param ordinal which of this award to this person; null where no row says or implies it
 * @param ordinalTyped true where a row states the ordinal in so many words
 * @param date of the decree, as the most exact row has it; null where none has one
 * @param records at least one, in the order of the sources
 */
public record Conferral(
        String award,
        @Nullable Integer ordinal,
        boolean ordinalTyped,
        @Nullable HistoricalDate date,
        List<AwardRecord> records) {

    public Conferral {
        records = List.copyOf(records);
    }

    /** The row that findings on the conferral as a whole are shown at. */
    public AwardRecord first() {
        return records.get(0);
    }

    /** The ordinal where it is stated; 0 where it is not. */
    public int stated() {
        return ordinalTyped && ordinal != null ? ordinal : 0;
    }
}
