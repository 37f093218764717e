package ukaz.app.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.store.Cards;
import ukaz.ingest.store.StagedRow;

/**
 * Reads and judges one file in a thread of its own, one batch ahead of who stages it.
 *
 * <p>A batch is one item of the step, so that its rows and what the rules did on them are committed together.
 */
final class BatchReader implements ItemStreamReader<RowBatch> {

    /** Rows of novels make a batch sooner. */
    private static final int LETTERS = 1 << 21;

    /** A batch, or what ended the thread. */
    private record Made(@Nullable RowBatch batch, @Nullable Throwable failure) {}

    private final RowReader rows;
    private final RowChecking checking;
    private final @Nullable Packing packing;
    private final int most;
    private final BlockingQueue<Made> made = new ArrayBlockingQueue<>(1);
    private @Nullable Thread thread;
    private volatile boolean closed;
    private boolean ended;

    /**
     * @param packing null where no archive keeps what is packed
     * @param most rows of a batch
     */
    BatchReader(RowReader rows, RowChecking checking, @Nullable Packing packing, int most) {
        this.rows = rows;
        this.checking = checking;
        this.packing = packing;
        this.most = most;
    }

    @Override
    public void open(ExecutionContext context) {
        Thread started = new Thread(
                CheckJob.inTheSamePlace(this::run), Thread.currentThread().getName() + "-ahead");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    private void run() {
        try {
            rows.open();
            RowBatch batch;
            do {
                batch = batch();
            } while (hand(new Made(batch, null)) && batch.end() == null);
        } catch (Throwable e) {
            hand(new Made(null, e));
        }
    }

    private RowBatch batch() {
        List<StagedRow> staged = new ArrayList<>(most);
        RowEvent.@Nullable End end = null;
        int letters = 0;
        while (end == null && staged.size() < most && letters < LETTERS && !closed) {
            RowEvent event = rows.read();
            staged.addAll(checking.check(event));
            if (event instanceof RowEvent.Row row) {
                for (SourceCell cell : row.row().row().cells()) {
                    letters += cell.text().length();
                }
            } else {
                end = (RowEvent.End) event;
            }
        }
        List<Cards.Card> cards = packing == null ? List.of() : packing.take(staged, end != null);
        return new RowBatch(staged, cards, checking.drain(), end, rows.share(), rows.corrected());
    }

    /** False where nobody takes it any more. */
    private boolean hand(Made next) {
        try {
            while (!closed) {
                if (made.offer(next, 50, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public @Nullable RowBatch read() throws InterruptedException {
        if (ended) {
            return null;
        }
        Made next = made.take();
        RowBatch batch = next.batch();
        if (batch == null) {
            ended = true;
            if (next.failure() instanceof Error error) {
                throw error;
            }
            throw next.failure() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(next.failure());
        }
        ended = batch.end() != null;
        return batch;
    }

    @Override
    public void close() {
        closed = true;
        made.clear();
        try {
            if (thread != null) {
                thread.join();
            }
            rows.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new ItemStreamException("closing a file", e);
        }
    }
}
