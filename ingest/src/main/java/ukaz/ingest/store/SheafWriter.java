package ukaz.ingest.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Records that follow each other, as one run of bytes for {@link Sheaf} to read: numbers, and each text once.
 *
 * <p>Registers say the same again and again, and of what a record says much stands in its row as typed too. So a record takes
 * a fifth of the room that its texts would, and half of a text is made of letters that take one byte.
 */
final class SheafWriter {

    /** The first byte; what is written otherwise one day begins otherwise. */
    static final int FORM = 1;

    static final int CYRILLIC = 0x400;
    static final int PLAIN = 0x80;

    /** The texts so far, each in the first free place from that of its hash on; a power of two of them. */
    private @Nullable Object[] known = new Object[2048];

    private int[] numbers = new int[2048];
    private int count;
    private final Part records = new Part(1 << 14);
    private final Part record = new Part(512);
    private final Part lengths = new Part(1024);
    private final Part texts = new Part(1 << 13);
    private int firstRow;
    private int lastRow;
    private int lastGroup;
    private int size;

    /** Bytes that grow. */
    private static final class Part {

        private byte[] bytes;
        private int length;

        Part(int room) {
            bytes = new byte[room];
        }

        void room(int more) {
            if (bytes.length - length < more) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
            }
        }

        void number(int number) {
            room(5);
            int rest = number;
            while (rest >>> 7 != 0) {
                bytes[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }

        void put(Part other) {
            room(other.length);
            System.arraycopy(other.bytes, 0, bytes, length, other.length);
            length += other.length;
        }
    }

    /** How many records there are. */
    int size() {
        return size;
    }

    /** The row of the first record, from which the others are counted. */
    int firstRow() {
        return firstRow;
    }

    int lastRow() {
        return lastRow;
    }

    /** Begins the next record. */
    void begin(int row, int group) {
        if (size == 0) {
            firstRow = row;
        }
        lastRow = row;
        lastGroup = group;
        record.length = 0;
    }

    /** Ends the record. */
    void end() {
        records.number(lastRow - firstRow);
        records.number(lastGroup);
        records.number(record.length);
        records.put(record);
        size++;
    }

    /** A number from 0. */
    void number(int number) {
        record.number(number);
    }

    /** Any number, or none. */
    void integer(@Nullable Integer number) {
        if (number == null) {
            record.number(0);
        } else {
            int value = number;
            record.number((value << 1 ^ value >> 31) + 1);
        }
    }

    /** A text, or what is written as one; the same object is the same text. */
    void text(@Nullable Object text) {
        if (text == null) {
            record.number(0);
            return;
        }
        int place = place(text);
        if (known[place] == null) {
            known[place] = text;
            numbers[place] = ++count;
            write(text.toString());
            record.number(count);
            if (count * 2 > known.length) {
                grow();
            }
        } else {
            record.number(numbers[place]);
        }
    }

    private int place(Object text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 15) & known.length - 1;
        for (Object other = known[place]; other != null && !other.equals(text); other = known[place]) {
            place = place + 1 & known.length - 1;
        }
        return place;
    }

    private void grow() {
        @Nullable Object[] texts = known;
        int[] counts = numbers;
        known = new Object[texts.length * 2];
        numbers = new int[texts.length * 2];
        for (int i = 0; i < texts.length; i++) {
            Object text = texts[i];
            if (text != null) {
                int place = place(text);
                known[place] = text;
                numbers[place] = counts[i];
            }
        }
    }

    /** A byte for each letter where all are Latin without accents or Cyrillic, two otherwise. */
    private void write(String text) {
        int size = text.length();
        texts.room(2 * size);
        byte[] bytes = texts.bytes;
        int at = texts.length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < PLAIN) {
                bytes[at++] = (byte) c;
            } else if (c >= CYRILLIC && c < CYRILLIC + PLAIN) {
                bytes[at++] = (byte) (PLAIN | c - CYRILLIC);
            } else {
                writeWide(text);
                return;
            }
        }
        lengths.number(size << 1);
        texts.length = at;
    }

    private void writeWide(String text) {
        lengths.number(text.length() << 1 | 1);
        byte[] bytes = texts.bytes;
        int at = texts.length;
        for (int i = 0; i < text.length(); i++) {
            bytes[at++] = (byte) (text.charAt(i) >> 8);
            bytes[at++] = (byte) text.charAt(i);
        }
        texts.length = at;
    }

    /** All records; the next one that is begun is the first of others. */
    byte[] take() {
        Part all = new Part(records.length + lengths.length + texts.length + 20);
        all.number(FORM);
        all.number(size);
        all.number(records.length);
        all.put(records);
        all.number(count);
        all.put(lengths);
        all.put(texts);
        Arrays.fill(known, null);
        count = 0;
        records.length = 0;
        lengths.length = 0;
        texts.length = 0;
        size = 0;
        return Arrays.copyOf(all.bytes, all.length);
    }
}
