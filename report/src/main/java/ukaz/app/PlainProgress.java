package ukaz.app;

import java.io.PrintStream;
import java.util.Map;
import ukaz.app.job.Progress;

/** A line per stage, for logs and pipes. */
final class PlainProgress implements Progress {

    private static final long LINE_NANOS = 15_000_000_000L;

    private final PrintStream err;
    private final Messages messages;

    private final Troubles troubles;
    private long toldAt = System.nanoTime();

    PlainProgress(PrintStream err, Messages messages) {
        this.err = err;
        this.troubles = new Troubles(err, messages);
        this.messages = messages;
    }

    @Override
    public void stage(Stage stage, long filesInAll) {
        err.println(messages.text("progress." + stage) + "…");
    }

    @Override
    public void rows(long more) {}

    @Override
    public void file(int index, double share) {}

    /** A line now and then, for a run of workers may take hours. */
    @Override
    public void workers(Map<String, Long> rows, int ended, int all) {
        long now = System.nanoTime();
        if (!rows.isEmpty() && (now - toldAt > LINE_NANOS || ended == all)) {
            toldAt = now;
            err.println(messages.workers(rows, ended, all));
        }
    }

    @Override
    public void trouble(Trouble of, boolean lost) {
        troubles.trouble(of, lost);
    }

    @Override
    public void done() {}
}
