package ukaz.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ukaz.ingest.source.SheetRows.Unfamiliar;

/**
 * A part in UTF-8 as a window of bytes that moves forward, with what reading tags and texts from bytes takes.
 *
 * <p>It knows the XML that programs write, without a namespace prefix, a comment or a CDATA section where data is. For
 * anything else it has one answer, {@link Unfamiliar}, so that it never has to guess. Who reads an element to which an end
 * is missing gets {@link Cut}, moves the window on, and begins again at the start of the element.
 */
final class XmlBytes {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Says that the window ends within an element. */
    static final class Cut extends Exception {

        private static final long serialVersionUID = 1;

        private Cut() {
            super(null, null, false, false);
        }
    }

    private static final int STEP = 1 << 15;
    private static final int LARGEST = 1 << 21;
    /** Behind the end stand a bracket, at which every search stops, and what no grammar allows. */
    private static final int MARGIN = 16;

    private final InputStream in;
    /** What every method reads, and where: they are the state of one scanner, not of a thing with a meaning of its own. */
    byte[] bytes = new byte[4 * STEP + MARGIN];

    int at;
    private int end;
    /** What begins before this place is whole in the window; -1 where nobody has looked yet. */
    private int wholeTo = -1;

    private boolean ended;
    private char[] letters = new char[1024];

    XmlBytes(InputStream in) {
        this.in = in;
        mark();
    }

    private void mark() {
        bytes[end] = '<';
        Arrays.fill(bytes, end + 1, end + MARGIN, (byte) 0);
    }

    /** Moves the window on, so that it begins here and has more at its end. */
    void more() throws IOException, Unfamiliar {
        if (ended) {
            throw new Unfamiliar();
        }
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
        wholeTo = -1;
        if (end + STEP + MARGIN > bytes.length) {
            if (bytes.length > LARGEST) {
                throw new Unfamiliar();
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, end, bytes.length - MARGIN - end);
        if (read < 0) {
            ended = true;
        } else {
            end += read;
        }
        mark();
    }

    /**
     * Moves the window on where the element that begins here with this tag has its end beyond it. Reading would find that out
     * too, each time in another place, and code that was compiled for what never happens is compiled anew each time it does.
     */
    void whole(byte[] tag, byte[] endTag) throws IOException, Unfamiliar {
        while (at >= wholeTo && !ended && isAt(at, tag) && !isEmptyElement()) {
            if (wholeTo < 0) {
                wholeTo = lastOf(endTag);
            } else {
                more();
            }
        }
    }

    private int lastOf(byte[] tag) {
        int p = end - tag.length;
        while (p > 0 && !isAt(p, tag)) {
            p--;
        }
        return Math.max(0, p);
    }

    private boolean isEmptyElement() {
        int p = at;
        while (p < end && bytes[p] != '>') {
            p++;
        }
        return p < end && bytes[p - 1] == '/';
    }

    /**
     * What stands before the first tag of that name, which is then where the window begins.
     *
     * @throws Unfamiliar where it is in another encoding, or far away
     */
    byte[] head(String name) throws IOException, Unfamiliar {
        byte[] tag = ("<" + name).getBytes(StandardCharsets.US_ASCII);
        int from = 0;
        while (true) {
            more();
            for (; from + tag.length < end; from++) {
                if (bytes[from] == '<' && isAt(from, tag) && isNameEnd(bytes[from + tag.length])) {
                    at = from;
                    byte[] head = Arrays.copyOf(bytes, from);
                    if (!Xml.isUtf8(head)) {
                        throw new Unfamiliar();
                    }
                    return head;
                }
            }
        }
    }

    /** All that stands from here on. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, at, end - at), in);
    }

    /** Of what is no longer than the margin it may be asked of every place in the window. */
    boolean isAt(int from, byte[] what) {
        for (int i = 0; i < what.length; i++) {
            if (bytes[from + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** Eight bytes at once, for comparing, of which the first is the lowest. */
    static long eight(byte[] bytes, int from) {
        return (long) EIGHT.get(bytes, from);
    }

    static boolean isNameEnd(byte b) {
        return b == '>' || b == ' ' || b == '/' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Never returns: the window ends here, or it holds something unknown. */
    Unfamiliar strange(int where) throws Cut, Unfamiliar {
        if (where >= end && !ended) {
            throw new Cut();
        }
        throw new Unfamiliar();
    }

    void space() {
        int p = at;
        while (bytes[p] == ' ' || bytes[p] == '\n' || bytes[p] == '\r' || bytes[p] == '\t') {
            p++;
        }
        at = p;
    }

    /** Goes behind the tag or the part of one that stands here, or does not move. */
    boolean skips(byte[] what) throws Cut {
        if (at + what.length >= end && !ended) {
            throw new Cut();
        }
        if (at + what.length > bytes.length || !isAt(at, what)) {
            return false;
        }
        at += what.length;
        return true;
    }

    void expect(byte[] what) throws Cut, Unfamiliar {
        if (!skips(what)) {
            throw strange(at);
        }
    }

    /** Goes behind the end of a tag in which only attributes are left, of which none matters; true where it is empty. */
    boolean restOfTag() throws Cut, Unfamiliar {
        while (true) {
            int name = attribute();
            if (name < 0) {
                return tagEnd();
            }
            value();
        }
    }

    /** Goes to the equals sign of the next attribute, and tells where its name begins; -1 where the tag has no more. */
    int attribute() throws Cut, Unfamiliar {
        space();
        int p = at;
        if (bytes[p] == '>' || bytes[p] == '/') {
            return -1;
        }
        int start = p;
        while (isNameByte(bytes[p])) {
            p++;
        }
        if (p == start || bytes[p] != '=') {
            throw strange(p);
        }
        at = p;
        return start;
    }

    private static boolean isNameByte(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == ':'
                || b == '_'
                || b == '-'
                || b == '.';
    }

    /** Goes from the equals sign behind the value, and tells where it begins; it ends one byte before. */
    int value() throws Cut, Unfamiliar {
        byte quote = bytes[at + 1];
        if (quote != '"' && quote != '\'') {
            throw strange(at + 1);
        }
        int start = at + 2;
        int p = start;
        while (bytes[p] != quote) {
            byte b = bytes[p];
            if (b < ' ' || b == '<' || b == '&') {
                throw strange(p);
            }
            p++;
        }
        at = p + 1;
        return start;
    }

    /** Goes behind the end of the tag; true where the element is empty. */
    boolean tagEnd() throws Cut, Unfamiliar {
        if (bytes[at] == '>') {
            at++;
            return false;
        }
        if (bytes[at] == '/' && bytes[at + 1] == '>') {
            at += 2;
            return true;
        }
        throw strange(bytes[at] == '/' ? at + 1 : at);
    }

    /** Goes to the next bracket. */
    void toTag() {
        int p = at;
        while (bytes[p] != '<') {
            p++;
        }
        at = p;
    }

    /** Goes behind the next tag that is written so. */
    void skipBehind(byte[] tag) throws Cut, Unfamiliar {
        toTag();
        while (!skips(tag)) {
            if (at >= end) {
                throw strange(at);
            }
            at++;
            toTag();
        }
    }

    /** True where the attribute whose name and value these are has that name; a prefix makes it unfamiliar. */
    boolean isNamed(int name, int equals, String what) throws Unfamiliar {
        int length = equals - name;
        if (length < what.length()) {
            return false;
        }
        for (int i = 0; i < what.length(); i++) {
            if (bytes[equals - what.length() + i] != what.charAt(i)) {
                return false;
            }
        }
        if (length > what.length() && bytes[equals - what.length() - 1] == ':') {
            throw new Unfamiliar();
        }
        return length == what.length();
    }

    boolean isFlag(int from, int to) {
        return switch (to - from) {
            case 1 -> bytes[from] == '1';
            case 2 -> bytes[from] == 'o' && bytes[from + 1] == 'n';
            case 4 -> new String(bytes, from, 4, StandardCharsets.ISO_8859_1).equals("true");
            default -> false;
        };
    }

    /** The whole number written in these bytes, of nine digits at most. */
    int digits(int from, int to) throws Unfamiliar {
        if (to - from > 9 || to <= from) {
            throw new Unfamiliar();
        }
        int number = 0;
        for (int p = from; p < to; p++) {
            int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                throw new Unfamiliar();
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The text that these bytes stand for, as a parser would hand it out. */
    String text(int from, int to) throws Unfamiliar {
        byte[] source = bytes;
        if (letters.length < to - from) {
            letters = new char[2 * (to - from)];
        }
        char[] into = letters;
        int size = 0;
        int p = from;
        while (p < to) {
            int b = source[p++];
            if (b >= ' ' && b != '&' && b != ']') {
                into[size++] = (char) b;
            } else if ((b & 0xE0) == 0xC0 && b >= (byte) 0xC2) {
                into[size++] = (char) ((b & 0x1F) << 6 | continued(p++, to));
            } else if (b == '&') {
                int semicolon = p;
                while (semicolon < to && source[semicolon] != ';') {
                    semicolon++;
                }
                int character = reference(p, semicolon, to);
                size += Character.toChars(character, into, size);
                p = semicolon + 1;
            } else if (b == '\r') {
                into[size++] = '\n';
                p += p < to && source[p] == '\n' ? 1 : 0;
            } else if (b == '\n' || b == '\t') {
                into[size++] = (char) b;
            } else if (b == ']') {
                if (p + 1 < to && source[p] == ']' && source[p + 1] == '>') {
                    throw new Unfamiliar();
                }
                into[size++] = ']';
            } else if ((b & 0xF0) == 0xE0) {
                int character = (b & 0x0F) << 12 | continued(p, to) << 6 | continued(p + 1, to);
                if (character < 0x800 || Character.isSurrogate((char) character) || character > 0xFFFD) {
                    throw new Unfamiliar();
                }
                into[size++] = (char) character;
                p += 2;
            } else if ((b & 0xF8) == 0xF0) {
                int character =
                        (b & 0x07) << 18 | continued(p, to) << 12 | continued(p + 1, to) << 6 | continued(p + 2, to);
                if (!Character.isSupplementaryCodePoint(character)) {
                    throw new Unfamiliar();
                }
                size += Character.toChars(character, into, size);
                p += 3;
            } else {
                throw new Unfamiliar();
            }
        }
        return new String(into, 0, size);
    }

    private int continued(int p, int to) throws Unfamiliar {
        if (p >= to || (bytes[p] & 0xC0) != 0x80) {
            throw new Unfamiliar();
        }
        return bytes[p] & 0x3F;
    }

    /** The character that a reference means, without its ampersand and semicolon. */
    private int reference(int from, int semicolon, int to) throws Unfamiliar {
        if (semicolon >= to || semicolon - from > 9 || semicolon == from) {
            throw new Unfamiliar();
        }
        if (bytes[from] == '#') {
            boolean hex = bytes[from + 1] == 'x';
            int character = 0;
            int first = from + (hex ? 2 : 1);
            for (int p = first; p < semicolon; p++) {
                int digit = Character.digit((char) (bytes[p] & 0xFF), hex ? 16 : 10);
                if (digit < 0 || bytes[p] < 0) {
                    throw new Unfamiliar();
                }
                character = character * (hex ? 16 : 10) + digit;
            }
            boolean allowed = character >= ' '
                    ? character <= 0xFFFD && !Character.isSurrogate((char) character)
                            || Character.isSupplementaryCodePoint(character)
                    : character == '\n' || character == '\r' || character == '\t';
            if (first == semicolon || !allowed) {
                throw new Unfamiliar();
            }
            return character;
        }
        return switch (new String(bytes, from, semicolon - from, StandardCharsets.ISO_8859_1)) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw new Unfamiliar();
        };
    }
}
