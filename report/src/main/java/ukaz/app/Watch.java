package ukaz.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ukaz.app.job.Distribution;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivedRun;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.model.Finding;
import ukaz.model.Severity;
import ukaz.report.ReportRequest;
import ukaz.report.Reports;
import ukaz.report.run.Wording;

/** Looks into an inbox, imports what has settled there, and puts it away. */
final class Watch {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd_HHmmss", Locale.ROOT);

    private final Session session;
    private final Messages messages;
    private final ArchiveOption place;
    private final RunOptions options;
    private final RunOptions.Wanted wanted;
    private final Inbox inbox;
    private final ZoneId zone;
    private final int settleSeconds;
    private final Service service;
    private final @Nullable Distribution distribution;
    private volatile boolean stopped;
    /** The folder of a run that failed: the next one goes on in it. */
    private @Nullable Path unfinished;

    /** @param distribution how workers are to read the files; null where they are read here */
    Watch(
            Session session,
            ArchiveOption place,
            RunOptions options,
            RunOptions.Wanted wanted,
            Inbox inbox,
            ZoneId zone,
            int settleSeconds,
            Service service,
            @Nullable Distribution distribution) {
        this.session = session;
        this.messages = session.messages();
        this.place = place;
        this.options = options;
        this.wanted = wanted;
        this.inbox = inbox;
        this.zone = zone;
        this.settleSeconds = settleSeconds;
        this.service = service;
        this.distribution = distribution;
    }

    /** Lets nothing more begin. */
    void stop() {
        stopped = true;
    }

    /** When the inbox was looked at last, by whatever process; null where it never was. */
    @Nullable
    Instant lastLook() {
        try (Archive archive = place.toWrite()) {
            String noted = archive.note(name());
            return noted == null ? null : Instant.parse(noted);
        }
    }

    private String name() {
        return "watch " + inbox.folder().toAbsolutePath().normalize();
    }

    /**
     * Imports what has settled: all together, or one by one where that fails; answers the exit code.
     *
     * @throws FailedRunException where the archive cannot be had: everything stays in the inbox
     */
    int look() throws InterruptedException {
        try {
            Instant now = session.clock().instant();
            List<Inbox.Found> found = inbox.look();
            if (!found.isEmpty()) {
                // What is being copied changes meanwhile.
                Thread.sleep(settleSeconds * 1_000L);
            }
            List<Inbox.Found> files = Inbox.settled(found);
            if (files.size() < found.size() && !options.isQuiet()) {
                session.err().println(messages.text("watch.unsettled", found.size() - files.size()));
            }
            int worst = ExitCode.CLEAN;
            try (Archive archive = place.toWrite()) {
                reportInterrupted(archive, files);
                if (!files.isEmpty()) {
                    worst = take(archive, files);
                }
                if (!stopped) {
                    archive.note(name(), now.toString());
                }
            }
            return worst;
        } catch (IOException e) {
            throw new FailedRunException(messages.text("error.watch", inbox.folder(), options.reason(e)), e);
        }
    }

    private int take(Archive archive, List<Inbox.Found> files) throws IOException {
        try {
            return run(archive, files);
        } catch (FailedRunException e) {
            if (stopped || !isOfAFile(e, archive)) {
                throw e;
            }
            session.error(String.valueOf(e.getMessage()));
        }
        int worst = ExitCode.UNPROCESSED;
        for (Inbox.Found file : files) {
            if (stopped) {
                return ExitCode.FAILED;
            }
            try {
                worst = Math.max(worst, run(archive, List.of(file)));
            } catch (FailedRunException e) {
                if (stopped || !isOfAFile(e, archive)) {
                    throw e;
                }
                session.error(String.valueOf(e.getMessage()));
                inbox.failed(file, stamp(), String.valueOf(e.getMessage()));
            }
        }
        return worst;
    }

    /** A file is to blame only where neither the machine nor the archive is. */
    private static boolean isOfAFile(FailedRunException failure, Archive archive) {
        if (Reasons.isOfTheMachine(failure)) {
            return false;
        }
        try {
            archive.lastRun();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private int run(Archive archive, List<Inbox.Found> files) throws IOException {
        String stamp = stamp();
        Path output = unfinished == null ? free(options.output().resolve(stamp)) : unfinished;
        unfinished = output;
        Files.createDirectories(output);
        List<String> arguments = files.stream().map(Inbox.Found::path).toList();
        Imports.Result result = new Imports(session, archive, options, service, distribution)
                .run(
                        wanted,
                        wanted.request(files.stream().map(Inbox.Found::input).toList(), arguments, output, service));
        unfinished = null;
        putAway(archive.brought(result.run()), files, stamp);
        return result.exitCode();
    }

    private void putAway(Store brought, List<Inbox.Found> files, String stamp) throws IOException {
        Map<String, Inbox.Found> byPath =
                files.stream().collect(Collectors.toMap(Inbox.Found::path, Function.identity()));
        Map<String, List<String>> reasons = reasons(brought);
        for (SourceSummary source : brought.sources()) {
            Inbox.Found file = byPath.get(source.path());
            if (file == null) {
                continue;
            }
            if (source.state() == SourceSummary.State.FAILED) {
                inbox.failed(file, stamp, String.join("\n", reasons.getOrDefault(source.path(), List.of())));
            } else {
                inbox.done(file, stamp);
            }
        }
    }

    /** What is said of each file as a whole. */
    private Map<String, List<String>> reasons(Store brought) {
        Wording wording = new Wording(messages.language(), wanted.book());
        Map<String, List<String>> reasons = new TreeMap<>();
        brought.contents().findings(finding -> {
            if (finding.recordId().isEmpty() && finding.severity() == Severity.ERROR) {
                reasons.computeIfAbsent(finding.fault().at().file(), path -> new ArrayList<>())
                        .add(reason(wording, finding));
            }
        });
        return reasons;
    }

    private static String reason(Wording wording, Finding finding) {
        return finding.rule() + ": " + wording.message(finding);
    }

    /** A run whose records are in the archive and whose files have changed since has its reports at least. */
    private void reportInterrupted(Archive archive, List<Inbox.Found> files) throws IOException {
        ArchivedRun left = archive.interrupted();
        if (left == null
                || left.state() != ArchivedRun.State.RELATED
                || left.arguments().equals(files.stream().map(Inbox.Found::path).toList())) {
            return;
        }
        Path output = free(options.output().resolve(stamp()));
        Reports.write(
                archive.brought(left.id()),
                wanted.info(left.arguments()),
                ReportRequest.of(wanted.book(), messages.language(), wanted.formats(), output));
        archive.done(left.id(), session.clock().instant());
        session.err().println(messages.text("watch.reported", left.id(), output));
    }

    private String stamp() {
        return STAMP.format(session.clock().instant().atZone(zone));
    }

    private static Path free(Path folder) {
        Path free = folder;
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolveSibling(folder.getFileName() + "-" + i);
        }
        return free;
    }
}
