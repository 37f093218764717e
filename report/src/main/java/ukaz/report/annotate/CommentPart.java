package ukaz.report.annotate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.model.SourceRef;
import ukaz.report.out.Utf8Out;
import ukaz.report.xlsx.CellText;

/** The comments of a sheet and the boxes they are drawn in: new ones, or added to those that the sheet has. */
final class CommentPart {

    private static final String AUTHOR = "Ukaz";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String BOX_TYPE = "_x0000_t202";
    private static final String DRAWING_NAMESPACES = " xmlns:v=\"urn:schemas-microsoft-com:vml\""
            + " xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";
    private static final int FIRST_BOX = 1025;
    private static final int LETTERS_PER_LINE = 42;
    private static final int MOST_LINES = 24;
    private static final int LAST_COLUMN = 16_383;

    private final SheetMarks marks;
    private final Set<Long> known = new HashSet<>();

    CommentPart(SheetMarks marks) {
        this.marks = marks;
    }

    /** @param main namespace of the sheet's own elements */
    void write(OutputStream to, String main) throws IOException {
        Utf8Out out = new Utf8Out(to);
        out.put(XML + "<comments xmlns=\"" + main + "\"><authors><author>" + AUTHOR
                + "</author></authors><commentList>");
        for (int i = 0; i < marks.size(); i++) {
            String text = marks.textAt(i);
            if (text != null) {
                out.put(comment(marks.placeAt(i), text, 0, ""));
            }
        }
        out.put("</commentList></comments>");
        out.flush();
    }

    /** Copies the comments of the sheet, adding to each what is said at its cell, and the others behind them. */
    void merge(InputStream in, OutputStream out, long most) throws IOException {
        TagScan scan = new TagScan(in, out, most);
        int authors = 0;
        @Nullable String addition = null;
        boolean inRun = false;
        while (scan.next()) {
            if (scan.is("author") && !scan.isEnd()) {
                authors++;
            } else if (scan.is("authors") && (scan.isEnd() || scan.isEmpty())) {
                String author = "<" + scan.prefix() + "author>" + AUTHOR + "</" + scan.prefix() + "author>";
                close(scan, author);
            } else if (scan.is("comment") && !scan.isEnd()) {
                addition = additionAt(scan.attribute("ref"));
            } else if (addition != null && scan.is("r")) {
                inRun = !scan.isEnd() && !scan.isEmpty();
            } else if (addition != null && !inRun && scan.is("t") && !scan.isEmpty()) {
                // Readers take runs for the whole text where there are any.
                wrap(scan);
            } else if (addition != null && closesText(scan)) {
                close(scan, run(scan.prefix(), "\n\n" + addition));
                addition = null;
            } else if (scan.is("commentList") && (scan.isEnd() || scan.isEmpty())) {
                closeList(scan, authors);
            }
        }
    }

    private static void wrap(TagScan scan) throws IOException {
        if (scan.isEnd()) {
            scan.put();
            scan.write("</" + scan.prefix() + "r>");
        } else {
            scan.write("<" + scan.prefix() + "r>");
        }
    }

    /** True where what is added to a text belongs: at its end, or in front of its readings. */
    private static boolean closesText(TagScan scan) {
        return scan.is("text") && (scan.isEnd() || scan.isEmpty())
                || !scan.isEnd() && (scan.is("rPh") || scan.is("phoneticPr"));
    }

    private static void close(TagScan scan, String more) throws IOException {
        if (scan.isEmpty() && !scan.is("phoneticPr")) {
            String end = "</" + scan.prefix() + scan.name() + ">";
            scan.put(Attributes.opened(scan.tag()) + more + end);
        } else {
            scan.write(more);
        }
    }

    private void closeList(TagScan scan, int author) throws IOException {
        String prefix = scan.prefix();
        boolean empty = scan.isEmpty();
        if (empty) {
            scan.put(Attributes.opened(scan.tag()));
        }
        for (int i = 0; i < marks.size(); i++) {
            String text = marks.textAt(i);
            if (text != null && !known.contains(marks.placeAt(i))) {
                scan.write(comment(marks.placeAt(i), text, author, prefix));
            }
        }
        if (empty) {
            scan.write("</" + prefix + "commentList>");
        }
    }

    private @Nullable String additionAt(@Nullable String reference) {
        long place = place(reference == null ? "" : reference.toUpperCase(Locale.ROOT));
        int at = marks.from(place);
        if (place < 0 || at >= marks.size() || marks.placeAt(at) != place) {
            return null;
        }
        String text = marks.textAt(at);
        if (text != null) {
            known.add(place);
        }
        return text;
    }

    private static long place(String reference) {
        int at = 0;
        int column = 0;
        while (at < reference.length() && at < 3 && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z') {
            column = column * 26 + reference.charAt(at++) - 'A' + 1;
        }
        int row = SheetRewrite.number(reference.substring(at), -1);
        return column == 0 || row < 1 ? -1 : SheetMarks.place(row, column - 1);
    }

    private static String comment(long place, String text, int author, String prefix) {
        return "<" + prefix + "comment ref=\"" + SourceRef.columnLetters(SheetMarks.column(place))
                + SheetMarks.row(place)
                + "\" authorId=\"" + author + "\"><" + prefix + "text>" + run(prefix, text) + "</" + prefix + "text></"
                + prefix + "comment>";
    }

    private static String run(String prefix, String text) {
        return "<%1$sr><%1$srPr><%1$ssz val=\"9\"/><%1$srFont val=\"Tahoma\"/></%1$srPr><%1$st xml:space=\"preserve\">"
                        .formatted(prefix)
                + Attributes.ascii(CellText.of(text))
                + "</%1$st></%1$sr>".formatted(prefix);
    }

    /** Draws the boxes of the comments; after {@link #merge}, of those alone that the sheet did not have. */
    void draw(OutputStream to) throws IOException {
        Utf8Out out = new Utf8Out(to);
        out.put("<xml" + DRAWING_NAMESPACES + "><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>"
                + "</o:shapelayout>" + boxType(""));
        int box = FIRST_BOX;
        for (int i = 0; i < marks.size(); i++) {
            String text = marks.textAt(i);
            if (text != null && !known.contains(marks.placeAt(i))) {
                out.put(box(marks.placeAt(i), text, box++, ""));
            }
        }
        out.put("</xml>");
        out.flush();
    }

    /** Copies the drawing, and draws the boxes of the new comments behind the others. */
    void mergeDrawing(InputStream in, OutputStream out, long most) throws IOException {
        TagScan scan = new TagScan(in, out, most);
        int box = FIRST_BOX;
        boolean typed = false;
        boolean whole = false;
        int depth = 0;
        while (scan.next()) {
            if (scan.isEnd() && depth == 1 && !whole) {
                if (!typed) {
                    scan.write(boxType(DRAWING_NAMESPACES));
                }
                for (int i = 0; i < marks.size(); i++) {
                    String text = marks.textAt(i);
                    if (text != null && !known.contains(marks.placeAt(i))) {
                        scan.write(box(marks.placeAt(i), text, box++, DRAWING_NAMESPACES));
                    }
                }
                whole = true;
            }
            String id = scan.isEnd() ? null : scan.attribute("id");
            if (id != null && scan.is("shapetype")) {
                typed |= id.equals(BOX_TYPE);
            } else if (id != null && scan.is("shape") && id.startsWith("_x0000_s")) {
                box = Math.max(box, SheetRewrite.number(id.substring(8), 0) + 1);
            }
            if (scan.isEnd()) {
                depth--;
            } else if (!scan.isEmpty() && !scan.is("br")) {
                depth++;
            }
        }
        if (!whole) {
            throw new NotCopyableException("a drawing that breaks off");
        }
    }

    private static String boxType(String namespaces) {
        return "<v:shapetype" + namespaces + " id=\"" + BOX_TYPE + "\" coordsize=\"21600,21600\" o:spt=\"202\""
                + " path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>"
                + "<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
    }

    private static String box(long place, String text, int number, String namespaces) {
        int row = SheetMarks.row(place) - 1;
        int column = SheetMarks.column(place);
        int left = Math.min(column + 1, LAST_COLUMN - 4);
        int lines = 1;
        int line = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || ++line > LETTERS_PER_LINE) {
                lines++;
                line = 0;
            }
        }
        int height = Math.min(lines, MOST_LINES) + 1;
        return "<v:shape" + namespaces + " id=\"_x0000_s" + number + "\" type=\"#" + BOX_TYPE
                + "\" style=\"position:absolute;margin-left:60pt;margin-top:2pt;width:230pt;height:" + height * 12
                + "pt;z-index:1;visibility:hidden\" fillcolor=\"#fffbe6\" o:insetmode=\"auto\"><v:fill color2=\"#fffbe6\"/>"
                + "<v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
                + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>" + left + ", 12, "
                + row + ", 2, " + (left + 4) + ", 12, " + (row + height)
                + ", 2</x:Anchor><x:AutoFill>False</x:AutoFill>"
                + "<x:Row>" + row + "</x:Row><x:Column>" + column + "</x:Column></x:ClientData></v:shape>";
    }
}
