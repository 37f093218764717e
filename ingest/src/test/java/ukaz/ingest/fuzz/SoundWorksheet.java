package ukaz.ingest.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worksheet and its shared strings, both as the standard allows, in one of the many ways of writing them: what comes next
 * is chosen by the next byte of the input.
 */
final class SoundWorksheet {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String[] TEXTS = {
        "а",
        "Ж",
        "ё",
        "Иванов",
        " ",
        "  ",
        "\n",
        "\t",
        "\r\n",
        "&amp;",
        "&lt;b&gt;",
        "&#1046;",
        "&#x1D11E;",
        "&quot;",
        "_x0041_",
        "_x000D_",
        "_",
        "_x",
        "_xZZZZ_",
        "_x005F_x0041_",
        "]",
        "'",
        "\"",
        "<![CDATA[<b>&]]>",
        "<!-- c -->",
        "<?p i?>",
        "𝄞",
        "ﬁ",
        "%",
        "№",
        "\u00A0",
        "&#10;",
        "&#13;",
        "\u0301",
        "\uFEFF",
        "1",
        "x"
    };
    private static final String[] NUMBERS = {
        "0",
        "1",
        "-1",
        "007",
        "1.5",
        "-0",
        "1E5",
        "1e-7",
        "1E+2",
        "123456789012345678",
        ".5",
        "5.",
        "0.1",
        "9007199254740993",
        "0.30000000000000004",
        "15000",
        "-3.25",
        "4.9E-324",
        "1.7976931348623157E308",
        "999999999999999",
        "1000000000000000"
    };
    private static final String[] DAYS = {"1949-10-29", "1949-10-29T12:00:00", "1949-10-29T00:00:00.000Z", "1899-01-01"
    };
    private static final String[] ERRORS = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"};

    private final byte[] choices;
    private int next;
    private final StringBuilder sheet = new StringBuilder();
    private final List<String> strings = new ArrayList<>();
    private final String prefix;
    private final int styles;

    SoundWorksheet(byte[] choices) {
        this(choices, 3, null);
    }

    /** One of several worksheets, with so many styles and, unless it is the first one, the strings of that. */
    SoundWorksheet(byte[] choices, int styles, @Nullable SoundWorksheet first) {
        this.choices = choices;
        this.styles = styles;
        this.prefix = choose(8) == 0 ? "x:" : "";
        if (first == null) {
            for (int i = choose(6); i > 0; i--) {
                strings.add(string("si"));
            }
        } else {
            strings.addAll(first.strings);
        }
        write();
    }

    byte[] sheet() {
        return sheet.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] strings() {
        return ("<sst " + names() + ">" + String.join(choose(2) == 0 ? "" : "\n", strings) + "</sst>")
                .replace("<sst", "<" + prefix + "sst")
                .replace("</sst", "</" + prefix + "sst")
                .getBytes(StandardCharsets.UTF_8);
    }

    private int choose(int of) {
        return next < choices.length ? (choices[next++] & 0xFF) % of : 0;
    }

    private String one(String... of) {
        return of[choose(of.length)];
    }

    private String names() {
        return prefix.isEmpty() ? "xmlns='" + MAIN + "'" : "xmlns:x='" + MAIN + "'";
    }

    private String tag(String name, String attributes, String content) {
        String open = "<" + prefix + name + attributes + one("", "", "", " ", "\n");
        return content.isEmpty() && choose(2) == 0 ? open + "/>" : open + ">" + content + "</" + prefix + name + ">";
    }

    private String attribute(String name, String value) {
        String quote = one("\"", "'");
        return one(" ", " ", " ", "  ", "\n") + name + one("=", "=", "=", " = ") + quote + value + quote;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = choose(5); i > 0; i--) {
            text.append(one(TEXTS));
        }
        return text.toString();
    }

    private String string(String name) {
        StringBuilder content = new StringBuilder();
        if (choose(3) == 0) {
            for (int i = choose(4); i > 0; i--) {
                String looks =
                        choose(2) == 0 ? tag("rPr", "", tag("b", "", "") + tag("sz", attribute("val", "11"), "")) : "";
                content.append(tag("r", "", looks + content()));
            }
        } else if (choose(6) != 0) {
            content.append(content());
        }
        if (content.length() > 0 && choose(6) == 0) {
            content.append(tag("rPh", attribute("sb", "0") + attribute("eb", "1"), tag("t", "", "ふ")));
        }
        return tag(name, "", content.toString());
    }

    private String content() {
        return tag("t", choose(2) == 0 ? attribute("xml:space", "preserve") : "", text());
    }

    private void write() {
        sheet.append(one(
                "", "<?xml version='1.0'?>\n", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"));
        sheet.append(one("", "", "<!-- made by hand -->"));
        sheet.append('<').append(prefix).append("worksheet ").append(names()).append('>');
        if (choose(3) == 0) {
            sheet.append(tag(
                    "cols",
                    "",
                    tag("col", attribute("min", "2") + attribute("max", "3") + attribute("hidden", "1"), "")));
        }
        StringBuilder rows = new StringBuilder();
        int row = 0;
        for (int i = choose(12); i > 0; i--) {
            row++;
            String number = "";
            if (choose(3) != 0) {
                row += choose(3);
                number = attribute("r", Integer.toString(row));
            }
            rows.append(tag("row", number + one("", attribute("spans", "1:9"), attribute("hidden", "1")), cells(row)));
            rows.append(one("", "", "\n", "<!-- r -->"));
        }
        sheet.append(tag("sheetData", "", rows.toString()));
        if (choose(4) == 0) {
            sheet.append(tag("mergeCells", "", tag("mergeCell", attribute("ref", "A1:B2"), "")));
        }
        sheet.append("</").append(prefix).append("worksheet>");
    }

    private String cells(int row) {
        StringBuilder cells = new StringBuilder();
        int column = -1;
        for (int i = choose(12); i > 0; i--) {
            column++;
            String address = "";
            if (choose(3) != 0) {
                column += choose(4) == 0 ? choose(60) : 0;
                address = attribute("r", address(column) + row);
            }
            String style = choose(3) == 0 ? attribute("s", Integer.toString(choose(styles))) : "";
            cells.append(cell(address, style)).append(one("", "", "", "\n"));
        }
        return cells.toString();
    }

    private static String address(int column) {
        return (column < 26 ? "" : String.valueOf((char) ('A' + column / 26 - 1))) + (char) ('A' + column % 26);
    }

    private String cell(String address, String style) {
        String formula = choose(4) == 0 ? formula() : "";
        return switch (choose(10)) {
            case 0 -> of(address, style, one("", attribute("t", "n")), formula + tag("v", "", one(NUMBERS)));
            case 1 -> of(address, style, attribute("t", "b"), formula + tag("v", "", one("0", "1")));
            case 2 -> of(address, style, attribute("t", "e"), formula + tag("v", "", one(ERRORS)));
            case 3 -> of(address, style, attribute("t", "inlineStr"), string("is"));
            case 4 ->
                of(
                        address,
                        style,
                        attribute("t", "str"),
                        tag("f", "", "A1") + tag("v", one("", attribute("xml:space", "preserve")), text()));
            case 5 -> of(address, style, "", "");
            case 6 -> of(address, style, one("", attribute("t", "str")), formula());
            case 7 -> of(address, style, attribute("t", "d"), formula + tag("v", "", one(DAYS)));
            default ->
                strings.isEmpty()
                        ? of(address, style, "", tag("v", "", one(NUMBERS)))
                        : of(
                                address,
                                style,
                                attribute("t", "s"),
                                tag("v", "", Integer.toString(choose(strings.size()))));
        };
    }

    private String formula() {
        return switch (choose(6)) {
            case 0 -> tag("f", attribute("t", "shared") + attribute("si", "0") + attribute("ref", "A1:C9"), "A1+1");
            case 1 -> tag("f", attribute("t", "shared") + attribute("si", "0"), "");
            case 2 -> tag("f", attribute("t", "array") + attribute("ref", "A1:A2"), "TRANSPOSE(B1:C1)");
            default -> tag("f", "", one("A1+1", "\"a\"&amp;\"b\"", "DATE(1949,10,29)"));
        };
    }

    private String of(String address, String style, String type, String content) {
        String attributes = switch (choose(3)) {
            case 0 -> address + style + type;
            case 1 -> type + address + style;
            default -> style + type + address;
        };
        return tag("c", attributes, content);
    }

    @Override
    public String toString() {
        return new String(strings(), StandardCharsets.UTF_8) + "\n" + sheet;
    }
}
