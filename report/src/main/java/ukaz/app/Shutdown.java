package ukaz.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, a signal to end calls the work to a stop, or is answered before the program ends at once. */
final class Shutdown implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    private Shutdown(Runnable first, boolean waits) {
        this.hook = new Thread(
                () -> {
                    first.run();
                    if (waits) {
                        await();
                    }
                },
                "shutdown");
    }

    /** Waits a while for the work to close. */
    static Shutdown calling(Runnable stop) {
        return opened(new Shutdown(stop, true));
    }

    /** Waits for nothing: what is half done is undone by the next run. */
    static Shutdown answering(Runnable answer) {
        return opened(new Shutdown(answer, false));
    }

    private static Shutdown opened(Shutdown shutdown) {
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    private void await() {
        try {
            boolean inTime = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                // What is half done is undone by the database.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs.
        }
    }
}
