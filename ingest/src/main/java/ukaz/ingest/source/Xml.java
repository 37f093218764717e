package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/** XML from outside, read forward: no DTD, no entity, no depth, and elements known by local name alone. */
final class Xml {

    private static final int DECLARATION = 200;
    private static final XMLInputFactory FACTORY = hardened();

    private Xml() {}

    private static XMLInputFactory hardened() {
        // the JDK's own, whose limits are known, whatever else is on the class path
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", "256");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity refused");
        });
        return factory;
    }

    /** Decodes the bytes here, because the JDK's parser writes what it thinks of broken ones to the console. */
    static XMLStreamReader open(InputStream in) throws XMLStreamException, IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, DECLARATION);
        byte[] start = new byte[DECLARATION];
        int length = bytes.readNBytes(start, 0, start.length);
        bytes.unread(start, 0, length);
        CharsetDecoder decoder = charset(start, length)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader text = new InputStreamReader(bytes, decoder);
        if (length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            bytes.skipNBytes(3);
        }
        return FACTORY.createXMLStreamReader(text);
    }

    /** True where a part that begins so is in UTF-8. */
    static boolean isUtf8(byte[] head) {
        try {
            return charset(head, Math.min(head.length, DECLARATION)).equals(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static Charset charset(byte[] start, int length) throws XMLStreamException {
        if (length >= 4 && (start[0] == 0 || start[1] == 0 || start[0] == (byte) 0xFE || start[0] == (byte) 0xFF)) {
            boolean little = start[0] == (byte) 0xFF || start[1] == 0;
            boolean marked = start[0] == (byte) 0xFE || start[0] == (byte) 0xFF;
            return marked ? StandardCharsets.UTF_16 : little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        }
        String declaration = new String(start, 0, length, StandardCharsets.ISO_8859_1);
        int end = declaration.startsWith("<?xml") ? declaration.indexOf("?>") : -1;
        int name = end < 0 ? -1 : declaration.lastIndexOf("encoding", end);
        if (name < 0) {
            return StandardCharsets.UTF_8;
        }
        int quote = name + 8;
        while (quote < end && declaration.charAt(quote) != '"' && declaration.charAt(quote) != '\'') {
            quote++;
        }
        int close = declaration.indexOf(declaration.charAt(quote), quote + 1);
        try {
            return Charset.forName(declaration.substring(quote + 1, close));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new XMLStreamException("unknown encoding", e);
        }
    }

    /** The next start of an element, or false at the end of the document. */
    static boolean nextElement(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("document type declaration refused");
        }
        return event;
    }

    /** Goes behind the end of the element whose start was read last. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /**
     * The same for an element that nobody knows.
     *
     * @throws IOException where such an element of that namespace stands in it: what it says would be lost in silence
     */
    static void skipUnknown(XMLStreamReader xml, @Nullable String namespace, Set<String> telling)
            throws IOException, XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                refuse(xml, namespace, telling);
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** Refuses the element whose start was read last where it is one of these. */
    static void refuse(XMLStreamReader xml, @Nullable String namespace, Set<String> telling) throws IOException {
        if (telling.contains(xml.getLocalName()) && Objects.equals(xml.getNamespaceURI(), namespace)) {
            throw new IOException(xml.getLocalName() + " out of place");
        }
    }

    /**
     * Appends the text of the element whose start was read last, nested elements left out, and goes behind its end.
     *
     * @param written how many characters may stand for one of the cell
     */
    static void text(XMLStreamReader xml, StringBuilder into, int written, Limits limits, Origin origin)
            throws XMLStreamException, SourceException {
        while (true) {
            int event = next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                skip(xml);
            } else if (isText(event)) {
                append(xml, into, written, limits, origin);
            }
        }
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    static void append(XMLStreamReader xml, StringBuilder into, int written, Limits limits, Origin origin)
            throws SourceException {
        int length = xml.getTextLength();
        if (into.length() + length > (long) written * limits.maxCellChars()) {
            throw origin.tooLarge(Limit.CELL_LENGTH, into.length() + length, limits.maxCellChars());
        }
        into.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    /** The attribute of that local name, whatever its namespace. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    static boolean flag(XMLStreamReader xml, String name) {
        String value = attribute(xml, name);
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    static int number(@Nullable String digits, int otherwise) {
        if (digits == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
