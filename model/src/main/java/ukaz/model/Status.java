package ukaz.model;

/** What became of a conferral, by the last event known. */
public enum Status {
    VALID("valid"),
    /** Valid until the day of deprivation. */
    DEPRIVED("deprived"),
    /** The decree was cancelled: void from the start. */
    ANNULLED("annulled"),
    RESTORED("restored");

    private final String key;

    Status(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
