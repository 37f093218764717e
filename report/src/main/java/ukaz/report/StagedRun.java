package ukaz.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.Store;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.Finding;
import ukaz.model.RuleTally;
import ukaz.model.SkippedRow;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.Gone;
import ukaz.report.review.Review;
import ukaz.report.review.Reviewed;
import ukaz.report.revision.Revision;
import ukaz.report.revision.Revisions;
import ukaz.report.run.RunInfo;
import ukaz.report.run.Telling;
import ukaz.rules.Card;
import ukaz.rules.RuleBook;

/** A run as its store has it, held against an earlier report. */
final class StagedRun implements Telling {

    private final Store store;
    private final Review review;
    private final List<SourceSummary> sources;
    private final Map<String, RuleTally> tallies;

    StagedRun(Store store, RunInfo run, RuleBook book, Review review) {
        this.store = store;
        this.review = review;
        this.sources = store.sources();
        this.tallies = tallies(store, run, book);
    }

    private static Map<String, RuleTally> tallies(Store store, RunInfo run, RuleBook book) {
        Map<String, RuleTally> ran = store.contents().tallies();
        Map<String, RuleTally> all = new LinkedHashMap<>();
        for (Card card : book.cards()) {
            String id = card.id();
            RuleTally tally = ran.getOrDefault(id, new RuleTally(id, 0, 0, 0, null));
            String reason = book.isEnabled(id) ? run.notRun().get(id) : "off";
            all.put(id, new RuleTally(id, tally.checked(), tally.found(), tally.undecided(), reason));
        }
        return all;
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
        return review.mark(rule);
    }

    @Override
    public boolean compares() {
        return review.compares();
    }

    @Override
    public List<EarlierReport.Remark> remarks() {
        return review.remarks();
    }

    @Override
    public boolean hasRevisions() {
        return store.hasVersions();
    }

    @Override
    public void records(Consumer<? super StoredRecord> to) {
        store.contents().records(to);
    }

    @Override
    public void findings(BiConsumer<? super Finding, ? super Reviewed> to) {
        store.contents().findings(finding -> to.accept(finding, review.of(finding)));
    }

    @Override
    public void gone(Consumer<? super Gone> to) {
        Set<String> read = new HashSet<>();
        for (SourceSummary source : sources) {
            if (source.state() == SourceSummary.State.READ || source.state() == SourceSummary.State.DUPLICATE) {
                read.add(name(source.path()));
            }
        }
        try {
            review.gone(
                    file -> read.contains(name(file)),
                    rule -> {
                        RuleTally tally = tallies.get(rule);
                        return tally != null && tally.notRun() == null;
                    },
                    to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files are known by their names without folders, as fingerprints have it. */
    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void revisions(Consumer<? super Revision> to) {
        Revisions.tell(store, to);
    }

    @Override
    public void changes(Consumer<? super StoredChange> to) {
        store.contents().changes(to);
    }

    @Override
    public void skipped(Consumer<? super SkippedRow> to) {
        store.contents().skipped(to);
    }
}
