package ukaz.ingest.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Dates that a file writes as ISO text, not as serials. */
final class IsoDate {

    private static final LocalDate BASE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_SURE_1900 = LocalDate.of(1900, 3, 1);
    private static final LocalDate BASE_1904 = LocalDate.of(1904, 1, 1);

    private IsoDate() {}

    /**
     * A DATE cell with the serial of that day; for days whose serials programs do not agree upon (before 1 March 1900 or
     * before the epoch) and for what is no date at all, a TEXT cell with what the file says.
     */
    static SourceCell cell(String iso, boolean date1904) {
        String text = iso.strip();
        int t = text.indexOf('T');
        String day = t < 0 ? text : text.substring(0, t);
        boolean midnight = t < 0 || text.startsWith("T00:00:00", t) && text.indexOf('.', t) < 0;
        try {
            LocalDate date = LocalDate.parse(day.endsWith("Z") ? day.substring(0, day.length() - 1) : day);
            double fraction = midnight ? 0 : time(text.substring(t + 1)).toNanoOfDay() / 86_400e9;
            LocalDate base = date1904 ? BASE_1904 : BASE_1900;
            if (!date.isBefore(date1904 ? BASE_1904 : FIRST_SURE_1900)) {
                return SourceCell.date(ChronoUnit.DAYS.between(base, date) + fraction);
            }
            return SourceCell.text(midnight ? date.toString() : text);
        } catch (DateTimeException e) {
            return SourceCell.text(iso);
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
    }
}
