package ukaz.bench;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.Finding;
import ukaz.model.RuleTally;
import ukaz.model.SkippedRow;
import ukaz.report.review.EarlierReport;
import ukaz.report.review.Gone;
import ukaz.report.review.Reviewed;
import ukaz.report.revision.Revision;
import ukaz.report.run.Telling;

/** A run of these sources and nothing else, for a workbook that is told its findings by other means. */
record NothingTold(List<SourceSummary> sources) implements Telling {

    @Override
    public Map<String, RuleTally> tallies() {
        return Map.of();
    }

    @Override
    public String mark(String rule) {
        return "";
    }

    @Override
    public boolean compares() {
        return false;
    }

    @Override
    public List<EarlierReport.Remark> remarks() {
        return List.of();
    }

    @Override
    public boolean hasRevisions() {
        return false;
    }

    @Override
    public void records(Consumer<? super StoredRecord> to) {}

    @Override
    public void findings(BiConsumer<? super Finding, ? super Reviewed> to) {}

    @Override
    public void gone(Consumer<? super Gone> to) {}

    @Override
    public void revisions(Consumer<? super Revision> to) {}

    @Override
    public void changes(Consumer<? super StoredChange> to) {}

    @Override
    public void skipped(Consumer<? super SkippedRow> to) {}
}
