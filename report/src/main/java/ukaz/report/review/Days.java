package ukaz.report.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SourceCell;

/** Days as reviewers write them: a date of the spreadsheet, {@code 2027-03-01} or {@code 01.03.2027}. */
final class Days {

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int MOST_DAYS = 2_958_465;

    private Days() {}

    /** Null where the cell holds no day. */
    static @Nullable LocalDate read(SourceCell cell, boolean date1904) {
        boolean number = cell.kind() == SourceCell.Kind.DATE || cell.kind() == SourceCell.Kind.NUMBER;
        if (number && cell.number() >= 1 && cell.number() <= MOST_DAYS) {
            return (date1904 ? EPOCH_1904 : EPOCH).plusDays((long) cell.number());
        }
        return read(cell.text());
    }

    /** Null where the text is no day. */
    static @Nullable LocalDate read(String typed) {
        String text = typed.strip();
        int point = text.indexOf('.');
        String[] parts = point >= 0 ? text.split("\\.", -1) : text.split("-", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            int first = Integer.parseInt(parts[0]);
            int month = Integer.parseInt(parts[1]);
            int last = Integer.parseInt(parts[2]);
            return point >= 0 ? LocalDate.of(last, month, first) : LocalDate.of(first, month, last);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
