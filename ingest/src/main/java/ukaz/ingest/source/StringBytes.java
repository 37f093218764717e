package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import ukaz.ingest.source.SheetRows.Unfamiliar;

/** Reads the shared strings of a workbook from their bytes into the pool. */
final class StringBytes {

    private static final byte[] ITEM = SheetBytes.ascii("<si");
    private static final byte[] ITEM_END = SheetBytes.ascii("</si>");
    private static final byte[] END = SheetBytes.ascii("</sst>");

    private StringBytes() {}

    /** Adds the strings, as far as they are written as usual. */
    static void read(InputStream in, TextPool into, Limits limits, Origin origin) throws IOException, Unfamiliar {
        XmlBytes xml = new XmlBytes(in);
        TextBytes text = new TextBytes(xml, limits, origin);
        xml.head("si");
        while (true) {
            xml.space();
            xml.whole(ITEM, ITEM_END);
            int start = xml.at;
            try {
                if (!xml.skips(ITEM)) {
                    xml.expect(END);
                    return;
                }
                if (xml.restOfTag()) {
                    into.add("", false);
                } else if (text.readsPlain()) {
                    into.add(text.text(text.from(), text.to()), false);
                } else {
                    String read = text.read();
                    into.add(read, text.struck());
                }
            } catch (XmlBytes.Cut cut) {
                xml.at = start;
                xml.more();
            }
        }
    }
}
