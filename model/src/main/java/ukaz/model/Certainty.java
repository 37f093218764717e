package ukaz.model;

/** Whether a finding holds for every reading of the dates involved, or for some of them only. */
public enum Certainty {
    CERTAIN("certain"),
    POSSIBLE("possible");

    private final String key;

    Certainty(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
