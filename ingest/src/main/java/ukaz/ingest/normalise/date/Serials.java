package ukaz.ingest.normalise.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as spreadsheets store them: counted from an epoch. */
final class Serials {

    /** Days between the epochs of the two date systems. */
    static final int SYSTEM_SHIFT = 1462;

    /** The number of 29 February 1900, a day that only spreadsheets know. */
    static final int FALSE_LEAP_DAY = 60;

    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final double FIRST = -400_000;
    private static final double LAST = 2_958_465;

    /** Made once; threads may take turns, for what is here never changes. */
    private static final @Nullable LocalDate[] DAYS = new LocalDate[1 << 15];

    private Serials() {}

    /**
     * The day of a serial; null where there is none: zero and the false leap day of the 1900 system, and numbers too far off.
     * Before 1900 the count goes on below zero from 30 December 1899, as LibreOffice and Python write it; from 1 to 59 it
     * is a day behind, because of the false leap day after them.
     */
    static @Nullable LocalDate toDay(double serial, boolean date1904) {
        if (!(serial >= FIRST && serial <= LAST)) {
            return null;
        }
        long days = (long) Math.floor(serial);
        if (!date1904 && days > FALSE_LEAP_DAY && days < DAYS.length) {
            LocalDate known = DAYS[(int) days];
            if (known == null) {
                known = EPOCH_1900.plusDays(days);
                DAYS[(int) days] = known;
            }
            return known;
        }
        if (date1904) {
            return EPOCH_1904.plusDays(days);
        }
        if (days == 0 || days == FALSE_LEAP_DAY) {
            return null;
        }
        return EPOCH_1900.plusDays(days > 0 && days < FALSE_LEAP_DAY ? days + 1 : days);
    }
}
