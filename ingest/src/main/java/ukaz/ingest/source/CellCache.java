package ukaz.ingest.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The texts read lately with the bytes they were written in; columns in which nothing comes back are left out. */
final class CellCache {

    private static final int SLOT_BITS = 12;
    private static final int SLOTS = 1 << SLOT_BITS;
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final int LONGEST = 64;
    private static final int COLUMNS = 256;
    /** So often is a column tried, and so many times must it have succeeded to be tried again. */
    private static final int TRIALS = 1 << 10;

    private static final int SUCCESSES = TRIALS / 8;

    private final byte[] @Nullable [] keys = new byte[SLOTS][];
    private final @Nullable SourceCell[] cells = new SourceCell[SLOTS];
    private final int[] trials = new int[COLUMNS];
    private final int[] successes = new int[COLUMNS];
    private @Nullable SourceCell found;

    /** Looks for a text; what is returned is for {@link #keep}, and {@link #found} has the cell if there is one. */
    int find(int column, byte[] bytes, int from, int to) {
        found = null;
        int of = column & COLUMNS - 1;
        if (to - from > LONGEST || trials[of] == TRIALS && successes[of] < SUCCESSES) {
            return -1;
        }
        if (trials[of] == TRIALS) {
            trials[of] = 0;
            successes[of] = 0;
        }
        trials[of]++;
        long hash = 0;
        for (int p = from; p < to; p += 8) {
            long eight = XmlBytes.eight(bytes, p);
            hash = (hash ^ (to - p < 8 ? eight & (1L << 8 * (to - p)) - 1 : eight)) * MIXER;
        }
        int slot = (int) (hash >>> 64 - SLOT_BITS);
        byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
            successes[of]++;
            found = cells[slot];
        }
        return slot;
    }

    @Nullable
    SourceCell found() {
        return found;
    }

    void keep(int slot, byte[] bytes, int from, int to, SourceCell cell) {
        if (slot >= 0) {
            keys[slot] = Arrays.copyOfRange(bytes, from, to);
            cells[slot] = cell;
        }
    }
}
