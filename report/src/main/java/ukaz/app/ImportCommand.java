package ukaz.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import ukaz.app.job.Distribution;
import ukaz.app.job.InputFile;
import ukaz.ingest.store.Archive;

/** Does what a check does, into an archive that lasts. */
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR")
    private List<String> inputs = new ArrayList<>();

    @Mixin
    private final ArchiveOption place;

    @Mixin
    private final WorkersOption workers;

    @Mixin
    private final RunOptions options;

    @Mixin
    private final ServiceOptions serviceOptions = new ServiceOptions();

    ImportCommand(Session session) {
        this.session = session;
        this.place = new ArchiveOption(session);
        this.workers = new WorkersOption(session);
        this.options = new RunOptions(session);
    }

    @Override
    public Integer call() throws InterruptedException {
        RunOptions.Wanted wanted = options.read();
        Path output = options.output();
        try (Downloads downloads = new Downloads(session, output)) {
            List<InputFile> files = new Inputs(session.messages(), output, downloads).find(inputs);
            try (Service service = Service.start("import", session, serviceOptions)) {
                return run(wanted, files, output, service, workers.distribution(service, place, downloads.root()));
            }
        }
    }

    private int run(
            RunOptions.Wanted wanted,
            List<InputFile> files,
            Path output,
            Service service,
            @Nullable Distribution distribution)
            throws InterruptedException {
        try (Archive archive = service.watched(place::toWrite)) {
            return new Imports(session, archive, options, service, distribution)
                    .run(wanted, wanted.request(files, inputs, output, service))
                    .exitCode();
        }
    }
}
