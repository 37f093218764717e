package ukaz.ingest.normalise.date;

import java.time.LocalDate;
import java.time.Month;

/** The Julian calendar. */
final class OldStyle {

    /** The first day of the new style in Soviet Russia; the day before it was 31 January of the old. */
    static final LocalDate REFORM = LocalDate.of(1918, 2, 14);

    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    private OldStyle() {}

    static boolean exists(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(year % 4 == 0);
    }

    static LocalDate toNewStyle(int year, int month, int day) {
        int monthsToMarch = (14 - month) / 12;
        long shiftedYear = year + 4800L - monthsToMarch;
        int shiftedMonth = month + 12 * monthsToMarch - 3;
        long julianDay =
                day + (153L * shiftedMonth + 2) / 5 + 365 * shiftedYear + Math.floorDiv(shiftedYear, 4) - 32083;
        return LocalDate.ofEpochDay(julianDay - JULIAN_DAY_OF_EPOCH);
    }

    /** How many days the new style is ahead on this day of the old: 12 in 1878, 13 in 1903. */
    static int daysAhead(int year, int month, int day) {
        int century = (month > 2 ? year : year - 1) / 100;
        return century - century / 4 - 2;
    }
}
