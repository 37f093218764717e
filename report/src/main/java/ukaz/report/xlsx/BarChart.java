package ukaz.report.xlsx;

import java.util.List;

/**
 * A bar chart over cells of its own sheet.
 *
 * @param across true for horizontal bars, the first category on top
 * @param categories the labels, from top to bottom of their column
 * @param categoryCells where they stand, {@code 'Summary'!$A$5:$A$9}
 * @param series stacked where there are several
 * @param place the cells it covers
 */
public record BarChart(
        String title, boolean across, List<String> categories, String categoryCells, List<Series> series, Place place) {

    /**
     * The bars of one kind.
     *
     * @param colour six hexadecimal digits
     * @param pointColours a colour for each bar; empty where all have the same
     */
    public record Series(String name, List<Long> values, String valueCells, String colour, List<String> pointColours) {}

    /** From the upper left corner of one cell to that of another, counted from 0. */
    public record Place(int fromColumn, int fromRow, int toColumn, int toRow) {}
}
