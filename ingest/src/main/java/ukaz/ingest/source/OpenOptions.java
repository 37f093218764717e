package ukaz.ingest.source;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be opened.
 *
 * @param limits what it may ask for
 * @param password for files that need one; null where none is known
 */
public record OpenOptions(Limits limits, @Nullable String password) {

    public static final OpenOptions DEFAULT = new OpenOptions(Limits.DEFAULT, null);

    @Override
    public String toString() {
        return "OpenOptions[limits=" + limits + ", password " + (password == null ? "none" : "given") + "]";
    }
}
