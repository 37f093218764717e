package ukaz.app;

import java.util.Locale;
import java.util.Map;
import ukaz.app.job.Progress;
import ukaz.app.operate.RunLog;

/** An event per stage and file, for the logs of services. */
final class LoggedProgress implements Progress {

    private static final long LINE_NANOS = 15_000_000_000L;

    private final Messages messages;
    private long toldAt = System.nanoTime();

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
    public void workers(Map<String, Long> rows, int ended, int all) {
        long now = System.nanoTime();
        if (!rows.isEmpty() && (now - toldAt > LINE_NANOS || ended == all)) {
            toldAt = now;
            RunLog.events()
                    .atInfo()
                    .addKeyValue("event", "workers")
                    .addKeyValue("workers", rows.size())
                    .addKeyValue("parts", all)
                    .addKeyValue("partsOver", ended)
                    .addKeyValue(
                            "rows",
                            rows.values().stream().mapToLong(Long::longValue).sum())
                    .log("{}", messages.workers(rows, ended, all));
        }
    }

    @Override
    public void trouble(Trouble of, boolean lost) {
        (lost ? RunLog.events().atWarn() : RunLog.events().atInfo())
                .addKeyValue("event", "trouble")
                .addKeyValue("of", of.name().toLowerCase(Locale.ROOT))
                .log("{}", messages.text("trouble." + of + (lost ? ".lost" : ".back")));
    }

    @Override
    public void done() {}
}
