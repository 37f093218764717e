package ukaz.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ukaz.app.job.CheckRequest;
import ukaz.app.job.CheckRun;
import ukaz.app.job.InputFile;
import ukaz.app.job.Outcome;
import ukaz.app.job.RunFolder;

/** Reads, normalises, checks, reports; keeps nothing but its reports. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private final Session session;
    private final Messages messages;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private final RunOptions options;

    CheckCommand(Session session) {
        this.session = session;
        this.messages = session.messages();
        this.options = new RunOptions(session);
    }

    @Override
    public Integer call() {
        RunOptions.Wanted wanted = options.read();
        Path output = options.output();
        try (Downloads downloads = new Downloads(session, output)) {
            return check(wanted, output, new Inputs(messages, output, downloads).find(inputs));
        }
    }

    @SuppressWarnings("try") // the hook does its work by being open
    private int check(RunOptions.Wanted wanted, Path output, List<InputFile> files) {
        Service service = Service.none("check", session);
        CheckRequest request = wanted.request(files, inputs, output, service);
        RunFolder folder = options.take(output);
        Outcome outcome;
        try (CheckRun run = CheckRun.open(request, folder);
                Shutdown ignored = Shutdown.answering(() -> {
                    request.progress().done();
                    session.err().println(messages.text("check.stopped", output));
                })) {
            if (run.resumes() && !options.isQuiet()) {
                session.err().println(messages.text("check.resumes"));
            }
            outcome = run.run();
        } catch (RuntimeException | IOException e) {
            request.progress().done();
            options.refuseEarlier(e);
            throw new FailedRunException(messages.text("error.runFailed", options.reason(e), output), e);
        }
        request.progress().done();
        int exitCode = wanted.conclude(outcome);
        service.ended(request.info(), output, exitCode, outcome);
        return exitCode;
    }
}
