package ukaz.report.run;

import org.jspecify.annotations.Nullable;
import ukaz.model.Finding;

/**
 * A finding as reports tell it, in their language.
 *
 * @param number counted from 1 in the order of the run
 * @param card the record it is about; null where it is about a file, a table or a row without a record
 * @param expected what would be right; empty where that cannot be said
 */
public record Told(long number, Finding finding, @Nullable RecordCard card, String message, String expected) {

    /** Against an earlier report; without one every finding is new. */
    public String status() {
        return "new";
    }
}
