package ukaz.report.run;

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

/**
 * What there is to tell of a run, wherever it is kept; asked for stage by stage, in the order of {@link Output.Stage}.
 *
 * <p>A consumer that fails to write says so with an {@link java.io.UncheckedIOException}, and so does what cannot be read.
 */
public interface Telling {

    /** In the order of the run, with their sheets. */
    List<SourceSummary> sources();

    /** One for every rule of the catalogue, in its order. */
    Map<String, RuleTally> tallies();

    /** By which a later report knows whether the rule has changed. */
    String mark(String rule);

    /** True where the findings were held against an earlier report. */
    boolean compares();

    /** What was not understood of the earlier report. */
    List<EarlierReport.Remark> remarks();

    /** True where a source has a version before it. */
    boolean hasRevisions();

    /** In the order of source, sheet and row. */
    void records(Consumer<? super StoredRecord> to);

    /** In the order of source, sheet, row, column and rule; how each stands to the earlier report. */
    void findings(BiConsumer<? super Finding, ? super Reviewed> to);

    /** The findings of the earlier report that are gone, after all findings. */
    void gone(Consumer<? super Gone> to);

    void revisions(Consumer<? super Revision> to);

    void changes(Consumer<? super StoredChange> to);

    void skipped(Consumer<? super SkippedRow> to);
}
