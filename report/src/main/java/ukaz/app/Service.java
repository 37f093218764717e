package ukaz.app;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;
import ukaz.app.job.Outcome;
import ukaz.app.job.Progress;
import ukaz.app.operate.Ending;
import ukaz.app.operate.Metrics;
import ukaz.app.operate.Notify;
import ukaz.app.operate.NotifySettings;
import ukaz.app.operate.RunLog;
import ukaz.model.Severity;
import ukaz.report.run.RunInfo;

/** What stands around the runs of a command that nobody watches: its log, its metrics, and whom it tells how a run ended. */
final class Service implements AutoCloseable {

    private final String command;
    private final Session session;
    private final Notify notify;
    private final @Nullable Metrics metrics;
    private @Nullable RunInfo run;
    private @Nullable FailedRunException told;
    private @Nullable String trouble;

    private Service(String command, Session session, Notify notify, @Nullable Metrics metrics) {
        this.command = command;
        this.session = session;
        this.notify = notify;
        this.metrics = metrics;
    }

    /** Nobody is told but the log, where there is one. */
    static Service none(String command, Session session) {
        return new Service(command, session, Notify.NOBODY, null);
    }

    /** Begins to listen where that is asked for; settings that cannot be right are wrong usage. */
    static Service start(String command, Session session, ServiceOptions options) {
        Messages messages = session.messages();
        Notify notify = notify(messages, options, System.getenv());
        return new Service(command, session, notify, options.metrics.start(session));
    }

    private static Notify notify(Messages messages, ServiceOptions options, Map<String, String> environment) {
        try {
            return NotifySettings.read(options.notifyFile == null ? null : Path.of(options.notifyFile), environment);
        } catch (NotifySettings.WrongSettingException e) {
            throw new UsageException(
                    e.possible().isEmpty()
                            ? messages.text("error.unknownSetting", e.key(), String.valueOf(options.notifyFile))
                            : messages.text("error.value", e.key(), "\"" + e.value() + "\"", e.possible()));
        } catch (IOException e) {
            throw new UsageException(messages.text("error.notifyUnreadable", Reasons.of(e, messages)));
        }
    }

    /** For the job, so that Spring Batch can tell of itself. */
    ObservationRegistry observations() {
        return metrics == null ? ObservationRegistry.NOOP : metrics.observations();
    }

    /** The same progress, which the metrics hear of too. */
    Progress heard(Progress progress) {
        return metrics == null ? progress : new Heard(progress, metrics);
    }

    /** A run begins. */
    void begins(RunInfo info) {
        run = info;
        if (session.logged()) {
            RunLog.at("run", info.id());
            RunLog.events()
                    .atInfo()
                    .addKeyValue("event", "run.started")
                    .addKeyValue("command", command)
                    .addKeyValue("version", info.version())
                    .log("{}", session.messages().text("log.started"));
        }
    }

    /** A run has ended with reports. */
    void ended(RunInfo info, Path reports, int exitCode, Outcome outcome) {
        Instant now = session.clock().instant();
        log(info, reports, exitCode, outcome);
        Ending ending =
                new Ending(command, info.id(), info.version(), info.started(), now, exitCode, reports, outcome, null);
        run = null;
        trouble = null;
        if (metrics != null) {
            metrics.ended(ending);
        }
        deliver(ending);
    }

    /** All is well again, though there was nothing to run. */
    void well() {
        trouble = null;
        if (metrics != null) {
            metrics.well();
        }
    }

    /**
     * A run has failed, or could not begin; each failure is told once.
     *
     * <p>A watcher that finds its server gone every ten seconds does not send a mail each time.
     */
    void failed(FailedRunException failure) {
        if (failure == told) {
            return;
        }
        told = failure;
        String sentence = String.valueOf(failure.getMessage());
        boolean again = sentence.equals(trouble);
        trouble = sentence;
        Instant now = session.clock().instant();
        Ending ending = new Ending(
                command,
                run == null ? null : run.id(),
                UkazCommand.Version.number(),
                run == null ? now : run.started(),
                now,
                ExitCode.FAILED,
                null,
                null,
                sentence);
        run = null;
        if (metrics != null) {
            metrics.ended(ending);
        }
        if (!again) {
            deliver(ending);
        }
    }

    /** Something that may fail as a run does. */
    interface Work<T> {
        T run() throws InterruptedException;
    }

    /** Does the work, and tells of its failure. */
    <T> T watched(Work<T> work) throws InterruptedException {
        try {
            return work.run();
        } catch (FailedRunException e) {
            failed(e);
            throw e;
        }
    }

    private void deliver(Ending ending) {
        Messages messages = session.messages();
        for (Notify.Undelivered each : notify.tell(
                ending,
                () -> new RunLetter(messages, session.clock().getZone()).of(ending),
                session.clock().instant())) {
            session.err().println(messages.text("service.undelivered", each.to(), Reasons.of(each.cause(), messages)));
            if (metrics != null) {
                metrics.undelivered(1);
            }
        }
    }

    private void log(RunInfo info, Path reports, int exitCode, Outcome outcome) {
        if (session.logged()) {
            RunLog.events()
                    .atLevel(exitCode <= ExitCode.FINDINGS ? Level.INFO : Level.WARN)
                    .addKeyValue("event", "run.ended")
                    .addKeyValue("run", info.id())
                    .addKeyValue("exitCode", exitCode)
                    .addKeyValue("files", outcome.files())
                    .addKeyValue("failedFiles", outcome.failedFiles())
                    .addKeyValue("rows", outcome.rows().read())
                    .addKeyValue("records", outcome.records())
                    .addKeyValue("errors", outcome.count(Severity.ERROR))
                    .addKeyValue("warnings", outcome.count(Severity.WARNING))
                    .addKeyValue("infos", outcome.count(Severity.INFO))
                    .addKeyValue("millis", outcome.duration().toMillis())
                    .addKeyValue("reports", reports.toString())
                    .log("{}", session.messages().text("log.ended"));
            RunLog.leave();
        }
    }

    @Override
    public void close() {
        if (metrics != null) {
            metrics.close();
        }
    }

    /** Passes on what it is told, and tells the metrics. */
    private record Heard(Progress progress, Metrics metrics) implements Progress {

        @Override
        public void stage(Stage stage, long filesInAll) {
            metrics.stage(stage.name());
            progress.stage(stage, filesInAll);
        }

        @Override
        public void rows(long more) {
            metrics.rows(more);
            progress.rows(more);
        }

        @Override
        public void file(int index, double share) {
            progress.file(index, share);
        }

        @Override
        public void ended(String path, boolean whole, long rows) {
            progress.ended(path, whole, rows);
        }

        @Override
        public void workers(Map<String, Long> rows, int ended, int all) {
            metrics.workers(rows.size());
            progress.workers(rows, ended, all);
        }

        @Override
        public void trouble(Trouble of, boolean lost) {
            progress.trouble(of, lost);
        }

        @Override
        public void failed(String part, Exception failure) {
            progress.failed(part, failure);
        }

        @Override
        public void done() {
            progress.done();
        }
    }
}
