package ukaz.ingest.table;

import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceRow;

/**
 * A row that is not blank, and what it is.
 *
 * @param table the table it belongs to; null above the first header of a sheet and where a sheet has no table
 * @param code empty for a record; for any other row what it was taken for: {@code title}, {@code header}, {@code total} …
 * @param blankBefore how many blank rows stand between it and the one before
 */
public record TableRow(Sheet sheet, @Nullable Table table, SourceRow row, RowKind kind, String code, int blankBefore) {}
