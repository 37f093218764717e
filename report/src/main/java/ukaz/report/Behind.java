package ukaz.report;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does something with one thing after the other in a thread of its own, while whoever brings them looks for the next.
 *
 * <p>What fails is thrown to whoever brings the next, or closes this; nothing is done after it.
 */
public final class Behind<T> implements AutoCloseable {

    private final Consumer<T> work;
    private final ExecutorService thread;
    private @Nullable Future<?> last;

    public Behind(Consumer<T> work) {
        String name = Thread.currentThread().getName() + "-behind";
        this.work = work;
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread daemon = new Thread(task, name);
            daemon.setDaemon(true);
            return daemon;
        });
    }

    /**
     * Does something with all that is told, some hundred at a time, while more is told.
     *
     * @param telling tells it to whom it is given
     */
    public static <T> void inLots(Consumer<List<T>> work, Consumer<Consumer<T>> telling) {
        try (Behind<List<T>> behind = new Behind<>(work)) {
            Lots<T> lots = new Lots<>(behind::accept);
            telling.accept(lots::add);
            lots.end();
        }
    }

    /** Waits until the one before is done. */
    public void accept(T thing) {
        await();
        last = thread.submit(() -> work.accept(thing));
    }

    private void await() {
        Future<?> waiting = last;
        last = null;
        try {
            if (waiting != null) {
                waiting.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Waits until all is done. */
    @Override
    public void close() {
        try {
            await();
        } finally {
            thread.shutdownNow();
        }
    }
}
