package ukaz.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A zip whose one entry is that zip: whoever unpacks what is packed never comes to an end.
 *
 * <p>Compressed data is a program of two commands, "print these bytes" and "repeat the last bytes", and a program can
 * print itself. Each command is padded to {@link #UNIT} bytes, so that commands can be counted as well as bytes.
 */
final class QuineZip {

    private static final int UNIT = 10;
    private static final int LAST_BLOCK = 5;

    private QuineZip() {}

    static byte[] of(String entryName) {
        byte[] name = entryName.getBytes(StandardCharsets.UTF_8);
        int headLength = 30 + name.length;
        int tailLength = LAST_BLOCK + 46 + name.length + 22;
        // the checksum stands in the file whose checksum it is; it depends on it linearly, bit by bit
        long zero = withChecksum(name, headLength, tailLength, 0);
        long[] rows = new long[32];
        for (int bit = 0; bit < 32; bit++) {
            long column = withChecksum(name, headLength, tailLength, 1L << bit) ^ zero ^ 1L << bit;
            for (int row = 0; row < 32; row++) {
                rows[row] |= (column >> row & 1) << bit;
            }
        }
        for (int row = 0; row < 32; row++) {
            rows[row] |= (zero >> row & 1) << 32;
        }
        return file(name, headLength, tailLength, solved(rows));
    }

    /** The solution of 32 equations of single bits, each with its right side as bit 32. */
    private static long solved(long[] rows) {
        int next = 0;
        int[] pivots = new int[32];
        for (int bit = 0; bit < 32; bit++) {
            int found = next;
            while (found < 32 && (rows[found] >> bit & 1) == 0) {
                found++;
            }
            if (found == 32) {
                pivots[bit] = -1;
                continue;
            }
            long row = rows[found];
            rows[found] = rows[next];
            rows[next] = row;
            for (int other = 0; other < 32; other++) {
                if (other != next && (rows[other] >> bit & 1) == 1) {
                    rows[other] ^= row;
                }
            }
            pivots[bit] = next++;
        }
        long solution = 0;
        for (int bit = 0; bit < 32; bit++) {
            solution |= pivots[bit] < 0 ? 0 : (rows[pivots[bit]] >> 32 & 1) << bit;
        }
        return solution;
    }

    private static long withChecksum(byte[] name, int headLength, int tailLength, long checksum) {
        CRC32 sum = new CRC32();
        sum.update(file(name, headLength, tailLength, checksum));
        return sum.getValue();
    }

    private static byte[] file(byte[] name, int headLength, int tailLength, long checksum) {
        byte[] program = program(new byte[headLength], new byte[tailLength]);
        int size = headLength + program.length + tailLength;
        int packed = program.length + LAST_BLOCK;
        byte[] common = RawZip.little(26)
                .putShort(0, (short) 20)
                .putShort(4, (short) RawZip.DEFLATED)
                .putInt(10, (int) checksum)
                .putInt(14, packed)
                .putInt(18, size)
                .putShort(22, (short) name.length)
                .array();
        byte[] head = joined(RawZip.ascii("PK\3\4"), common, name);
        byte[] directory = joined(RawZip.ascii("PK\1\2"), new byte[] {20, 0}, common, new byte[14], name);
        byte[] end = RawZip.little(18)
                .putShort(4, (short) 1)
                .putShort(6, (short) 1)
                .putInt(8, directory.length)
                .putInt(12, headLength + packed)
                .array();
        byte[] lastBlock = {1, 0, 0, -1, -1};
        byte[] tail = joined(lastBlock, directory, RawZip.ascii("PK\5\6"), end);
        return joined(head, program(head, tail), tail);
    }

    /** Prints the head, itself and the tail. */
    private static byte[] program(byte[] head, byte[] tail) {
        byte[] nothing = print(0);
        byte[] one = print(UNIT);
        byte[] four = print(4 * UNIT);
        byte[] again = repeat(4 * UNIT);
        byte[] printHead = print(head.length + UNIT);
        byte[] repeatHead = repeat(head.length + UNIT);
        byte[] printTail = print(tail.length + UNIT);
        byte[] repeatTail = repeat(tail.length + UNIT);
        return joined(
                printHead,
                head,
                printHead,
                repeatHead,
                one,
                repeatHead,
                one,
                one,
                four,
                repeatHead,
                one,
                one,
                four,
                again,
                four,
                again,
                four,
                again,
                four,
                again,
                four,
                again,
                nothing,
                nothing,
                printTail,
                again,
                nothing,
                nothing,
                printTail,
                repeatTail,
                tail,
                repeatTail);
    }

    /** A stored block, the bytes of which follow. */
    private static byte[] print(int length) {
        Bits bits = new Bits();
        bits.emptyBlock().emptyBlock().emptyBlock().emptyBlock().storedHeader(length);
        return bits.unit();
    }

    /** A compressed block that repeats as many bytes as there are between it and its pattern. */
    private static byte[] repeat(int length) {
        Bits bits = new Bits();
        bits.add(0b010, 3);
        bits.length(length).distance(length);
        bits.add(0, 7);
        while (bits.count + 3 + 10 <= UNIT * 8 - 32) {
            bits.emptyBlock();
        }
        bits.storedHeader(0);
        return bits.unit();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** Bits as compressed data has them, the lowest of each byte first. */
    private static final class Bits {

        private final byte[] bytes = new byte[64];
        private int count;

        Bits add(int value, int width) {
            for (int i = 0; i < width; i++) {
                bytes[count / 8] |= (byte) ((value >> i & 1) << count % 8);
                count++;
            }
            return this;
        }

        /** Codes stand with their highest bit first. */
        private void code(int value, int width) {
            add(Integer.reverse(value) >>> 32 - width, width);
        }

        Bits emptyBlock() {
            return add(0b010, 3).add(0, 7);
        }

        Bits storedHeader(int length) {
            add(0, 3);
            count = (count + 7) / 8 * 8;
            return add(length, 16).add(~length, 16);
        }

        /** From 11 to 257, which is all that is needed. */
        Bits length(int length) {
            int extra = 29 - Integer.numberOfLeadingZeros(length - 3);
            int symbol = 257 + 4 * extra + (length - 3 >> extra);
            if (symbol < 280) {
                code(symbol - 256, 7);
            } else {
                code(symbol - 280 + 0b11000000, 8);
            }
            return add(length - 3 & (1 << extra) - 1, extra);
        }

        Bits distance(int distance) {
            int extra = 30 - Integer.numberOfLeadingZeros(distance - 1);
            code(2 * extra + (distance - 1 >> extra), 5);
            return add(distance - 1 & (1 << extra) - 1, extra);
        }

        byte[] unit() {
            if (count != UNIT * 8) {
                throw new IllegalStateException("a command of " + count + " bits");
            }
            return java.util.Arrays.copyOf(bytes, UNIT);
        }
    }
}
