package ukaz.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.HistoricalDate;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.report.annotate.AnnotatedCopies;
import ukaz.report.correction.RightValues;
import ukaz.report.data.CorrectionTable;
import ukaz.report.data.DiscrepancyLines;
import ukaz.report.data.DiscrepancyTable;
import ukaz.report.data.RecordLines;
import ukaz.report.data.RecordTable;
import ukaz.report.data.RevisionLines;
import ukaz.report.data.SummaryFile;
import ukaz.report.page.ReportPage;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.ReportWords;
import ukaz.report.review.Review;
import ukaz.report.revision.Revisions;
import ukaz.report.run.CardIndex;
import ukaz.report.run.Output;
import ukaz.report.run.RunInfo;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.report.workbook.ReportWorkbook;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;
import ukaz.rules.text.Language;

/** Writes the reports of a run: reads the store once, tells every output, and gives the files their names together. */
public final class Reports {

    private final Store store;
    private final RunInfo run;
    private final Wording wording;
    private final List<Output> outputs = new ArrayList<>();
    private final Totals totals;
    private final CardIndex cards;
    private final Review review;
    private long findings;

    private Reports(Store store, RunInfo run, Wording wording, Totals totals, CardIndex cards, Review review) {
        this.review = review;
        this.store = store;
        this.run = run;
        this.wording = wording;
        this.totals = totals;
        this.cards = cards;
    }

    /**
     * Writes the outputs into the folder, making it where there is none.
     *
     * @return the files, in the order in which a reader wants them
     */
    public static List<Path> write(
            Store store, RunInfo run, RuleBook book, Language language, Set<Format> formats, Path folder)
            throws IOException {
        return write(store, run, book, language, formats, folder, ReportWorkbook.Limits.STANDARD);
    }

    /**
     * The same, held against an earlier report.
     *
     * @param previous a workbook or {@code discrepancies.jsonl} of an earlier run; null where there is none
     */
    public static Written write(
            Store store,
            RunInfo run,
            RuleBook book,
            Language language,
            Set<Format> formats,
            Path folder,
            @Nullable Path previous)
            throws IOException {
        return write(store, run, book, language, formats, folder, previous, null);
    }

    /**
     * The same with marked copies of the sources.
     *
     * @param annotate how the sources were opened; null for no copies
     */
    public static Written write(
            Store store,
            RunInfo run,
            RuleBook book,
            Language language,
            Set<Format> formats,
            Path folder,
            @Nullable Path previous,
            @Nullable OpenOptions annotate)
            throws IOException {
        return write(store, run, book, language, formats, folder, ReportWorkbook.Limits.STANDARD, previous, annotate);
    }

    /** Writes the records alone, for other programs, and answers the files. */
    public static List<Path> export(Store store, Path folder, boolean lines, boolean table) throws IOException {
        List<Output> outputs = new ArrayList<>();
        try {
            if (lines) {
                outputs.add(new RecordLines(folder));
            }
            if (table) {
                outputs.add(new RecordTable(folder));
            }
            store.records(io(record -> {
                for (Output output : outputs) {
                    output.record(record);
                }
            }));
            List<Path> written = new ArrayList<>();
            Totals totals = new Totals(List.of(), Map.of(), rule -> "");
            for (Output output : outputs) {
                output.finish(totals);
                written.addAll(output.complete());
            }
            return written;
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        } finally {
            for (Output output : outputs) {
                output.close();
            }
        }
    }

    /**
     * What was written.
     *
     * @param files in the order in which a reader wants them
     * @param settled how many findings of each severity a reviewer has settled
     */
    public record Written(List<Path> files, Map<Severity, Long> settled) {

        public Written {
            files = List.copyOf(files);
            settled = Map.copyOf(settled);
        }
    }

    /**
     * Looks whether a file can be the earlier report.
     *
     * @return the file
     * @throws IOException where it is none, and why
     */
    public static Path checkedEarlier(Path file) throws IOException {
        earlier(file).check();
        return file;
    }

    private static EarlierReport earlier(Path file) throws IOException {
        return EarlierReport.of(
                file,
                new ReportWords(
                        List.of(
                                "severity",
                                "rule-id",
                                "message",
                                "expected",
                                "value",
                                "person",
                                "file",
                                "sheet",
                                "cell",
                                "decision",
                                "reason",
                                "reviewer",
                                "until",
                                "status",
                                "first-seen",
                                "resolved-on",
                                "earlier-decision",
                                "mark",
                                "fingerprint",
                                "checked",
                                "found",
                                "not-run"),
                        Wording::inEveryLanguage));
    }

    static List<Path> write(
            Store store,
            RunInfo run,
            RuleBook book,
            Language language,
            Set<Format> formats,
            Path folder,
            ReportWorkbook.Limits limits)
            throws IOException {
        return write(store, run, book, language, formats, folder, limits, null, null)
                .files();
    }

    private static Written write(
            Store store,
            RunInfo run,
            RuleBook book,
            Language language,
            Set<Format> formats,
            Path folder,
            ReportWorkbook.Limits limits,
            @Nullable Path previous,
            @Nullable OpenOptions annotate)
            throws IOException {
        LocalDate today = LocalDate.ofInstant(run.started(), run.zone());
        Review review = previous == null ? Review.first(book, today) : Review.against(earlier(previous), book, today);
        Files.createDirectories(folder);
        List<SourceSummary> sources = store.sources();
        // of one name, so that the next run takes the place of what a killed one left
        Path index = folder.resolve("cards.part");
        try (CardIndex cards = new CardIndex(index, sources, formats.contains(Format.HTML))) {
            Totals totals = new Totals(sources, tallies(store, run, book), review::mark);
            Reports reports = new Reports(store, run, new Wording(language, book), totals, cards, review);
            try {
                reports.open(formats, folder, limits);
                if (annotate != null) {
                    reports.outputs.add(new AnnotatedCopies(folder, reports.wording, totals, annotate));
                }
                reports.tell();
                List<Path> written = new ArrayList<>();
                for (Output output : reports.outputs) {
                    written.addAll(output.complete());
                }
                Map<Severity, Long> settled = new EnumMap<>(Severity.class);
                for (Severity severity : Severity.values()) {
                    settled.put(severity, totals.settled().of(severity));
                }
                return new Written(written, settled);
            } catch (UncheckedIOException e) {
                throw new IOException(e.getCause());
            } finally {
                for (Output output : reports.outputs) {
                    output.close();
                }
            }
        }
    }

    private static Map<String, RuleTally> tallies(Store store, RunInfo run, RuleBook book) {
        Map<String, RuleTally> ran = store.tallies();
        Map<String, RuleTally> all = new LinkedHashMap<>();
        for (Card card : book.cards()) {
            String id = card.id();
            RuleTally tally = ran.getOrDefault(id, new RuleTally(id, 0, 0, 0, null));
            String reason = book.isEnabled(id) ? run.notRun().get(id) : "off";
            all.put(id, new RuleTally(id, tally.checked(), tally.found(), tally.undecided(), reason));
        }
        return all;
    }

    private void open(Set<Format> formats, Path folder, ReportWorkbook.Limits limits) throws IOException {
        RightValues right = new RightValues(wording.book(), totals.sources());
        boolean lines = formats.contains(Format.JSONL);
        if (formats.contains(Format.XLSX)) {
            outputs.add(
                    new ReportWorkbook(folder, wording, run, totals.sources(), cards, lines, review, right, limits));
        }
        if (formats.contains(Format.HTML)) {
            outputs.add(new ReportPage(
                    folder, run, wording.language(), wording.book(), totals.sources(), totals.tallies(), cards, right));
        }
        if (lines) {
            outputs.add(new DiscrepancyLines(folder, wording, right));
            outputs.add(new RecordLines(folder));
            if (store.hasVersions()) {
                outputs.add(new RevisionLines(folder));
            }
        }
        if (formats.contains(Format.CSV)) {
            outputs.add(new DiscrepancyTable(folder, wording));
            outputs.add(new RecordTable(folder));
        }
        outputs.add(new CorrectionTable(folder, right));
        outputs.add(new SummaryFile(folder, run));
    }

    private void tell() throws IOException {
        start(Output.Stage.RECORDS);
        store.records(io(this::record));
        cards.complete();
        totals.persons(cards.persons());
        end(Output.Stage.RECORDS);
        start(Output.Stage.FINDINGS);
        try (CardIndex.Cursor cursor = cards.cursor()) {
            store.findings(io(finding -> {
                Told told = new Told(
                        ++findings,
                        finding,
                        cursor.of(finding),
                        wording.message(finding),
                        wording.expected(finding),
                        review.of(finding));
                totals.addFinding(told);
                for (Output output : outputs) {
                    output.finding(told);
                }
            }));
        }
        end(Output.Stage.FINDINGS);
        start(Output.Stage.GONE);
        gone();
        end(Output.Stage.GONE);
        revisions();
        start(Output.Stage.CHANGES);
        store.changes(io(change -> {
            totals.addChange(change.change().kind());
            for (Output output : outputs) {
                output.change(change);
            }
        }));
        end(Output.Stage.CHANGES);
        start(Output.Stage.SKIPPED);
        store.skipped(io(row -> {
            for (Output output : outputs) {
                output.skipped(row);
            }
        }));
        end(Output.Stage.SKIPPED);
        for (Output output : outputs) {
            output.finish(totals);
        }
    }

    /** Only where a source has a version before it. */
    private void revisions() throws IOException {
        if (!store.hasVersions()) {
            return;
        }
        start(Output.Stage.REVISIONS);
        Revisions.tell(store, io(revision -> {
            for (Output output : outputs) {
                output.revision(revision);
            }
        }));
        end(Output.Stage.REVISIONS);
    }

    private void gone() throws IOException {
        if (!review.compares()) {
            return;
        }
        totals.compared();
        Set<String> read = new HashSet<>();
        for (SourceSummary source : totals.sources()) {
            if (source.state() == SourceSummary.State.READ || source.state() == SourceSummary.State.DUPLICATE) {
                read.add(name(source.path()));
            }
        }
        review.gone(
                file -> read.contains(name(file)),
                rule -> {
                    RuleTally tally = totals.tallies().get(rule);
                    return tally != null && tally.notRun() == null;
                },
                io(gone -> {
                    totals.addGone(gone);
                    for (Output output : outputs) {
                        output.gone(gone);
                    }
                }));
    }

    /** Files are known by their names without folders, as fingerprints have it. */
    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void record(StoredRecord record) throws IOException {
        HistoricalDate decreed = record.record().decreeDate();
        totals.addRecord(decreed == null ? null : decreed.toString());
        cards.add(record);
        for (Output output : outputs) {
            output.record(record);
        }
    }

    private void start(Output.Stage stage) throws IOException {
        for (Output output : outputs) {
            output.start(stage);
        }
    }

    private void end(Output.Stage stage) throws IOException {
        for (Output output : outputs) {
            output.end(stage);
        }
    }

    private interface Step<T> {
        void on(T told) throws IOException;
    }

    /** Carries a failure of writing through the store's callbacks. */
    private static <T> Consumer<T> io(Step<T> step) {
        return told -> {
            try {
                step.on(told);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
