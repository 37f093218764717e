package ukaz.report.run;

import org.jspecify.annotations.Nullable;
import ukaz.model.Finding;
import ukaz.report.review.Reviewed;

/**
 * A finding as reports tell it, in their language.
 *
 * @param number counted from 1 in the order of the run
 * @param card the record it is about; null where it is about a file, a table or a row without a record
 * @param expected what would be right; empty where that cannot be said
 * @param reviewed how it stands to an earlier report; without one every finding is new
 */
public record Told(
        long number, Finding finding, @Nullable RecordCard card, String message, String expected, Reviewed reviewed) {

    public String status() {
        return reviewed.status().key();
    }
}
