package ukaz.ingest.table;

import java.util.List;
import ukaz.ingest.source.Sheet;
import ukaz.model.Fault;
import ukaz.model.RowCounts;

/**
 * What was found on a sheet that has been read to its end, or as far as it has been read.
 *
 * @param tables from the top to the bottom
 * @param faults of the sheet and of the columns of its tables
 */
public record SheetTables(Sheet sheet, List<TableLayout> tables, RowCounts counts, List<Fault> faults) {

    public SheetTables {
        tables = List.copyOf(tables);
        faults = List.copyOf(faults);
    }
}
