package ukaz.ingest.store;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.table.TableLayout;
import ukaz.model.AwardRecord;
import ukaz.model.Finding;
import ukaz.model.RowCounts;
import ukaz.model.SkippedRow;

/**
 * What one row, or one event at the edge of a table, adds to the store.
 *
 * @param sheet index of the sheet, -1 where the file as a whole is meant
 * @param sheetName null for a text file
 * @param layout a table that begins here; null otherwise
 * @param skipped the row, where it became no record; null otherwise
 * @param counts how many rows this accounts for
 */
public record StagedRow(
        int sheet,
        @Nullable String sheetName,
        @Nullable TableLayout layout,
        List<AwardRecord> records,
        List<StoredChange> changes,
        List<Finding> findings,
        @Nullable SkippedRow skipped,
        RowCounts counts) {

    /** The records in the order in which they are stored. */
    public List<AwardRecord> inOrder() {
        return records.size() == 1
                ? records
                : records.stream()
                        .sorted(Comparator.comparingInt(AwardRecord::group))
                        .toList();
    }
}
