package ukaz.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What reports can be written as. */
public enum Format {
    XLSX,
    HTML,
    JSONL,
    CSV;

    /** {@code xlsx}, {@code html} …, as on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> of(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }
}
