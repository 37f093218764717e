package ukaz.ingest.profile;

import java.util.List;
import java.util.stream.Collectors;
import ukaz.ingest.table.SheetTables;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Fault;
import ukaz.model.SourceRef;

/**
 * What is recognised in a file.
 *
 * @param faults what cannot be read of it
 */
public record Profile(String file, String format, List<SheetProfile> sheets, List<Fault> faults) {

    public Profile {
        sheets = List.copyOf(sheets);
        faults = List.copyOf(faults);
    }

    /** A sheet and its tables from the top to the bottom. */
    public record SheetProfile(SheetTables sheet, List<TableProfile> tables) {

        public SheetProfile {
            tables = List.copyOf(tables);
        }
    }

    /** A table and its columns from the left to the right. */
    public record TableProfile(TableLayout layout, List<ColumnProfile> columns) {

        public TableProfile {
            columns = List.copyOf(columns);
        }

        /** The columns, by their letters, of which a blank cell may mean the same as the one above: "A, B". */
        public String lettersOfAbove() {
            return columns.stream()
                    .filter(column -> column.above() != null)
                    .map(column -> SourceRef.columnLetters(column.column().index()))
                    .collect(Collectors.joining(", "));
        }
    }
}
