package ukaz.ingest.store;

import ukaz.model.Change;
import ukaz.model.SourceRef;

/**
 * A value that normalisation wrote differently.
 *
 * @param at the cell it was read from, the first one where there are several
 * @param title the title of its column
 * @param recordId the record of that cell
 * @param times how many cells of the column say the same and were read alike: words of a vocabulary are counted, whatever
 *     else changed stands for one cell
 */
public record StoredChange(SourceRef at, String title, String recordId, Change change, long times) {

    public StoredChange(SourceRef at, String title, String recordId, Change change) {
        this(at, title, recordId, change, 1);
    }

    /** True where it is kept once for all the cells of a column that say the same. */
    boolean isCounted() {
        return change.kind() == Change.Kind.VOCABULARY;
    }
}
