package ukaz.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ukaz.app.job.InputFile;
import ukaz.ingest.profile.Profile;
import ukaz.ingest.profile.Profiler;
import ukaz.ingest.source.Limits;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Workbook;
import ukaz.model.Fault;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.text.FindingText;

/** Shows what is recognised in a workbook, and writes it down for editing. */
@Command(name = "profile", sortOptions = false)
final class ProfileCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--write", paramLabel = "FILE")
    private @Nullable String target;

    @Option(names = "--mapping", paramLabel = "FILE")
    private @Nullable String mappingFile;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable String passwordFile;

    ProfileCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Messages messages = session.messages();
        Mappings mappings = new Mappings(session, mappingFile);
        OpenOptions options = new OpenOptions(Limits.DEFAULT, new Secrets(session.messages()).password(passwordFile));
        Path source = Path.of(file);
        if (!Files.isRegularFile(source)) {
            throw new UsageException(messages.text("error.noSuchFile", file));
        }
        if (target != null && Files.exists(Path.of(target))) {
            throw new UsageException(messages.text("error.mappingExists", target));
        }
        String name = String.valueOf(source.getFileName());
        mappings.warnOfUnused(List.of(new InputFile(name, source)));
        RuleBook book = RuleBook.of(Settings.standard());
        FindingText text = FindingText.of(messages.language(), book);
        Profile profile;
        try (Workbook workbook = Sources.open(source, name, options)) {
            profile = new Profiler(workbook, name, mappings.mapping(), LocalDate.now(session.clock())).read();
        } catch (SourceException e) {
            complain(e.fault(), book, text);
            return ExitCode.UNPROCESSED;
        } catch (IOException e) {
            throw new FailedRunException(messages.text("error.unreadable", file, Reasons.of(e, messages)), e);
        }
        new ProfileText(session, text.words()).print(profile);
        profile.faults().forEach(fault -> complain(fault, book, text));
        if (target != null) {
            write(new MappingText(messages, text.words()).of(profile), target);
        }
        return profile.faults().isEmpty() ? ExitCode.CLEAN : ExitCode.UNPROCESSED;
    }

    private void complain(Fault fault, RuleBook book, FindingText text) {
        book.sign(fault, null)
                .ifPresent(finding -> session.err()
                        .println(session.messages()
                                .text("error.prefix", file + ": " + Reasons.within(text.message(finding)) + ".")));
    }

    /** Never over a file that is there: somebody may have worked on it. */
    private void write(String text, String name) {
        Messages messages = session.messages();
        try {
            Files.writeString(Path.of(name), text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(messages.text("error.mappingExists", name));
        } catch (IOException e) {
            throw new UsageException(messages.text("error.notWritten", name, Reasons.of(e, messages)));
        }
        session.out().println(messages.text("profile.written", name));
    }
}
