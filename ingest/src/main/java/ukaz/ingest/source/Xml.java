package ukaz.ingest.source;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/** XML from outside, read forward: no DTD, no entity, no depth, and elements known by local name alone. */
final class Xml {

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

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
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

    /** Appends the text of the element whose start was read last, nested elements left out, and goes behind its end. */
    static void text(XMLStreamReader xml, StringBuilder into, int maxChars, Origin origin)
            throws XMLStreamException, SourceException {
        while (true) {
            int event = next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                skip(xml);
            } else if (isText(event)) {
                append(xml, into, maxChars, origin);
            }
        }
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    static void append(XMLStreamReader xml, StringBuilder into, int maxChars, Origin origin) throws SourceException {
        int length = xml.getTextLength();
        if (into.length() + length > maxChars) {
            throw origin.tooLarge(Limit.CELL_LENGTH, into.length() + length, maxChars);
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
