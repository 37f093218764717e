package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Half of each key of every record, so that those with one of some keys are found among millions by looking at four bytes a key.
 *
 * <p>Records that an archive has packed bring theirs along.
 */
final class KeyMarks {

    /** The keys of {@link Candidates}, the decree, and its day. */
    static final int WIDTH = Candidates.KINDS + 2;

    static final int DECREE = Candidates.KINDS;
    private static final int DAY = DECREE + 1;

    private static final int PIECE = 1 << 14;

    /** In place of the first mark: those with a former surname have more keys than there is room for. */
    private static final int ANY = 2;

    /** The marks of rows that follow on each other, row after row. */
    record Piece(int first, int size, IntBuffer marks) {

        /** The mark of a record's key of this kind; 0 where it has none. */
        int get(int row, int kind) {
            return marks.get((row - first) * WIDTH + kind);
        }

        /** The day of a record's decree; {@link Features#NONE} where it is no day. */
        int day(int row) {
            return get(row, DAY);
        }

        /** True where it has other keys than those that are marked, by a former surname. */
        boolean hasMore(int row) {
            return get(row, 0) == ANY;
        }
    }

    private final List<Piece> pieces;

    private KeyMarks(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** Of all rows. */
    static KeyMarks of(Rows rows, Memory memory) {
        List<Piece> pieces = new ArrayList<>();
        for (Packed kept : rows.kept()) {
            pieces.add(new Piece(kept.first(), kept.size(), kept.marks()));
        }
        for (int first = rows.firstWritten(); first < rows.size(); first += PIECE) {
            pieces.add(marked(rows, first, Math.min(PIECE, rows.size() - first), memory));
        }
        return new KeyMarks(pieces);
    }

    private static Piece marked(Rows rows, int first, int size, Memory memory) {
        IntBuffer marks = memory.ints(size * WIDTH);
        Features each = new Features();
        for (int i = 0; i < size; i++) {
            mark(rows.read(first + i, each), marks, i * WIDTH);
        }
        return new Piece(first, size, marks);
    }

    /** Puts the marks of a record into the buffer, from this place on. */
    static void mark(Features record, IntBuffer into, int from) {
        for (int kind = 0; kind < DAY; kind++) {
            into.put(from + kind, mark(key(kind, record)));
        }
        if (record.former != null) {
            into.put(from, ANY);
        }
        into.put(from + DAY, record.hasDecreeDay() ? record.decreeFirst : Features.NONE);
    }

    /** A key of a record, by its present surname; 0 where it has none. */
    static long key(int kind, Features record) {
        return kind == DECREE ? record.decree : Candidates.key(kind, record);
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The rows with a sought mark of this kind, ascending; hardly one of them has another key than those sought. */
    int[] having(int kind, Sought sought) {
        return pieces.parallelStream()
                .flatMapToInt(piece -> IntStream.range(piece.first, piece.first + piece.size)
                        .filter(row -> sought.find(piece.get(row, kind)) >= 0))
                .toArray();
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
            int mark = mark(key);
            holes[mark >>> shift + 6] |= holes(mark);
            slots.add(spread(mark));
        }

        /** No slot is as high. */
        int slots() {
            return slots.size();
        }

        /** The slot of the key with this mark; negative where none of them has it. */
        int find(int mark) {
            long own = holes(mark);
            return mark == 0 || (holes[mark >>> shift + 6] & own) != own ? -1 : slots.find(spread(mark));
        }

        /** Two of the sixty-four of one number: with one alone, one in twenty would pass that is not sought. */
        private static long holes(int mark) {
            return 1L << (mark >>> 1) | 1L << (mark >>> 7);
        }

        private static long spread(int mark) {
            return Features.mix(mark, 1);
        }
    }
}
