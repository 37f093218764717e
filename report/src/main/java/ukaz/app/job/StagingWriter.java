package ukaz.app.job;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import ukaz.ingest.store.Cards;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedRow;
import ukaz.ingest.store.Store;

/** Stages a batch with the counts of the rules on it, in the transaction of the chunk. */
final class StagingWriter implements ItemWriter<RowBatch> {

    private final Store store;
    private final Cards cards;
    private final Piece piece;
    private final FileProgress progress;
    private final FileReading.Claim claim;
    private long rowsRead;

    StagingWriter(Store store, Piece piece, FileProgress progress, FileReading.Claim claim) {
        this.store = store;
        this.cards = new Cards(store);
        this.piece = piece;
        this.progress = progress;
        this.claim = claim;
    }

    @Override
    public void write(Chunk<? extends RowBatch> chunk) {
        for (RowBatch batch : chunk) {
            long read = 0;
            for (StagedRow row : batch.rows()) {
                read += row.counts().read();
            }
            claim.writes(read, batch.corrected());
            RowEvent.End end = batch.end();
            if (end != null) {
                store.pieceRead(piece, end.format(), end.state());
            }
            store.add(piece.source(), batch.rows());
            cards.add(piece.source(), batch.cards());
            store.addTallies(piece.source(), batch.tallies());
            progress.share(end == null ? batch.share() : 1);
            progress.rows(read);
            rowsRead += read;
            if (end != null) {
                progress.ended(end.state() != SourceSummary.State.FAILED, rowsRead);
            }
        }
    }
}
