package ukaz.app.job;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SheetRange;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Workbook;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedPlace;
import ukaz.ingest.table.SheetTables;
import ukaz.ingest.table.TableReader;
import ukaz.ingest.table.TableRow;
import ukaz.model.Fault;

/**
 * Reads one file, or some of its sheets, row by row; after a restart it goes on below the last row that was committed.
 *
 * <p>Which one that is the store tells, not the context of the step: the engine keeps that a second time after a chunk that
 * was undone, and it may be ahead of the rows then. What cannot be read is a fault; it never fails the step.
 */
final class RowReader implements Closeable {

    /** A file with more damaged sheets than this is left alone. */
    static final int MOST_FAILURES = 1_000;

    private final Reading reading;
    private final SourceSummary source;
    private final SheetRange sheets;
    private final @Nullable StagedPlace reached;

    private @Nullable Workbook workbook;
    private @Nullable TableReader tables;
    private final List<Fault> failures = new ArrayList<>();
    private long corrected;

    /**
     * For some sheets of a file, or all.
     *
     * @param reached the last row of the file that is known already; null for none
     */
    RowReader(Reading reading, SourceSummary source, SheetRange sheets, @Nullable StagedPlace reached) {
        this.sheets = sheets;
        this.reached = reached;
        this.reading = reading;
        this.source = source;
    }

    void open() {
        try {
            workbook = reading.corrections()
                    .over(Sources.open(source.location(), source.path(), reading.options(), sheets), source.path());
            tables = new TableReader(workbook, source.path(), reading.mapping());
        } catch (SourceException e) {
            failures.add(e.fault());
        }
        if (reached != null) {
            skipWhatIsCommitted(reached);
        }
        corrected = reading.corrections().applied();
    }

    private void skipWhatIsCommitted(StagedPlace committed) {
        while (tables != null && failures.size() < MOST_FAILURES) {
            try {
                tables.skipTo(committed.sheet(), committed.row());
                return;
            } catch (SourceException e) {
                failures.add(e.fault());
            }
        }
    }

    /** The next row, or the end, behind which there is nothing to be read. */
    RowEvent read() {
        TableRow next = nextRow();
        return next == null ? end() : new RowEvent.Row(next);
    }

    /** A sheet that is damaged ends there; the ones behind it are read all the same. */
    private @Nullable TableRow nextRow() {
        while (tables != null && failures.size() < MOST_FAILURES) {
            try {
                return tables.next();
            } catch (SourceException e) {
                failures.add(e.fault());
            }
        }
        return null;
    }

    private RowEvent end() {
        List<Fault> faults = new ArrayList<>(failures);
        List<SheetTables> found = tables == null ? List.of() : tables.sheets();
        if (workbook != null && sheets.startsFile()) {
            faults.addAll(workbook.faults());
        }
        found.forEach(each -> faults.addAll(each.faults()));
        return new RowEvent.End(
                workbook == null ? null : workbook.format(),
                failures.isEmpty() ? SourceSummary.State.READ : SourceSummary.State.FAILED,
                sheets.startsFile(),
                found,
                faults);
    }

    /** How many cells a reviewed list has changed since the last time, or since it was opened. */
    long corrected() {
        long before = corrected;
        corrected = reading.corrections().applied();
        return corrected - before;
    }

    /** How much of the file has been read, from 0 to 1. */
    double share() {
        return workbook == null ? 1 : workbook.share();
    }

    @Override
    public void close() throws IOException {
        if (workbook != null) {
            workbook.close();
        }
    }
}
