package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a worksheet by a parser, whatever XML they are written in. */
final class SheetXml implements SheetRows {

    /** A sheet of old macros is laid out as any other. */
    private static final Set<String> ROOTS = Set.of("worksheet", "macrosheet");
    /** Outside of the place for rows they are read by nobody. */
    private static final Set<String> OF_SHEETS = Set.of("sheetData", "row");

    private static final Set<String> OF_ROWS = Set.of("row", "c", "v", "is");

    private final InputStream in;
    private final RowCells cells;
    private final CellStyles styles;
    private final TextPool strings;
    private final boolean date1904;
    private final Limits limits;
    private final Origin origin;
    private final RichText rich;
    private final StringBuilder value = new StringBuilder();
    private final @Nullable String namespace;
    private @Nullable XMLStreamReader xml;
    private int rowNumber;
    private boolean rowHidden;

    SheetXml(
            InputStream in,
            RowCells cells,
            CellStyles styles,
            TextPool strings,
            boolean date1904,
            Limits limits,
            Origin origin)
            throws IOException, XMLStreamException {
        this.in = in;
        this.cells = cells;
        this.styles = styles;
        this.strings = strings;
        this.date1904 = date1904;
        this.limits = limits;
        this.origin = origin;
        this.rich = new RichText(limits, origin);
        XMLStreamReader rows = data(in, cells);
        this.xml = rows;
        this.namespace = rows.getNamespaceURI();
    }

    /** Opens a part and goes to its rows, noting which columns are hidden; a worksheet always has a place for rows. */
    static XMLStreamReader data(InputStream in, RowCells cells) throws IOException, XMLStreamException {
        XMLStreamReader opened = Xml.open(in);
        if (Xml.nextElement(opened) && !ROOTS.contains(opened.getLocalName())) {
            throw new IOException("no worksheet but " + opened.getLocalName());
        }
        String namespace = opened.getNamespaceURI();
        while (Xml.nextElement(opened)) {
            String name = opened.getLocalName();
            if (name.equals("sheetData")) {
                return opened;
            } else if (name.equals("col") && Xml.flag(opened, "hidden")) {
                cells.hideColumns(
                        Xml.number(Xml.attribute(opened, "min"), 1) - 1,
                        Xml.number(Xml.attribute(opened, "max"), 1) - 1);
            }
            Xml.refuse(opened, namespace, OF_SHEETS);
        }
        throw new IOException("a worksheet without rows");
    }

    /** Reads a worksheet to its end from behind its rows; more of them, or another place for rows, is damage. */
    static void behind(XMLStreamReader rows) throws IOException, XMLStreamException {
        String namespace = rows.getNamespaceURI();
        while (Xml.nextElement(rows)) {
            Xml.refuse(rows, namespace, OF_SHEETS);
        }
    }

    @Override
    public int number() {
        return rowNumber;
    }

    @Override
    public boolean hidden() {
        return rowHidden;
    }

    @Override
    public boolean next() throws IOException, XMLStreamException {
        XMLStreamReader rows = xml;
        while (rows != null) {
            int event = Xml.next(rows);
            if (event == XMLStreamConstants.END_ELEMENT && rows.getLocalName().equals("sheetData")) {
                behind(rows);
                xml = null;
                return false;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (rows.getLocalName().equals("row")) {
                    readRow(rows);
                    return true;
                }
                Xml.refuse(rows, namespace, OF_ROWS);
                Xml.skipUnknown(rows, namespace, OF_ROWS);
            }
        }
        return false;
    }

    private void readRow(XMLStreamReader row) throws IOException, XMLStreamException {
        int before = rowNumber;
        rowNumber = Xml.number(Xml.attribute(row, "r"), before + 1);
        origin.at(rowNumber);
        if (rowNumber <= before) {
            throw origin.unreadable("damaged");
        } else if (rowNumber > limits.maxRows()) {
            throw origin.tooLarge(Limits.Limit.ROWS, rowNumber, limits.maxRows());
        }
        rowHidden = Xml.flag(row, "hidden");
        readCells(row);
    }

    private void readCells(XMLStreamReader row) throws IOException, XMLStreamException {
        int column = -1;
        while (true) {
            int event = Xml.next(row);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (row.getLocalName().equals("c")) {
                    column = readCell(row, column + 1);
                } else {
                    Xml.refuse(row, namespace, OF_ROWS);
                    Xml.skipUnknown(row, namespace, OF_ROWS);
                }
            }
        }
    }

    /** Reads a cell; returns its column, which is the one next to the cell before where the file does not say. */
    private int readCell(XMLStreamReader row, int nextColumn) throws IOException, XMLStreamException {
        int column = nextColumn;
        int style = -1;
        String type = "n";
        for (int i = 0; i < row.getAttributeCount(); i++) {
            String attribute = row.getAttributeLocalName(i);
            if (attribute.length() == 1) {
                switch (attribute.charAt(0)) {
                    case 'r' -> {
                        int written = CellAddress.column(row.getAttributeValue(i));
                        column = written < 0 ? nextColumn : written;
                    }
                    case 's' -> style = Xml.number(row.getAttributeValue(i), -1);
                    case 't' -> type = row.getAttributeValue(i);
                    default -> {}
                }
            }
        }
        boolean formula = false;
        String inline = null;
        boolean inlineStruck = false;
        value.setLength(0);
        while (true) {
            int event = Xml.next(row);
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (row.getLocalName()) {
                    case "v" -> Xml.text(row, value, Escapes.LONGEST, limits, origin);
                    case "f" -> {
                        formula = true;
                        Xml.skip(row);
                    }
                    case "is" -> {
                        inline = rich.read(row);
                        inlineStruck = rich.struck();
                    }
                    default -> Xml.skipUnknown(row, namespace, OF_ROWS);
                }
            }
        }
        boolean struck = styles.isStruck(style);
        if (inline != null && value.length() == 0) {
            addText(column, SourceCell.Kind.TEXT, inline, formula, struck || inlineStruck);
        } else if (value.length() == 0) {
            cells.add(column, SourceCell.Kind.EMPTY, "", Double.NaN, formula, false, null);
        } else {
            addValue(column, type, style, formula, struck);
        }
        return column;
    }

    private void addValue(int column, String type, int style, boolean formula, boolean struck) throws SourceException {
        switch (type) {
            case "s" -> {
                int index = Xml.number(value.toString().strip(), -1);
                String text = strings.get(index);
                if (text == null) {
                    throw origin.unreadable("damaged");
                }
                addText(column, SourceCell.Kind.TEXT, text, formula, struck || strings.isStruck(index));
            }
            case "str", "inlineStr" ->
                addText(
                        column,
                        SourceCell.Kind.TEXT,
                        RichText.checked(Escapes.decoded(value.toString()), limits, origin),
                        formula,
                        struck);
            case "e" -> addText(column, SourceCell.Kind.ERROR, value.toString(), formula, struck);
            case "b" -> {
                String raw = value.toString().strip();
                boolean yes = raw.equals("1") || raw.equals("true");
                addText(column, SourceCell.Kind.BOOLEAN, yes ? "TRUE" : "FALSE", formula, struck);
            }
            case "d" -> {
                SourceCell date = IsoDate.cell(value.toString(), date1904);
                cells.add(column, date.kind(), date.text(), date.number(), formula, struck, null);
            }
            default -> {
                double number = Numbers.parse(value);
                if (Double.isNaN(number)) {
                    addText(column, SourceCell.Kind.TEXT, value.toString(), formula, struck);
                } else {
                    SourceCell.Kind kind = styles.isDate(style) ? SourceCell.Kind.DATE : SourceCell.Kind.NUMBER;
                    cells.add(column, kind, SourceCell.plain(number), number, formula, struck, null);
                }
            }
        }
    }

    private void addText(int column, SourceCell.Kind kind, String text, boolean formula, boolean struck)
            throws SourceException {
        cells.add(column, text.isEmpty() ? SourceCell.Kind.EMPTY : kind, text, Double.NaN, formula, struck, null);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
