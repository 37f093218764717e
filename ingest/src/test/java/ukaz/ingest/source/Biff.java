package ukaz.ingest.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Writes binary records for tests: the old kind of xls, or the new kind of xlsb. */
public final class Biff {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean xlsb;

    private Biff(boolean xlsb) {
        this.xlsb = xlsb;
    }

    public static Biff xls() {
        return new Biff(false);
    }

    public static Biff xlsb() {
        return new Biff(true);
    }

    /** A record of Integers (four bytes), Shorts, Bytes, Doubles, byte arrays and Strings (with their length, in UTF-16). */
    public Biff record(int number, Object... values) {
        ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (Object value : values) {
            if (value instanceof Integer v) {
                data.putInt(v);
            } else if (value instanceof Short v) {
                data.putShort(v);
            } else if (value instanceof Byte v) {
                data.put(v);
            } else if (value instanceof Double v) {
                data.putDouble(v);
            } else if (value instanceof byte[] v) {
                data.put(v);
            } else if (value instanceof String v) {
                data.putInt(v.length()).put(v.getBytes(StandardCharsets.UTF_16LE));
            }
        }
        if (xlsb) {
            if (number < 128) {
                out.write(number);
            } else {
                out.write(number & 0x7F | 0x80);
                out.write(number >> 7);
            }
            int length = data.position();
            for (; length > 127; length >>= 7) {
                out.write(length & 0x7F | 0x80);
            }
            out.write(length);
        } else {
            out.write(number);
            out.write(number >> 8);
            out.write(data.position());
            out.write(data.position() >> 8);
        }
        out.write(data.array(), 0, data.position());
        return this;
    }

    static byte[] cp1251(String text) {
        return text.getBytes(Charset.forName("windows-1251"));
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
