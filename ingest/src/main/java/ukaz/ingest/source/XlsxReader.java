package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;

/** Streams xlsx and its kin, in the transitional and the strict dialect. */
final class XlsxReader implements FormatReader {

    private record Tab(Sheet sheet, String part) {}

    private final OfficePackage parts;
    private final String format;
    private final Limits limits;
    private final Origin origin;
    private final List<Tab> tabs = new ArrayList<>();
    private final TextPool strings;
    private final RichText rich;
    private final StringBuilder value = new StringBuilder();
    private final RowCells cells;
    private final List<Fault> faults = new ArrayList<>();
    private CellStyles styles = new CellStyles();
    private int tab = -1;
    private @Nullable InputStream sheetStream;
    private @Nullable XMLStreamReader xml;
    private Comments comments;
    private boolean date1904;
    private int rowNumber;
    private boolean rowHidden;
    private boolean rowPending;

    XlsxReader(OfficePackage parts, String format, Limits limits, Origin origin)
            throws IOException, XMLStreamException {
        this.parts = parts;
        this.format = format;
        this.limits = limits;
        this.origin = origin;
        this.strings = new TextPool(limits, origin);
        this.rich = new RichText(limits, origin);
        this.cells = new RowCells(limits, origin);
        this.comments = new Comments(limits, origin);
        String main = parts.mainPart();
        if (main == null || !parts.has(main)) {
            throw origin.unreadable("damaged");
        }
        readWorkbook(main);
        List<String> active = parts.active();
        if (!active.isEmpty()) {
            faults.add(origin.active(active));
        }
    }

    private void readWorkbook(String main) throws IOException, XMLStreamException {
        Map<String, OfficePackage.Relationship> byId = new HashMap<>();
        for (OfficePackage.Relationship relationship : parts.relationships(main)) {
            byId.put(relationship.id(), relationship);
            if (relationship.external() || !parts.has(relationship.target())) {
                continue;
            }
            if (relationship.type().equals("styles")) {
                try (InputStream in = parts.openSmall(relationship.target())) {
                    styles = CellStyles.read(in);
                }
            } else if (relationship.type().equals("sharedStrings")) {
                readStrings(relationship.target());
            }
        }
        try (InputStream in = parts.openSmall(main)) {
            XMLStreamReader workbook = Xml.open(in);
            int index = 0;
            while (Xml.nextElement(workbook)) {
                if (workbook.getLocalName().equals("workbookPr")) {
                    date1904 = Xml.flag(workbook, "date1904");
                } else if (workbook.getLocalName().equals("sheet")) {
                    addTab(workbook, index++, byId);
                }
            }
        }
        if (tabs.isEmpty()) {
            throw origin.unreadable("no-sheets");
        }
    }

    private void addTab(XMLStreamReader workbook, int index, Map<String, OfficePackage.Relationship> byId)
            throws SourceException {
        String id = Xml.attribute(workbook, "id");
        OfficePackage.Relationship relationship = id == null ? null : byId.get(id);
        // a chart sheet, a dialogue, a macro sheet has no rows
        if (relationship == null || relationship.type().equals("worksheet")) {
            String name = Xml.attribute(workbook, "name");
            String state = Xml.attribute(workbook, "state");
            Sheet sheet = new Sheet(index, name, state != null && !state.equals("visible"), date1904);
            tabs.add(new Tab(sheet, relationship == null ? "" : relationship.target()));
        }
        if (tabs.size() > Limits.MAX_ENTRIES) {
            throw origin.unreadable("damaged");
        }
    }

    private void readStrings(String part) throws IOException, XMLStreamException {
        try (InputStream in = parts.open(part)) {
            XMLStreamReader all = Xml.open(in);
            while (Xml.nextElement(all)) {
                if (all.getLocalName().equals("si")) {
                    strings.add(rich.read(all), rich.struck());
                }
            }
        }
    }

    @Override
    public boolean sheetsApart() {
        return true;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public double share() {
        return parts.share();
    }

    @Override
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    @Override
    public @Nullable Sheet nextSheet() throws IOException, XMLStreamException {
        leaveSheet();
        if (tab + 1 >= tabs.size()) {
            origin.enter(null);
            return null;
        }
        Tab next = tabs.get(++tab);
        origin.enter(next.sheet().name());
        cells.clear();
        comments = new Comments(limits, origin);
        rowNumber = 0;
        readComments(next.part());
        sheetStream = parts.open(next.part());
        XMLStreamReader opened = Xml.open(sheetStream);
        while (Xml.nextElement(opened)) {
            String name = opened.getLocalName();
            if (name.equals("sheetData")) {
                xml = opened;
                break;
            } else if (name.equals("col") && Xml.flag(opened, "hidden")) {
                cells.hideColumns(
                        Xml.number(Xml.attribute(opened, "min"), 1) - 1,
                        Xml.number(Xml.attribute(opened, "max"), 1) - 1);
            }
        }
        return next.sheet();
    }

    private void readComments(String part) throws IOException, XMLStreamException {
        for (OfficePackage.Relationship relationship : parts.relationships(part)) {
            boolean threaded = relationship.type().equals("threadedComment");
            if ((threaded || relationship.type().equals("comments"))
                    && !relationship.external()
                    && parts.has(relationship.target())) {
                try (InputStream in = parts.open(relationship.target())) {
                    comments.read(in, threaded);
                }
            }
        }
    }

    private void leaveSheet() throws IOException {
        xml = null;
        rowPending = false;
        if (sheetStream != null) {
            InputStream open = sheetStream;
            sheetStream = null;
            open.close();
        }
    }

    @Override
    public @Nullable SourceRow nextRow() throws IOException, XMLStreamException {
        if (!rowPending && xml != null) {
            readRow(xml);
        }
        int commented = comments.nextRow();
        if (commented != Integer.MAX_VALUE && (!rowPending || commented < rowNumber)) {
            // a comment beside all rows: the row read stays for the next call
            RowCells alone = rowPending ? new RowCells(limits, origin) : cells;
            comments.handOut(commented, alone);
            return alone.take(commented, false);
        }
        if (!rowPending) {
            return null;
        }
        rowPending = false;
        comments.handOut(rowNumber, cells);
        return cells.take(rowNumber, rowHidden);
    }

    /** Reads the next row into {@link #cells}, if there is one. */
    private void readRow(XMLStreamReader in) throws IOException, XMLStreamException {
        while (true) {
            int event = Xml.next(in);
            if (event == XMLStreamConstants.END_ELEMENT && in.getLocalName().equals("sheetData")) {
                xml = null;
                return;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (!in.getLocalName().equals("row")) {
                    Xml.skip(in);
                    continue;
                }
                int before = rowNumber;
                rowNumber = Xml.number(Xml.attribute(in, "r"), before + 1);
                origin.at(rowNumber);
                if (rowNumber <= before) {
                    throw origin.unreadable("damaged");
                } else if (rowNumber > limits.maxRows()) {
                    throw origin.tooLarge(Limits.Limit.ROWS, rowNumber, limits.maxRows());
                }
                rowHidden = Xml.flag(in, "hidden");
                readCells(in);
                rowPending = true;
                return;
            }
        }
    }

    private void readCells(XMLStreamReader in) throws IOException, XMLStreamException {
        int column = -1;
        while (true) {
            int event = Xml.next(in);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (in.getLocalName().equals("c")) {
                    column = readCell(in, column + 1);
                } else {
                    Xml.skip(in);
                }
            }
        }
    }

    /** Reads a cell; returns its column, which is the one next to the cell before where the file does not say. */
    private int readCell(XMLStreamReader in, int nextColumn) throws IOException, XMLStreamException {
        int column = nextColumn;
        int style = -1;
        String type = "n";
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String attribute = in.getAttributeLocalName(i);
            if (attribute.length() == 1) {
                switch (attribute.charAt(0)) {
                    case 'r' -> {
                        int written = CellAddress.column(in.getAttributeValue(i));
                        column = written < 0 ? nextColumn : written;
                    }
                    case 's' -> style = Xml.number(in.getAttributeValue(i), -1);
                    case 't' -> type = in.getAttributeValue(i);
                    default -> {}
                }
            }
        }
        boolean formula = false;
        String inline = null;
        boolean inlineStruck = false;
        value.setLength(0);
        while (true) {
            int event = Xml.next(in);
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (in.getLocalName()) {
                    case "v" -> Xml.text(in, value, Escapes.LONGEST, limits, origin);
                    case "f" -> {
                        formula = true;
                        Xml.skip(in);
                    }
                    case "is" -> {
                        inline = rich.read(in);
                        inlineStruck = rich.struck();
                    }
                    default -> Xml.skip(in);
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

    /** They stand behind the rows, so that the part is read again by whoever asks for them. */
    @Override
    public List<MergedCells> merged(Sheet sheet) throws IOException, XMLStreamException {
        List<MergedCells> merged = new ArrayList<>();
        for (Tab one : tabs) {
            if (one.sheet().equals(sheet) && parts.has(one.part())) {
                try (InputStream in = parts.open(one.part())) {
                    XMLStreamReader all = Xml.open(in);
                    while (merged.size() < MergedCells.MOST && Xml.nextElement(all)) {
                        MergedCells range = all.getLocalName().equals("mergeCell")
                                ? MergedCells.of(Xml.attribute(all, "ref"))
                                : null;
                        if (range != null) {
                            merged.add(range);
                        }
                    }
                }
            }
        }
        return merged;
    }

    @Override
    public void close() throws IOException {
        try {
            leaveSheet();
        } finally {
            parts.close();
        }
    }
}
