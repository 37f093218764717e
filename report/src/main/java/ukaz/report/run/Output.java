package ukaz.report.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.SkippedRow;
import ukaz.report.review.Gone;
import ukaz.report.revision.Revision;

/**
 * One kind of report: told everything in the order of the stages, each once, and left to take what it needs.
 *
 * <p>What it writes appears when all outputs are whole ({@link #complete()}); closed before that, it leaves nothing.
 */
public interface Output extends Closeable {

    /** What is told, in this order. */
    enum Stage {
        RECORDS,
        FINDINGS,
        GONE,
        REVISIONS,
        CHANGES,
        SKIPPED
    }

    default void start(Stage stage) throws IOException {}

    /** Some hundred records that follow one another; other outputs may be told of them at the same time. */
    default void records(List<StoredRecord> lot) throws IOException {}

    default void finding(Told finding) throws IOException {}

    default void gone(Gone gone) throws IOException {}

    default void revision(Revision revision) throws IOException {}

    default void change(StoredChange change) throws IOException {}

    default void skipped(SkippedRow row) throws IOException {}

    default void end(Stage stage) throws IOException {}

    /** Writes what the totals say; nothing is told after that. */
    void finish(Totals totals) throws IOException;

    /** Gives the files their names, and answers these. */
    List<Path> complete() throws IOException;
}
