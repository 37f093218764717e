package ukaz.rules.identity;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Numbered things sorted by a key, so that those with one key stand together: eight bytes each. */
final class Keys {

    /** So many things can be numbered. */
    static final int MOST = 1 << 26;

    private static final int INDEX_MASK = MOST - 1;

    private final long[] sorted;
    private final int count;
    private int from;
    private int to;

    private Keys(long[] sorted, int count) {
        this.sorted = sorted;
        this.count = count;
    }

    /** Sorts by what the key gives for each number; where it is 0 the thing has none. */
    static Keys of(int count, IntToLongFunction key) {
        if (count > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " at once");
        }
        long[] keys = new long[Math.min(count, count / 2 + 16)];
        int filled = 0;
        for (int i = 0; i < count; i++) {
            long each = key.applyAsLong(i);
            if (each != 0) {
                if (filled == keys.length) {
                    keys = Arrays.copyOf(keys, Math.min(count, filled + filled / 4 + 16));
                }
                keys[filled++] = Features.mix(each, 7) & ~(long) INDEX_MASK | i;
            }
        }
        Arrays.sort(keys, 0, filled);
        return new Keys(keys, filled);
    }

    /** Moves on to the next things with one key; false where there are no more. */
    boolean next() {
        from = to;
        while (to < count && (sorted[from] ^ sorted[to]) >>> 26 == 0) {
            to++;
        }
        return to > from;
    }

    /** How many have the key. */
    int size() {
        return to - from;
    }

    /** The number of one of them; they ascend. */
    int get(int i) {
        return (int) (sorted[from + i] & INDEX_MASK);
    }

    /** The numbers of all of them, ascending. */
    int[] group() {
        int[] group = new int[size()];
        Arrays.setAll(group, this::get);
        return group;
    }
}
