package ukaz.rules.identity;

import java.nio.LongBuffer;
import java.util.Arrays;

/** Many longs, sorted by their upper bits as numbers without a sign; it is taken up again and again for other ones. */
final class Longs {

    private static final int DIGIT = 10;
    private static final int DIGITS = 1 << DIGIT;
    /** Fewer are sorted sooner on the heap. */
    private static final int FEW = 2_048;

    private final Memory memory;
    private LongBuffer values;
    private LongBuffer spare;
    private int size;

    Longs(Memory memory) {
        this.memory = memory;
        this.values = memory.longs(0);
        this.spare = values;
    }

    /** Empties it, and makes room for so many. */
    void clear(int most) {
        size = 0;
        if (values.capacity() < most) {
            values = memory.longs(most);
        }
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == values.capacity();
    }

    void add(long value) {
        values.put(size++, value);
    }

    long get(int i) {
        return values.get(i);
    }

    void set(int i, long value) {
        values.put(i, value);
    }

    /** Keeps the first ones only. */
    void truncate(int count) {
        size = count;
    }

    /** @param ascending how many lower bits need not be looked at, for they ascend already */
    void sort(int ascending) {
        if (size < FEW) {
            sortFew();
            return;
        }
        if (spare.capacity() < values.capacity()) {
            spare = memory.longs(values.capacity());
        }
        boolean moved = false;
        int[] places = new int[DIGITS];
        for (int shift = ascending; shift < Long.SIZE; shift += DIGIT) {
            LongBuffer source = moved ? spare : values;
            LongBuffer target = moved ? values : spare;
            Arrays.fill(places, 0);
            for (int i = 0; i < size; i++) {
                places[digit(source.get(i), shift)]++;
            }
            if (places[digit(source.get(0), shift)] == size) {
                continue;
            }
            for (int digit = 0, at = 0; digit < DIGITS; digit++) {
                int count = places[digit];
                places[digit] = at;
                at += count;
            }
            for (int i = 0; i < size; i++) {
                long value = source.get(i);
                target.put(places[digit(value, shift)]++, value);
            }
            moved = !moved;
        }
        if (moved) {
            for (int i = 0; i < size; i++) {
                values.put(i, spare.get(i));
            }
        }
    }

    private void sortFew() {
        long[] few = new long[size];
        for (int i = 0; i < size; i++) {
            few[i] = values.get(i) ^ Long.MIN_VALUE;
        }
        Arrays.sort(few);
        for (int i = 0; i < size; i++) {
            values.put(i, few[i] ^ Long.MIN_VALUE);
        }
    }

    private static int digit(long value, int shift) {
        return (int) (value >>> shift) & DIGITS - 1;
    }
}
