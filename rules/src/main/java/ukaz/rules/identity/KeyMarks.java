package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Half of each key of every record, so that those with one of some keys are found among millions by looking at four bytes a key.
 */
final class KeyMarks {

    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    private final Memory memory;
    private final List<IntBuffer> pieces = new ArrayList<>();
    /** Those with a former surname have more keys than there is room for. */
    private final BitSet several = new BitSet();

    private int size;

    KeyMarks(Memory memory) {
        this.memory = memory;
    }

    /** Marks the next record. */
    void add(int row, Features record) {
        if (row != size) {
            throw new IllegalArgumentException(row + " is not " + size);
        }
        if (size >> PIECE_BITS == pieces.size()) {
            pieces.add(memory.ints(PIECE * Candidates.KINDS));
        }
        Candidates.marks(record, pieces.get(size >> PIECE_BITS), (size & (PIECE - 1)) * Candidates.KINDS);
        several.set(size, record.former != null);
        size++;
    }

    /** Marks those that have not been marked yet. */
    void complete(Rows rows) {
        Features each = new Features();
        while (size < rows.size()) {
            add(size, rows.read(size, each));
        }
    }

    /** False where it has none of the keys. */
    boolean mayHaveOneOf(int row, Sieve keys) {
        if (several.get(row)) {
            return true;
        }
        IntBuffer piece = pieces.get(row >> PIECE_BITS);
        int from = (row & (PIECE - 1)) * Candidates.KINDS;
        for (int i = from; i < from + Candidates.KINDS; i++) {
            int mark = piece.get(i);
            if (mark != 0 && keys.mayHave(mark)) {
                return true;
            }
        }
        return false;
    }

    /** 0 for no key. */
    static int mark(long key) {
        return key == 0 ? 0 : (int) (key >>> 32) | 1;
    }

    /** Lets some keys through, and one in two hundred of the others. */
    static final class Sieve {

        private static final int LEAST_BITS = 10;
        private static final int MOST_BITS = 26;

        private final long[] holes;
        private final int shift;

        /** @param most so many are added at the most */
        Sieve(int most) {
            int bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, 40 - Integer.numberOfLeadingZeros(most)));
            holes = new long[1 << bits - 6];
            shift = Integer.SIZE - bits;
        }

        void add(long key) {
            int hole = mark(key) >>> shift;
            holes[hole >>> 6] |= 1L << hole;
        }

        boolean mayHave(int mark) {
            int hole = mark >>> shift;
            return (holes[hole >>> 6] & 1L << hole) != 0;
        }
    }
}
