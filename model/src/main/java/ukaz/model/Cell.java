package ukaz.model;

/**
 * Where a value stands in the source and what was typed there.
 *
 * @param column counted from 0; -1 where the value stands in no cell but in a mapping
 * @param above in how many rows above that of its record it stands, where a blank cell means the same as above
 * @param title the column's title as the source has it
 * @param text the value as typed; empty for an empty cell
 */
public record Cell(int column, int above, String title, String text) {

    /** A cell of the record's own row. */
    public Cell(int column, String title, String text) {
        this(column, 0, title, text);
    }

    public boolean isEmpty() {
        return isBlank(text);
    }

    /** True where a text is white space alone; most begin with a letter or a figure, and that is seen at once. */
    public static boolean isBlank(String text) {
        if (text.isEmpty()) {
            return true;
        }
        char first = text.charAt(0);
        boolean written = first > ' ' && first < 0x7F || first >= 0x400 && first < 0x530;
        return !written && text.isBlank();
    }
}
