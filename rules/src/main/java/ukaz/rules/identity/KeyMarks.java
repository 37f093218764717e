package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.util.stream.IntStream;

/**
 * Half of each key of every record, so that those with one of some keys are found among millions by looking at four bytes a key.
 */
final class KeyMarks {

    private static final int PIECE_BITS = 14;
    private static final int PIECE = 1 << PIECE_BITS;

    /** In place of the first mark: those with a former surname have more keys than there is room for. */
    private static final int ANY = 2;

    private final IntBuffer[] pieces;

    private KeyMarks(IntBuffer[] pieces) {
        this.pieces = pieces;
    }

    /** Marks all rows, several at a time. */
    static KeyMarks of(Rows rows, Memory memory) {
        IntBuffer[] pieces = new IntBuffer[(rows.size() >> PIECE_BITS) + 1];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = memory.ints(PIECE * Candidates.KINDS);
        }
        IntStream.range(0, pieces.length).parallel().forEach(i -> mark(rows, i << PIECE_BITS, pieces[i]));
        return new KeyMarks(pieces);
    }

    private static void mark(Rows rows, int from, IntBuffer piece) {
        Features each = new Features();
        for (int row = from; row < Math.min(rows.size(), from + PIECE); row++) {
            int at = (row - from) * Candidates.KINDS;
            Candidates.marks(rows.read(row, each), piece, at);
            if (each.former != null) {
                piece.put(at, ANY);
            }
        }
    }

    /** True where it has other keys than those that are marked, by a former surname. */
    boolean hasMore(int row) {
        return get(row, 0) == ANY;
    }

    /** The mark of a record's key of this kind; 0 where it has none. */
    int get(int row, int kind) {
        return pieces[row >> PIECE_BITS].get((row & (PIECE - 1)) * Candidates.KINDS + kind);
    }

    /** An odd number; 0 for no key. */
    static int mark(long key) {
        return key == 0 ? 0 : (int) (key >>> 32) | 1;
    }

    /** Some keys, each with a slot. */
    static final class Sought {

        private static final int LEAST_BITS = 10;
        private static final int MOST_BITS = 26;

        private final Slots slots;
        /** Lets their marks through, and few of the others; small enough to be at hand. */
        private final long[] holes;

        private final int shift;

        /** @param most so many are added at the most */
        Sought(int most) {
            int bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, 35 - Integer.numberOfLeadingZeros(most)));
            slots = new Slots(most);
            holes = new long[1 << bits - 6];
            shift = Integer.SIZE - bits;
        }

        void add(long key) {
            int hole = mark(key) >>> shift;
            holes[hole >>> 6] |= 1L << hole;
            slots.add(spread(mark(key)));
        }

        /** The slot of the key with this mark; negative where none of them has it. */
        int find(int mark) {
            int hole = mark >>> shift;
            return mark == 0 || (holes[hole >>> 6] & 1L << hole) == 0 ? -1 : slots.find(spread(mark));
        }

        private static long spread(int mark) {
            return Features.mix(mark, 1);
        }
    }
}
