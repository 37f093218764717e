package ukaz.model;

/** The sex as a register states it. */
public enum Sex {
    MALE("m"),
    FEMALE("f");

    private final String key;

    Sex(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
