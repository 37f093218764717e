package ukaz.report.xlsx;

/** Text as a cell of a workbook can hold it. */
public final class CellText {

    /** What a formula begins with, the wide forms of East Asian keyboards included. */
    public static final String FORMULA = "=+-@\t\r＝＋－＠";

    /** The most characters of a cell. */
    static final int MOST = 32_767;

    private CellText() {}

    /** Cuts what a cell cannot hold, visibly, and protects what would be read as an escape ({@code _x0041_}). */
    public static String of(String text) {
        String held = text;
        if (held.length() > MOST) {
            int end = MOST - 1;
            if (Character.isHighSurrogate(held.charAt(end - 1))) {
                end--;
            }
            held = held.substring(0, end) + "…";
        }
        int at = held.indexOf("_x");
        if (at < 0) {
            return held;
        }
        StringBuilder escaped = new StringBuilder(held.length() + 16);
        int done = 0;
        for (; at >= 0; at = held.indexOf("_x", at + 1)) {
            if (isEscape(held, at)) {
                escaped.append(held, done, at).append("_x005F");
                done = at;
            }
        }
        return escaped.append(held, done, held.length()).toString();
    }

    /** True where white space at the edges of the text would be lost without a word to keep it. */
    public static boolean keepsSpace(String text) {
        return text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ';
    }

    private static boolean isEscape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** True where a spreadsheet would take the text for a formula if it were typed. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }
}
