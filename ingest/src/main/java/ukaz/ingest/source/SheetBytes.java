package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import ukaz.ingest.source.SourceCell.Kind;

/** Reads the rows of a worksheet from its bytes, without an object for anything but a value not seen lately. */
final class SheetBytes implements SheetRows {

    private static final byte[] ROW = ascii("<row");
    private static final byte[] ROW_END = ascii("</row>");
    private static final byte[] CELL = ascii("<c");
    private static final byte[] CELL_END = ascii("</c>");
    private static final byte[] VALUE = ascii("<v");
    private static final byte[] VALUE_END = ascii("</v>");
    private static final byte[] FORMULA = ascii("<f");
    private static final byte[] FORMULA_END = ascii("</f>");
    private static final byte[] INLINE = ascii("<is");
    private static final byte[] DATA = ascii("<sheetData");
    private static final byte[] DATA_END = ascii("</sheetData>");

    private static final long VALUE_AND_CELL_END = XmlBytes.eight(ascii("</v></c>"), 0);
    private static final byte[] INLINE_TYPE = ascii("inlineStr");
    private static final byte[] INLINE_START = ascii("><is><t>");
    private static final byte[] INLINE_END = ascii("</t></is></c>");

    private static final SourceCell TRUE = constant("TRUE");
    private static final SourceCell FALSE = constant("FALSE");

    private final InputStream in;
    private final Around around;
    private final XmlBytes xml;
    private final TextBytes rich;
    private final RowCells cells;
    private final CellStyles styles;
    private final TextPool strings;
    private final boolean date1904;
    private final Limits limits;
    private final Origin origin;
    private final CellCache texts = new CellCache();
    private final NumberCells numbers = new NumberCells();
    private int number;
    private boolean hidden;
    private long rowDigits;
    private long rowMask;
    private int rowLength;
    private boolean over;
    private boolean ended;

    // of the cell that is being read
    private int column;
    private int style;
    private char type;
    private boolean formula;

    /**
     * Opens a part.
     *
     * @param around takes what stands before and behind the rows
     * @throws Unfamiliar where even that is not as usual
     */
    SheetBytes(
            InputStream in,
            Around around,
            RowCells cells,
            CellStyles styles,
            TextPool strings,
            boolean date1904,
            Limits limits,
            Origin origin)
            throws IOException, Unfamiliar {
        this.in = in;
        this.around = around;
        this.xml = new XmlBytes(in);
        this.rich = new TextBytes(xml, limits, origin);
        this.cells = cells;
        this.styles = styles;
        this.strings = strings;
        this.date1904 = date1904;
        this.limits = limits;
        this.origin = origin;
        around.before(xml.head("sheetData"));
        while (true) {
            int start = xml.at;
            try {
                xml.expect(DATA);
                over = xml.restOfTag();
                return;
            } catch (XmlBytes.Cut cut) {
                xml.at = start;
                xml.more();
            }
        }
    }

    /** Reads what stands around the rows. */
    interface Around {

        void before(byte[] xml) throws IOException, Unfamiliar;

        void behind(InputStream xml) throws IOException, XMLStreamException;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static SourceCell constant(String text) {
        return new SourceCell(Kind.BOOLEAN, text, Double.NaN, false, false, false, null);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public boolean hidden() {
        return hidden;
    }

    @Override
    public boolean next() throws IOException, XMLStreamException, Unfamiliar {
        int before = number;
        while (!over) {
            xml.space();
            xml.whole(ROW, ROW_END);
            int start = xml.at;
            try {
                if (readRow(before)) {
                    return true;
                }
            } catch (XmlBytes.Cut cut) {
                cells.forgetRow();
                xml.at = start;
                xml.more();
            }
        }
        if (!ended) {
            ended = true;
            around.behind(xml.rest());
        }
        return false;
    }

    private boolean readRow(int before) throws IOException, XmlBytes.Cut, Unfamiliar {
        if (!xml.skips(ROW) || !XmlBytes.isNameEnd(xml.bytes[xml.at])) {
            xml.expect(DATA_END);
            over = true;
            return false;
        }
        number = before + 1;
        hidden = false;
        for (int name = xml.attribute(); name >= 0; name = xml.attribute()) {
            int equals = xml.at;
            int value = xml.value();
            if (xml.isNamed(name, equals, "r")) {
                number = xml.digits(value, xml.at - 1);
            } else if (xml.isNamed(name, equals, "hidden")) {
                hidden = xml.isFlag(value, xml.at - 1);
            }
        }
        if (number <= before || number > limits.maxRows()) {
            throw new Unfamiliar();
        }
        origin.at(number);
        if (!xml.tagEnd()) {
            column = -1;
            noteDigits();
            while (readCell()) {}
        }
        return true;
    }

    /** The number of the row as it is likely to stand in the addresses of its cells. */
    private void noteDigits() {
        rowDigits = 0;
        rowLength = 0;
        for (int rest = number; rest > 0 && rowLength < 8; rest /= 10) {
            rowDigits = rowDigits << 8 | '0' + rest % 10;
            rowLength++;
        }
        rowMask = -1L >>> 64 - 8 * rowLength;
    }

    private boolean readCell() throws IOException, XmlBytes.Cut, Unfamiliar {
        if (readUsualCell()) {
            return true;
        }
        xml.space();
        byte[] bytes = xml.bytes;
        int at = xml.at;
        if (bytes[at] != '<' || bytes[at + 1] != 'c' || !XmlBytes.isNameEnd(bytes[at + 2])) {
            xml.expect(ROW_END);
            return false;
        }
        xml.at = at + CELL.length;
        column++;
        style = -1;
        type = 'n';
        formula = false;
        int seen = 0;
        for (int name = xml.attribute(); name >= 0; name = xml.attribute()) {
            int equals = xml.at;
            int value = xml.value();
            if (equals - name == 1) {
                int one = 1 << (bytes[name] & 31);
                if ((seen & one) != 0) {
                    throw new Unfamiliar();
                }
                seen |= one;
                switch (bytes[name]) {
                    case 'r' -> column = address(value, xml.at - 1);
                    case 's' -> style = xml.digits(value, xml.at - 1);
                    case 't' -> type = type(value, xml.at - 1);
                    default -> {}
                }
            } else if (bytes[equals - 2] == ':') {
                throw new Unfamiliar();
            }
        }
        if (!xml.tagEnd()) {
            readContent();
        }
        return true;
    }

    /**
     * Reads a cell that is written as by most programs, {@code <c r="A1" s="2" t="s"><v>3</v></c>}; any other is not
     * touched. This is where the time goes, and so it is one loop over the bytes, which end in what matches nothing.
     */
    private boolean readUsualCell() throws IOException, XmlBytes.Cut, Unfamiliar {
        byte[] bytes = xml.bytes;
        int p = xml.at;
        if (bytes[p] != '<' || bytes[p + 1] != 'c') {
            return false;
        }
        p += 2;
        int in = column + 1;
        int styled = -1;
        char typed = 'n';
        while (bytes[p] == ' ' && bytes[p + 2] == '=' && bytes[p + 3] == '"') {
            byte name = bytes[p + 1];
            p += 4;
            int start = p;
            if (name == 'r') {
                int letters = 0;
                for (; bytes[p] >= 'A' && bytes[p] <= 'Z'; p++) {
                    letters = letters * 26 + bytes[p] - 'A' + 1;
                }
                if (p == start || p - start > 3) {
                    return false;
                }
                in = letters - 1;
                if ((XmlBytes.eight(bytes, p) & rowMask) == rowDigits) {
                    p += rowLength;
                }
                while (bytes[p] >= '0' && bytes[p] <= '9') {
                    p++;
                }
            } else if (name == 's') {
                styled = 0;
                for (; bytes[p] >= '0' && bytes[p] <= '9' && p - start < 9; p++) {
                    styled = styled * 10 + bytes[p] - '0';
                }
            } else if (name == 't' && (bytes[p] == 's' || bytes[p] == 'n')) {
                typed = (char) bytes[p++];
            } else if (name == 't' && xml.isAt(p, INLINE_TYPE)) {
                typed = 'i';
                p += INLINE_TYPE.length;
            } else {
                return false;
            }
            if (bytes[p] != '"' || p == start) {
                return false;
            }
            p++;
        }
        if (typed == 'i') {
            return readUsualText(p, in, styled);
        }
        if (bytes[p] != '>' || bytes[p + 1] != '<' || bytes[p + 2] != 'v' || bytes[p + 3] != '>') {
            return false;
        }
        int from = p + 4;
        int to = from;
        int whole = 0;
        for (; bytes[to] >= '0' && bytes[to] <= '9' && to - from < 9; to++) {
            whole = whole * 10 + bytes[to] - '0';
        }
        boolean isWhole = bytes[to] == '<';
        while (bytes[to] != '<') {
            to++;
        }
        if (to == from || XmlBytes.eight(bytes, to) != VALUE_AND_CELL_END) {
            return false;
        }
        column = in;
        style = styled;
        formula = false;
        if (typed == 's') {
            addShared(isWhole ? whole : xml.digits(from, to));
        } else if (!isWhole) {
            addNumber(from, to);
        } else {
            keep(numbers.cell(whole, bytes, from, to, styles.isDate(style)));
        }
        xml.at = to + VALUE_END.length + CELL_END.length;
        return true;
    }

    /** The same of a text that stands in its cell, {@code <c r="A1" s="2" t="inlineStr"><is><t>text</t></is></c>}. */
    private boolean readUsualText(int p, int in, int styled) throws IOException, Unfamiliar {
        if (!xml.isAt(p, INLINE_START)) {
            return false;
        }
        byte[] bytes = xml.bytes;
        int from = p + INLINE_START.length;
        int to = from;
        while (bytes[to] != '<') {
            to++;
        }
        if (!xml.isAt(to, INLINE_END)) {
            return false;
        }
        column = in;
        style = styled;
        formula = false;
        addText(from, to);
        xml.at = to + INLINE_END.length;
        return true;
    }

    private int address(int from, int to) throws Unfamiliar {
        int read = 0;
        int p = from;
        for (; p < to && xml.bytes[p] >= 'A' && xml.bytes[p] <= 'Z' && p - from < 4; p++) {
            read = read * 26 + xml.bytes[p] - 'A' + 1;
        }
        for (int q = p; q < to; q++) {
            if (xml.bytes[q] < '0' || xml.bytes[q] > '9') {
                throw new Unfamiliar();
            }
        }
        if (p == from) {
            throw new Unfamiliar();
        }
        return read - 1;
    }

    /** One letter for each type: that of OOXML, where it has one; r for "str", i for "inlineStr". */
    private char type(int from, int to) throws Unfamiliar {
        byte[] bytes = xml.bytes;
        int length = to - from;
        char first = (char) bytes[from];
        if (length == 1 && (first == 's' || first == 'n' || first == 'b' || first == 'e' || first == 'd')) {
            return first;
        } else if (length == 3 && first == 's' && bytes[from + 1] == 't' && bytes[from + 2] == 'r') {
            return 'r';
        } else if (length == 9 && new String(bytes, from, 9, StandardCharsets.ISO_8859_1).equals("inlineStr")) {
            return 'i';
        }
        throw new Unfamiliar();
    }

    private void readContent() throws IOException, XmlBytes.Cut, Unfamiliar {
        boolean filled = false;
        while (true) {
            xml.space();
            if (starts(VALUE)) {
                filled |= readValue(filled);
            } else if (starts(INLINE)) {
                filled |= readInline(filled);
            } else if (starts(FORMULA)) {
                if (filled) {
                    // the value has been kept already, as if there were no formula
                    throw new Unfamiliar();
                }
                formula = true;
                if (!xml.restOfTag()) {
                    int from = xml.at;
                    xml.toTag();
                    int to = xml.at;
                    xml.expect(FORMULA_END);
                    xml.text(from, to);
                }
            } else {
                xml.expect(CELL_END);
                if (!filled) {
                    cells.add(column, Kind.EMPTY, "", Double.NaN, formula, false, null);
                }
                return;
            }
        }
    }

    /** Goes behind the name of the tag if it is the one that stands here. */
    private boolean starts(byte[] tag) throws XmlBytes.Cut {
        int start = xml.at;
        if (xml.skips(tag) && XmlBytes.isNameEnd(xml.bytes[xml.at])) {
            return true;
        }
        xml.at = start;
        return false;
    }

    private boolean readValue(boolean filled) throws IOException, XmlBytes.Cut, Unfamiliar {
        if (xml.restOfTag()) {
            return false;
        }
        int from = xml.at;
        xml.toTag();
        int to = xml.at;
        xml.expect(VALUE_END);
        if (from == to) {
            return false;
        } else if (filled) {
            throw new Unfamiliar();
        }
        switch (type) {
            case 's' -> addShared(xml.digits(from, to));
            case 'n' -> addNumber(from, to);
            case 'b' -> {
                if (to - from != 1 || xml.bytes[from] != '0' && xml.bytes[from] != '1') {
                    throw new Unfamiliar();
                }
                keep(xml.bytes[from] == '1' ? TRUE : FALSE);
            }
            case 'e' -> addText(Kind.ERROR, rich.raw(from, to), false);
            case 'd' -> keep(IsoDate.cell(rich.raw(from, to), date1904));
            default -> addText(from, to);
        }
        return true;
    }

    private boolean readInline(boolean filled) throws IOException, XmlBytes.Cut, Unfamiliar {
        if (filled) {
            throw new Unfamiliar();
        }
        if (xml.restOfTag()) {
            throw new Unfamiliar();
        }
        if (rich.readsPlain()) {
            addText(rich.from(), rich.to());
        } else {
            String text = rich.read();
            addText(Kind.TEXT, text, rich.struck());
        }
        return true;
    }

    private void addShared(int index) throws SourceException, Unfamiliar {
        SourceCell cell = strings.cell(index);
        if (cell == null) {
            throw new Unfamiliar();
        }
        keep(cell);
    }

    private void addText(int from, int to) throws IOException, Unfamiliar {
        if (to - from > limits.maxCellChars()) {
            addText(Kind.TEXT, rich.text(from, to), false);
            return;
        }
        int hash = texts.find(column, xml.bytes, from, to);
        SourceCell cell = texts.found();
        if (cell == null) {
            cell = SourceCell.text(rich.text(from, to));
            texts.keep(hash, xml.bytes, from, to, cell);
        }
        keep(cell);
    }

    private void addText(Kind kind, String text, boolean struck) throws SourceException {
        keep(text.isEmpty() ? SourceCell.EMPTY : new SourceCell(kind, text, Double.NaN, false, struck, false, null));
    }

    private void addNumber(int from, int to) throws SourceException, Unfamiliar {
        boolean date = styles.isDate(style);
        SourceCell cell = numbers.cell(xml.bytes, from, to, date);
        if (cell == null) {
            addOddNumber(from, to, date);
        } else {
            keep(cell);
        }
    }

    private void addOddNumber(int from, int to, boolean date) throws SourceException, Unfamiliar {
        String text = rich.raw(from, to);
        double value = Numbers.parse(text);
        if (Double.isNaN(value)) {
            addText(Kind.TEXT, text, false);
        } else {
            keep(NumberCells.cell(value, date));
        }
    }

    /** Keeps the cell as it is, or a copy that says what is the matter with this one. */
    private void keep(SourceCell cell) throws SourceException {
        boolean struck = styles.isStruck(style);
        if (formula || struck) {
            cells.add(column, cell.kind(), cell.text(), cell.number(), formula, struck || cell.struck(), null);
        } else {
            cells.add(column, cell);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
