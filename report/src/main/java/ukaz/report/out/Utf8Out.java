package ukaz.report.out;

import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes text as UTF-8 through one buffer, without an object for each piece; not thread-safe. */
public final class Utf8Out implements Closeable, Flushable {

    private static final int SIZE = 1 << 16;
    /** The most bytes one character, escaped, can take. */
    private static final int ROOM = 16;

    /** The ASCII characters that are written as they are in each kind of text. */
    private static final boolean[] ANY = plain("");

    private static final boolean[] XML = plain("<>&\"");
    private static final boolean[] XML_TEXT = plain("<>&");
    private static final boolean[] JSON = plain("\"\\");
    private static final boolean[] JSON_IN_PAGE = plain("\"\\<>&");

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private final byte[] digits = new byte[20];
    private int length;

    public Utf8Out(OutputStream out) {
        this.out = out;
    }

    public Utf8Out put(byte[] bytes) throws IOException {
        return put(bytes, 0, bytes.length);
    }

    public Utf8Out put(byte[] bytes, int from, int count) throws IOException {
        if (count > SIZE - length) {
            flushBuffer();
            if (count > SIZE) {
                out.write(bytes, from, count);
                return this;
            }
        }
        System.arraycopy(bytes, from, buffer, length, count);
        length += count;
        return this;
    }

    public Utf8Out put(char ascii) throws IOException {
        room();
        buffer[length++] = (byte) ascii;
        return this;
    }

    private static boolean[] plain(String escaped) {
        boolean[] plain = new boolean[0x80];
        for (char c = ' '; c < plain.length; c++) {
            plain[c] = escaped.indexOf(c) < 0;
        }
        return plain;
    }

    /** Text that needs no escaping. */
    public Utf8Out put(String text) throws IOException {
        for (int i = run(text, 0, ANY); i < text.length(); i = run(text, i + 1, ANY)) {
            room();
            i = put(text, i);
        }
        return this;
    }

    /** Puts characters as they are, up to one that needs a look, and answers the index of that one. */
    private int run(String text, int from, boolean[] plain) throws IOException {
        int size = text.length();
        int i = from;
        while (i < size) {
            room();
            int end = Math.min(size, i + (SIZE - length) / 3);
            int at = length;
            char c = 0;
            for (; i < end; i++) {
                c = text.charAt(i);
                if (c < 0x80) {
                    if (!plain[c]) {
                        break;
                    }
                    buffer[at++] = (byte) c;
                } else if (c < 0x800) {
                    buffer[at++] = (byte) (0xC0 | c >> 6);
                    buffer[at++] = (byte) (0x80 | c & 0x3F);
                } else if (c < 0xD800 && c != '\u2028' && c != '\u2029') {
                    buffer[at++] = (byte) (0xE0 | c >> 12);
                    buffer[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                    buffer[at++] = (byte) (0x80 | c & 0x3F);
                } else {
                    break;
                }
            }
            length = at;
            if (i < end) {
                return i;
            }
        }
        return size;
    }

    public Utf8Out put(long number) throws IOException {
        if (number < 0) {
            return put(Long.toString(number));
        }
        int at = digits.length;
        long rest = number;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return put(digits, at, digits.length - at);
    }

    /** Text as a JSON string, its quotation marks included. */
    public Utf8Out json(String text) throws IOException {
        return json(text, false);
    }

    /** The same with {@code <}, {@code >} and {@code &} escaped, so that it may stand inside an HTML page. */
    public Utf8Out jsonInPage(String text) throws IOException {
        return json(text, true);
    }

    private Utf8Out json(String text, boolean inPage) throws IOException {
        boolean[] plain = inPage ? JSON_IN_PAGE : JSON;
        put('"');
        for (int i = run(text, 0, plain); i < text.length(); i = run(text, i + 1, plain)) {
            room();
            char c = text.charAt(i);
            boolean markup = inPage && (c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029');
            if (c >= ' ' && c != '"' && c != '\\' && !markup) {
                i = put(text, i);
            } else {
                jsonEscape(c);
            }
        }
        return put('"');
    }

    private void jsonEscape(char c) {
        buffer[length++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[length++] = (byte) c;
            case '\n' -> buffer[length++] = 'n';
            case '\r' -> buffer[length++] = 'r';
            case '\t' -> buffer[length++] = 't';
            default -> {
                buffer[length++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    buffer[length++] = HEX[c >> shift & 0xF];
                }
            }
        }
    }

    /** Text inside an XML element or attribute; what XML cannot hold is replaced by U+FFFD. */
    public Utf8Out xml(String text) throws IOException {
        return xml(text, XML);
    }

    /** Text inside an XML element, where quotation marks are as good as any character. */
    public Utf8Out xmlText(String text) throws IOException {
        return xml(text, XML_TEXT);
    }

    private Utf8Out xml(String text, boolean[] plain) throws IOException {
        for (int i = run(text, 0, plain); i < text.length(); i = run(text, i + 1, plain)) {
            room();
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escape("&lt;");
                case '>' -> escape("&gt;");
                case '&' -> escape("&amp;");
                case '"' -> escape("&quot;");
                case '\n' -> escape("&#10;");
                case '\r' -> escape("&#13;");
                case '\t' -> escape("&#9;");
                default -> {
                    if (c < ' ' || c == '\uFFFE' || c == '\uFFFF') {
                        encode('\uFFFD');
                    } else {
                        i = put(text, i);
                    }
                }
            }
        }
        return this;
    }

    /** Text as it stands inside an element or attribute of XML or HTML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Short ASCII that needs no escaping. */
    public Utf8Out ascii(String text) throws IOException {
        if (text.length() > SIZE - length) {
            flushBuffer();
        }
        escape(text);
        return this;
    }

    @SuppressWarnings("deprecation") // copies ASCII without an encoder
    private void escape(String ascii) {
        ascii.getBytes(0, ascii.length(), buffer, length);
        length += ascii.length();
    }

    /** Puts the character at the index, and the second half of a pair with it; answers the index of the last one put. */
    private int put(String text, int index) {
        char c = text.charAt(index);
        if (c < 0x80) {
            buffer[length++] = (byte) c;
            return index;
        }
        if (!Character.isSurrogate(c)) {
            encode(c);
            return index;
        }
        if (Character.isHighSurrogate(c)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1))) {
            int point = Character.toCodePoint(c, text.charAt(index + 1));
            buffer[length++] = (byte) (0xF0 | point >> 18);
            buffer[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            buffer[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            buffer[length++] = (byte) (0x80 | point & 0x3F);
            return index + 1;
        }
        encode('\uFFFD');
        return index;
    }

    private void encode(char c) {
        if (c < 0x800) {
            buffer[length++] = (byte) (0xC0 | c >> 6);
        } else {
            buffer[length++] = (byte) (0xE0 | c >> 12);
            buffer[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        buffer[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void room() throws IOException {
        if (length > SIZE - ROOM) {
            flushBuffer();
        }
    }

    private void flushBuffer() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }

    /** Hands everything on to the stream below. */
    @Override
    public void flush() throws IOException {
        flushBuffer();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flushBuffer();
        }
    }
}
