package ukaz.app.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Workbook;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.table.SheetTables;
import ukaz.ingest.table.TableReader;
import ukaz.ingest.table.TableRow;
import ukaz.model.Fault;

/**
 * Reads one file row by row; after a restart it goes on below the last row that was committed.
 *
 * <p>What cannot be read is a fault; it never fails the step.
 */
final class RowReader implements ItemStreamReader<RowEvent> {

    private static final String SHEET = "sheet";
    private static final String ROW = "row";
    private static final String ENDED = "ended";

    /** A file with more damaged sheets than this is left alone. */
    private static final int MOST_FAILURES = 1_000;

    private final CheckRequest request;
    private final SourceSummary source;
    private final FileProgress progress;

    private @Nullable Workbook workbook;
    private @Nullable TableReader tables;
    private final List<Fault> failures = new ArrayList<>();
    private int sheet;
    private int row;
    private boolean ended;

    RowReader(CheckRequest request, SourceSummary source, FileProgress progress) {
        this.request = request;
        this.source = source;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        sheet = context.getInt(SHEET, 0);
        row = context.getInt(ROW, 0);
        ended = context.containsKey(ENDED);
        if (ended) {
            return;
        }
        try {
            workbook = request.corrections()
                    .over(Sources.open(source.location(), source.path(), request.options()), source.path());
            tables = new TableReader(workbook, source.path(), request.mapping());
        } catch (SourceException e) {
            failures.add(e.fault());
        }
        if (sheet > 0 || row > 0) {
            skipWhatIsCommitted();
        }
    }

    private void skipWhatIsCommitted() {
        while (tables != null && failures.size() < MOST_FAILURES) {
            try {
                tables.skipTo(sheet, row);
                return;
            } catch (SourceException e) {
                failures.add(e.fault());
            }
        }
    }

    @Override
    public @Nullable RowEvent read() {
        if (ended) {
            return null;
        }
        TableRow next = nextRow();
        if (next != null) {
            sheet = next.sheet().index();
            row = next.row().number();
            return new RowEvent.Row(next);
        }
        ended = true;
        return end();
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
        List<SheetTables> sheets = tables == null ? List.of() : tables.sheets();
        if (workbook != null) {
            faults.addAll(workbook.faults());
        }
        sheets.forEach(each -> faults.addAll(each.faults()));
        return new RowEvent.End(
                workbook == null ? null : workbook.format(),
                failures.isEmpty() ? SourceSummary.State.READ : SourceSummary.State.FAILED,
                sheets,
                faults);
    }

    @Override
    public void update(ExecutionContext context) {
        if (workbook != null) {
            progress.share(workbook.share());
        }
        context.putInt(SHEET, sheet);
        context.putInt(ROW, row);
        if (ended) {
            context.putString(ENDED, "yes");
        }
    }

    @Override
    public void close() {
        if (workbook != null) {
            try {
                workbook.close();
            } catch (IOException e) {
                throw new ItemStreamException("closing " + source.path(), e);
            }
        }
    }
}
