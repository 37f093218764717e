package ukaz.ingest.table;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceRow;

/**
 * A row that is not blank, and what it is.
 *
 * @param table the table it belongs to; null above the first header of a sheet and where a sheet has no table
 * @param code empty for a record; for any other row what it was taken for: {@code title}, {@code header}, {@code total} …
 * @param blankBefore how many blank rows stand between it and the one before
 * @param carried the columns whose cells a mapping lets stand for blank ones below them, each with the row it stands in;
 *     {@link #row()} has these cells
 */
public record TableRow(
        Sheet sheet,
        @Nullable Table table,
        SourceRow row,
        RowKind kind,
        String code,
        int blankBefore,
        Map<Integer, Integer> carried) {

    TableRow(Sheet sheet, @Nullable Table table, SourceRow row, RowKind kind, String code, int blankBefore) {
        this(sheet, table, row, kind, code, blankBefore, Map.of());
    }
}
