package ukaz.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.store.Store;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.Finding;
import ukaz.model.HistoricalDate;
import ukaz.model.Severity;
import ukaz.model.SkippedRow;
import ukaz.report.annotate.AnnotatedCopies;
import ukaz.report.correction.RightValues;
import ukaz.report.data.ChangeLines;
import ukaz.report.data.CorrectionTable;
import ukaz.report.data.DiscrepancyLines;
import ukaz.report.data.DiscrepancyTable;
import ukaz.report.data.RecordLines;
import ukaz.report.data.RecordTable;
import ukaz.report.data.RevisionLines;
import ukaz.report.data.SkippedLines;
import ukaz.report.data.SummaryFile;
import ukaz.report.in.DamagedFileException;
import ukaz.report.page.ReportPage;
import ukaz.report.replay.EarlierRun;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.Gone;
import ukaz.report.review.ReportWords;
import ukaz.report.review.Review;
import ukaz.report.review.Reviewed;
import ukaz.report.revision.Revision;
import ukaz.report.run.CardIndex;
import ukaz.report.run.Output;
import ukaz.report.run.RunInfo;
import ukaz.report.run.Telling;
import ukaz.report.run.Told;
import ukaz.report.run.Totals;
import ukaz.report.run.Wording;
import ukaz.report.workbook.ReportWorkbook;

/** Writes the reports of a run: reads the store once, tells every output, and gives the files their names together. */
public final class Reports {

    private final Telling telling;
    private final RunInfo run;
    private final Wording wording;
    private final List<Output> outputs = new ArrayList<>();
    private final Totals totals;
    private final CardIndex cards;
    private long findings;

    private Reports(Telling telling, RunInfo run, Wording wording, Totals totals, CardIndex cards) {
        this.telling = telling;
        this.run = run;
        this.wording = wording;
        this.totals = totals;
        this.cards = cards;
    }

    /** Writes the reports of a run that is in a store. */
    public static Written write(Store store, RunInfo run, ReportRequest request) throws IOException {
        LocalDate today = LocalDate.ofInstant(run.started(), run.zone());
        Path previous = request.previous();
        Review review = previous == null
                ? Review.first(request.book(), today)
                : Review.against(earlier(previous), request.book(), today);
        return write(new StagedRun(store, run, request.book(), review), run, request, totals -> {});
    }

    /**
     * Writes the reports of an earlier run again from what it has written for programs.
     *
     * @throws DamagedFileException where that is not whole; no report is written then
     */
    public static Written again(EarlierRun earlier, ReportRequest request) throws IOException {
        return write(earlier, earlier.info(), request, earlier::confirm);
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
            Behind.inLots(
                    beside(outputs.stream().map(output -> io(output::records)).toList()), store.contents()::records);
            List<Path> written = new ArrayList<>();
            Totals totals = new Totals(List.of(), Map.of(), rule -> "");
            for (Output output : outputs) {
                output.finish(totals);
                written.addAll(output.complete());
            }
            return written;
        } catch (UncheckedIOException e) {
            throw e.getCause();
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

    /** The report of an earlier run in this file. */
    public static EarlierReport earlier(Path file) throws IOException {
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

    /** Looks at the totals before the reports take their names. */
    private interface LastLook {
        void at(Totals totals) throws IOException;
    }

    private static Written write(Telling telling, RunInfo run, ReportRequest request, LastLook lastLook)
            throws IOException {
        Path folder = request.folder();
        Files.createDirectories(folder);
        // of one name, so that the next run takes the place of what a killed one left
        Path index = folder.resolve("cards.part");
        try (CardIndex cards =
                new CardIndex(index, telling.sources(), request.formats().contains(Format.HTML))) {
            Totals totals = new Totals(telling.sources(), telling.tallies(), telling::mark);
            Wording wording = new Wording(request.language(), request.book());
            Reports reports = new Reports(telling, run, wording, totals, cards);
            try {
                reports.open(request);
                reports.tell();
                lastLook.at(totals);
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
                throw e.getCause();
            } finally {
                for (Output output : reports.outputs) {
                    output.close();
                }
            }
        }
    }

    private void open(ReportRequest request) throws IOException {
        Set<Format> formats = request.formats();
        Path folder = request.folder();
        RightValues right = new RightValues(wording.book(), totals.sources());
        boolean lines = formats.contains(Format.JSONL);
        if (formats.contains(Format.XLSX)) {
            outputs.add(new ReportWorkbook(folder, wording, run, telling, cards, lines, right, request.limits()));
        }
        if (formats.contains(Format.HTML)) {
            outputs.add(new ReportPage(
                    folder, run, wording.language(), wording.book(), totals.sources(), totals.tallies(), cards, right));
        }
        if (lines) {
            outputs.add(new DiscrepancyLines(folder, wording, right));
            outputs.add(new RecordLines(folder));
            outputs.add(new ChangeLines(folder));
            outputs.add(new SkippedLines(folder));
            if (telling.hasRevisions()) {
                outputs.add(new RevisionLines(folder));
            }
        }
        if (formats.contains(Format.CSV)) {
            outputs.add(new DiscrepancyTable(folder, wording));
            outputs.add(new RecordTable(folder));
        }
        outputs.add(new CorrectionTable(folder, right));
        outputs.add(new SummaryFile(folder, run, telling, outputs));
        OpenOptions opened = request.annotate();
        if (opened != null) {
            outputs.add(new AnnotatedCopies(folder, wording, totals, opened));
        }
    }

    private void tell() throws IOException {
        start(Output.Stage.RECORDS);
        Behind.inLots(
                beside(Stream.concat(
                                Stream.of(each(this::record)), outputs.stream().map(output -> io(output::records)))
                        .toList()),
                telling::records);
        cards.complete();
        totals.persons(cards.persons());
        end(Output.Stage.RECORDS);
        start(Output.Stage.FINDINGS);
        try (CardIndex.Cursor cursor = cards.cursor()) {
            Behind.inLots(
                    each((Judged judged) -> finding(judged, cursor)),
                    to -> telling.findings((finding, reviewed) -> to.accept(new Judged(finding, reviewed))));
        }
        end(Output.Stage.FINDINGS);
        start(Output.Stage.GONE);
        if (telling.compares()) {
            totals.compared();
            Behind.inLots(each(this::gone), telling::gone);
        }
        end(Output.Stage.GONE);
        if (telling.hasRevisions()) {
            start(Output.Stage.REVISIONS);
            Behind.inLots(each(this::revision), telling::revisions);
            end(Output.Stage.REVISIONS);
        }
        start(Output.Stage.CHANGES);
        Behind.inLots(each(this::change), telling::changes);
        end(Output.Stage.CHANGES);
        start(Output.Stage.SKIPPED);
        Behind.inLots(each(this::skipped), telling::skipped);
        end(Output.Stage.SKIPPED);
        for (Output output : outputs) {
            output.finish(totals);
        }
    }

    /** What a reviewer has said of a finding. */
    private record Judged(Finding finding, Reviewed reviewed) {}

    /** Does several things with one at the same time: what records go into is the most there is to write. */
    private static <T> Consumer<T> beside(List<Consumer<T>> writers) {
        return told -> writers.parallelStream().forEach(writer -> writer.accept(told));
    }

    private static <T> Consumer<List<T>> each(Step<T> step) {
        Consumer<T> write = io(step);
        return lot -> lot.forEach(write);
    }

    private void record(StoredRecord record) throws IOException {
        HistoricalDate decreed = record.record().decreeDate();
        totals.addRecord(decreed == null ? null : decreed.toString());
        cards.add(record);
    }

    private void finding(Judged judged, CardIndex.Cursor cursor) throws IOException {
        Finding finding = judged.finding();
        Told told = new Told(
                ++findings,
                finding,
                cursor.of(finding),
                wording.message(finding),
                wording.expected(finding),
                judged.reviewed());
        totals.addFinding(told);
        for (Output output : outputs) {
            output.finding(told);
        }
    }

    private void gone(Gone gone) throws IOException {
        totals.addGone(gone);
        for (Output output : outputs) {
            output.gone(gone);
        }
    }

    private void revision(Revision revision) throws IOException {
        totals.addRevision();
        for (Output output : outputs) {
            output.revision(revision);
        }
    }

    private void change(StoredChange change) throws IOException {
        totals.addChange(change.change().kind(), change.times());
        for (Output output : outputs) {
            output.change(change);
        }
    }

    private void skipped(SkippedRow row) throws IOException {
        totals.addSkipped();
        for (Output output : outputs) {
            output.skipped(row);
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
