package ukaz.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip packages byte by byte, because no library writes one that lies. */
final class RawZip {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** What stands in both headers of an entry; tests make it differ from the truth. */
    static final class Entry {

        private final byte[] packed;
        private byte[] localName;
        private byte[] name;
        private int flags = 1 << 11;
        private int method;
        private long crc;
        private long packedSize;
        private long size;
        private long offset = -1;

        private Entry(String name, byte[] content, int method) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.localName = this.name;
            this.method = method;
            this.packed = method == DEFLATED ? deflated(content) : content;
            CRC32 sum = new CRC32();
            sum.update(content);
            this.crc = sum.getValue();
            this.packedSize = packed.length;
            this.size = content.length;
        }

        Entry flags(int more) {
            flags |= more;
            return this;
        }

        Entry method(int other) {
            method = other;
            return this;
        }

        Entry crc(long other) {
            crc = other;
            return this;
        }

        Entry packedSize(long other) {
            packedSize = other;
            return this;
        }

        Entry size(long other) {
            size = other;
            return this;
        }

        Entry localName(String other) {
            localName = other.getBytes(StandardCharsets.UTF_8);
            return this;
        }

        /** Points the directory elsewhere. */
        Entry offset(long other) {
            offset = other;
            return this;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private byte[] before = {};
    private byte[] comment = {};
    private int counted = -1;
    private long directoryShift;
    private int disk;

    /** A package of these parts, in this order. */
    static RawZip of(Map<String, byte[]> parts) {
        RawZip zip = new RawZip();
        parts.forEach((name, content) -> zip.add(name, content, DEFLATED));
        return zip;
    }

    Entry add(String name, byte[] content, int method) {
        Entry entry = new Entry(name, content, method);
        entries.add(entry);
        return entry;
    }

    /** The entry of that name, to be falsified. */
    Entry entry(String name) {
        return entries.stream()
                .filter(entry -> name.equals(new String(entry.name, StandardCharsets.UTF_8)))
                .findFirst()
                .orElseThrow();
    }

    RawZip before(byte[] bytes) {
        before = bytes;
        return this;
    }

    RawZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    /** How many entries the end of the directory says there are. */
    RawZip counted(int entriesSaid) {
        counted = entriesSaid;
        return this;
    }

    /** How far from the truth the end says that the directory is. */
    RawZip directoryShift(long bytes) {
        directoryShift = bytes;
        return this;
    }

    RawZip disk(int number) {
        disk = number;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            long offset = entry.offset >= 0 ? entry.offset : out.size();
            if (entry.offset < 0) {
                out.writeBytes(ascii("PK\3\4"));
                out.writeBytes(common(entry, entry.localName.length));
                out.writeBytes(entry.localName);
                out.writeBytes(entry.packed);
            }
            directory.writeBytes(ascii("PK\1\2"));
            directory.writeBytes(new byte[] {20, 0});
            directory.writeBytes(common(entry, entry.name.length));
            directory.writeBytes(little(14)
                    .putShort(2, (short) disk)
                    .putInt(10, (int) offset)
                    .array());
            directory.writeBytes(entry.name);
        }
        long at = out.size() + directoryShift;
        out.writeBytes(directory.toByteArray());
        short count = (short) (counted < 0 ? entries.size() : counted);
        out.writeBytes(ascii("PK\5\6"));
        out.writeBytes(little(18)
                .putShort(0, (short) disk)
                .putShort(2, (short) disk)
                .putShort(4, count)
                .putShort(6, count)
                .putInt(8, directory.size())
                .putInt(12, (int) at)
                .putShort(16, (short) comment.length)
                .array());
        out.writeBytes(comment);
        return out.toByteArray();
    }

    /** From the version needed to the length of the extra field. */
    private static byte[] common(Entry entry, int nameLength) {
        return little(26)
                .putShort(0, (short) 20)
                .putShort(2, (short) entry.flags)
                .putShort(4, (short) entry.method)
                .putInt(10, (int) entry.crc)
                .putInt(14, (int) entry.packedSize)
                .putInt(18, (int) entry.size)
                .putShort(22, (short) nameLength)
                .array();
    }

    static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }
}
