package ukaz.ingest.store;

import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;

/**
 * A record of the run.
 *
 * @param person groups the records taken to be one person; null where nobody has looked
 */
public record StoredRecord(AwardRecord record, @Nullable String person) {}
