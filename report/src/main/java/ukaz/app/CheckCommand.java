package ukaz.app;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import ukaz.app.job.CheckRequest;
import ukaz.app.job.CheckRun;
import ukaz.app.job.InputFile;
import ukaz.app.job.Outcome;
import ukaz.app.job.Progress;
import ukaz.app.job.RunFolder;
import ukaz.ingest.source.Limits;
import ukaz.ingest.source.OpenOptions;
import ukaz.model.Severity;
import ukaz.model.data.DataException;
import ukaz.report.Format;
import ukaz.report.Reports;
import ukaz.report.correction.Corrections;
import ukaz.report.run.RunInfo;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/** Reads, normalises, checks, reports; keeps nothing but its reports. */
@Command(name = "check", sortOptions = false)
final class CheckCommand implements Callable<Integer> {

    private static final int PLAIN_WIDTH = 0;
    private static final Set<String> REFERENCE_RULES =
            Set.of("conflict-reference", "reference-absent", "reference-uncovered");

    private final Session session;
    private final Messages messages;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR")
    private String out = "ukaz-report";

    @Option(names = "--format", paramLabel = "FORMAT", split = ",")
    private List<String> formats = new ArrayList<>(List.of("xlsx", "html", "jsonl"));

    @Option(names = "--annotate")
    private boolean annotate;

    @Option(names = "--config", paramLabel = "FILE")
    private @Nullable String config;

    @Option(names = "--previous", paramLabel = "FILE")
    private @Nullable String previous;

    @Option(names = "--corrections", paramLabel = "FILE")
    private @Nullable String corrections;

    @Option(names = "--reference", paramLabel = "FILE")
    private @Nullable String reference;

    @Option(names = "--mapping", paramLabel = "FILE")
    private @Nullable String mappingFile;

    @Option(names = "--fail-on", paramLabel = "error|warning|never")
    private String failOn = "error";

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable String passwordFile;

    @Option(names = "--max-file-bytes", paramLabel = "N")
    private long maxFileBytes = Limits.DEFAULT.maxFileBytes();

    @Option(names = "--max-entry-bytes", paramLabel = "N")
    private long maxEntryBytes = Limits.DEFAULT.maxEntryBytes();

    @Option(names = "--max-ratio", paramLabel = "N")
    private int maxRatio = Limits.DEFAULT.maxRatio();

    @Option(names = "--max-rows", paramLabel = "N")
    private int maxRows = Limits.DEFAULT.maxRows();

    @Option(names = "--max-columns", paramLabel = "N")
    private int maxColumns = Limits.DEFAULT.maxColumns();

    @Option(names = "--max-cell-chars", paramLabel = "N")
    private int maxCellChars = Limits.DEFAULT.maxCellChars();

    @Option(names = "--max-shared-string-bytes", paramLabel = "N")
    private long maxSharedStringBytes = Limits.DEFAULT.maxSharedStringBytes();

    @Option(names = "--quiet")
    private boolean quiet;

    @Option(names = "--no-progress")
    private boolean noProgress;

    @Option(names = "--timings")
    private boolean timings;

    CheckCommand(Session session) {
        this.session = session;
        this.messages = session.messages();
    }

    @Override
    public Integer call() {
        Set<Format> wanted = formats();
        @Nullable Severity threshold = threshold();
        String settings = settingsText();
        RuleBook book = ruleBook(settings);
        Mappings mappings = new Mappings(session, mappingFile);
        OpenOptions options = openOptions();
        Path output = Path.of(out);
        List<InputFile> files = new Inputs(messages, output).find(inputs);
        @Nullable InputFile referenceFile = referenceFile(output);
        @Nullable Path previousFile = previousFile();
        Corrections corrected = corrections();
        if (!quiet) {
            mappings.warnOfUnused(files);
        }
        RunFolder folder = take(output);
        Instant started = session.clock().instant();
        RunInfo info = new RunInfo(
                UUID.randomUUID().toString(),
                UkazCommand.Version.number(),
                started,
                started,
                session.clock().getZone(),
                inputs,
                settings(),
                notRun(book),
                Optional.ofNullable(threshold));
        Progress progress = progress();
        Outcome outcome;
        try (CheckRun run = CheckRun.open(
                new CheckRequest(
                        files,
                        referenceFile,
                        previousFile,
                        corrected,
                        output,
                        wanted,
                        annotate,
                        messages.language(),
                        book,
                        settings + mappings.text(),
                        mappings.mapping(),
                        options,
                        info,
                        session.clock(),
                        progress),
                folder)) {
            if (run.resumes() && !quiet) {
                session.err().println(messages.text("check.resumes"));
            }
            outcome = run.run();
        } catch (RuntimeException | IOException e) {
            progress.done();
            throw new FailedRunException(messages.text("error.runFailed", reason(e), out), e);
        }
        progress.done();
        long left = corrected.size() - corrected.applied();
        if (left > 0) {
            session.err().println(messages.text("check.notCorrected", left, corrected.size()));
        }
        if (!quiet) {
            new SummaryTable(session, outcome).print();
        }
        if (timings) {
            new TimingsTable(session, outcome.stages()).print();
        }
        return exitCode(outcome, threshold);
    }

    private static int exitCode(Outcome outcome, @Nullable Severity threshold) {
        if (outcome.failedFiles() > 0) {
            return ExitCode.UNPROCESSED;
        }
        if (threshold == null) {
            return ExitCode.CLEAN;
        }
        return outcome.atLeast(threshold) > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private Set<Format> formats() {
        Set<Format> wanted = EnumSet.noneOf(Format.class);
        for (String name : formats) {
            wanted.add(Format.of(name.strip().toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new UsageException(
                            messages.text("error.value", "--format", name, "xlsx, html, jsonl, csv"))));
        }
        return wanted;
    }

    private @Nullable Severity threshold() {
        return switch (failOn) {
            case "never" -> null;
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default ->
                throw new UsageException(messages.text("error.value", "--fail-on", failOn, "error, warning, never"));
        };
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        if (config != null) {
            settings.put("--config", config);
        }
        if (corrections != null) {
            settings.put("--corrections", corrections);
        }
        if (previous != null) {
            settings.put("--previous", previous);
        }
        if (reference != null) {
            settings.put("--reference", reference);
        }
        if (mappingFile != null) {
            settings.put("--mapping", mappingFile);
        }
        return settings;
    }

    private Map<String, String> notRun(RuleBook book) {
        return book.cards().stream()
                .map(Card::id)
                .filter(id -> !book.isEnabled(id) || reference == null && REFERENCE_RULES.contains(id))
                .collect(Collectors.toMap(Function.identity(), id -> book.isEnabled(id) ? "no-reference" : "off"));
    }

    private Corrections corrections() {
        if (corrections == null) {
            return Corrections.NONE;
        }
        try {
            return Corrections.read(Path.of(corrections));
        } catch (IOException e) {
            throw new UsageException(messages.text("error.notCorrections", corrections, reason(e)));
        }
    }

    private @Nullable Path previousFile() {
        if (previous == null) {
            return null;
        }
        try {
            return Reports.checkedEarlier(Path.of(previous));
        } catch (IOException e) {
            throw new UsageException(messages.text("error.notAReport", previous, reason(e)));
        }
    }

    private @Nullable InputFile referenceFile(Path output) {
        if (reference == null) {
            return null;
        }
        List<InputFile> found = new Inputs(messages, output).find(List.of(reference));
        if (found.size() != 1) {
            throw new UsageException(messages.text("error.value", "--reference", reference, "FILE"));
        }
        return found.get(0);
    }

    private String settingsText() {
        try {
            return config == null ? "" : Files.readString(Path.of(config));
        } catch (IOException e) {
            throw new UsageException(messages.text("error.unreadable", config, reason(e)));
        }
    }

    private RuleBook ruleBook(String settings) {
        if (config == null) {
            return RuleBook.of(Settings.standard());
        }
        try {
            return RuleBook.of(Settings.read(config, new StringReader(settings)));
        } catch (DataException e) {
            throw new UsageException(
                    messages.text("error.settings", messages.language().of(e.sentence())));
        }
    }

    private OpenOptions openOptions() {
        Limits limits = new Limits(
                maxFileBytes, maxEntryBytes, maxRatio, maxRows, maxColumns, maxCellChars, maxSharedStringBytes);
        if (passwordFile == null) {
            return new OpenOptions(limits, null);
        }
        try {
            return new OpenOptions(
                    limits, Files.readString(Path.of(passwordFile)).stripTrailing());
        } catch (IOException e) {
            throw new UsageException(messages.text("error.unreadable", passwordFile, reason(e)));
        }
    }

    private RunFolder take(Path output) {
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw new UsageException(messages.text("error.outIsFile", out));
        }
        try {
            RunFolder folder = RunFolder.take(output);
            if (folder == null) {
                throw new UsageException(messages.text("error.outIsBusy", out));
            }
            return folder;
        } catch (IOException e) {
            throw new UsageException(messages.text("error.outNotWritable", out, reason(e)));
        }
    }

    private Progress progress() {
        int width = Integer.getInteger("ukaz.terminal", PLAIN_WIDTH);
        if (quiet) {
            return Progress.SILENT;
        }
        return noProgress || width == PLAIN_WIDTH
                ? new PlainProgress(session.err(), messages)
                : new TerminalProgress(session.err(), messages, width);
    }

    /** What went wrong, in the words of the deepest cause that has any. */
    private String reason(Throwable e) {
        return Reasons.of(e, messages);
    }
}
