package ukaz.model;

/**
 * Where a value stands in the source and what was typed there.
 *
 * @param column counted from 0
 * @param title the column's title as the source has it
 * @param text the value as typed; empty for an empty cell
 */
public record Cell(int column, String title, String text) {

    public boolean isEmpty() {
        return text.isBlank();
    }
}
