package ukaz.report.xlsx;

/** How many lines a text takes in a cell that wraps it. */
public final class TextLines {

    /** No letter is wider than this many digits, by which columns are measured. */
    private static final double WIDEST = 1.1;
    /** What characters take on the whole, a digit being a hundred wide, and the margins of a cell in digits. */
    private static final int CYRILLIC = 108;

    private static final int LATIN = 94;
    private static final int DIGIT = 100;
    private static final int SPACE = 60;
    private static final double MARGINS = 1;

    private TextLines() {}

    /** @param width of the column, in digits */
    public static int of(String text, double width) {
        double inside = Math.max(1, width - MARGINS);
        return text.length() * WIDEST <= inside ? 1 : lines(text, (int) (DIGIT * inside));
    }

    /** Breaks between words as spreadsheets do. */
    private static int lines(String text, int width) {
        int lines = 1;
        int used = 0;
        int word = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c != ' ' && c != '\n') {
                word += c >= '\u0400' ? CYRILLIC : c <= '9' ? DIGIT : LATIN;
                continue;
            }
            if (used > 0 && used + SPACE + word > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? SPACE : 0) + word;
            lines += Math.max(0, used - 1) / width;
            used = used > width ? used % width : used;
            word = 0;
            if (c == '\n' && i < text.length()) {
                lines++;
                used = 0;
            }
        }
        return lines;
    }
}
