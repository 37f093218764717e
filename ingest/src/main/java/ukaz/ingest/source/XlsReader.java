package ukaz.ingest.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.hssf.record.common.FormatRun;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;

/**
 * Streams xls of Excel 5 to 2003. Comments stand behind the cells they belong to, so that a second pass runs ahead by one
 * sheet to fetch them.
 */
final class XlsReader implements FormatReader {

    private static final int FONT = 0x31;
    private static final int FORMAT = 0x41E;
    private static final int XF = 0xE0;
    private static final int CODEPAGE = 0x42;
    private static final int DATEMODE = 0x22;
    private static final int BOUNDSHEET = 0x85;
    private static final int SST = 0xFC;
    private static final int SUPBOOK = 0x1AE;
    private static final int OBPROJ = 0xD3;
    private static final int ROW = 0x208;
    private static final int COLINFO = 0x7D;
    private static final int LABELSST = 0xFD;
    private static final int LABEL = 0x204;
    private static final int RSTRING = 0xD6;
    private static final int NUMBER = 0x203;
    private static final int RK = 0x27E;
    private static final int MULRK = 0xBD;
    private static final int FORMULA = 0x06;
    private static final int STRING = 0x207;
    private static final int BOOLERR = 0x205;
    private static final int MERGED = 0xE5;
    private static final int NOTE = 0x1C;
    private static final int OBJ = 0x5D;
    private static final int TXO = 0x1B6;

    private record Tab(int index, long position, int hidden, int type, String name) {}

    private record Address(int row, int column) {}

    private final POIFSFileSystem container;
    private final Limits limits;
    private final Origin origin;
    private final BiffRecords records;
    private final BiffRecords ahead;
    private final List<Tab> tabs = new ArrayList<>();
    private final CellStyles styles = new CellStyles();
    private final List<Boolean> struckFonts = new ArrayList<>();
    private final TextPool strings;
    private final Set<String> active = new TreeSet<>();
    private final Map<Integer, List<MergedCells>> merged = new HashMap<>();
    private final BitSet hiddenRows = new BitSet();
    private boolean date1904;
    private int tab = -1;
    private boolean inSheet;
    private Comments comments;
    private RowCells cells;
    private int rowNumber;
    private int nextNumber;
    private int nextRecord;
    private final TreeMap<Integer, RowCells> sorted = new TreeMap<>();
    private boolean unsorted;
    private int column;
    private int style;
    private @Nullable Address formula;
    private int formulaStyle;

    XlsReader(POIFSFileSystem container, String stream, OpenOptions options, Origin origin) throws IOException {
        this.container = container;
        this.limits = options.limits();
        this.origin = origin;
        this.strings = new TextPool(limits, origin);
        this.cells = new RowCells(limits, origin);
        this.comments = new Comments(limits, origin);
        this.records = new BiffRecords(container, stream, options.password(), origin);
        this.ahead = new BiffRecords(container, stream, options.password(), origin);
        readWorkbook();
        for (int record = ahead.next(); record >= 0 && ahead.depth() > 0; ) {
            if (record == CODEPAGE) {
                ahead.codePage(ahead.in().readUShort());
            }
            record = ahead.next();
        }
        for (String name : container.getRoot().getEntryNames()) {
            if (name.startsWith("_VBA_PROJECT")) {
                active.add("macros");
            } else if (name.startsWith("MBD")) {
                active.add("embedded-objects");
            }
        }
    }

    private void readWorkbook() throws IOException {
        if (records.next() != BiffRecords.BOF) {
            throw origin.unreadable("damaged");
        }
        while (records.depth() > 0) {
            int record = records.next();
            RecordInputStream in = records.in();
            switch (record) {
                case -1 -> throw origin.unreadable("truncated");
                case CODEPAGE -> records.codePage(in.readUShort());
                case DATEMODE -> date1904 = in.readUShort() == 1;
                case FONT -> {
                    in.readUShort();
                    addFont((in.readUShort() & 8) != 0);
                }
                case FORMAT -> {
                    int id = in.readUShort();
                    styles.addFormat(id, records.text(records.isBiff8() ? in.readUShort() : in.readUByte()));
                }
                case XF -> {
                    int font = in.readUShort();
                    styles.addStyle(in.readUShort(), font);
                }
                case BOUNDSHEET -> readTab(in);
                case SST -> readStrings(in);
                case SUPBOOK -> {
                    int sheets = in.readUShort();
                    int tag = in.remaining() == 2 ? in.readUShort() : 0;
                    if (tag != 0x0401 && tag != 0x3A01 && sheets >= 0) {
                        active.add("external-links");
                    }
                }
                case OBPROJ -> active.add("macros");
                default -> {}
            }
        }
        tabs.sort(Comparator.comparingLong(Tab::position));
        if (tabs.isEmpty()) {
            throw origin.unreadable("no-sheets");
        }
    }

    /** There is no font of number 4, for reasons that nobody remembers. */
    private void addFont(boolean struck) throws IOException {
        if (struckFonts.size() == 4) {
            struckFonts.add(false);
            styles.addFont(false);
        }
        struckFonts.add(struck);
        styles.addFont(struck);
    }

    private void readTab(RecordInputStream in) {
        byte[] position = new byte[4];
        in.readPlain(position, 0, 4);
        long offset = 0;
        for (int i = 3; i >= 0; i--) {
            offset = offset << 8 | position[i] & 0xFF;
        }
        int hidden = in.readUByte() & 3;
        int type = in.readUByte();
        if (type == 1) {
            active.add("macros");
        }
        tabs.add(new Tab(tabs.size(), offset, hidden, type, records.text(in.readUByte())));
    }

    private void readStrings(RecordInputStream in) throws SourceException {
        in.readInt();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            if (in.available() == 0 && !in.hasNextRecord()) {
                throw origin.unreadable("truncated");
            }
            UnicodeString string = new UnicodeString(in);
            strings.add(RichText.checked(string.getString(), limits, origin), isStruck(string));
        }
    }

    private boolean isStruck(UnicodeString string) {
        Iterator<FormatRun> runs = string.formatIterator();
        while (runs != null && runs.hasNext()) {
            FormatRun run = runs.next();
            int font = run.getFontIndex();
            if (font < struckFonts.size()
                    && struckFonts.get(font)
                    && run.getCharacterPos() < string.getString().length()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean sheetsApart() {
        return false;
    }

    @Override
    public String format() {
        return "xls";
    }

    @Override
    public @Nullable Sheet nextSheet() throws IOException {
        while (true) {
            while (inSheet) {
                readRecord();
            }
            sorted.clear();
            if (++tab >= tabs.size()) {
                tab = tabs.size();
                origin.enter(null);
                return null;
            }
            Tab next = tabs.get(tab);
            origin.enter(next.name());
            if (!enter(records) || !enter(ahead)) {
                throw origin.unreadable("truncated");
            }
            inSheet = true;
            cells = new RowCells(limits, origin);
            comments = new Comments(limits, origin);
            hiddenRows.clear();
            rowNumber = 0;
            nextNumber = 0;
            formula = null;
            lookAhead();
            if (next.type() == 0) {
                return new Sheet(next.index(), next.name(), next.hidden() != 0, date1904);
            }
        }
    }

    private static boolean enter(BiffRecords stream) throws IOException {
        int record = stream.next();
        while (record >= 0 && record != BiffRecords.BOF) {
            record = stream.next();
        }
        return record >= 0;
    }

    /** Fetches the comments of the sheet, and sees whether its rows are in order, as not every program writes them. */
    private void lookAhead() throws IOException {
        Map<Integer, Address> notes = new HashMap<>();
        Map<Integer, String> texts = new HashMap<>();
        int object = -1;
        long held = 0;
        int row = 0;
        unsorted = false;
        while (ahead.depth() > 0) {
            int record = ahead.next();
            if (record < 0) {
                break;
            }
            RecordInputStream in = ahead.in();
            switch (record) {
                case LABELSST, LABEL, RSTRING, NUMBER, RK, MULRK, FORMULA, BOOLERR -> {
                    if (ahead.depth() == 1) {
                        int here = in.readUShort();
                        unsorted |= here < row;
                        row = here;
                    }
                }
                case OBJ -> {
                    if (ahead.isBiff8() && in.remaining() >= 8) {
                        in.readInt();
                        in.readUShort();
                        object = in.readUShort();
                    }
                }
                case TXO -> {
                    if (ahead.isBiff8()) {
                        String text = new TextObjectRecord(in).getStr().getString();
                        held += 2L * text.length() + 100;
                        if (held > limits.maxSharedStringBytes()) {
                            throw origin.tooLarge(Limits.Limit.SHARED_STRINGS, held, limits.maxSharedStringBytes());
                        }
                        texts.put(object, text);
                    }
                }
                case NOTE -> readNote(in, notes);
                case MERGED -> readMerged(in);
                default -> {}
            }
        }
        for (Map.Entry<Integer, Address> note : notes.entrySet()) {
            String text = texts.get(note.getKey());
            if (text != null) {
                comments.add(note.getValue().row() + 1, note.getValue().column(), text);
            }
        }
    }

    private void readMerged(RecordInputStream in) {
        List<MergedCells> ofSheet = merged.computeIfAbsent(tabs.get(tab).index(), any -> new ArrayList<>());
        int count = in.readUShort();
        for (int i = 0; i < count && in.remaining() >= 8; i++) {
            int top = in.readUShort() + 1;
            int bottom = in.readUShort() + 1;
            int left = in.readUShort();
            MergedCells range = new MergedCells(top, bottom, left, in.readUShort());
            if (range.isPlausible() && ofSheet.size() < MergedCells.MOST) {
                ofSheet.add(range);
            }
        }
    }

    @Override
    public List<MergedCells> merged(Sheet sheet) {
        return merged.getOrDefault(sheet.index(), List.of());
    }

    private void readNote(RecordInputStream in, Map<Integer, Address> notes) throws SourceException {
        int row = in.readUShort();
        int noteColumn = in.readUShort();
        if (ahead.isBiff8()) {
            in.readUShort();
            notes.put(in.readUShort(), new Address(row, noteColumn));
        } else if (row != 0xFFFF) {
            in.readUShort();
            comments.add(row + 1, noteColumn, ahead.bytes(in.remaining()));
        }
    }

    @Override
    public @Nullable SourceRow nextRow() throws IOException {
        if (unsorted) {
            while (inSheet) {
                readRecord();
            }
        } else {
            while (inSheet && nextNumber == 0) {
                readRecord();
            }
        }
        int number = unsorted
                ? sorted.isEmpty() ? Integer.MAX_VALUE : sorted.firstKey()
                : rowNumber == 0 ? Integer.MAX_VALUE : rowNumber;
        int commented = comments.nextRow();
        if (commented < number) {
            RowCells alone = new RowCells(limits, origin);
            comments.handOut(commented, alone);
            return alone.take(commented, hiddenRows.get(commented));
        } else if (number == Integer.MAX_VALUE) {
            return null;
        }
        RowCells ready = unsorted ? sorted.remove(number) : cells;
        if (ready == null) {
            return null;
        }
        comments.handOut(number, ready);
        SourceRow row = ready.take(number, hiddenRows.get(number));
        if (!unsorted) {
            rowNumber = 0;
            if (nextNumber > 0) {
                enterRow(nextNumber);
            }
        }
        return row;
    }

    private void enterRow(int number) throws IOException {
        rowNumber = number;
        nextNumber = 0;
        readCells(nextRecord);
    }

    /** Reads a record of the sheet; a cell of the next row stays pending until the row before is handed out. */
    private void readRecord() throws IOException {
        int record = records.next();
        if (record < 0) {
            inSheet = false;
            throw origin.unreadable("truncated");
        } else if (records.depth() == 0) {
            inSheet = false;
            return;
        } else if (records.depth() > 1) {
            return;
        }
        RecordInputStream in = records.in();
        switch (record) {
            case ROW -> {
                int row = in.readUShort();
                in.readLong();
                in.readUShort();
                if ((in.readUShort() & 0x20) != 0) {
                    hiddenRows.set(row + 1);
                }
            }
            case COLINFO -> {
                int first = in.readUShort();
                int last = in.readUShort();
                in.readInt();
                if ((in.readUShort() & 1) != 0) {
                    cells.hideColumns(first, last);
                }
            }
            case LABELSST, LABEL, RSTRING, NUMBER, RK, MULRK, FORMULA, BOOLERR -> {
                int row = in.readUShort() + 1;
                nextRecord = record;
                origin.at(row);
                if (unsorted) {
                    rowNumber = row;
                    RowCells like = cells;
                    cells = sorted.computeIfAbsent(row, r -> like.sameColumns());
                    readCells(record);
                } else if (rowNumber == 0 || rowNumber == row) {
                    rowNumber = row;
                    readCells(record);
                } else {
                    nextNumber = row;
                }
            }
            case STRING -> {
                if (formula != null) {
                    String text = records.text(in.readUShort());
                    cells.add(
                            formula.column(),
                            text.isEmpty() ? SourceCell.Kind.EMPTY : SourceCell.Kind.TEXT,
                            RichText.checked(text, limits, origin),
                            Double.NaN,
                            true,
                            styles.isStruck(formulaStyle),
                            null);
                    formula = null;
                }
            }
            default -> {}
        }
    }

    /** Reads what follows the row of a cell record. */
    private void readCells(int record) throws IOException {
        RecordInputStream in = records.in();
        column = in.readUShort();
        if (record == MULRK) {
            while (in.remaining() >= 6) {
                style = in.readUShort();
                addNumber(ErrorCodes.rk(in.readInt()), false);
                column++;
            }
            return;
        }
        style = in.readUShort();
        switch (record) {
            case LABELSST -> {
                int index = in.readInt();
                String text = strings.get(index);
                if (text == null) {
                    throw origin.unreadable("damaged");
                }
                addText(SourceCell.Kind.TEXT, text, false, strings.isStruck(index));
            }
            case LABEL, RSTRING -> addText(SourceCell.Kind.TEXT, records.text(in.readUShort()), false, false);
            case NUMBER -> addNumber(Double.longBitsToDouble(in.readLong()), false);
            case RK -> addNumber(ErrorCodes.rk(in.readInt()), false);
            case BOOLERR -> {
                int code = in.readUByte();
                addFlag(in.readUByte() != 0, code, false);
            }
            default -> readResult(in.readLong());
        }
    }

    private void readResult(long result) throws SourceException {
        if (result >>> 48 != 0xFFFF) {
            addNumber(Double.longBitsToDouble(result), true);
            return;
        }
        int code = (int) (result >>> 16) & 0xFF;
        switch ((int) result & 0xFF) {
            case 0 -> {
                formula = new Address(rowNumber, column);
                formulaStyle = style;
            }
            case 1 -> addFlag(false, code, true);
            case 2 -> addFlag(true, code, true);
            default -> cells.add(column, SourceCell.Kind.EMPTY, "", Double.NaN, true, false, null);
        }
    }

    private void addFlag(boolean error, int code, boolean isFormula) throws SourceException {
        if (error) {
            addText(SourceCell.Kind.ERROR, ErrorCodes.text(code), isFormula, false);
        } else {
            addText(SourceCell.Kind.BOOLEAN, code != 0 ? "TRUE" : "FALSE", isFormula, false);
        }
    }

    private void addText(SourceCell.Kind kind, String text, boolean isFormula, boolean runStruck)
            throws SourceException {
        cells.add(
                column,
                text.isEmpty() ? SourceCell.Kind.EMPTY : kind,
                text,
                Double.NaN,
                isFormula,
                runStruck || styles.isStruck(style),
                null);
    }

    private void addNumber(double number, boolean isFormula) throws SourceException {
        cells.add(
                column,
                styles.isDate(style) ? SourceCell.Kind.DATE : SourceCell.Kind.NUMBER,
                SourceCell.plain(number),
                number,
                isFormula,
                styles.isStruck(style),
                null);
    }

    @Override
    public double share() {
        return records.share();
    }

    @Override
    public List<Fault> faults() {
        return active.isEmpty() ? List.of() : List.of(origin.active(List.copyOf(active)));
    }

    @Override
    public void close() throws IOException {
        try {
            records.close();
            ahead.close();
        } finally {
            container.close();
        }
    }
}
