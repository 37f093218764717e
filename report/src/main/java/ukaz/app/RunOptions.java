package ukaz.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ukaz.app.job.CheckRequest;
import ukaz.app.job.InputFile;
import ukaz.app.job.Outcome;
import ukaz.app.job.Progress;
import ukaz.app.job.Reading;
import ukaz.app.job.RunFolder;
import ukaz.ingest.source.Limits;
import ukaz.ingest.source.OpenOptions;
import ukaz.model.Severity;
import ukaz.report.Format;
import ukaz.report.Reports;
import ukaz.report.correction.Corrections;
import ukaz.report.review.EarlierReportException;
import ukaz.report.run.RunInfo;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;

/** The options of every command that reads files and checks them. */
final class RunOptions {

    private static final int PLAIN_WIDTH = 0;
    private static final int MOST_NAMED = 5;
    private static final Set<String> REFERENCE_RULES =
            Set.of("conflict-reference", "reference-absent", "reference-uncovered");

    private final Session session;
    private final Messages messages;

    @Mixin
    private final ReportOptions reports;

    @Option(names = "--annotate")
    private boolean annotate;

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

    @Mixin
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private final LogOption log;

    @Option(names = "--no-progress")
    private boolean noProgress;

    @Option(names = "--timings")
    private boolean timings;

    RunOptions(Session session) {
        this.session = session;
        this.messages = session.messages();
        this.reports = new ReportOptions(session);
        this.log = new LogOption(session);
    }

    /** The folder for the reports. */
    Path output() {
        return reports.output();
    }

    boolean isQuiet() {
        return quiet;
    }

    /**
     * Reads what the options name.
     *
     * @throws UsageException where one of them is wrong
     */
    Wanted read() {
        return new Wanted(
                reports.formats(),
                threshold(),
                reports.settings(),
                reports.book(),
                new Mappings(session, mappingFile),
                openOptions(),
                referenceFile(output()),
                previousFile(),
                corrections());
    }

    /** What the options name, ready for use. */
    final class Wanted {

        private final Set<Format> formats;
        private final @Nullable Severity threshold;
        private final String settings;
        private final RuleBook book;
        private final Mappings mappings;
        private final OpenOptions options;
        private final @Nullable InputFile referenceFile;
        private final @Nullable Path previousFile;
        private final Corrections corrected;

        private Wanted(
                Set<Format> formats,
                @Nullable Severity threshold,
                String settings,
                RuleBook book,
                Mappings mappings,
                OpenOptions options,
                @Nullable InputFile referenceFile,
                @Nullable Path previousFile,
                Corrections corrected) {
            this.formats = formats;
            this.threshold = threshold;
            this.settings = settings;
            this.book = book;
            this.mappings = mappings;
            this.options = options;
            this.referenceFile = referenceFile;
            this.previousFile = previousFile;
            this.corrected = corrected;
        }

        Set<Format> formats() {
            return formats;
        }

        RuleBook book() {
            return book;
        }

        /** Asks for a run on these files. */
        CheckRequest request(List<InputFile> files, List<String> arguments, Path output, Service service) {
            if (!quiet) {
                mappings.warnOfUnused(files);
            }
            RunInfo info = info(arguments);
            service.begins(info);
            return new CheckRequest(
                    files,
                    referenceFile,
                    previousFile,
                    new Reading(
                            settings,
                            book,
                            mappings.text(),
                            mappings.mapping(),
                            corrected,
                            options,
                            LocalDate.now(session.clock())),
                    output,
                    formats,
                    annotate,
                    messages.language(),
                    info,
                    session.clock(),
                    service.heard(progress()),
                    service.observations());
        }

        /** Says on which run a report is. */
        RunInfo info(List<String> arguments) {
            Instant started = session.clock().instant();
            return new RunInfo(
                    UUID.randomUUID().toString(),
                    UkazCommand.Version.number(),
                    started,
                    started,
                    session.clock().getZone(),
                    arguments,
                    settings(),
                    notRun(book),
                    settings,
                    Optional.ofNullable(threshold));
        }

        /** Says what a run came to, and answers the exit code. */
        int conclude(Outcome outcome) {
            long left = corrected.size() - corrected.applied();
            if (left > 0) {
                session.err().println(messages.text("check.notCorrected", left, corrected.size()));
            }
            if (outcome.failedFiles() > 0 && !session.logged()) {
                session.err().println(messages.text("check.unread", named(outcome.failed())));
            }
            if (!quiet) {
                new SummaryTable(session, outcome).print();
            }
            if (timings) {
                new TimingsTable(session, outcome.stages()).print();
            }
            return exitCode(outcome, threshold);
        }
    }

    private String named(List<String> files) {
        String some = String.join(", ", files.subList(0, Math.min(MOST_NAMED, files.size())));
        return files.size() <= MOST_NAMED ? some : messages.text("check.andMore", some, files.size() - MOST_NAMED);
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
        String config = reports.config();
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

    /** An earlier report that turns out to be damaged is the caller's to mend, and no failure of the run. */
    void refuseEarlier(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EarlierReportException damaged) {
                throw new UsageException(messages.text("error.notAReport", String.valueOf(previous), reason(damaged)));
            }
        }
    }

    private @Nullable InputFile referenceFile(Path output) {
        if (reference == null) {
            return null;
        }
        List<InputFile> found = new Inputs(messages, output, null).find(List.of(reference));
        if (found.size() != 1) {
            throw new UsageException(messages.text("error.value", "--reference", reference, "FILE"));
        }
        return found.get(0);
    }

    private OpenOptions openOptions() {
        Limits limits = new Limits(
                maxFileBytes, maxEntryBytes, maxRatio, maxRows, maxColumns, maxCellChars, maxSharedStringBytes);
        return new OpenOptions(limits, new Secrets(messages).password(passwordFile));
    }

    /** Takes the folder of the reports for one run. */
    RunFolder take(Path output) {
        return reports.take(output);
    }

    private Progress progress() {
        if (session.logged()) {
            return new LoggedProgress(messages);
        }
        int width = Terminal.width(PLAIN_WIDTH);
        if (quiet) {
            return Progress.SILENT;
        }
        return noProgress || width == PLAIN_WIDTH
                ? new PlainProgress(session.err(), messages)
                : new TerminalProgress(session.err(), messages, width);
    }

    /** What went wrong, in the words of the deepest cause that has any. */
    String reason(Throwable e) {
        return Reasons.of(e, messages);
    }
}
