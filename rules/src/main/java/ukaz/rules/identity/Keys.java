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
    private Walk walk = new Walk(0, 0);

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
        walk = new Walk(0, sorted.size());
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

    /** How many things have a key. */
    int count() {
        return sorted.size();
    }

    /** The first place behind this one where another key begins. */
    int end(int place) {
        int end = place + 1;
        while (end < sorted.size() && (sorted.get(place) ^ sorted.get(end)) >>> INDEX_BITS == 0) {
            end++;
        }
        return end;
    }

    /** Those from one place to before another, between which no key is cut. */
    Walk walk(int first, int end) {
        return new Walk(first, end);
    }

    /** Moves on to the next things with one key; false where there are no more. */
    boolean next() {
        return walk.next();
    }

    /** How many have the key. */
    int size() {
        return walk.size();
    }

    /** The number of one of them; they ascend. */
    int get(int i) {
        return walk.get(i);
    }

    /** The numbers of all of them, ascending. */
    int[] group() {
        return walk.all();
    }

    /** The things of one key after those of another. */
    final class Walk {
        private final int end;
        private int from;
        private int to;

        private Walk(int first, int end) {
            this.to = first;
            this.end = end;
        }

        /** Moves on to the next things with one key; false where there are no more. */
        boolean next() {
            from = to;
            if (from < end) {
                to = end(from);
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
        int[] all() {
            int[] all = new int[size()];
            Arrays.setAll(all, this::get);
            return all;
        }
    }
}
