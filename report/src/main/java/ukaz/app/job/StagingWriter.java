package ukaz.app.job;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.Store;

/** Stages a chunk with the counts of the rules on it, in the transaction of the chunk. */
final class StagingWriter implements ItemWriter<CheckedRow> {

    private final Store store;
    private final SourceSummary source;
    private final RowChecking checking;
    private final FileProgress progress;
    private final FileReading.Claim claim;
    private long rowsRead;

    StagingWriter(
            Store store, SourceSummary source, RowChecking checking, FileProgress progress, FileReading.Claim claim) {
        this.store = store;
        this.source = source;
        this.checking = checking;
        this.progress = progress;
        this.claim = claim;
    }

    @Override
    public void write(Chunk<? extends CheckedRow> chunk) {
        List<StagedRow> rows = new ArrayList<>(chunk.size());
        long read = 0;
        RowEvent.@Nullable End last = null;
        for (CheckedRow checked : chunk) {
            rows.addAll(checked.rows());
            for (StagedRow row : checked.rows()) {
                read += row.counts().read();
            }
            RowEvent.End end = checked.end();
            if (end != null) {
                last = end;
            }
        }
        claim.writes(read);
        if (last != null) {
            store.sourceRead(source.id(), last.format(), last.state());
            progress.share(1);
        }
        store.add(source.id(), rows);
        store.addTallies(source.id(), checking.drain());
        progress.rows(read);
        rowsRead += read;
        if (last != null) {
            progress.ended(last.state() != SourceSummary.State.FAILED, rowsRead);
        }
    }
}
