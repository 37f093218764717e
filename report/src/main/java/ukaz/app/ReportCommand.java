package ukaz.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ukaz.app.job.RunFolder;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivedRun;
import ukaz.ingest.store.Store;
import ukaz.report.Format;
import ukaz.report.Reports;
import ukaz.report.run.RunInfo;

/** Reports again from an archive. */
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    private final Session session;
    private final Messages messages;

    @Mixin
    private final ArchiveOption place;

    @Option(names = "--run", paramLabel = "N")
    private @Nullable Integer run;

    @Option(names = "--since", paramLabel = "N")
    private @Nullable Integer since;

    @Option(names = "--until", paramLabel = "N")
    private @Nullable Integer until;

    @Mixin
    private final ReportOptions options;

    ReportCommand(Session session) {
        this.session = session;
        this.messages = session.messages();
        this.place = new ArchiveOption(session);
        this.options = new ReportOptions(session);
    }

    @Override
    public Integer call() {
        Path output = options.output();
        try (Archive archive = place.toRead();
                RunFolder folder = options.take(output)) {
            int last = until == null ? archive.lastRun() : known(archive, until);
            Store store = run == null ? archive.held(last) : archive.brought(known(archive, run));
            List<Path> written = since == null
                    ? write(store, archive, output, null)
                    : difference(store, archive, known(archive, since), output);
            written.forEach(session.out()::println);
            folder.remove();
            return ExitCode.CLEAN;
        } catch (IOException e) {
            throw new FailedRunException(messages.text("error.notWritten", output, Reasons.of(e, messages)), e);
        }
    }

    private int known(Archive archive, int number) {
        boolean known = archive.runs().stream()
                .anyMatch(each -> each.id() == number
                        && (each.state() == ArchivedRun.State.DONE || each.state() == ArchivedRun.State.RELATED));
        if (!known) {
            throw new UsageException(messages.text("error.noSuchRun", number));
        }
        return number;
    }

    /** How things stood before is an earlier report like any other. */
    private List<Path> difference(Store store, Archive archive, int before, Path output) throws IOException {
        Path earlier = Files.createTempDirectory(output, "since");
        Path lines = null;
        List<Path> helping = List.of();
        try {
            helping = Reports.write(
                    archive.held(before),
                    info(archive),
                    options.book(),
                    messages.language(),
                    EnumSet.of(Format.JSONL),
                    earlier);
            lines = earlier.resolve("discrepancies.jsonl");
            return write(store, archive, output, lines);
        } finally {
            for (Path file : helping) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(earlier);
        }
    }

    private List<Path> write(Store store, Archive archive, Path output, @Nullable Path previous) throws IOException {
        Set<Format> formats = options.formats();
        return Reports.write(store, info(archive), options.book(), messages.language(), formats, output, previous)
                .files();
    }

    private RunInfo info(Archive archive) {
        return options.info(archive.place().name());
    }
}
