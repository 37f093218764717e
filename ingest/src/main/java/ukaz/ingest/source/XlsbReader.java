package ukaz.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;

/** Streams xlsb, the package whose parts are binary records. */
final class XlsbReader implements FormatReader {

    private static final int ROW = 0;
    private static final int CELL_RK = 2;
    private static final int CELL_ERROR = 3;
    private static final int CELL_BOOL = 4;
    private static final int CELL_REAL = 5;
    private static final int CELL_TEXT = 6;
    private static final int CELL_SHARED = 7;
    private static final int FORMULA_TEXT = 8;
    private static final int FORMULA_REAL = 9;
    private static final int FORMULA_BOOL = 10;
    private static final int FORMULA_ERROR = 11;
    private static final int SHARED_STRING = 19;
    private static final int FONT = 43;
    private static final int FORMAT = 44;
    private static final int STYLE = 47;
    private static final int COLUMNS = 60;
    private static final int CELL_RICH = 62;
    private static final int DATA_BEGIN = 145;
    private static final int DATA_END = 146;
    private static final int BOOK_PROPERTIES = 153;
    private static final int TAB = 156;
    private static final int MERGED = 176;
    private static final int STYLES_BEGIN = 617;
    private static final int STYLES_END = 618;
    private static final int COMMENT = 635;
    private static final int COMMENT_TEXT = 637;

    /** The records of one part. */
    private final class Records implements AutoCloseable {

        private final InputStream in;
        private ByteBuffer data = ByteBuffer.allocate(0);

        Records(String part) throws IOException {
            in = new java.io.BufferedInputStream(parts.open(part), 1 << 16);
        }

        /** The number of the next record, its content in {@link #data}; -1 at the end. */
        int next() throws IOException {
            int first = in.read();
            if (first < 0) {
                return -1;
            }
            int record = (first & 0x80) == 0 ? first : first & 0x7F | (octet() & 0x7F) << 7;
            int length = 0;
            for (int shift = 0; shift < 28; shift += 7) {
                int octet = octet();
                length |= (octet & 0x7F) << shift;
                if ((octet & 0x80) == 0) {
                    break;
                }
            }
            long longest = 1_000_000L + 4L * limits.maxCellChars();
            if (length > longest) {
                throw origin.tooLarge(Limits.Limit.CELL_LENGTH, length / 2, limits.maxCellChars());
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException();
            }
            data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            return record;
        }

        private int octet() throws IOException {
            int octet = in.read();
            if (octet < 0) {
                throw new EOFException();
            }
            return octet;
        }

        String text() throws IOException {
            int length = data.getInt();
            if (length == -1) {
                return "";
            } else if (length < 0 || length > data.remaining() / 2) {
                throw new IOException("text longer than its record");
            }
            String text = new String(data.array(), data.position(), length * 2, StandardCharsets.UTF_16LE);
            data.position(data.position() + length * 2);
            return RichText.checked(text, limits, origin);
        }

        /** A text with runs; whether one of them is struck goes into {@link #runStruck}. */
        String richText() throws IOException {
            int flags = data.get();
            String text = text();
            runStruck = false;
            if ((flags & 1) != 0 && data.remaining() >= 4) {
                int runs = data.getInt();
                for (int i = 0; i < runs && data.remaining() >= 4; i++) {
                    int start = data.getShort() & 0xFFFF;
                    int font = data.getShort() & 0xFFFF;
                    runStruck |= start < text.length() && styles.isStruckFont(font);
                }
            }
            return text;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private final OfficePackage parts;
    private final Limits limits;
    private final Origin origin;
    private final List<OfficePackage.Tab> tabs = new ArrayList<>();
    private final TextPool strings;
    private final RowCells cells;
    private final CellStyles styles = new CellStyles();
    private final List<Fault> faults = new ArrayList<>();
    private boolean runStruck;
    private boolean date1904;
    private int tab = -1;
    private @Nullable Records records;
    private Comments comments;
    private int rowNumber;
    private boolean rowHidden;
    private int nextNumber;
    private boolean nextHidden;

    XlsbReader(OfficePackage parts, Limits limits, Origin origin) throws IOException, XMLStreamException {
        this.parts = parts;
        this.limits = limits;
        this.origin = origin;
        this.strings = new TextPool(limits, origin);
        this.cells = new RowCells(limits, origin);
        this.comments = new Comments(limits, origin);
        String main = parts.mainPart();
        if (main == null || !parts.has(main)) {
            throw origin.unreadable("damaged");
        }
        Map<String, OfficePackage.Relationship> byId = new HashMap<>();
        for (OfficePackage.Relationship relationship : parts.relationships(main)) {
            byId.put(relationship.id(), relationship);
            if (relationship.type().equals("styles")) {
                readStyles(relationship.part());
            }
        }
        for (OfficePackage.Relationship relationship : byId.values()) {
            if (relationship.type().equals("sharedStrings") && parts.has(relationship.target())) {
                readStrings(relationship.target());
            }
        }
        readWorkbook(main, byId);
        List<String> active = parts.active();
        if (!active.isEmpty()) {
            faults.add(origin.active(active));
        }
    }

    private void readWorkbook(String main, Map<String, OfficePackage.Relationship> byId) throws IOException {
        try (Records book = new Records(main)) {
            int index = 0;
            for (int record = book.next(); record >= 0; record = book.next()) {
                if (record == BOOK_PROPERTIES) {
                    date1904 = (book.data.getInt() & 1) != 0;
                } else if (record == TAB) {
                    int hidden = book.data.getInt();
                    book.data.getInt();
                    OfficePackage.Relationship relationship = byId.get(book.text());
                    String name = book.text();
                    if (relationship == null || !OfficePackage.hasNoRows(relationship) || holdsRows(relationship)) {
                        String part = relationship == null ? "" : relationship.target();
                        tabs.add(new OfficePackage.Tab(new Sheet(index, name, hidden != 0, date1904), part));
                    }
                    index++;
                }
            }
        }
        if (tabs.isEmpty()) {
            throw origin.unreadable("no-sheets");
        }
    }

    /** Whether a part said to be something else has rows all the same. */
    private boolean holdsRows(OfficePackage.Relationship relationship) throws IOException {
        if (!parts.has(relationship.target())) {
            return false;
        }
        try (Records all = new Records(relationship.target())) {
            for (int record = all.next(); record >= 0; record = all.next()) {
                if (record == DATA_BEGIN) {
                    return true;
                }
            }
            return false;
        } catch (EOFException | SourceException e) {
            return true;
        }
    }

    private void readStyles(String part) throws IOException {
        try (Records all = new Records(part)) {
            boolean ofCells = false;
            for (int record = all.next(); record >= 0; record = all.next()) {
                switch (record) {
                    case FORMAT -> {
                        int id = all.data.getShort() & 0xFFFF;
                        styles.addFormat(id, all.text());
                    }
                    case FONT -> {
                        all.data.getShort();
                        styles.addFont((all.data.getShort() & 8) != 0);
                    }
                    case STYLES_BEGIN -> ofCells = true;
                    case STYLES_END -> ofCells = false;
                    case STYLE -> {
                        if (ofCells) {
                            all.data.getShort();
                            int format = all.data.getShort() & 0xFFFF;
                            styles.addStyle(format, all.data.getShort() & 0xFFFF);
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void readStrings(String part) throws IOException {
        try (Records all = new Records(part)) {
            for (int record = all.next(); record >= 0; record = all.next()) {
                if (record == SHARED_STRING) {
                    strings.add(all.richText(), runStruck);
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
        return "xlsb";
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
        for (OfficePackage.Relationship relationship : parts.relationships(next.part())) {
            if (relationship.type().equals("comments")) {
                readComments(relationship.part());
            }
        }
        rowNumber = 0;
        nextNumber = 0;
        Records opened = new Records(next.part());
        records = opened;
        for (int record = opened.next(); record != DATA_BEGIN; record = opened.next()) {
            if (record < 0) {
                // every worksheet has a place for rows, even where it has none of them
                throw new EOFException();
            } else if (record == COLUMNS) {
                int first = opened.data.getInt();
                int last = opened.data.getInt();
                opened.data.getLong();
                if ((opened.data.getShort() & 1) != 0) {
                    cells.hideColumns(first, last);
                }
            }
        }
        return next.sheet();
    }

    private void readComments(String part) throws IOException {
        try (Records all = new Records(part)) {
            int row = 0;
            int column = -1;
            for (int record = all.next(); record >= 0; record = all.next()) {
                if (record == COMMENT) {
                    all.data.getInt();
                    row = all.data.getInt() + 1;
                    all.data.getInt();
                    column = all.data.getInt();
                } else if (record == COMMENT_TEXT) {
                    comments.add(row, column, all.richText());
                }
            }
        }
    }

    private void leaveSheet() throws IOException {
        if (records != null) {
            Records open = records;
            records = null;
            open.close();
        }
    }

    @Override
    public @Nullable SourceRow nextRow() throws IOException {
        if (rowNumber == 0) {
            if (nextNumber != 0) {
                rowNumber = nextNumber;
                rowHidden = nextHidden;
                nextNumber = 0;
            }
            readCells();
        }
        int commented = comments.nextRow();
        if (commented != Integer.MAX_VALUE && (rowNumber == 0 || commented < rowNumber)) {
            RowCells alone = cells.sameColumns();
            comments.handOut(commented, alone);
            return alone.take(commented, false);
        } else if (rowNumber == 0) {
            return null;
        }
        comments.handOut(rowNumber, cells);
        SourceRow row = cells.take(rowNumber, rowHidden);
        rowNumber = 0;
        return row;
    }

    /** Reads up to the head of the row after. */
    private void readCells() throws IOException {
        while (records != null) {
            int record = records.next();
            if (record < 0) {
                throw new EOFException();
            } else if (record == DATA_END) {
                readBehind(records);
                leaveSheet();
                return;
            } else if (record == ROW) {
                int number = records.data.getInt() + 1;
                boolean hidden = (records.data.get(11) & 0x10) != 0;
                if (number <= Math.max(rowNumber, origin.row())) {
                    throw origin.unreadable("damaged");
                }
                origin.at(number);
                if (rowNumber != 0) {
                    nextNumber = number;
                    nextHidden = hidden;
                    return;
                }
                rowNumber = number;
                rowHidden = hidden;
            } else if (record >= CELL_RK && record <= FORMULA_ERROR || record == CELL_RICH) {
                readCell(record, records);
            }
        }
    }

    /** Rows outside their place would be lost. */
    private void readBehind(Records rows) throws IOException {
        for (int record = rows.next(); record >= 0; record = rows.next()) {
            if (record == DATA_BEGIN || record == ROW) {
                throw origin.unreadable("damaged");
            }
        }
    }

    private void readCell(int record, Records from) throws IOException {
        ByteBuffer data = from.data;
        int column = data.getInt();
        if (column < 0) {
            throw origin.unreadable("damaged");
        }
        int style = data.getInt() & 0xFFFFFF;
        switch (record) {
            case CELL_RK -> addNumber(column, style, ErrorCodes.rk(data.getInt()), false);
            case CELL_REAL -> addNumber(column, style, data.getDouble(), false);
            case FORMULA_REAL -> addNumber(column, style, data.getDouble(), true);
            case CELL_BOOL, FORMULA_BOOL ->
                add(column, style, SourceCell.Kind.BOOLEAN, data.get() != 0 ? "TRUE" : "FALSE", record == FORMULA_BOOL);
            case CELL_ERROR, FORMULA_ERROR ->
                add(column, style, SourceCell.Kind.ERROR, ErrorCodes.text(data.get() & 0xFF), record == FORMULA_ERROR);
            case CELL_SHARED -> {
                int index = data.getInt();
                String text = strings.get(index);
                if (text == null) {
                    throw origin.unreadable("damaged");
                }
                runStruck = strings.isStruck(index);
                add(column, style, SourceCell.Kind.TEXT, text, false);
            }
            case CELL_RICH -> add(column, style, SourceCell.Kind.TEXT, from.richText(), false);
            case CELL_TEXT, FORMULA_TEXT ->
                add(column, style, SourceCell.Kind.TEXT, from.text(), record == FORMULA_TEXT);
            default -> {}
        }
        runStruck = false;
    }

    private void add(int column, int style, SourceCell.Kind kind, String text, boolean formula) throws SourceException {
        cells.add(
                column,
                text.isEmpty() ? SourceCell.Kind.EMPTY : kind,
                text,
                Double.NaN,
                formula,
                runStruck || styles.isStruck(style),
                null);
    }

    private void addNumber(int column, int style, double number, boolean formula) throws SourceException {
        cells.add(
                column,
                styles.isDate(style) ? SourceCell.Kind.DATE : SourceCell.Kind.NUMBER,
                SourceCell.plain(number),
                number,
                formula,
                styles.isStruck(style),
                null);
    }

    @Override
    public List<MergedCells> merged(Sheet sheet) throws IOException {
        List<MergedCells> merged = new ArrayList<>();
        for (OfficePackage.Tab one : tabs) {
            if (one.sheet().equals(sheet)) {
                try (Records all = new Records(one.part())) {
                    for (int record = all.next();
                            record >= 0 && merged.size() < MergedCells.MOST;
                            record = all.next()) {
                        if (record == MERGED) {
                            int top = all.data.getInt() + 1;
                            int bottom = all.data.getInt() + 1;
                            int left = all.data.getInt();
                            MergedCells range = new MergedCells(top, bottom, left, all.data.getInt());
                            if (range.isPlausible()) {
                                merged.add(range);
                            }
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
