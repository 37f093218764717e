package ukaz.app.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.StagedRow;

/**
 * A row, or the end of a file, with all that is to be staged of it.
 *
 * @param end the end of the file; null for a row
 */
record CheckedRow(List<StagedRow> rows, RowEvent.@Nullable End end) {}
