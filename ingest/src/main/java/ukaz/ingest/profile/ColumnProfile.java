package ukaz.ingest.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.table.Column;

/**
 * What stands in a column.
 *
 * @param filled in how many rows with records its cell is filled
 * @param samples its first different values as typed
 * @param notations how its values are written, the most frequent first; empty where that tells nothing
 * @param otherNotations how many values are written in a notation that is not listed
 * @param order which figure of 03/04/1950 is the day; {@code UNSETTLED} where nothing tells, and in columns
 *     that have no such dates
 * @param misunderstood how many values were not understood
 * @param puzzles the first of them
 * @param above why its blank cells may mean the same as those above them; null where nothing speaks for it
 */
public record ColumnProfile(
        Column column,
        long filled,
        List<String> samples,
        List<Notation> notations,
        long otherNotations,
        DayMonthOrder order,
        long misunderstood,
        List<Puzzle> puzzles,
        @Nullable SameAsAbove above) {

    public ColumnProfile {
        samples = List.copyOf(samples);
        notations = List.copyOf(notations);
        puzzles = List.copyOf(puzzles);
    }

    /**
     * A way of writing that several values share.
     *
     * @param kind how they are stored
     * @param example the first of them; empty where only the kind tells something
     */
    public record Notation(Kind kind, String example, long count) {}

    /** How values are stored. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number that the spreadsheet shows as a date. */
        STORED_DATE,
        BOOLEAN,
        ERROR
    }

    /**
     * A value that was not understood.
     *
     * @param cell its address
     */
    public record Puzzle(String value, String cell) {}
}
