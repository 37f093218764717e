package ukaz.ingest.table;

import java.util.List;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceRow;

/**
 * A table on a sheet.
 *
 * @param sample the first rows under its header, to judge its columns by
 */
public record Table(Sheet sheet, TableLayout layout, List<SourceRow> sample) {

    public Table {
        sample = List.copyOf(sample);
    }
}
