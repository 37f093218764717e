package ukaz.rules.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as an archive keeps them, some hundred and fifty bytes each with their marks: read where they stand, so that of millions
 * only those cost anything that are met. A name is looked up when the first row that has it is read.
 */
final class Packed implements Rows.Piece {

    /** Changes whenever what is said here does, or a key: what was packed before is of no use then. */
    private static final int FORM = 2;

    private static final int HEAD = 5 * Integer.BYTES;
    /** Of a name: its hash, its sound, how often it is expected, and where its key is. */
    private static final int NAME = 3 * Long.BYTES + Integer.BYTES;

    private static final int ROW = 95;
    /** Where in a row the longs begin, and what follows them. */
    private static final int LONGS = 16;

    private static final int WORDS = 88;
    private static final int SMALL = 92;
    /** For so many rows there is room where nobody knows how many there will be. */
    private static final int FEWEST = 256;

    private final ByteBuffer bytes;
    private final int first;
    private final int size;
    private final int body;
    private final NameParts parts;
    private final Names surnames;
    private final Names names;
    private final int[] words;

    /** @param first the number of its first row among all */
    Packed(ByteBuffer bytes, int first, NameParts parts, Rows among) {
        if (bytes.getInt() != FORM) {
            throw new IllegalArgumentException("packed by another version");
        }
        this.bytes = bytes;
        this.first = first;
        this.parts = parts;
        this.surnames = new Names(true, HEAD, bytes.getInt());
        this.names = new Names(false, HEAD + surnames.count() * NAME, bytes.getInt());
        this.words = new int[bytes.getInt() + 1];
        this.size = bytes.getInt();
        this.body = bytes.limit() - size * (ROW + KeyMarks.WIDTH * Integer.BYTES);
        bytes.position(HEAD + (surnames.count() + names.count()) * NAME);
        for (int i = 1; i < words.length; i++) {
            words[i] = among.word(text(bytes.position()).intern());
            bytes.position(bytes.position() + Short.BYTES + length(bytes.position()));
        }
    }

    /** Parts of names by their numbers here, which begin with 1. */
    private final class Names {
        private final boolean surname;
        private final int start;
        /** Their numbers among all; 0 where nobody has asked yet. */
        private final int[] numbers;

        Names(boolean surname, int start, int count) {
            this.surname = surname;
            this.start = start;
            this.numbers = new int[count + 1];
        }

        int count() {
            return numbers.length - 1;
        }

        /** False where nobody has heard of it. */
        boolean find(int here) {
            if (numbers[here] == 0 && here != 0) {
                int at = at(here);
                NamePart known = parts.known(surname, bytes.getLong(at), bytes.getLong(at + Long.BYTES));
                numbers[here] = known == null ? 0 : known.number;
            }
            return numbers[here] != 0 || here == 0;
        }

        /** Its number among all, among which it is now. */
        int number(int here) {
            if (!find(here)) {
                int at = at(here);
                numbers[here] = parts.known(
                                surname,
                                text(bytes.getInt(at + 3 * Long.BYTES)),
                                bytes.getLong(at + Long.BYTES),
                                bytes.getDouble(at + 2 * Long.BYTES))
                        .number;
            }
            return numbers[here];
        }

        private int at(int here) {
            return start + (here - 1) * NAME;
        }
    }

    private int length(int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private String text(int at) {
        byte[] text = new byte[length(at)];
        bytes.get(at + Short.BYTES, text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** The rows from the first to before the last. */
    static byte[] pack(Rows rows, int from, int to) {
        Writer writer = new Writer(to - from);
        Features record = new Features();
        for (int row = from; row < to; row++) {
            writer.add(rows.read(row, record));
        }
        return writer.packed();
    }

    /** Packs one row after the other. */
    static final class Writer {
        private static final int MARKS = KeyMarks.WIDTH * Integer.BYTES;

        private final Map<NamePart, Integer> surnames = new LinkedHashMap<>();
        private final Map<NamePart, Integer> names = new LinkedHashMap<>();
        private final Map<String, Integer> words = new LinkedHashMap<>();
        private ByteBuffer body;
        private ByteBuffer marks;
        private int size;

        /** @param expected for so many there is room from the beginning */
        Writer(int expected) {
            body = ByteBuffer.allocate(expected * ROW);
            marks = ByteBuffer.allocate(expected * MARKS);
        }

        int size() {
            return size;
        }

        void add(Features record) {
            body = withRoom(body, ROW);
            marks = withRoom(marks, MARKS);
            KeyMarks.mark(record, marks.slice().asIntBuffer(), 0);
            marks.position(marks.position() + MARKS);
            body.putInt(number(record.surname, surnames));
            body.putInt(number(record.given, names));
            body.putInt(number(record.patronymic, names));
            body.putInt(number(record.former, surnames));
            body.putInt(record.birthFirst).putInt(record.birthLast);
            body.putInt(record.deathFirst).putInt(record.deathLast);
            body.putInt(record.decreeFirst).putInt(record.decreeLast);
            body.putLong(record.medal)
                    .putLong(record.order)
                    .putLong(record.decree)
                    .putLong(record.id);
            body.putLong(record.birthPlace).putLong(record.workplace);
            body.putShort((short) number(record.award, words)).putShort((short) number(record.citizenship, words));
            body.put(record.ordinal).put(record.times);
            body.put((byte) (record.sex | (record.ordinalInferred ? 4 : 0) | (record.medalIsPlain ? 8 : 0)));
            size++;
        }

        private static ByteBuffer withRoom(ByteBuffer bytes, int more) {
            return bytes.remaining() >= more
                    ? bytes
                    : ByteBuffer.allocate(Math.max(2 * bytes.capacity(), FEWEST * more))
                            .put(bytes.flip());
        }

        byte[] packed() {
            byte[] codes = texts(words.keySet());
            List<NamePart> parts = Stream.concat(surnames.keySet().stream(), names.keySet().stream())
                    .toList();
            byte[] keys = texts(parts.stream().map(part -> part.key).toList());
            int end = HEAD + parts.size() * NAME + codes.length;
            ByteBuffer packed = ByteBuffer.allocate(end + keys.length + body.position() + marks.position());
            packed.putInt(FORM)
                    .putInt(surnames.size())
                    .putInt(names.size())
                    .putInt(words.size())
                    .putInt(size);
            for (NamePart part : parts) {
                packed.putLong(part.hash)
                        .putLong(part.sound)
                        .putDouble(part.expected)
                        .putInt(end);
                end += Short.BYTES + part.key.getBytes(StandardCharsets.UTF_8).length;
            }
            return packed.put(codes)
                    .put(keys)
                    .put(body.flip())
                    .put(marks.flip())
                    .array();
        }

        private static <T> int number(@Nullable T of, Map<T, Integer> numbers) {
            return of == null ? 0 : numbers.computeIfAbsent(of, each -> numbers.size() + 1);
        }

        private static byte[] texts(Collection<String> texts) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (String text : texts) {
                byte[] each = text.getBytes(StandardCharsets.UTF_8);
                if (each.length > 0xFFFF) {
                    throw new IllegalArgumentException("a name of " + each.length + " bytes");
                }
                bytes.write(each.length >> 8);
                bytes.write(each.length);
                bytes.writeBytes(each);
            }
            return bytes.toByteArray();
        }
    }

    int first() {
        return first;
    }

    int size() {
        return size;
    }

    /** What {@link KeyMarks#mark} has put down of each row. */
    IntBuffer marks() {
        int start = body + size * ROW;
        return bytes.slice(start, bytes.limit() - start).asIntBuffer();
    }

    /**
     * Looks the names of those of its rows up that are among some, and changes nothing else; other threads may do so elsewhere.
     *
     * @return those with a name that nobody has heard of
     */
    IntStream meet(BitSet some) {
        IntStream.Builder unheard = IntStream.builder();
        for (int row = some.nextSetBit(first); row >= 0 && row < first + size; row = some.nextSetBit(row + 1)) {
            int at = body + (row - first) * ROW;
            boolean heard = surnames.find(bytes.getInt(at))
                    && names.find(bytes.getInt(at + 4))
                    && names.find(bytes.getInt(at + 8))
                    && surnames.find(bytes.getInt(at + 12));
            if (!heard) {
                unheard.add(row);
            }
        }
        return unheard.build();
    }

    @Override
    public long at(int row, int place) {
        int at = body + (row - first) * ROW;
        return switch (place) {
            case 0 -> Rows.pair(surnames.number(bytes.getInt(at)), names.number(bytes.getInt(at + 4)));
            case 1 -> Rows.pair(names.number(bytes.getInt(at + 8)), surnames.number(bytes.getInt(at + 12)));
            case Rows.SMALL ->
                (long) words[bytes.getShort(at + WORDS)] << 40
                        | (long) words[bytes.getShort(at + WORDS + 2)] << 24
                        | (bytes.get(at + SMALL) & 0xFFL) << 16
                        | (bytes.get(at + SMALL + 1) & 0xFFL) << 8
                        | bytes.get(at + SMALL + 2);
            default -> bytes.getLong(at + LONGS + (place < Rows.SMALL ? place - 2 : place - 3) * Long.BYTES);
        };
    }
}
