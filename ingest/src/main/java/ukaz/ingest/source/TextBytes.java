package ukaz.ingest.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ukaz.ingest.source.SheetRows.Unfamiliar;

/** Reads the text of an OOXML string from bytes, as {@link RichText} does from a parser. */
final class TextBytes {

    private static final byte[] TEXT = SheetBytes.ascii("<t");
    private static final byte[] TEXT_END = SheetBytes.ascii("</t>");
    private static final byte[] PHONETIC_END = SheetBytes.ascii("</rPh>");
    private static final byte[] INLINE_END = SheetBytes.ascii("</is>");
    private static final byte[] ITEM_END = SheetBytes.ascii("</si>");

    private final XmlBytes xml;
    private final Limits limits;
    private final Origin origin;
    private final StringBuilder runs = new StringBuilder();
    private int from;
    private int to;
    private boolean struck;

    TextBytes(XmlBytes xml, Limits limits, Origin origin) {
        this.xml = xml;
        this.limits = limits;
        this.origin = origin;
    }

    /**
     * Goes behind the string whose first tag was read last if it is a single text, which then stands between {@link #from}
     * and {@link #to}; else does not move.
     */
    boolean readsPlain() throws XmlBytes.Cut, Unfamiliar {
        int start = xml.at;
        if (xml.skips(TEXT) && XmlBytes.isNameEnd(xml.bytes[xml.at]) && !xml.restOfTag()) {
            from = xml.at;
            xml.toTag();
            to = xml.at;
            if (xml.skips(TEXT_END) && (xml.skips(INLINE_END) || xml.skips(ITEM_END))) {
                return true;
            }
        }
        xml.at = start;
        return false;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The text of these bytes, its escapes read. */
    String text(int begin, int end) throws SourceException, Unfamiliar {
        return RichText.checked(Escapes.decoded(raw(begin, end)), limits, origin);
    }

    /** The text of these bytes as it is; one that is far too long is left to the parser. */
    String raw(int begin, int end) throws Unfamiliar {
        String text = xml.text(begin, end);
        if (text.length() > (long) Escapes.LONGEST * limits.maxCellChars()) {
            throw new Unfamiliar();
        }
        return text;
    }

    /** Reads the string whose first tag was read last, its runs joined, the furigana left out, and goes behind its end. */
    String read() throws IOException, XmlBytes.Cut, Unfamiliar {
        runs.setLength(0);
        struck = false;
        boolean runStruck = false;
        for (int depth = 1; depth > 0; ) {
            xml.space();
            int tag = xml.at;
            if (xml.bytes[tag] != '<') {
                throw xml.strange(tag);
            }
            boolean end = xml.bytes[tag + 1] == '/';
            String name = name(end ? tag + 2 : tag + 1);
            if (end) {
                if (xml.bytes[xml.at] != '>') {
                    throw xml.strange(xml.at);
                }
                xml.at++;
                depth--;
                continue;
            }
            boolean off = false;
            for (int attribute = xml.attribute(); attribute >= 0; attribute = xml.attribute()) {
                int equals = xml.at;
                int value = xml.value();
                if (xml.isNamed(attribute, equals, "val")) {
                    String said = new String(xml.bytes, value, xml.at - 1 - value, StandardCharsets.ISO_8859_1);
                    off = said.equals("0") || said.equals("false");
                }
            }
            boolean empty = xml.tagEnd();
            switch (name) {
                case "t" -> {
                    if (!empty) {
                        int begin = xml.at;
                        xml.toTag();
                        int finish = xml.at;
                        xml.expect(TEXT_END);
                        String text = raw(begin, finish);
                        if (runs.length() + text.length() > (long) Escapes.LONGEST * limits.maxCellChars()) {
                            throw new Unfamiliar();
                        }
                        runs.append(text);
                        struck |= runStruck && !text.isEmpty();
                    }
                }
                case "rPh" -> {
                    if (!empty) {
                        xml.skipBehind(PHONETIC_END);
                    }
                }
                default -> {
                    if (name.equals("r")) {
                        runStruck = false;
                    } else if (name.equals("strike")) {
                        runStruck = !off;
                    }
                    depth += empty ? 0 : 1;
                }
            }
        }
        return RichText.checked(Escapes.decoded(runs.toString()), limits, origin);
    }

    private String name(int start) throws XmlBytes.Cut, Unfamiliar {
        int p = start;
        while (xml.bytes[p] >= 'A' && xml.bytes[p] <= 'Z'
                || xml.bytes[p] >= 'a' && xml.bytes[p] <= 'z'
                || xml.bytes[p] >= '0' && xml.bytes[p] <= '9') {
            p++;
        }
        if (!XmlBytes.isNameEnd(xml.bytes[p]) || p == start) {
            throw xml.strange(p);
        }
        xml.at = p;
        return new String(xml.bytes, start, p - start, StandardCharsets.ISO_8859_1);
    }

    /** True where a run of the string read last is struck through. */
    boolean struck() {
        return struck;
    }
}
