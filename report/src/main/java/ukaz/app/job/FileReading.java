package ukaz.app.job;

import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import ukaz.ingest.store.Piece;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StagedPlace;
import ukaz.ingest.store.Store;

/** Makes the step that reads a file, checks its rows and stages them: the same one on whatever machine. */
final class FileReading {

    private static final int ROWS = 500;
    /** Each batch asks a server some twenty things, however many rows it has. */
    private static final int ROWS_FOR_SERVER = 1_000;

    private final Reading reading;
    private final Store store;
    private final JobEngine engine;

    FileReading(Reading reading, Store store, JobEngine engine) {
        this.reading = reading;
        this.store = store;
        this.engine = engine;
    }

    /**
     * The step for one file or piece of it, which is run once; it begins below the rows that are staged by now.
     *
     * @param claim is asked before every chunk
     */
    Step step(String name, SourceSummary source, Piece piece, FileProgress progress, Claim claim) {
        StagedPlace reached = store.reached(piece);
        RowReader rows = new RowReader(reading, source, piece.sheets(), reached);
        Packing packing = store.isArchive() ? new Packing(store, piece, reached != null) : null;
        return engine.observed(new StepBuilder(name, engine.repository())
                .<RowBatch, RowBatch>chunk(1)
                .reader(new BatchReader(
                        rows, new RowChecking(reading, source), packing, store.isOnServer() ? ROWS_FOR_SERVER : ROWS))
                .writer(new StagingWriter(store, piece, progress, claim))
                .transactionManager(engine.transactions())
                .build());
    }

    /** Tells that rows are about to be written, in the transaction that writes them. */
    interface Claim {

        /** Nobody else can be writing them. */
        Claim NO_OTHER = (rows, corrected) -> {};

        /**
         * So many rows more.
         *
         * @param corrected how many of their cells a reviewed list has changed
         * @throws RuntimeException where they are not this one's to write any more
         */
        void writes(long rows, long corrected);
    }
}
