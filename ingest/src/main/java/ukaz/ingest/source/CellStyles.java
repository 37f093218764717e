package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** What the reader needs to know of the formats of cells: which are dates, which are struck through. */
final class CellStyles {

    private static final int MAX_STYLES = 1 << 20;
    private static final int MAX_FORMATS = 1 << 14;

    private final Map<Integer, String> formats = new HashMap<>();
    private final BitSet struckFonts = new BitSet();
    private int fonts;
    private final BitSet dates = new BitSet();
    private final BitSet struck = new BitSet();
    private boolean anyStruck;
    private int styles;

    boolean isDate(int style) {
        return style >= 0 && dates.get(style);
    }

    boolean isStruck(int style) {
        return anyStruck && style >= 0 && struck.get(style);
    }

    boolean isStruckFont(int font) {
        return font >= 0 && struckFonts.get(font);
    }

    void addFormat(int id, String code) throws IOException {
        // Excel allows 255 characters
        if (code.length() > 4000 || formats.put(id, code) == null && formats.size() > MAX_FORMATS) {
            throw new IOException("too many formats");
        }
    }

    void addFont(boolean isStruck) throws IOException {
        if (isStruck) {
            struckFonts.set(fonts);
        }
        if (++fonts > MAX_STYLES) {
            throw new IOException("too many fonts");
        }
    }

    void addStyle(int format, int font) throws IOException {
        String code = formats.get(format);
        if (code == null && format >= 0 && format < BuiltinFormats.getAll().length) {
            code = BuiltinFormats.getBuiltinFormat(format);
        }
        if (DateUtil.isADateFormat(format, code)) {
            dates.set(styles);
        }
        if (font >= 0 && struckFonts.get(font)) {
            struck.set(styles);
            anyStruck = true;
        }
        if (++styles > MAX_STYLES) {
            throw new IOException("too many styles");
        }
    }

    /** Reads {@code styles.xml}. */
    static CellStyles read(InputStream in) throws XMLStreamException, IOException {
        CellStyles read = new CellStyles();
        XMLStreamReader xml = Xml.open(in);
        while (Xml.nextElement(xml)) {
            switch (xml.getLocalName()) {
                case "numFmt" -> {
                    String code = Xml.attribute(xml, "formatCode");
                    int id = Xml.number(Xml.attribute(xml, "numFmtId"), -1);
                    if (code != null && id >= 0) {
                        read.addFormat(id, code);
                    }
                }
                case "fonts" -> read.readFonts(xml);
                case "cellXfs" -> read.readStyles(xml);
                case "dxfs", "cellStyleXfs" -> Xml.skip(xml);
                default -> {}
            }
        }
        return read;
    }

    private void readFonts(XMLStreamReader xml) throws XMLStreamException, IOException {
        boolean isStruck = false;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "font" -> isStruck = false;
                    case "strike" -> isStruck = Xml.attribute(xml, "val") == null || Xml.flag(xml, "val");
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("font")) {
                    addFont(isStruck);
                } else if (xml.getLocalName().equals("fonts")) {
                    return;
                }
            }
        }
    }

    private void readStyles(XMLStreamReader xml) throws XMLStreamException, IOException {
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("xf")) {
                addStyle(Xml.number(Xml.attribute(xml, "numFmtId"), 0), Xml.number(Xml.attribute(xml, "fontId"), -1));
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("cellXfs")) {
                return;
            }
        }
    }
}
