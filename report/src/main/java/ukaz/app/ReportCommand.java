package ukaz.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ukaz.app.job.RunFolder;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivedRun;
import ukaz.ingest.store.Store;
import ukaz.model.data.DataException;
import ukaz.report.Format;
import ukaz.report.ReportRequest;
import ukaz.report.Reports;
import ukaz.report.in.DamagedFileException;
import ukaz.report.replay.EarlierRun;
import ukaz.report.run.RunInfo;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.text.Language;

/** Reports again, from an archive or from what an earlier run has left in its folder. */
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    private final Session session;
    private final Messages messages;
    private final UkazCommand ukaz;

    @Option(names = "--from", paramLabel = "DIR")
    private @Nullable String from;

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

    ReportCommand(Session session, UkazCommand ukaz) {
        this.session = session;
        this.messages = session.messages();
        this.ukaz = ukaz;
        this.place = new ArchiveOption(session);
        this.options = new ReportOptions(session);
    }

    @Override
    public Integer call() {
        if (from != null) {
            again(Path.of(from));
        } else if (!place.isGiven() && !place.place().exists()) {
            throw new UsageException(
                    messages.text("error.reportOnWhat", place.place().name()));
        } else {
            archived();
        }
        return ExitCode.CLEAN;
    }

    /** Writes the reports in one language into a folder. */
    private interface Writing {
        List<Path> in(Language language, Path folder) throws IOException;
    }

    /** Into a folder for each language where there are several, or where the folder is taken. */
    private void inEachLanguage(Path output, boolean apart, Writing writing) throws IOException {
        List<Language> languages = ukaz.languages();
        for (Language language : languages) {
            Path folder = apart || languages.size() > 1 ? output.resolve(language.key()) : output;
            boolean fresh = !Files.exists(folder);
            RunFolder taken = options.take(folder);
            try {
                writing.in(language, folder).forEach(session.out()::println);
                fresh = false;
            } finally {
                taken.remove();
                if (fresh) {
                    removeEmpty(folder);
                }
            }
        }
    }

    private static void removeEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // somebody else has something there by now
        }
    }

    // from an earlier run

    private void again(Path folder) {
        String other = place.isGiven()
                ? "--archive"
                : run != null
                        ? "--run"
                        : since != null
                                ? "--since"
                                : until != null ? "--until" : options.config() != null ? "--config" : null;
        if (other != null) {
            throw new UsageException(messages.text("error.notTogether", "--from", other));
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException(messages.text("error.noSuchFolder", folder));
        }
        Path output = options.isOutGiven() ? options.output() : folder;
        boolean apart = !options.isOutGiven();
        if (!apart && ukaz.languages().size() == 1 && isSame(folder, output)) {
            throw new UsageException(messages.text("error.outIsFrom", folder));
        }
        try {
            EarlierRun earlier = EarlierRun.in(folder);
            RuleBook book = book(earlier, folder);
            List<String> others = earlier.otherRules(book);
            if (!others.isEmpty()) {
                session.err()
                        .println(messages.text(
                                "report.otherRules", earlier.info().version(), String.join(", ", others)));
            }
            inEachLanguage(
                    output,
                    apart,
                    (language, into) -> Reports.again(
                                    earlier, ReportRequest.of(book, language, options.formats(), into))
                            .files());
        } catch (DamagedFileException e) {
            throw new UsageException(messages.text("error.fromDamaged", folder, Reasons.of(e, messages)));
        } catch (IOException e) {
            throw notWritten(output, e);
        }
    }

    /** The rules with the settings of that run. */
    private RuleBook book(EarlierRun earlier, Path folder) {
        String config = earlier.info().config();
        try {
            return RuleBook.of(
                    config.isEmpty() ? Settings.standard() : Settings.read("summary.json", new StringReader(config)));
        } catch (DataException e) {
            throw new UsageException(messages.text(
                    "error.fromDamaged", folder, messages.language().of(e.sentence())));
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    private FailedRunException notWritten(Path output, IOException e) {
        return new FailedRunException(messages.text("error.notWritten", output, Reasons.of(e, messages)), e);
    }

    // from an archive

    private void archived() {
        Path output = options.output();
        try (Archive archive = place.toRead()) {
            int last = until == null ? archive.lastRun() : known(archive, until);
            Store store = run == null ? archive.held(last) : archive.brought(known(archive, run));
            Integer before = since == null ? null : Integer.valueOf(known(archive, since));
            inEachLanguage(
                    output,
                    false,
                    (language, folder) -> before == null
                            ? write(store, archive, language, folder, null)
                            : difference(store, archive, before, language, folder));
        } catch (IOException e) {
            throw notWritten(output, e);
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
    private List<Path> difference(Store store, Archive archive, int before, Language language, Path folder)
            throws IOException {
        Path earlier = Files.createTempDirectory(folder, "since");
        List<Path> helping = List.of();
        try {
            helping = Reports.write(
                            archive.held(before),
                            info(archive),
                            ReportRequest.of(options.book(), language, EnumSet.of(Format.JSONL), earlier))
                    .files();
            return write(store, archive, language, folder, earlier.resolve("discrepancies.jsonl"));
        } finally {
            for (Path file : helping) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(earlier);
        }
    }

    private List<Path> write(Store store, Archive archive, Language language, Path folder, @Nullable Path previous)
            throws IOException {
        ReportRequest request = ReportRequest.of(options.book(), language, options.formats(), folder)
                .against(previous);
        return Reports.write(store, info(archive), request).files();
    }

    private RunInfo info(Archive archive) {
        return options.info(archive.place().name());
    }
}
