package ukaz.ingest.store;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.RowCounts;

/**
 * One input file and what was read of it.
 *
 * @param id counted from 0 in the order of the run
 * @param path as given, relative to the argument's folder, with forward slashes
 * @param location where it lies on this machine; for opening it, not for reports
 * @param format null where it could not be told
 */
public record SourceSummary(
        int id,
        String path,
        Path location,
        String sha256,
        long bytes,
        @Nullable String format,
        State state,
        List<SheetSummary> sheets) {

    /** How far reading came. */
    public enum State {
        PENDING,
        READ,
        /** Not readable, or not to its end. */
        FAILED,
        /** The content of another file of the run, read once. */
        DUPLICATE
    }

    public SourceSummary {
        sheets = List.copyOf(sheets);
    }

    /** The same file, lying elsewhere. */
    public SourceSummary at(Path place) {
        return new SourceSummary(id, path, place, sha256, bytes, format, state, sheets);
    }

    /** The sum over its sheets. */
    public RowCounts counts() {
        return sheets.stream().map(SheetSummary::counts).reduce(RowCounts.NONE, RowCounts::plus);
    }
}
