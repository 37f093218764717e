package ukaz.report.revision;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;

/**
 * A record that two versions of a source do not tell alike.
 *
 * @param before null where it is new
 * @param now null where it is gone
 * @param cells what was and what is, by the title of the column; empty where the record is new or gone
 */
public record Revision(
        @Nullable AwardRecord before, @Nullable AwardRecord now, Map<String, Said> cells) {

    /** What a cell said and says. */
    public record Said(String before, String now) {}

    /** What became of the record. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    public Kind kind() {
        return before == null ? Kind.ADDED : now == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /** The record as it is, or as it was where it is gone. */
    public AwardRecord record() {
        if (now != null) {
            return now;
        }
        if (before == null) {
            throw new IllegalStateException("a revision of nothing");
        }
        return before;
    }
}
