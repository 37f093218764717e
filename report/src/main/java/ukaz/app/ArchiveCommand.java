package ukaz.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivedRun;
import ukaz.ingest.store.ArchivedSource;
import ukaz.ingest.store.Parts;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.model.Severity;
import ukaz.report.Reports;

/** Shows what an archive holds. */
@Command(name = "archive", sortOptions = false)
final class ArchiveCommand implements Callable<Integer> {

    private static final int SHORT = 12;

    private final Session session;
    private final Messages messages;

    @Mixin
    private final ArchiveOption place;

    @Option(names = "--all")
    private boolean all;

    ArchiveCommand(Session session) {
        this.session = session;
        this.messages = session.messages();
        this.place = new ArchiveOption(session);
    }

    @Override
    public Integer call() {
        try (Archive archive = place.toRead()) {
            List<ArchivedSource> sources = archive.sources().stream()
                    .filter(source -> all || isHeld(source))
                    .toList();
            TextTable table = new TextTable(
                    messages.text("archive.source"),
                    messages.text("archive.since"),
                    messages.text("archive.day"),
                    messages.text("archive.records"),
                    messages.text("archive.state"),
                    messages.text("archive.content"));
            for (ArchivedSource source : sources) {
                table.row(
                        source.path(),
                        Integer.toString(source.since()),
                        day(source.day()),
                        Long.toString(source.records()),
                        state(source),
                        source.sha256()
                                .substring(0, Math.min(SHORT, source.sha256().length())));
            }
            table.print(session.out());
            Store held = archive.held(archive.lastRun());
            Map<Severity, Long> findings = held.contents().severities();
            session.out()
                    .println(messages.text(
                            "archive.total",
                            archive.place().name(),
                            archive.runs().stream()
                                    .filter(run -> run.state() != ArchivedRun.State.UNDONE)
                                    .count(),
                            archive.sources().stream()
                                    .filter(ArchiveCommand::isHeld)
                                    .count(),
                            held.contents().recordCount(),
                            findings.getOrDefault(Severity.ERROR, 0L),
                            findings.getOrDefault(Severity.WARNING, 0L),
                            findings.getOrDefault(Severity.INFO, 0L)));
            return ExitCode.CLEAN;
        }
    }

    private static boolean isHeld(ArchivedSource source) {
        return source.until() == null && source.state() == SourceSummary.State.READ;
    }

    private String state(ArchivedSource source) {
        Integer until = source.until();
        if (until != null && source.state() == SourceSummary.State.READ) {
            return messages.text("archive.state.ENDED") + " (" + until + ")";
        }
        return messages.text("archive.state."
                + (source.state() == SourceSummary.State.READ
                        ? "HOLDS"
                        : source.state().name()));
    }

    private String day(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, session.clock().getZone()).toString();
    }

    /** Lists the runs. */
    @Command(name = "runs")
    int runs(@Option(names = "--parts") boolean parts) {
        try (Archive archive = place.toRead()) {
            TextTable table = new TextTable(
                    messages.text("archive.since"),
                    messages.text("archive.day"),
                    messages.text("archive.state"),
                    messages.text("archive.sources"),
                    messages.text("archive.records"),
                    messages.text("archive.findings"));
            for (ArchivedRun run : archive.runs()) {
                table.row(
                        Integer.toString(run.id()),
                        day(run.started()),
                        messages.text("archive.state." + run.state().name()),
                        Integer.toString(run.sources()),
                        Long.toString(run.records()),
                        Long.toString(run.findings()));
            }
            table.print(session.out());
            archive.parts().work().forEach((run, workers) -> {
                session.out().println();
                session.out().println(messages.text("archive.workers", run));
                TextTable work = new TextTable(
                        messages.text("archive.worker"),
                        messages.text("archive.parts"),
                        messages.text("archive.rows"),
                        messages.text("archive.seconds"));
                for (Parts.Work each : workers) {
                    work.row(
                            each.worker(),
                            Integer.toString(each.parts()),
                            Long.toString(each.rows()),
                            Long.toString(Duration.between(each.started(), each.ended())
                                    .toSeconds()));
                }
                work.print(session.out());
            });
            if (parts) {
                session.out().println();
                parts(archive.parts().contents());
            }
            return ExitCode.CLEAN;
        }
    }

    private void parts(List<Parts.Content> parts) {
        TextTable table = new TextTable(
                messages.text("archive.since"),
                messages.text("archive.part"),
                messages.text("archive.partRows"),
                messages.text("archive.worker"));
        for (Parts.Content part : parts) {
            table.row(
                    Integer.toString(part.run()),
                    part.piece().label(part.path()),
                    part.sheets().stream()
                            .map(sheet -> sheet.name() == null
                                    ? Long.toString(sheet.rows())
                                    : sheet.name() + ": " + sheet.rows())
                            .collect(Collectors.joining(", ")),
                    part.worker());
        }
        table.print(session.out());
    }

    /** Writes all records that hold. */
    @Command(name = "export")
    int export(
            @Option(names = "--out", paramLabel = "DIR", defaultValue = "ukaz-export") String out,
            @Option(names = "--format", paramLabel = "FORMAT", split = ",", defaultValue = "jsonl,csv")
                    List<String> formats) {
        List<String> wanted = new ArrayList<>(formats);
        wanted.removeAll(List.of("jsonl", "csv"));
        if (!wanted.isEmpty()) {
            throw new UsageException(messages.text("error.value", "--format", wanted.get(0), "jsonl, csv"));
        }
        try (Archive archive = place.toRead()) {
            Path folder = Path.of(out);
            Files.createDirectories(folder);
            Reports.export(archive.held(archive.lastRun()), folder, formats.contains("jsonl"), formats.contains("csv"))
                    .forEach(session.out()::println);
            return ExitCode.CLEAN;
        } catch (IOException | UncheckedIOException e) {
            throw new FailedRunException(messages.text("error.notWritten", out, Reasons.of(e, messages)), e);
        }
    }
}
