package ukaz.app;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.CheckRequest;
import ukaz.app.job.CheckRun;
import ukaz.app.job.Distribution;
import ukaz.app.job.Outcome;
import ukaz.app.job.RunFolder;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivedRun;
import ukaz.ingest.store.ArchivedSource;

/** Imports into one archive, with what is said about them. */
final class Imports {

    private final Session session;
    private final Archive archive;
    private final RunOptions options;
    private final Service service;
    private final @Nullable Distribution distribution;

    /** @param distribution how workers are to read the files; null where they are read here */
    Imports(
            Session session,
            Archive archive,
            RunOptions options,
            Service service,
            @Nullable Distribution distribution) {
        this.session = session;
        this.archive = archive;
        this.options = options;
        this.service = service;
        this.distribution = distribution;
    }

    /** What an import came to. */
    record Result(int exitCode, Outcome outcome, int run) {}

    /** Runs it to its end; a signal to end stops it where it can be gone on with. */
    @SuppressWarnings("try") // the hook does its work by being open
    Result run(RunOptions.Wanted wanted, CheckRequest request) {
        Messages messages = session.messages();
        RunFolder folder = options.take(request.output());
        try (CheckRun run = CheckRun.into(archive, request, folder, distribution);
                Shutdown ignored = Shutdown.calling(() -> {
                    session.err().println(messages.text("import.stopping"));
                    run.stop();
                })) {
            say(run);
            Outcome outcome = run.run();
            request.progress().done();
            int exitCode = wanted.conclude(outcome);
            if (!options.isQuiet()) {
                summary(run.number());
            }
            service.ended(request.info(), request.output(), exitCode, outcome);
            return new Result(exitCode, outcome, run.number());
        } catch (RuntimeException | IOException e) {
            request.progress().done();
            options.refuseEarlier(e);
            FailedRunException failure = distribution != null && Reasons.isOfTheBroker(e)
                    ? BrokerOption.unusable(distribution.broker(), e, messages)
                    : new FailedRunException(
                            messages.text("error.importFailed", options.reason(e), request.output()), e);
            service.failed(failure);
            throw failure;
        }
    }

    private void say(CheckRun run) {
        Messages messages = session.messages();
        if (run.resumes()) {
            session.err().println(messages.text("import.resumes", run.number()));
        }
        ArchivedRun left = run.left();
        if (left != null) {
            String key = left.state() == ArchivedRun.State.RELATED ? "import.unreported" : "import.undone";
            session.err().println(messages.text(key, left.id(), archive.place().name()));
        }
    }

    private void summary(int run) {
        Messages messages = session.messages();
        session.out().println(messages.text("import.run", archive.place().name(), run));
        for (Map.Entry<ArchivedSource, ArchivedSource> version :
                archive.superseded(run).entrySet()) {
            session.out()
                    .println(messages.text(
                            "import.superseded",
                            version.getKey().path(),
                            version.getValue().since(),
                            version.getValue().records(),
                            version.getKey().records()));
        }
    }
}
