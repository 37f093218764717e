package ukaz.report.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies XML byte by byte and stops at every tag, which may be changed on its way; whatever is not changed stays the very
 * bytes it was.
 *
 * <p>Works in every encoding that keeps ASCII, and needs nothing to be well-formed but tags. What is inserted is ASCII.
 */
final class TagScan {

    private static final int BUFFER = 1 << 15;
    private static final int MOST_TAG = 1 << 20;

    private final InputStream in;
    private final OutputStream out;
    private final long most;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] written = new byte[BUFFER];
    private int writtenLength;
    private int at;
    private int end;
    private long read;
    private byte[] tag = new byte[256];
    private int length;
    private boolean pending;
    private int nameFrom;
    private int nameTo;

    /** @param most bytes that the part may have before the copy is given up */
    TagScan(InputStream in, OutputStream out, long most) throws IOException {
        this.in = in;
        this.out = out;
        this.most = most;
        fill();
        if (end >= 2 && (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & 0xFE) == 0xFE && buffer[0] != (byte) 0xEF)) {
            throw new NotCopyableException("a part in UTF-16");
        }
    }

    /** Goes to the next tag of an element; false at the end, when everything has been written. */
    boolean next() throws IOException {
        while (true) {
            put();
            if (!copyTo('<')) {
                flush();
                return false;
            }
            length = 0;
            append((byte) '<');
            int first = take();
            append((byte) first);
            if (first == '!' || first == '?') {
                readOther(first);
                continue;
            }
            readTag(first);
            return true;
        }
    }

    /** Copies text up to the character and takes that off; false at the end. */
    private boolean copyTo(char stop) throws IOException {
        while (true) {
            int from = at;
            while (at < end && buffer[at] != stop) {
                at++;
            }
            write(buffer, from, at - from);
            if (at < end) {
                at++;
                return true;
            }
            if (!fill()) {
                return false;
            }
        }
    }

    private void readTag(int first) throws IOException {
        pending = true;
        int quote = 0;
        int c = first;
        while (c != '>' || quote != 0) {
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
            c = take();
            append((byte) c);
        }
        nameFrom = tag[1] == '/' ? 2 : 1;
        nameTo = nameFrom;
        while (nameTo < length && !isNameEnd(tag[nameTo])) {
            if (tag[nameTo] == ':') {
                nameFrom = nameTo + 1;
            }
            nameTo++;
        }
    }

    private static boolean isNameEnd(byte c) {
        return c == '>' || c == '/' || isSpace(c);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** A comment, an instruction, a section of raw text: copied, never looked into. */
    private void readOther(int first) throws IOException {
        write(tag, 0, length);
        String stop = "?>";
        if (first == '!') {
            int c = take();
            write(c);
            stop = c == '-' ? "-->" : c == '[' ? "]]>" : ">";
        }
        int matched = 0;
        while (matched < stop.length()) {
            int c = take();
            write(c);
            if (c == stop.charAt(matched)) {
                matched++;
            } else if (!(stop.length() == 3 && matched == 2 && c == stop.charAt(0))) {
                matched = c == stop.charAt(0) ? 1 : 0;
            }
        }
        length = 0;
    }

    private int take() throws IOException {
        if (at == end && !fill()) {
            throw new NotCopyableException("a part that breaks off");
        }
        return buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        int n = in.read(buffer);
        at = 0;
        end = Math.max(n, 0);
        read += end;
        if (read > most) {
            throw new NotCopyableException("a part beyond the limit");
        }
        return n > 0;
    }

    private void append(byte b) throws IOException {
        if (length == tag.length) {
            if (length >= MOST_TAG) {
                throw new NotCopyableException("a tag beyond the limit");
            }
            tag = Arrays.copyOf(tag, length * 2);
        }
        tag[length++] = b;
    }

    boolean isEnd() {
        return tag[1] == '/';
    }

    /** True where the element is this tag alone. */
    boolean isEmpty() {
        return tag[length - 2] == '/';
    }

    /** True where the local name of the element is this one. */
    boolean is(String name) {
        if (nameTo - nameFrom != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (tag[nameFrom + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    String name() {
        return latin(nameFrom, nameTo);
    }

    /** The prefix with its colon; empty where there is none. */
    String prefix() {
        int from = isEnd() ? 2 : 1;
        return latin(from, nameFrom);
    }

    /** The tag as it stands, a character for each byte. */
    String tag() {
        return latin(0, length);
    }

    private String latin(int from, int to) {
        return new String(tag, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The value of the attribute, whatever its prefix; null where there is none. */
    @Nullable
    String attribute(String name) {
        int[] place = Attributes.find(tag, length, name);
        return place == null
                ? null
                : Attributes.unescaped(new String(tag, place[0], place[1] - place[0], StandardCharsets.UTF_8));
    }

    /** Writes the tag, unless that is done. */
    void put() throws IOException {
        if (pending) {
            pending = false;
            write(tag, 0, length);
        }
    }

    /** Writes this in place of the tag. */
    void put(String changed) throws IOException {
        pending = false;
        write(changed);
    }

    /** Writes what a part did not have, at once: before the tag, or behind it once that is put. */
    void write(String ascii) throws IOException {
        write(ascii.getBytes(StandardCharsets.ISO_8859_1), 0, ascii.length());
    }

    private void write(int b) throws IOException {
        if (writtenLength == BUFFER) {
            flush();
        }
        written[writtenLength++] = (byte) b;
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        if (count > BUFFER - writtenLength) {
            flush();
        }
        if (count > BUFFER) {
            out.write(bytes, from, count);
        } else {
            System.arraycopy(bytes, from, written, writtenLength, count);
            writtenLength += count;
        }
    }

    void flush() throws IOException {
        out.write(written, 0, writtenLength);
        writtenLength = 0;
    }
}
