package ukaz.ingest.store;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in its file.
 *
 * @param sheet index of the sheet, counted from 0
 * @param row number of the row, counted from 1
 */
public record StagedPlace(int sheet, int row) implements Comparable<StagedPlace> {

    private static final Comparator<StagedPlace> ORDER =
            Comparator.comparingInt(StagedPlace::sheet).thenComparingInt(StagedPlace::row);

    static StagedPlace last(@Nullable StagedPlace one, StagedPlace other) {
        return one == null || one.compareTo(other) < 0 ? other : one;
    }

    @Override
    public int compareTo(StagedPlace other) {
        return ORDER.compare(this, other);
    }
}
