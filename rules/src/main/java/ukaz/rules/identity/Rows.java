package ukaz.rules.identity;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of all records, packed: {@value #LONGS} longs each, wherever the memory comes from. */
final class Rows {

    private static final int LONGS = 12;
    private static final int PIECE_BITS = 16;
    private static final int PIECE = 1 << PIECE_BITS;

    private final NameParts parts;
    private final Memory memory;
    private final List<LongBuffer> pieces = new ArrayList<>();
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
        int at = (size & (PIECE - 1)) * LONGS;
        piece.put(at, pair(number(features.surname), number(features.given)));
        piece.put(at + 1, pair(number(features.patronymic), number(features.former)));
        piece.put(at + 2, pair(features.birthFirst, features.birthLast));
        piece.put(at + 3, pair(features.deathFirst, features.deathLast));
        piece.put(at + 4, pair(features.decreeFirst, features.decreeLast));
        piece.put(at + 5, features.medal);
        piece.put(at + 6, features.order);
        piece.put(at + 7, features.decree);
        piece.put(at + 8, features.id);
        piece.put(at + 9, small(features));
        piece.put(at + 10, features.birthPlace);
        piece.put(at + 11, features.workplace);
        return size++;
    }

    /** Adds a record as {@link Packed} writes it, with what its numbers of names and words mean here. */
    void addPacked(ByteBuffer packed, int[] surnames, int[] names, int[] meanings) {
        LongBuffer piece = pieceOfNext();
        int at = (size & (PIECE - 1)) * LONGS;
        piece.put(at, pair(surnames[packed.getInt()], names[packed.getInt()]));
        piece.put(at + 1, pair(names[packed.getInt()], surnames[packed.getInt()]));
        for (int dates = at + 2; dates < at + 5; dates++) {
            piece.put(dates, packed.getLong());
        }
        for (int numbers = at + 5; numbers < at + 9; numbers++) {
            piece.put(numbers, packed.getLong());
        }
        piece.put(at + 10, packed.getLong());
        piece.put(at + 11, packed.getLong());
        piece.put(
                at + 9,
                (long) meanings[packed.getShort()] << 40
                        | (long) meanings[packed.getShort()] << 24
                        | (packed.get() & 0xFFL) << 16
                        | (packed.get() & 0xFFL) << 8
                        | packed.get());
        size++;
    }

    private LongBuffer pieceOfNext() {
        if (size >> PIECE_BITS == pieces.size()) {
            pieces.add(memory.longs(PIECE * LONGS));
        }
        return pieces.get(size >> PIECE_BITS);
    }

    /** The number of a word. */
    int word(String word) {
        return words.number(word);
    }

    /** Unpacks a record. */
    Features read(int row, Features into) {
        LongBuffer piece = pieces.get(row >> PIECE_BITS);
        int at = (row & (PIECE - 1)) * LONGS;
        long names = piece.get(at);
        into.surname = part((int) (names >> 32));
        into.given = part((int) names);
        long more = piece.get(at + 1);
        into.patronymic = part((int) (more >> 32));
        into.former = part((int) more);
        long birth = piece.get(at + 2);
        into.birthFirst = (int) (birth >> 32);
        into.birthLast = (int) birth;
        long death = piece.get(at + 3);
        into.deathFirst = (int) (death >> 32);
        into.deathLast = (int) death;
        long decree = piece.get(at + 4);
        into.decreeFirst = (int) (decree >> 32);
        into.decreeLast = (int) decree;
        into.medal = piece.get(at + 5);
        into.order = piece.get(at + 6);
        into.decree = piece.get(at + 7);
        into.id = piece.get(at + 8);
        long small = piece.get(at + 9);
        into.award = words.word((int) (small >> 40 & 0xFFFF));
        into.citizenship = words.word((int) (small >> 24 & 0xFFFF));
        into.ordinal = (byte) (small >> 16);
        into.times = (byte) (small >> 8);
        into.sex = (byte) (small & 3);
        into.ordinalInferred = (small & 4) != 0;
        into.medalIsPlain = (small & 8) != 0;
        into.birthPlace = piece.get(at + 10);
        into.workplace = piece.get(at + 11);
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
    int decreeDay(int row) {
        long decree = at(row, 4);
        int first = (int) (decree >> 32);
        return first == (int) decree ? first : Features.NONE;
    }

    /** 0 where there is none. */
    long medal(int row) {
        return at(row, 5);
    }

    boolean medalIsPlain(int row) {
        return (at(row, 9) & 8) != 0;
    }

    /** As {@link Features#medalSeries} has it. */
    long medalSeries(int row) {
        long medal = medal(row);
        if (medal == 0) {
            return 0;
        }
        long small = at(row, 9);
        return Features.medalSeries(medal, words.word((int) (small >> 40 & 0xFFFF)), (byte) (small >> 16));
    }

    byte ordinal(int row) {
        return (byte) (at(row, 9) >> 16);
    }

    boolean ordinalInferred(int row) {
        return (at(row, 9) & 4) != 0;
    }

    private long at(int row, int place) {
        return pieces.get(row >> PIECE_BITS).get((row & (PIECE - 1)) * LONGS + place);
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

    private static long pair(int a, int b) {
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
