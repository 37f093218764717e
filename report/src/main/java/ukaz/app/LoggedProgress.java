package ukaz.app;

import java.util.Locale;
import ukaz.app.job.Progress;
import ukaz.app.operate.RunLog;

/** An event per stage and file, for the logs of services. */
final class LoggedProgress implements Progress {

    private final Messages messages;

    LoggedProgress(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void stage(Stage stage, long filesInAll) {
        RunLog.at("stage", stage.name().toLowerCase(Locale.ROOT));
        RunLog.events().atInfo().addKeyValue("event", "stage.started").log("{}", messages.text("progress." + stage));
    }

    @Override
    public void rows(long more) {}

    @Override
    public void file(int index, double share) {}

    @Override
    public void ended(String path, boolean whole, long rows) {
        (whole ? RunLog.events().atInfo() : RunLog.events().atWarn())
                .addKeyValue("event", whole ? "file.read" : "file.failed")
                .addKeyValue("file", path)
                .addKeyValue("rows", rows)
                .log("{}", messages.text(whole ? "log.fileRead" : "log.fileFailed"));
    }

    @Override
    public void done() {}
}
