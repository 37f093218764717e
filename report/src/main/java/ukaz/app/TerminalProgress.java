package ukaz.app;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.Progress;

/** One line that is drawn again a few times a second: bar, rows, rows per second, time left. */
final class TerminalProgress implements Progress {

    private static final long REDRAW_NANOS = 150_000_000L;
    private static final int BAR = 24;

    private final PrintStream err;
    private final Messages messages;
    private final int width;
    private final LongAdder rows = new LongAdder();
    private double[] shares = new double[0];
    private Stage stage = Stage.DISCOVER;
    private long startedAt = System.nanoTime();
    private long drawnAt;
    private boolean drawn;
    private int workers;
    private final Troubles troubles;

    TerminalProgress(PrintStream err, Messages messages, int width) {
        this.err = err;
        this.messages = messages;
        this.troubles = new Troubles(err, messages);
        this.width = Math.max(40, width);
    }

    @Override
    public synchronized void stage(Stage next, long filesInAll) {
        stage = next;
        shares = new double[(int) filesInAll];
        startedAt = System.nanoTime();
        drawnAt = 0;
        draw();
    }

    @Override
    public void rows(long more) {
        rows.add(more);
        draw();
    }

    @Override
    public synchronized void file(int index, double share) {
        if (index < shares.length && share >= 0) {
            shares[index] = share;
        }
    }

    @Override
    public synchronized void workers(Map<String, Long> rows, int ended, int all) {
        workers = rows.size();
    }

    @Override
    public synchronized void trouble(Trouble of, boolean lost) {
        done();
        troubles.trouble(of, lost);
    }

    @Override
    public synchronized void done() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
            drawn = false;
        }
    }

    private synchronized void draw() {
        long now = System.nanoTime();
        if (now - drawnAt < REDRAW_NANOS) {
            return;
        }
        drawnAt = now;
        double share = 0;
        for (double each : shares) {
            share += each / shares.length;
        }
        double seconds = (now - startedAt) / 1e9;
        long count = rows.sum();
        NumberFormat numbers =
                NumberFormat.getIntegerInstance(messages.language().locale());
        StringBuilder line = new StringBuilder(messages.text("progress." + stage));
        if (stage == Stage.READ) {
            int filled = (int) Math.round(share * BAR);
            line.append(" [")
                    .append("#".repeat(filled))
                    .append("-".repeat(BAR - filled))
                    .append("] ");
            line.append((int) (share * 100)).append("% ");
            line.append(messages.text(
                    "progress.rows", numbers.format(count), numbers.format(seconds > 0.2 ? count / seconds : 0)));
            if (workers > 0) {
                line.append(", ").append(messages.text("progress.workerCount", workers));
            }
            String left = timeLeft(share, seconds);
            if (left != null) {
                line.append(", ").append(left);
            }
        } else {
            line.append("…");
        }
        String text = line.length() > width - 1 ? line.substring(0, width - 1) : line.toString();
        err.print("\r\u001b[K" + text);
        err.flush();
        drawn = true;
    }

    private @Nullable String timeLeft(double share, double seconds) {
        if (share < 0.02 || seconds < 1) {
            return null;
        }
        long left = Math.round(seconds * (1 - share) / share);
        return messages.text("progress.left", "%d:%02d".formatted(left / 60, left % 60));
    }
}
