package ukaz.ingest.store;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;

/** Reads the records that a {@link SheafWriter} has written, one after the other, and of their texts those asked for. */
final class Sheaf {

    private final byte[] bytes;
    private final int firstRow;
    private final int size;
    private final int begin;
    private final @Nullable String[] texts;
    private final @Nullable HistoricalDate[] dates;
    /** Where each text begins, from its number on: 1 is the first. */
    private final int[] offsets;

    private final boolean[] wide;
    private int at;
    private int next;
    private int read;
    private int row;
    private int group;

    Sheaf(int firstRow, byte[] bytes) {
        this.bytes = bytes;
        this.firstRow = firstRow;
        int form = number();
        if (form != SheafWriter.FORM) {
            throw new IllegalStateException("the store holds records in a form of another program: " + form);
        }
        this.size = number();
        int length = number();
        this.begin = at;
        at += length;
        int count = number();
        texts = new String[count + 1];
        dates = new HistoricalDate[count + 1];
        offsets = new int[count + 2];
        wide = new boolean[count + 1];
        int offset = 0;
        for (int i = 1; i <= count; i++) {
            int code = number();
            offsets[i] = offset;
            wide[i] = (code & 1) != 0;
            offset += wide[i] ? code & ~1 : code >>> 1;
        }
        offsets[count + 1] = offset;
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] += at;
        }
        rewind();
    }

    /** Goes back to before the first record. */
    void rewind() {
        next = begin;
        read = 0;
    }

    /** Goes on to the next record; false where there is none. */
    boolean next() {
        if (read == size) {
            return false;
        }
        at = next;
        row = firstRow + number();
        group = number();
        int length = number();
        next = at + length;
        read++;
        return true;
    }

    int row() {
        return row;
    }

    int group() {
        return group;
    }

    /** A number from 0. */
    int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = bytes[at++];
            number |= (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
    }

    /** Any number, or none. */
    @Nullable
    Integer integer() {
        int code = number();
        if (code == 0) {
            return null;
        }
        int value = code - 1;
        return value >>> 1 ^ -(value & 1);
    }

    @Nullable
    String text() {
        int number = number();
        return number == 0 ? null : text(number);
    }

    /** A text that must be there. */
    String present() {
        int number = number();
        if (number == 0) {
            throw new IllegalStateException("the store holds nothing where a text must be; another program wrote it");
        }
        return text(number);
    }

    @Nullable
    HistoricalDate date() {
        int number = number();
        if (number == 0) {
            return null;
        }
        HistoricalDate known = dates[number];
        if (known == null) {
            known = HistoricalDate.parse(text(number));
            dates[number] = known;
        }
        return known;
    }

    private String text(int number) {
        String known = texts[number];
        if (known == null) {
            known = read(number);
            texts[number] = known;
        }
        return known;
    }

    private String read(int number) {
        int from = offsets[number];
        int to = offsets[number + 1];
        if (wide[number]) {
            // by hand: half a pair stays what it is
            char[] letters = new char[(to - from) / 2];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = (char) (bytes[from + 2 * i] << 8 | bytes[from + 2 * i + 1] & 0xFF);
            }
            return new String(letters);
        }
        int i = from;
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        if (i == to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        char[] letters = new char[to - from];
        for (i = from; i < to; i++) {
            byte b = bytes[i];
            letters[i - from] = (char) (b >= 0 ? b : SheafWriter.CYRILLIC | b & 0x7F);
        }
        return new String(letters);
    }
}
