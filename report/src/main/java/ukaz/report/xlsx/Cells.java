package ukaz.report.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import ukaz.report.out.Utf8Out;

/**
 * Writes rows and cells of one sheet, from left to right and top to bottom.
 *
 * <p>Cells do not say where they stand: each follows the one before it, as the format allows. With their addresses, no two of
 * which are alike, the file would be half as large again and take half as long again to compress.
 */
public final class Cells {

    private static final byte[][] OPEN_SHARED = new byte[Look.values().length][];
    private static final byte[][] OPEN_INLINE = new byte[Look.values().length][];
    private static final byte[][] OPEN_NUMBER = new byte[Look.values().length][];
    private static final byte[][] OPEN_FORMULA = new byte[Look.values().length][];
    private static final byte[][] BLANK = new byte[Look.values().length][];
    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] HEIGHT = ascii("\" ht=\"");
    private static final byte[] CUSTOM = ascii("\" customHeight=\"1");
    private static final byte[] END_TAG = ascii("\">");
    private static final byte[] END_ROW = ascii("</row>");
    private static final byte[] NOTHING = ascii("<c/>");
    private static final byte[] LINK_TEXT = ascii("\",\"");
    private static final byte[] LINK_VALUE = ascii("\")</f><v>");
    private static final byte[] SPACE = ascii(" xml:space=\"preserve\">");
    private static final byte[] NO_SPACE = ascii(">");
    private static final byte[] END_VALUE = ascii("</v></c>");
    private static final byte[] END_INLINE = ascii("</t></is></c>");

    static {
        for (Look look : Look.values()) {
            int i = look.ordinal();
            // 0 is the default, but LibreOffice gives a cell that does not say so another look
            String style = "<c s=\"" + i + "\"";
            OPEN_SHARED[i] = ascii(style + " t=\"s\"><v>");
            OPEN_INLINE[i] = ascii(style + " t=\"inlineStr\"><is><t");
            OPEN_NUMBER[i] = ascii(style + "><v>");
            OPEN_FORMULA[i] = ascii(style + " t=\"str\"><f>");
            BLANK[i] = ascii(style + "/>");
        }
    }

    /** The cells of a row, until its height is known. */
    private static final class Held extends ByteArrayOutputStream {
        void moveTo(Utf8Out out) throws IOException {
            out.put(buf, 0, count);
            reset();
        }
    }

    private final XlsxFile file;
    private final double[] widths;
    private final Held held = new Held();
    private final Utf8Out out = new Utf8Out(held);
    private int row;
    private int column;
    private int skipped;
    private int lines;

    /** @param widths of the columns, where rows are to be as high as their texts; empty elsewhere */
    Cells(XlsxFile file, double... widths) {
        this.file = file;
        this.widths = widths;
    }

    /** The row being written or written last, from 1; 0 before the first. */
    public int row() {
        return row;
    }

    void startRow(int number) {
        row = number;
        column = 0;
        skipped = 0;
        lines = 1;
    }

    /** The most lines that a text of the row takes in its column. */
    int lines() {
        return lines;
    }

    /** @param height in points; 0 for the standard */
    void endRow(double height) throws IOException {
        Utf8Out sheet = file.out();
        sheet.put(ROW).put(row);
        if (height > 0) {
            sheet.put(HEIGHT).put(Math.round(height)).put(CUSTOM);
        }
        sheet.put(END_TAG);
        out.flush();
        held.moveTo(sheet);
        sheet.put(END_ROW);
    }

    /** Text that returns in many rows. */
    public Cells shared(String text, Look look) throws IOException {
        if (text.isEmpty()) {
            return blank(look);
        }
        int index = file.share(text);
        if (index < 0) {
            return text(text, look);
        }
        measure(text, look);
        open(OPEN_SHARED[safe(text, look).ordinal()]);
        out.put(index).put(END_VALUE);
        return this;
    }

    /** Text that hardly returns. */
    public Cells text(String text, Look look) throws IOException {
        if (text.isEmpty()) {
            return blank(look);
        }
        measure(text, look);
        open(OPEN_INLINE[safe(text, look).ordinal()]);
        out.put(CellText.keepsSpace(text) ? SPACE : NO_SPACE)
                .xmlText(CellText.of(text))
                .put(END_INLINE);
        return this;
    }

    public Cells number(long number, Look look) throws IOException {
        open(OPEN_NUMBER[look.ordinal()]);
        out.put(number).put(END_VALUE);
        return this;
    }

    /**
     * A link into a workbook.
     *
     * @param formula its beginning, up to the address of the cell
     * @param address where it leads, and what it shows; plain characters
     */
    public Cells link(String formula, String address, Look look) throws IOException {
        measure(address, look);
        open(OPEN_FORMULA[look.ordinal()]);
        out.xmlText(formula)
                .ascii(address)
                .put(LINK_TEXT)
                .ascii(address)
                .put(LINK_VALUE)
                .ascii(address)
                .put(END_VALUE);
        return this;
    }

    /** A formula with the text it yields. */
    public Cells formula(String formula, String yields, Look look) throws IOException {
        measure(yields, look);
        open(OPEN_FORMULA[look.ordinal()]);
        out.xmlText(formula).put("</f><v>").xmlText(yields).put(END_VALUE);
        return this;
    }

    /** An empty cell that has a look. */
    public Cells blank(Look look) throws IOException {
        if (look == Look.PLAIN || look == Look.WRAPPED) {
            return skip(1);
        }
        return open(BLANK[look.ordinal()]);
    }

    /** Leaves cells out. */
    public Cells skip(int cells) {
        skipped += cells;
        column += cells;
        return this;
    }

    private static Look safe(String text, Look look) {
        return (look == Look.PLAIN || look == Look.WRAPPED) && CellText.looksLikeFormula(text) ? Look.QUOTED : look;
    }

    private Cells open(byte[] attributes) throws IOException {
        for (; skipped > 0; skipped--) {
            out.put(NOTHING);
        }
        out.put(attributes);
        column++;
        return this;
    }

    private void measure(String text, Look look) {
        if (column < widths.length && look.raisesRow) {
            lines = Math.max(lines, TextLines.of(text, widths[column]));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
