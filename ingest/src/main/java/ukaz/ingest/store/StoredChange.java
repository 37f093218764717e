package ukaz.ingest.store;

import ukaz.model.Change;
import ukaz.model.SourceRef;

/**
 * A value that normalisation wrote differently.
 *
 * @param at the cell it was read from
 * @param title the title of its column
 */
public record StoredChange(SourceRef at, String title, String recordId, Change change) {}
