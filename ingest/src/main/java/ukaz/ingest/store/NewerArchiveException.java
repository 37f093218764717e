package ukaz.ingest.store;

/** An archive was written by a newer version of the program. */
public final class NewerArchiveException extends RuntimeException {

    private final int found;
    private final int known;

    NewerArchiveException(int found, int known) {
        super("the archive has version " + found + " of the tables, this program knows " + known);
        this.found = found;
        this.known = known;
    }

    /** The version of its tables. */
    public int found() {
        return found;
    }

    /** The newest version that this program knows. */
    public int known() {
        return known;
    }
}
