package ukaz.rules.identity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as bytes, with the names and codes they use, for an archive to keep; about a hundred bytes a record. */
final class Packed {

    private static final int BYTES = 95;

    private final ByteBuffer body;
    private final int[] surnames;
    private final int[] names;
    private final int[] words;

    private Packed(ByteBuffer body, int[] surnames, int[] names, int[] words) {
        this.body = body;
        this.surnames = surnames;
        this.names = names;
        this.words = words;
    }

    /** The rows from the first to before the last. */
    static byte[] pack(Rows rows, int from, int to) {
        Map<NamePart, Integer> surnames = new LinkedHashMap<>();
        Map<NamePart, Integer> names = new LinkedHashMap<>();
        Map<String, Integer> words = new LinkedHashMap<>();
        ByteBuffer body = ByteBuffer.allocate((to - from) * BYTES);
        Features each = new Features();
        for (int row = from; row < to; row++) {
            rows.read(row, each);
            body.putInt(number(each.surname, surnames));
            body.putInt(number(each.given, names));
            body.putInt(number(each.patronymic, names));
            body.putInt(number(each.former, surnames));
            body.putInt(each.birthFirst).putInt(each.birthLast);
            body.putInt(each.deathFirst).putInt(each.deathLast);
            body.putInt(each.decreeFirst).putInt(each.decreeLast);
            body.putLong(each.medal).putLong(each.order).putLong(each.decree).putLong(each.id);
            body.putLong(each.birthPlace).putLong(each.workplace);
            body.putShort((short) number(each.award, words)).putShort((short) number(each.citizenship, words));
            body.put(each.ordinal).put(each.times);
            body.put((byte) (each.sex | (each.ordinalInferred ? 4 : 0) | (each.medalIsPlain ? 8 : 0)));
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.capacity() + 4_096);
            DataOutputStream out = new DataOutputStream(bytes);
            write(surnames, out);
            write(names, out);
            out.writeInt(words.size());
            for (String word : words.keySet()) {
                write(word, out);
            }
            out.writeInt(to - from);
            out.write(body.array());
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> int number(@Nullable T of, Map<T, Integer> numbers) {
        return of == null ? 0 : numbers.computeIfAbsent(of, each -> numbers.size() + 1);
    }

    private static void write(Map<NamePart, Integer> parts, DataOutputStream out) throws IOException {
        out.writeInt(parts.size());
        for (NamePart part : parts.keySet()) {
            write(part.key, out);
            out.writeLong(part.sound);
            out.writeDouble(part.expected);
        }
    }

    /** Takes up the names and codes, to be numbered as they are among others. */
    static Packed of(byte[] packed, NameParts parts, Rows among) {
        ByteBuffer body = ByteBuffer.wrap(packed);
        int[] surnames = parts(packed, body, parts, true);
        int[] names = parts(packed, body, parts, false);
        int[] words = new int[body.getInt() + 1];
        for (int i = 1; i < words.length; i++) {
            words[i] = among.word(text(body).intern());
        }
        return new Packed(body, surnames, names, words);
    }

    /** Adds the rows to others, once. */
    void unpack(Rows to) {
        for (int left = body.getInt(); left > 0; left--) {
            to.addPacked(body, surnames, names, words);
        }
    }

    /** The numbers that the parts have here, by those that they have in the bytes. */
    private static int[] parts(byte[] packed, ByteBuffer from, NameParts parts, boolean surname) {
        int[] numbers = new int[from.getInt() + 1];
        for (int i = 1; i < numbers.length; i++) {
            int at = from.position();
            int length = from.getShort(at) & 0xFFFF;
            NamePart known = parts.known(surname, packed, at + Short.BYTES, length);
            if (known == null) {
                known = parts.known(surname, text(from), from.getLong(), from.getDouble());
                parts.know(surname, packed, at + Short.BYTES, length, known);
            } else {
                from.position(at + Short.BYTES + length + Long.BYTES + Double.BYTES);
            }
            numbers[i] = known.number;
        }
        return numbers;
    }

    private static String text(ByteBuffer from) {
        byte[] bytes = new byte[from.getShort() & 0xFFFF];
        from.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0xFFFF) {
            throw new IllegalArgumentException("a name of " + bytes.length + " bytes");
        }
        out.writeShort(bytes.length);
        out.write(bytes);
    }
}
