package ukaz.rules.identity;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Numbered things sorted by a key, so that those with one key stand together: eight bytes each, and as many for sorting. */
final class Keys {

    /** So many things can be numbered. */
    static final int MOST = 1 << 26;

    static final int INDEX_BITS = 26;
    private static final int INDEX_MASK = MOST - 1;

    private final Longs sorted;
    private int from;
    private int to;

    Keys(Memory memory) {
        this.sorted = new Longs(memory);
    }

    /** Takes others, so many at most. */
    Keys clear(int most) {
        if (most > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " at once");
        }
        sorted.clear(most);
        return this;
    }

    /** Adds a thing, each with a higher number than the one before; where the key is 0 it has none. */
    void add(long key, int number) {
        if (key != 0) {
            sorted.add(Features.mix(key, 7) & ~(long) INDEX_MASK | number);
        }
    }

    /** Sorts what was added. */
    void sort() {
        sorted.sort(INDEX_BITS);
        from = 0;
        to = 0;
    }

    /** Sorts so many others by what the key gives for each number. */
    Keys sort(int count, IntToLongFunction key) {
        clear(count);
        for (int i = 0; i < count; i++) {
            add(key.applyAsLong(i), i);
        }
        sort();
        return this;
    }

    /** Moves on to the next things with one key; false where there are no more. */
    boolean next() {
        from = to;
        while (to < sorted.size() && (sorted.get(from) ^ sorted.get(to)) >>> INDEX_BITS == 0) {
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
        return (int) sorted.get(from + i) & INDEX_MASK;
    }

    /** The numbers of all of them, ascending. */
    int[] group() {
        int[] group = new int[size()];
        Arrays.setAll(group, this::get);
        return group;
    }
}
