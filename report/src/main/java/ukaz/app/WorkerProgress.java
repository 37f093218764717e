package ukaz.app;

import org.jspecify.annotations.Nullable;
import ukaz.app.job.Progress;
import ukaz.app.operate.Metrics;

/** A line for each file that a worker has read, and for each trouble it has. */
final class WorkerProgress implements Progress {

    private final Session session;
    private final Messages messages;
    private final @Nullable Metrics metrics;
    private final boolean quiet;
    private final @Nullable LoggedProgress logged;
    private final Troubles troubles;

    WorkerProgress(Session session, @Nullable Metrics metrics, boolean quiet) {
        this.session = session;
        this.messages = session.messages();
        this.metrics = metrics;
        this.quiet = quiet;
        this.logged = session.logged() ? new LoggedProgress(messages) : null;
        this.troubles = new Troubles(session.err(), messages);
    }

    @Override
    public void stage(Stage stage, long filesInAll) {}

    @Override
    public void rows(long more) {
        if (metrics != null) {
            metrics.rows(more);
            metrics.well();
        }
        troubles.over(Trouble.DATABASE);
    }

    @Override
    public void file(int index, double share) {}

    @Override
    public void ended(String path, boolean whole, long rows) {
        if (metrics != null) {
            metrics.part(whole ? "read" : "damaged");
        }
        if (logged != null) {
            logged.ended(path, whole, rows);
        } else if (!quiet) {
            session.err().println(messages.text(whole ? "worker.read" : "worker.damaged", path, rows));
        }
    }

    @Override
    public void trouble(Trouble of, boolean lost) {
        if (metrics != null) {
            metrics.lost(lost);
        }
        troubles.trouble(of, lost);
    }

    @Override
    public void failed(String part, Exception failure) {
        if (metrics != null) {
            metrics.part("failed");
        }
        session.err().println(messages.text("worker.partFailed", part, Reasons.of(failure, messages)));
    }

    @Override
    public void done() {}
}
