package ukaz.ingest.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.table.TableLayout;
import ukaz.model.RowCounts;

/**
 * What was read of one sheet.
 *
 * @param index counted from 0
 * @param name null for a text file
 * @param tables from top to bottom; empty where no header row was recognised
 */
public record SheetSummary(int index, @Nullable String name, List<TableLayout> tables, RowCounts counts) {

    public SheetSummary {
        tables = List.copyOf(tables);
    }
}
