package ukaz.ingest.source;

import java.util.List;

/**
 * One row as the file has it.
 *
 * @param number counted from 1 as the spreadsheet shows it; for a text file the line on which the record starts
 * @param hidden true where the row is hidden
 * @param cells from column A on, gaps filled with {@link SourceCell#EMPTY}
 */
public record SourceRow(int number, boolean hidden, List<SourceCell> cells) {

    /** The cell of the column counted from 0; empty beyond the last one. */
    public SourceCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SourceCell.EMPTY;
    }

    public boolean isBlank() {
        for (SourceCell cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
