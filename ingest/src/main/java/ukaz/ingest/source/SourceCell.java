package ukaz.ingest.source;

import org.jspecify.annotations.Nullable;
import ukaz.model.Cell;

/**
 * One cell as the file has it: text is as typed, numbers are raw, dates are serials that nobody has displayed yet.
 *
 * @param kind what is stored
 * @param text the text of a TEXT or ERROR cell, {@code TRUE} or {@code FALSE} of a BOOLEAN one; for a NUMBER or DATE the
 *     shortest decimal notation of the stored number, as {@link #plain(double)} writes it
 * @param number the stored number of a NUMBER or DATE cell (for a DATE the serial, unconverted, negative before 1900);
 *     NaN otherwise
 * @param formula true where the value is the cached result of a formula
 * @param struck true where the cell is struck through
 * @param hidden true where its column is hidden
 * @param comment text of the comment or note on it; null where there is none
 */
public record SourceCell(
        Kind kind,
        String text,
        double number,
        boolean formula,
        boolean struck,
        boolean hidden,
        @Nullable String comment) {

    /** What a cell stores. */
    public enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        /** A number whose cell format is a date's. */
        DATE,
        BOOLEAN,
        /** {@code #REF!} and the like. */
        ERROR
    }

    public static final SourceCell EMPTY = new SourceCell(Kind.EMPTY, "", Double.NaN, false, false, false, null);

    public static SourceCell text(String text) {
        return text.isEmpty() ? EMPTY : new SourceCell(Kind.TEXT, text, Double.NaN, false, false, false, null);
    }

    public static SourceCell number(double number) {
        return new SourceCell(Kind.NUMBER, plain(number), number, false, false, false, null);
    }

    public static SourceCell date(double serial) {
        return new SourceCell(Kind.DATE, plain(serial), serial, false, false, false, null);
    }

    /** True where nothing is in it but white space. */
    public boolean isBlank() {
        return kind == Kind.EMPTY || kind == Kind.TEXT && Cell.isBlank(text);
    }

    /** A whole number without a fraction, any other in its shortest decimal form. */
    public static String plain(double number) {
        long whole = (long) number;
        return whole == number && Math.abs(number) < 1e15 ? Long.toString(whole) : Double.toString(number);
    }
}
