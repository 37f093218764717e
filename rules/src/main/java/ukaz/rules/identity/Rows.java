package ukaz.rules.identity;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of all records, packed: {@value #LONGS} longs each, wherever the memory comes from. */
final class Rows {

    private static final int LONGS = 12;
    private static final int PIECE_BITS = 16;
    private static final int PIECE = 1 << PIECE_BITS;
    private static final int STEP_BITS = 9;
    private static final int STEP = 1 << STEP_BITS;
    /** The place of the numbers that need few bits. */
    static final int SMALL = 9;

    /** Some rows that follow on each other. */
    interface Piece {
        /** One of the {@value Rows#LONGS} longs of a row. */
        long at(int row, int place);
    }

    private record Written(LongBuffer longs, int first) implements Piece {
        @Override
        public long at(int row, int place) {
            return longs.get((row - first) * LONGS + place);
        }
    }

    private final NameParts parts;
    private final Memory memory;
    private final List<Written> pieces = new ArrayList<>();
    /** Those that were packed stand before the others. */
    private final List<Packed> kept = new ArrayList<>();
    /** In which of them every so manieth row is. */
    private final List<Integer> steps = new ArrayList<>();

    private int firstWritten;
    private final Words words = new Words();
    private int size;

    Rows(NameParts parts, Memory memory) {
        this.parts = parts;
        this.memory = memory;
    }

    int size() {
        return size;
    }

    /** Adds a record, and answers its number. */
    int add(Features features) {
        LongBuffer piece = pieceOfNext();
        int at = (size - firstWritten & (PIECE - 1)) * LONGS;
        piece.put(at, pair(number(features.surname), number(features.given)));
        piece.put(at + 1, pair(number(features.patronymic), number(features.former)));
        piece.put(at + 2, pair(features.birthFirst, features.birthLast));
        piece.put(at + 3, pair(features.deathFirst, features.deathLast));
        piece.put(at + 4, pair(features.decreeFirst, features.decreeLast));
        piece.put(at + 5, features.medal);
        piece.put(at + 6, features.order);
        piece.put(at + 7, features.decree);
        piece.put(at + 8, features.id);
        piece.put(at + SMALL, small(features));
        piece.put(at + 10, features.birthPlace);
        piece.put(at + 11, features.workplace);
        return size++;
    }

    /** Adds those that an archive has packed, before any other. */
    void add(byte[] packed) {
        if (!pieces.isEmpty()) {
            throw new IllegalStateException("packed rows come first");
        }
        Packed piece = new Packed(memory.keep(packed), size, parts, this);
        for (int step = size + STEP - 1 >> STEP_BITS; step << STEP_BITS < size + piece.size(); step++) {
            steps.add(kept.size());
        }
        kept.add(piece);
        size += piece.size();
        firstWritten = size;
    }

    /** Adds those that an archive has packed as any others: to be read again and again. */
    void addUnpacked(byte[] packed) {
        Packed piece = new Packed(ByteBuffer.wrap(packed), 0, parts, this);
        Features each = new Features();
        for (int row = 0; row < piece.size(); row++) {
            add(read(piece, row, each));
        }
    }

    List<Packed> kept() {
        return kept;
    }

    /** The first of those that were not packed. */
    int firstWritten() {
        return firstWritten;
    }

    private LongBuffer pieceOfNext() {
        int number = size - firstWritten;
        if (number >> PIECE_BITS == pieces.size()) {
            pieces.add(new Written(memory.longs(PIECE * LONGS), size));
        }
        return pieces.get(number >> PIECE_BITS).longs();
    }

    private Piece piece(int row) {
        return row < firstWritten ? kept(row) : pieces.get(row - firstWritten >> PIECE_BITS);
    }

    private Packed kept(int row) {
        int number = steps.get(row >> STEP_BITS);
        while (number + 1 < kept.size() && kept.get(number + 1).first() <= row) {
            number++;
        }
        return kept.get(number);
    }

    /** The number of a word. */
    int word(String word) {
        return words.number(word);
    }

    /** Looks the names of some rows up, which several threads may read then. */
    void meet(BitSet some) {
        int[] left =
                kept.parallelStream().flatMapToInt(piece -> piece.meet(some)).toArray();
        for (int row : left) {
            at(row, 0);
            at(row, 1);
        }
    }

    /** Unpacks a record. */
    Features read(int row, Features into) {
        return read(piece(row), row, into);
    }

    private Features read(Piece piece, int row, Features into) {
        long names = piece.at(row, 0);
        into.surname = part((int) (names >> 32));
        into.given = part((int) names);
        long more = piece.at(row, 1);
        into.patronymic = part((int) (more >> 32));
        into.former = part((int) more);
        long birth = piece.at(row, 2);
        into.birthFirst = (int) (birth >> 32);
        into.birthLast = (int) birth;
        long death = piece.at(row, 3);
        into.deathFirst = (int) (death >> 32);
        into.deathLast = (int) death;
        long decree = piece.at(row, 4);
        into.decreeFirst = (int) (decree >> 32);
        into.decreeLast = (int) decree;
        into.medal = piece.at(row, 5);
        into.order = piece.at(row, 6);
        into.decree = piece.at(row, 7);
        into.id = piece.at(row, 8);
        long small = piece.at(row, SMALL);
        into.award = words.word((int) (small >> 40 & 0xFFFF));
        into.citizenship = words.word((int) (small >> 24 & 0xFFFF));
        into.ordinal = (byte) (small >> 16);
        into.times = (byte) (small >> 8);
        into.sex = (byte) (small & 3);
        into.ordinalInferred = (small & 4) != 0;
        into.medalIsPlain = (small & 8) != 0;
        into.birthPlace = piece.at(row, 10);
        into.workplace = piece.at(row, 11);
        return into;
    }

    /** The rows with these numbers, in this order. */
    Rows only(int[] chosen) {
        Rows few = new Rows(parts, memory);
        Features each = new Features();
        for (int row : chosen) {
            few.add(read(row, each));
        }
        return few;
    }

    @Nullable
    NamePart surname(int row) {
        return part((int) (at(row, 0) >> 32));
    }

    @Nullable
    NamePart given(int row) {
        return part((int) at(row, 0));
    }

    @Nullable
    NamePart patronymic(int row) {
        return part((int) (at(row, 1) >> 32));
    }

    /** True where the birth is not known, not even roughly. */
    boolean isBirthUnknown(int row) {
        return (int) (at(row, 2) >> 32) == Features.NONE;
    }

    long id(int row) {
        return at(row, 8);
    }

    // Single features, for a look through all rows.

    /** 0 where there is none. */
    long order(int row) {
        return at(row, 6);
    }

    /** 0 where there is none. */
    long decree(int row) {
        return at(row, 7);
    }

    /** {@link Features#NONE} where it is no day. */
    int birthDay(int row) {
        return day(at(row, 2));
    }

    /** {@link Features#NONE} where it is no day. */
    int deathDay(int row) {
        return day(at(row, 3));
    }

    /** {@link Features#NONE} where it is no day. */
    int decreeDay(int row) {
        return day(at(row, 4));
    }

    private static int day(long firstAndLast) {
        int first = (int) (firstAndLast >> 32);
        return first == (int) firstAndLast ? first : Features.NONE;
    }

    /** 0 where there is none. */
    long medal(int row) {
        return at(row, 5);
    }

    boolean medalIsPlain(int row) {
        return (at(row, SMALL) & 8) != 0;
    }

    /** As {@link Features#medalSeries} has it. */
    long medalSeries(int row) {
        long medal = medal(row);
        if (medal == 0) {
            return 0;
        }
        long small = at(row, SMALL);
        return Features.medalSeries(medal, words.word((int) (small >> 40 & 0xFFFF)), (byte) (small >> 16));
    }

    byte ordinal(int row) {
        return (byte) (at(row, SMALL) >> 16);
    }

    boolean ordinalInferred(int row) {
        return (at(row, SMALL) & 4) != 0;
    }

    private long at(int row, int place) {
        return piece(row).at(row, place);
    }

    private long small(Features features) {
        return (long) words.number(features.award) << 40
                | (long) words.number(features.citizenship) << 24
                | (features.ordinal & 0xFFL) << 16
                | (features.times & 0xFFL) << 8
                | features.sex
                | (features.ordinalInferred ? 4 : 0)
                | (features.medalIsPlain ? 8 : 0);
    }

    static long pair(int a, int b) {
        return (long) a << 32 | b & 0xFFFFFFFFL;
    }

    private static int number(@Nullable NamePart part) {
        return part == null ? 0 : part.number;
    }

    private @Nullable NamePart part(int number) {
        return number == 0 ? null : parts.part(number);
    }

    /** Codes of a vocabulary, each with a number; 0 is for none. */
    private static final class Words {
        /** So many are looked for where they stand: most records say one of a few. */
        private static final int FEW = 16;

        private @Nullable String[] words = new String[16];
        private final Map<String, Integer> numbers = new HashMap<>();
        private int size = 1;

        @SuppressWarnings("ReferenceEquality") // a word that is not the very same is looked up
        int number(@Nullable String word) {
            for (int i = 0; i < FEW; i++) {
                if (words[i] == word && i < size) {
                    return i;
                }
            }
            return word == null ? 0 : numbers.computeIfAbsent(word, this::add);
        }

        private int add(String word) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
            }
            words[size] = word;
            return size++;
        }

        @Nullable
        String word(int number) {
            return words[number];
        }
    }
}
