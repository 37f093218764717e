package ukaz.app.job;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.table.SheetTables;
import ukaz.ingest.table.TableRow;
import ukaz.model.Fault;

/** What the reader of a file hands on: its rows, then its end. */
sealed interface RowEvent {

    /** A row that is not blank. */
    record Row(TableRow row) implements RowEvent {}

    /**
     * The end of what is read of the file, or of what could be read of it.
     *
     * @param format null where it could not be told
     * @param startsFile true where it was read from its first sheet on: there is told what concerns the file as a whole
     * @param faults of the file as a whole and of the tables that were read
     */
    record End(
            @Nullable String format,
            SourceSummary.State state,
            boolean startsFile,
            List<SheetTables> sheets,
            List<Fault> faults)
            implements RowEvent {}
}
