package ukaz.app.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does something with one thing after the other in a thread of its own, while whoever brings them looks for the next.
 *
 * <p>At most two wait. What fails is thrown to whoever brings the next, or closes this.
 */
final class Behind<T> implements AutoCloseable {

    private final Consumer<T> work;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(CheckJob.inTheSamePlace(task), "behind");
        daemon.setDaemon(true);
        return daemon;
    });
    private @Nullable Future<?> last;

    Behind(Consumer<T> work) {
        this.work = work;
    }

    void accept(T thing) {
        Future<?> next = thread.submit(() -> work.accept(thing));
        await();
        last = next;
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
