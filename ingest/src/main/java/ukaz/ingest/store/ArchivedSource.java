package ukaz.ingest.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a file that was imported.
 *
 * @param path its name
 * @param since the run that brought it
 * @param until the run that ended it; null where it holds
 * @param day when it was brought
 */
public record ArchivedSource(
        int id,
        String path,
        String sha256,
        SourceSummary.State state,
        int since,
        @Nullable Integer until,
        Instant day,
        long records) {}
