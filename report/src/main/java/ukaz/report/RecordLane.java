package ukaz.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.StoredRecord;
import ukaz.report.run.Output;

/** Tells an output the records in a thread of its own, many at a time, while the others are told. */
final class RecordLane implements Closeable {

    private static final int AT_ONCE = 256;
    private static final int WAITING = 4;
    private static final List<StoredRecord> END = List.of();

    private final Output output;
    private final BlockingQueue<List<StoredRecord>> handed = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;
    private List<StoredRecord> next = new ArrayList<>(AT_ONCE);

    RecordLane(Output output) {
        this.output = output;
        this.thread = new Thread(this::run, Thread.currentThread().getName() + "-records");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (List<StoredRecord> records = handed.take(); records != END; records = handed.take()) {
                for (StoredRecord record : records) {
                    output.record(record);
                }
            }
        } catch (InterruptedException e) {
            // closed before the end
        } catch (Throwable e) {
            failure = e;
        }
    }

    void add(StoredRecord record) throws IOException {
        next.add(record);
        if (next.size() == AT_ONCE) {
            hand(next);
            next = new ArrayList<>(AT_ONCE);
        }
    }

    private void hand(List<StoredRecord> records) throws IOException {
        try {
            while (failure == null && !handed.offer(records, 50, TimeUnit.MILLISECONDS)) {
                // the other thread is behind
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        raise();
    }

    private void raise() throws IOException {
        Throwable raised = failure;
        if (raised instanceof IOException problem) {
            throw problem;
        }
        if (raised instanceof Error error) {
            throw error;
        }
        if (raised != null) {
            throw raised instanceof RuntimeException problem ? problem : new IllegalStateException(raised);
        }
    }

    /** Waits until all records are told. */
    void end() throws IOException {
        if (!next.isEmpty()) {
            hand(next);
        }
        hand(END);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        closed = true;
        raise();
    }

    /** Stops telling, where that is not over. */
    @Override
    public void close() {
        if (!closed) {
            thread.interrupt();
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
