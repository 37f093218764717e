package ukaz.app;

import java.io.PrintStream;
import ukaz.app.job.Progress;

/** A line per stage, for logs and pipes. */
final class PlainProgress implements Progress {

    private final PrintStream err;
    private final Messages messages;

    PlainProgress(PrintStream err, Messages messages) {
        this.err = err;
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

    @Override
    public void done() {}
}
