package ukaz.report.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.Change;
import ukaz.model.Finding;
import ukaz.model.RuleTally;
import ukaz.model.SkippedRow;
import ukaz.report.in.DamagedFileException;
import ukaz.report.in.DamagedFileException.Kind;
import ukaz.report.in.JsonLines;
import ukaz.report.in.JsonObject;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.FindingLine;
import ukaz.report.review.Gone;
import ukaz.report.review.ReviewStatus;
import ukaz.report.review.Reviewed;
import ukaz.report.revision.Revision;
import ukaz.report.run.RunInfo;
import ukaz.report.run.Telling;
import ukaz.report.run.Totals;
import ukaz.rules.RuleBook;

/**
 * An earlier run, told again from {@code summary.json} and the files of lines beside it, one line at a time.
 *
 * <p>Nothing is believed of them: what no run writes, or what this run did not, is a {@link DamagedFileException}.
 */
public final class EarlierRun implements Telling {

    private static final String SUMMARY = "summary.json";
    private static final String DISCREPANCIES = "discrepancies.jsonl";
    private static final String RECORDS = "records.jsonl";
    private static final String CHANGES = "normalisation.jsonl";
    private static final String SKIPPED = "skipped.jsonl";
    private static final String REVISIONS = "revisions.jsonl";

    private final Path folder;
    private final JsonObject summary;
    private final RunInfo info;
    private final List<SourceSummary> sources;
    private final Map<String, RuleTally> tallies = new LinkedHashMap<>();
    private final Map<String, String> marks = new LinkedHashMap<>();
    private final LineReading reading;

    private EarlierRun(Path folder, JsonObject summary) {
        this.folder = folder;
        this.summary = summary;
        this.info = SummaryReading.info(summary);
        this.sources = SummaryReading.sources(summary, folder);
        for (JsonObject rule : summary.objects("rules")) {
            String id = rule.needed("rule");
            tallies.put(
                    id,
                    new RuleTally(
                            id,
                            rule.number("checked"),
                            rule.number("found"),
                            rule.number("undecided"),
                            rule.text("notRun")));
            marks.put(id, rule.needed("mark"));
        }
        this.reading = new LineReading(sources, tallies.keySet());
    }

    /**
     * Reads the summary of the run that has left its outputs in this folder, and looks whether they are all there.
     *
     * @throws DamagedFileException where they are not, or the summary is none
     */
    public static EarlierRun in(Path folder) throws IOException {
        Path file = folder.resolve(SUMMARY);
        JsonObject summary = JsonLines.file(file);
        try {
            EarlierRun run = new EarlierRun(folder, summary);
            run.checkLines();
            return run;
        } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
            throw new DamagedFileException(file, 0, Kind.MEMBER);
        }
    }

    private void checkLines() throws IOException {
        JsonObject lengths = summary.neededObject("lines");
        List<String> needed = new ArrayList<>(List.of(RECORDS, DISCREPANCIES, CHANGES, SKIPPED));
        if (hasRevisions()) {
            needed.add(REVISIONS);
        }
        for (String name : needed) {
            Path file = folder.resolve(name);
            if (!lengths.members().containsKey(name) || !Files.isRegularFile(file)) {
                throw new DamagedFileException(file, 0, Kind.MISSING);
            }
            if (Files.size(file) != lengths.number(name)) {
                throw new DamagedFileException(file, 0, Kind.OTHER_RUN);
            }
        }
    }

    /** The run as it was, not that which reports on it. */
    public RunInfo info() {
        return info;
    }

    /** The rules that this book words otherwise than the book of the run, or does not have. */
    public List<String> otherRules(RuleBook book) throws DamagedFileException {
        List<String> other = new ArrayList<>();
        for (Map.Entry<String, String> rule : marks.entrySet()) {
            if (book.card(rule.getKey()).isEmpty()) {
                throw new DamagedFileException(folder.resolve(SUMMARY), 0, Kind.OTHER_VERSION);
            }
            if (!book.mark(rule.getKey()).equals(rule.getValue())) {
                other.add(rule.getKey());
            }
        }
        return other;
    }

    @Override
    public List<SourceSummary> sources() {
        return sources;
    }

    @Override
    public Map<String, RuleTally> tallies() {
        return tallies;
    }

    @Override
    public String mark(String rule) {
        return marks.getOrDefault(rule, "");
    }

    @Override
    public boolean compares() {
        JsonObject review = summary.object("review");
        return review != null && Boolean.TRUE.equals(review.flag("compared"));
    }

    @Override
    public List<EarlierReport.Remark> remarks() {
        JsonObject review = summary.object("review");
        return review == null
                ? List.of()
                : review.objects("remarks").stream()
                        .map(remark -> new EarlierReport.Remark(
                                remark.textOrEmpty("key"), remark.textOrEmpty("where"), remark.textOrEmpty("text")))
                        .toList();
    }

    @Override
    public boolean hasRevisions() {
        return summary.integer("revisions") != null;
    }

    @Override
    public void records(Consumer<? super StoredRecord> to) {
        read(RECORDS, reading::record, to);
    }

    /** A finding with how it stood. */
    private record Reviewing(Finding finding, Reviewed reviewed) {}

    @Override
    public void findings(BiConsumer<? super Finding, ? super Reviewed> to) {
        read(
                DISCREPANCIES,
                line -> {
                    FindingLine told = new FindingLine(line);
                    return told.found() ? new Reviewing(reading.finding(line), told.reviewed()) : null;
                },
                each -> to.accept(each.finding(), each.reviewed()));
    }

    @Override
    public void gone(Consumer<? super Gone> to) {
        read(
                DISCREPANCIES,
                line -> {
                    FindingLine told = new FindingLine(line);
                    return told.found() ? null : told.gone();
                },
                to);
    }

    @Override
    public void revisions(Consumer<? super Revision> to) {
        read(REVISIONS, reading::revision, to);
    }

    @Override
    public void changes(Consumer<? super StoredChange> to) {
        read(CHANGES, reading::change, to);
    }

    @Override
    public void skipped(Consumer<? super SkippedRow> to) {
        read(SKIPPED, reading::skipped, to);
    }

    private <T> void read(String name, JsonLines.Reading<T> line, Consumer<? super T> to) {
        try {
            JsonLines.read(folder.resolve(name), line, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks whether what was told adds up to what the summary says.
     *
     * @throws DamagedFileException naming the file that is of another run
     */
    public void confirm(Totals totals) throws DamagedFileException {
        confirm(RECORDS, totals.records() == summary.number("records"));
        boolean findings = totals.findings().total() == summary.number("findings");
        for (Map.Entry<String, RuleTally> rule : tallies.entrySet()) {
            long told = totals.byRule()
                    .getOrDefault(rule.getKey(), Totals.NO_FINDINGS)
                    .total();
            findings &= told == rule.getValue().found();
        }
        JsonObject review = summary.object("review");
        for (ReviewStatus status : ReviewStatus.values()) {
            findings &= review != null && totals.byStatus(status).total() == review.number(status.key());
        }
        confirm(DISCREPANCIES, findings);
        Map<String, Long> changes = new TreeMap<>();
        totals.changes().forEach((kind, count) -> changes.put(kind.key(), count));
        boolean same = true;
        JsonObject said = summary.object("changes");
        for (Change.Kind kind : Change.Kind.values()) {
            same &= said != null && changes.getOrDefault(kind.key(), 0L) == said.number(kind.key());
        }
        confirm(CHANGES, same);
        confirm(SKIPPED, totals.skipped() == summary.number("skipped"));
        confirm(REVISIONS, totals.revisions() == summary.number("revisions"));
    }

    private void confirm(String name, boolean adds) throws DamagedFileException {
        if (!adds) {
            throw new DamagedFileException(folder.resolve(name), 0, Kind.OTHER_RUN);
        }
    }
}
