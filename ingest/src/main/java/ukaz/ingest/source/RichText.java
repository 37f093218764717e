package ukaz.ingest.source;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ukaz.ingest.source.Limits.Limit;

/** Reads the text of an OOXML string, its runs joined, the furigana left out. */
final class RichText {

    private final Limits limits;
    private final Origin origin;
    private final StringBuilder text = new StringBuilder();
    private boolean struck;

    RichText(Limits limits, Origin origin) {
        this.limits = limits;
        this.origin = origin;
    }

    /** Reads the element whose start was read last ({@code si}, {@code is}, {@code text}) and goes behind its end. */
    String read(XMLStreamReader xml) throws XMLStreamException, IOException {
        text.setLength(0);
        struck = false;
        boolean runStruck = false;
        for (int depth = 1; depth > 0; ) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "t" -> {
                        int before = text.length();
                        // an escape is seven characters for one
                        Xml.text(xml, text, Escapes.LONGEST, limits, origin);
                        struck |= runStruck && text.length() > before;
                    }
                    case "rPh" -> Xml.skip(xml);
                    case "r" -> {
                        runStruck = false;
                        depth++;
                    }
                    case "strike" -> {
                        runStruck =
                                !"0".equals(Xml.attribute(xml, "val")) && !"false".equals(Xml.attribute(xml, "val"));
                        depth++;
                    }
                    default -> depth++;
                }
            }
        }
        return checked(Escapes.decoded(text.toString()), limits, origin);
    }

    static String checked(String decoded, Limits limits, Origin origin) throws SourceException {
        if (decoded.length() > limits.maxCellChars()) {
            throw origin.tooLarge(Limit.CELL_LENGTH, decoded.length(), limits.maxCellChars());
        }
        return decoded;
    }

    /** True where a run of the string read last is struck through. */
    boolean struck() {
        return struck;
    }
}
