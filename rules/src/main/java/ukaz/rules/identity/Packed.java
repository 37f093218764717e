package ukaz.rules.identity;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows as bytes, with the names and codes they use, for an archive to keep; about a hundred bytes a record. */
final class Packed {

    private static final int BYTES = 95;

    private Packed() {}

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

    /** Gives the rows, in one object that is used again. */
    static void unpack(byte[] packed, NameParts parts, Consumer<Features> to) {
        ByteBuffer body = ByteBuffer.wrap(packed);
        List<@Nullable NamePart> surnames = parts(packed, body, parts, true);
        List<@Nullable NamePart> names = parts(packed, body, parts, false);
        List<@Nullable String> words = new ArrayList<>();
        words.add(null);
        for (int i = body.getInt(); i > 0; i--) {
            words.add(text(body).intern());
        }
        int count = body.getInt();
        Features each = new Features();
        for (int i = 0; i < count; i++) {
            each.surname = surnames.get(body.getInt());
            each.given = names.get(body.getInt());
            each.patronymic = names.get(body.getInt());
            each.former = surnames.get(body.getInt());
            each.birthFirst = body.getInt();
            each.birthLast = body.getInt();
            each.deathFirst = body.getInt();
            each.deathLast = body.getInt();
            each.decreeFirst = body.getInt();
            each.decreeLast = body.getInt();
            each.medal = body.getLong();
            each.order = body.getLong();
            each.decree = body.getLong();
            each.id = body.getLong();
            each.birthPlace = body.getLong();
            each.workplace = body.getLong();
            each.award = words.get(body.getShort());
            each.citizenship = words.get(body.getShort());
            each.ordinal = body.get();
            each.times = body.get();
            byte flags = body.get();
            each.sex = (byte) (flags & 3);
            each.ordinalInferred = (flags & 4) != 0;
            each.medalIsPlain = (flags & 8) != 0;
            to.accept(each);
        }
    }

    private static List<@Nullable NamePart> parts(byte[] packed, ByteBuffer from, NameParts parts, boolean surname) {
        int count = from.getInt();
        List<@Nullable NamePart> list = new ArrayList<>(count + 1);
        list.add(null);
        for (int i = 0; i < count; i++) {
            int at = from.position();
            int length = from.getShort(at) & 0xFFFF;
            NamePart known = parts.known(surname, packed, at + Short.BYTES, length);
            if (known == null) {
                known = parts.known(surname, text(from), from.getLong(), from.getDouble());
                parts.know(surname, packed, at + Short.BYTES, length, known);
            } else {
                from.position(at + Short.BYTES + length + Long.BYTES + Double.BYTES);
            }
            list.add(known);
        }
        return list;
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
