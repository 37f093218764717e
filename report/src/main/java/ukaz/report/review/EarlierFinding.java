package ukaz.report.review;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ukaz.model.Severity;

/**
 * A finding as an earlier report tells it.
 *
 * @param fingerprint what it is recognised by, as a number
 * @param severity null where the report does not say
 * @param message in the language of that report
 * @param at where it stood
 * @param firstSeen null where the report does not say
 * @param resolvedOn the day of the report that did not find it any more; null where it was open
 * @param mark null where the report does not say
 * @param ruling null where none was taken
 * @param lapsed what it says of a decision that does not hold any more; empty where nothing
 */
public record EarlierFinding(
        long fingerprint,
        ReviewStatus status,
        String rule,
        @Nullable Severity severity,
        String message,
        String expected,
        String value,
        String person,
        Place at,
        @Nullable LocalDate firstSeen,
        @Nullable LocalDate resolvedOn,
        @Nullable Mark mark,
        @Nullable Ruling ruling,
        String lapsed) {

    /**
     * Where it stood.
     *
     * @param sheet empty for a text file
     * @param cell the number of the row where it was a whole row; empty where it was neither
     */
    public record Place(String file, String sheet, String cell) {

        private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,8}");

        /** The arrow of a workbook's link leads to the file as a whole. */
        public Place {
            cell = cell.equals("→") ? "" : cell;
        }

        /** The row where it was a whole row; null otherwise. */
        public @Nullable Integer row() {
            return ROW.matcher(cell).matches() ? Integer.valueOf(cell) : null;
        }

        /** True where it was one cell, such as {@code F17}. */
        public boolean isCell() {
            return !cell.isEmpty()
                    && Character.isLetter(cell.charAt(0))
                    && Character.isDigit(cell.charAt(cell.length() - 1));
        }
    }

    boolean open() {
        return status != ReviewStatus.RESOLVED;
    }
}
