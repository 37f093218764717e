package ukaz.model;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
    /** The record cannot be right as it stands. */
    ERROR("error"),
    /** Unusual: a person must look. */
    WARNING("warning"),
    /** Worth knowing; never changes the exit code. */
    INFO("info");

    private final String key;

    Severity(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public Severity oneLower() {
        return this == ERROR ? WARNING : INFO;
    }

    /** @throws IllegalArgumentException where no severity has this key */
    public static Severity of(String key) {
        for (Severity severity : values()) {
            if (severity.key.equals(key)) {
                return severity;
            }
        }
        throw new IllegalArgumentException("no severity '" + key + "'; there are error, warning and info");
    }
}
