package ukaz.rules.identity;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The days of some decrees: of two of one number and authority, only days near each other can be of one decree. */
final class DecreeDays {

    private static final int[] NONE = {};

    private final KeyMarks.Sought sought;
    private final int within;
    private final int[] records;
    /** Ascending; null where two are near. */
    private final int[] @Nullable [] days;

    /** @param within so many days are near */
    DecreeDays(KeyMarks.Sought sought, int within) {
        this.sought = sought;
        this.within = within;
        this.records = new int[sought.slots()];
        this.days = new int[sought.slots()][];
        Arrays.fill(days, NONE);
    }

    /** @param without are not counted */
    void note(KeyMarks.Piece piece, BitSet without) {
        for (int row = piece.first(); row < piece.first() + piece.size(); row++) {
            int slot = sought.find(piece.get(row, KeyMarks.DECREE));
            if (slot >= 0) {
                records[slot] += without.get(row) ? 0 : 1;
                note(slot, piece.day(row));
            }
        }
    }

    private void note(int slot, int day) {
        int[] known = days[slot];
        if (known == null || day == Features.NONE) {
            return;
        }
        int place = Arrays.binarySearch(known, day);
        if (place >= 0) {
            return;
        }
        int after = ~place;
        if (after > 0 && day - known[after - 1] <= within || after < known.length && known[after] - day <= within) {
            days[slot] = null;
            return;
        }
        int[] more = Arrays.copyOf(known, known.length + 1);
        System.arraycopy(known, after, more, after + 1, known.length - after);
        more[after] = day;
        days[slot] = more;
    }

    /** True of a decree with days near each other, by its mark. */
    boolean hasNear(int mark) {
        int slot = sought.find(mark);
        return slot >= 0 && days[slot] == null;
    }

    /** How many have several records and no such days. */
    int apart() {
        int apart = 0;
        for (int slot = 0; slot < records.length; slot++) {
            if (records[slot] > 1 && days[slot] != null) {
                apart++;
            }
        }
        return apart;
    }
}
