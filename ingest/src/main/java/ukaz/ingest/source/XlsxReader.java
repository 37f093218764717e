package ukaz.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SheetRows.Unfamiliar;
import ukaz.model.Fault;

/** Streams xlsx and its kin, in the transitional and the strict dialect. */
final class XlsxReader implements FormatReader {

    private static final byte[] NO_ROWS = "<sheetData/>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHEET_END = "</worksheet>".getBytes(StandardCharsets.US_ASCII);

    private final OfficePackage parts;
    private final boolean fromBytes;
    private final String format;
    private final Limits limits;
    private final Origin origin;
    private final List<OfficePackage.Tab> tabs = new ArrayList<>();
    private final TextPool strings;
    private final RowCells cells;
    private final List<Fault> faults = new ArrayList<>();
    private CellStyles styles = new CellStyles();
    private int tab = -1;
    private @Nullable SheetRows rows;
    private Comments comments;
    private boolean date1904;
    private boolean rowPending;

    XlsxReader(OfficePackage parts, String format, Limits limits, Origin origin)
            throws IOException, XMLStreamException {
        this(parts, format, limits, origin, true);
    }

    /**
     * Opens a package.
     *
     * @param fromBytes false to have all of it parsed, which is slower and reads the same
     */
    XlsxReader(OfficePackage parts, String format, Limits limits, Origin origin, boolean fromBytes)
            throws IOException, XMLStreamException {
        this.parts = parts;
        this.fromBytes = fromBytes;
        this.format = format;
        this.limits = limits;
        this.origin = origin;
        this.strings = new TextPool(limits, origin);
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
            if (relationship.type().equals("styles")) {
                // where they are missing, dates are numbers
                try (InputStream in = parts.openSmall(relationship.part())) {
                    styles = CellStyles.read(in);
                }
            } else if (relationship.type().equals("sharedStrings")
                    && !relationship.external()
                    && parts.has(relationship.target())) {
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
            throws IOException {
        String id = Xml.attribute(workbook, "id");
        OfficePackage.Relationship relationship = id == null ? null : byId.get(id);
        if (relationship == null || !OfficePackage.hasNoRows(relationship) || holdsWorksheet(relationship.target())) {
            String name = Xml.attribute(workbook, "name");
            String state = Xml.attribute(workbook, "state");
            Sheet sheet = new Sheet(index, name, state != null && !state.equals("visible"), date1904);
            tabs.add(new OfficePackage.Tab(sheet, relationship == null ? "" : relationship.target()));
        }
        if (tabs.size() > Limits.MAX_ENTRIES) {
            throw origin.unreadable("damaged");
        }
    }

    /** Whether a part said to be something else is a worksheet all the same, with rows that nobody is to lose. */
    private boolean holdsWorksheet(String part) throws IOException {
        if (!parts.has(part)) {
            return false;
        }
        try (InputStream in = parts.open(part)) {
            XMLStreamReader xml = Xml.open(in);
            return Xml.nextElement(xml) && xml.getLocalName().equals("worksheet");
        } catch (XMLStreamException e) {
            return true;
        }
    }

    private void readStrings(String part) throws IOException, XMLStreamException {
        if (fromBytes) {
            try (InputStream in = parts.openAhead(part)) {
                StringBytes.read(in, strings, limits, origin);
                return;
            } catch (Unfamiliar e) {
                // those read so far stay
            }
        }
        RichText rich = new RichText(limits, origin);
        int known = strings.size();
        try (InputStream in = parts.open(part)) {
            XMLStreamReader all = Xml.open(in);
            while (Xml.nextElement(all)) {
                if (all.getLocalName().equals("si")) {
                    String text = rich.read(all);
                    if (known-- <= 0) {
                        strings.add(text, rich.struck());
                    }
                }
            }
        }
    }

    @Override
    public boolean sheetsApart() {
        return true;
    }

    @Override
    public SortedMap<Integer, Long> sheetBytes() {
        return parts.sheetBytes(tabs);
    }

    @Override
    public void only(SheetRange sheets) {
        tabs.removeIf(tab -> !sheets.contains(tab.sheet().index()));
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
        OfficePackage.Tab next = tabs.get(++tab);
        origin.enter(next.sheet().name());
        cells.clear();
        comments = new Comments(limits, origin);
        readComments(next.part());
        rows = open(next.part());
        return next.sheet();
    }

    /** Opens the rows as bytes, and by a parser where these are not as usual. */
    private SheetRows open(String part) throws IOException, XMLStreamException {
        if (fromBytes) {
            InputStream in = parts.openAhead(part);
            try {
                return new SheetBytes(in, new Around(), cells, styles, strings, date1904, limits, origin);
            } catch (Unfamiliar e) {
                in.close();
                cells.clear();
            }
        }
        return parsed(part);
    }

    private SheetRows parsed(String part) throws IOException, XMLStreamException {
        return new SheetXml(parts.open(part), cells, styles, strings, date1904, limits, origin);
    }

    /** What stands around the rows is parsed, each without them. */
    private final class Around implements SheetBytes.Around {

        private byte[] head = new byte[0];

        @Override
        public void before(byte[] xml) throws Unfamiliar {
            head = Arrays.copyOf(xml, xml.length + NO_ROWS.length);
            System.arraycopy(NO_ROWS, 0, head, xml.length, NO_ROWS.length);
            try {
                SheetXml.data(with(new ByteArrayInputStream(SHEET_END)), cells);
            } catch (IOException | XMLStreamException e) {
                throw new Unfamiliar();
            }
        }

        @Override
        public void behind(InputStream xml) throws IOException, XMLStreamException {
            SheetXml.behind(SheetXml.data(with(xml), new RowCells(limits, origin)));
        }

        private InputStream with(InputStream rest) {
            return new SequenceInputStream(new ByteArrayInputStream(head), rest);
        }
    }

    /** Reads the next row into {@link #cells}, if there is one; changes to the parser where the bytes are unfamiliar. */
    private boolean readRow(SheetRows from) throws IOException, XMLStreamException {
        int before = from.number();
        try {
            return from.next();
        } catch (Unfamiliar e) {
            from.close();
            cells.clear();
            SheetRows again = parsed(tabs.get(tab).part());
            rows = again;
            while (readRow(again)) {
                if (again.number() > before) {
                    return true;
                }
                cells.forgetRow();
            }
            return false;
        }
    }

    private void readComments(String part) throws IOException, XMLStreamException {
        for (OfficePackage.Relationship relationship : parts.relationships(part)) {
            boolean threaded = relationship.type().equals("threadedComment");
            if (threaded || relationship.type().equals("comments")) {
                try (InputStream in = parts.open(relationship.part())) {
                    comments.read(in, threaded);
                }
            }
        }
    }

    private void leaveSheet() throws IOException {
        rowPending = false;
        if (rows != null) {
            SheetRows open = rows;
            rows = null;
            open.close();
        }
    }

    @Override
    public @Nullable SourceRow nextRow() throws IOException, XMLStreamException {
        if (!rowPending && rows != null) {
            rowPending = readRow(rows);
        }
        int commented = comments.nextRow();
        if (commented != Integer.MAX_VALUE && (rows == null || !rowPending || commented < rows.number())) {
            // a comment beside all rows: the row read stays for the next call
            RowCells alone = rowPending ? new RowCells(limits, origin) : cells;
            comments.handOut(commented, alone);
            return alone.take(commented, false);
        }
        if (rows == null || !rowPending) {
            return null;
        }
        rowPending = false;
        comments.handOut(rows.number(), cells);
        return cells.take(rows.number(), rows.hidden());
    }

    /** They stand behind the rows, so that the part is read again by whoever asks for them. */
    @Override
    public List<MergedCells> merged(Sheet sheet) throws IOException, XMLStreamException {
        List<MergedCells> merged = new ArrayList<>();
        for (OfficePackage.Tab one : tabs) {
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
