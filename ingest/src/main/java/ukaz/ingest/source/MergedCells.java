package ukaz.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * Cells merged into one over several rows, of which only the uppermost has the value.
 *
 * @param firstRow from 1
 * @param lastRow included
 * @param firstColumn from 0
 * @param lastColumn included
 */
public record MergedCells(int firstRow, int lastRow, int firstColumn, int lastColumn) {

    /** More than any person merges; a file that has more is not asked for the rest. */
    static final int MOST = 1 << 16;

    /** The range as a spreadsheet writes it, "A2:B4"; null where it is none or lies in one row. */
    static @Nullable MergedCells of(@Nullable String range) {
        int colon = range == null ? -1 : range.indexOf(':');
        if (range == null || colon < 0) {
            return null;
        }
        String last = range.substring(colon + 1);
        MergedCells merged = new MergedCells(
                CellAddress.row(range.substring(0, colon)),
                CellAddress.row(last),
                CellAddress.column(range),
                CellAddress.column(last));
        return merged.isPlausible() ? merged : null;
    }

    /** Whether it goes over several rows, from the left to the right. */
    boolean isPlausible() {
        return firstRow > 0 && lastRow > firstRow && firstColumn >= 0 && lastColumn >= firstColumn;
    }
}
