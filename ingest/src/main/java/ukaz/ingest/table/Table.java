package ukaz.ingest.table;

import java.util.List;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceRow;

/**
 * A table on a sheet.
 *
 * @param sample the first rows under its header, to judge its columns by
 * @param advice what a mapping says of it besides its columns
 */
public record Table(Sheet sheet, TableLayout layout, List<SourceRow> sample, TableAdvice advice) {

    public Table {
        sample = List.copyOf(sample);
    }
}
