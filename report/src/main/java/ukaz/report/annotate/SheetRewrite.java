package ukaz.report.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.model.Severity;
import ukaz.model.SourceRef;

/** Copies a sheet, giving the marked cells their formats; cells and rows that it lacks are put in where they belong. */
final class SheetRewrite {

    /** What may stand behind the drawing of the comments, in a sheet's own order. */
    private static final Set<String> BEHIND_DRAWING = Set.of(
            "legacyDrawingHF",
            "drawingHF",
            "picture",
            "oleObjects",
            "controls",
            "webPublishItems",
            "tableParts",
            "extLst");

    private static final int SHEET_DEPTH = 1;

    private record Columns(int first, int last, int style) {}

    private final SheetMarks marks;
    private final StylePart styles;
    private final String drawingTag;
    private final List<Columns> columns = new ArrayList<>();
    private int row;
    private int column;
    private int rowStyle;
    /** The next mark that no cell has taken. */
    private int next;

    private boolean inData;
    private boolean drawn;
    private String prefix = "";
    private int depth;

    /**
     * @param drawing id of the relationship to the drawing of the comments; null where the sheet has one
     * @param relations namespace of relationships in this workbook
     */
    SheetRewrite(SheetMarks marks, StylePart styles, @Nullable String drawing, String relations) {
        this.marks = marks;
        this.styles = styles;
        this.drawn = drawing == null;
        this.drawingTag = "legacyDrawing xmlns:r=\"" + relations + "\" r:id=\"" + drawing + "\"/>";
    }

    void copy(InputStream in, OutputStream out, long most) throws IOException {
        TagScan scan = new TagScan(in, out, most);
        boolean hasData = false;
        while (scan.next()) {
            if (scan.is("sheetData") && depth <= SHEET_DEPTH + 1) {
                hasData = true;
                prefix = scan.prefix();
                data(scan);
            } else if (inData) {
                if (scan.is("row")) {
                    row(scan);
                } else if (scan.is("c")) {
                    cell(scan);
                }
            } else if (scan.is("col") && !scan.isEnd()) {
                columns.add(new Columns(
                        number(scan.attribute("min"), 1) - 1,
                        number(scan.attribute("max"), 1) - 1,
                        number(scan.attribute("style"), 0)));
            } else if (!drawn && hasData) {
                draw(scan);
            }
            if (scan.isEnd()) {
                depth--;
            } else if (!scan.isEmpty()) {
                depth++;
            }
        }
        if (!hasData || !drawn) {
            throw new NotCopyableException("a sheet without data");
        }
    }

    private void data(TagScan scan) throws IOException {
        if (scan.isEmpty()) {
            scan.put(Attributes.opened(scan.tag()));
            rowsUpTo(scan, Integer.MAX_VALUE);
            scan.write("</" + scan.prefix() + "sheetData>");
        } else if (scan.isEnd()) {
            rowsUpTo(scan, Integer.MAX_VALUE);
            inData = false;
        } else {
            inData = true;
        }
    }

    private void draw(TagScan scan) throws IOException {
        boolean end = scan.isEnd() && depth == SHEET_DEPTH;
        boolean behind = !scan.isEnd()
                && depth == SHEET_DEPTH
                && (BEHIND_DRAWING.contains(scan.name()) || scan.is("AlternateContent"));
        if (scan.is("legacyDrawing")) {
            drawn = true;
        } else if (end || behind) {
            scan.write("<" + prefix + drawingTag);
            drawn = true;
        }
    }

    private void row(TagScan scan) throws IOException {
        if (scan.isEnd()) {
            cellsUpTo(scan, Integer.MAX_VALUE);
            return;
        }
        int number = number(scan.attribute("r"), row + 1);
        rowsUpTo(scan, number);
        row = number;
        column = -1;
        rowStyle = "1".equals(scan.attribute("customFormat")) ? number(scan.attribute("s"), 0) : -1;
        next = marks.from(SheetMarks.place(row, 0));
        boolean marked = next < marks.size() && SheetMarks.row(marks.placeAt(next)) == row;
        if (!marked) {
            return;
        }
        String tag = fitsSpans(scan.attribute("spans")) ? scan.tag() : Attributes.without(scan.tag(), "spans");
        if (scan.isEmpty()) {
            scan.put(Attributes.opened(tag));
            cellsUpTo(scan, Integer.MAX_VALUE);
            scan.write("</" + scan.prefix() + "row>");
        } else {
            scan.put(tag);
        }
    }

    /** True where the hint on which columns the row uses stays right. */
    private boolean fitsSpans(@Nullable String spans) {
        if (spans == null) {
            return true;
        }
        int colon = spans.indexOf(':');
        if (colon < 0 || spans.indexOf(' ') >= 0) {
            return false;
        }
        int first = number(spans.substring(0, colon), 1) - 1;
        int last = number(spans.substring(colon + 1), 1) - 1;
        for (int i = next; i < marks.size() && SheetMarks.row(marks.placeAt(i)) == row; i++) {
            int marked = SheetMarks.column(marks.placeAt(i));
            if (marked < first || marked > last) {
                return false;
            }
        }
        return true;
    }

    private void cell(TagScan scan) throws IOException {
        if (scan.isEnd()) {
            return;
        }
        column = columnOf(scan.attribute("r"), column + 1);
        cellsUpTo(scan, column);
        if (next < marks.size() && marks.placeAt(next) == SheetMarks.place(row, column)) {
            Severity severity = marks.severityAt(next++);
            if (severity != null) {
                int style = styles.marked(number(scan.attribute("s"), 0), severity);
                scan.put(Attributes.with(scan.tag(), "s", Integer.toString(style)));
            }
        }
    }

    /** Puts in the marked cells of this row in front of the column that it lacks. */
    private void cellsUpTo(TagScan scan, int before) throws IOException {
        while (next < marks.size()) {
            long place = marks.placeAt(next);
            if (SheetMarks.row(place) != row || SheetMarks.column(place) >= before) {
                return;
            }
            Severity severity = marks.severityAt(next++);
            if (severity != null) {
                int missing = SheetMarks.column(place);
                int base = rowStyle >= 0 ? rowStyle : columnStyle(missing);
                scan.write("<" + scan.prefix() + "c r=\"" + SourceRef.columnLetters(missing) + row + "\" s=\""
                        + styles.marked(base, severity) + "\"/>");
            }
        }
    }

    private int columnStyle(int of) {
        for (Columns each : columns) {
            if (of >= each.first && of <= each.last) {
                return each.style;
            }
        }
        return 0;
    }

    /** Puts in the marked rows in front of this one that the sheet lacks. */
    private void rowsUpTo(TagScan scan, int before) throws IOException {
        next = marks.from(SheetMarks.place(row + 1, 0));
        while (next < marks.size() && SheetMarks.row(marks.placeAt(next)) < before) {
            if (marks.severityAt(next) == null) {
                next++;
                continue;
            }
            row = SheetMarks.row(marks.placeAt(next));
            rowStyle = -1;
            scan.write("<" + scan.prefix() + "row r=\"" + row + "\">");
            cellsUpTo(scan, Integer.MAX_VALUE);
            scan.write("</" + scan.prefix() + "row>");
        }
    }

    private static int columnOf(@Nullable String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char c = reference.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
            } else if (c >= 'a' && c <= 'z') {
                column = column * 26 + c - 'a' + 1;
            } else {
                break;
            }
        }
        return column == 0 ? otherwise : column - 1;
    }

    static int number(@Nullable String digits, int otherwise) {
        if (digits == null || digits.isEmpty() || digits.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
