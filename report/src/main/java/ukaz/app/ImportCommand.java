package ukaz.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
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
    private final RunOptions options;

    @Mixin
    private final ServiceOptions serviceOptions = new ServiceOptions();

    ImportCommand(Session session) {
        this.session = session;
        this.place = new ArchiveOption(session);
        this.options = new RunOptions(session);
    }

    @Override
    public Integer call() throws InterruptedException {
        RunOptions.Wanted wanted = options.read();
        Path output = options.output();
        var files = new Inputs(session.messages(), output).find(inputs);
        try (Service service = Service.start("import", session, serviceOptions);
                Archive archive = service.watched(place::toWrite)) {
            return new Importing(session, archive, options, service)
                    .run(wanted, wanted.request(files, inputs, output, service))
                    .exitCode();
        }
    }
}
