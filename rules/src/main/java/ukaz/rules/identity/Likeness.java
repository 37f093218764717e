package ukaz.rules.identity;

import java.time.LocalDate;
import ukaz.model.HistoricalDate;

/** How two dates that may be meant to be one stand to each other. */
public enum Likeness {
    /** The same day. */
    SAME,
    /** One is vaguer than the other, and both can be the same day. */
    COMPATIBLE,
    /** Eleven to thirteen days apart, as the calendars were: one is old style. */
    OLD_STYLE,
    /** Day and month have changed places. */
    SWAPPED,
    /** One digit of the day or the month is another. */
    ONE_DIGIT,
    /** One digit of the year is another. */
    ONE_DIGIT_OF_YEAR,
    /** Another day of the same year. */
    SAME_YEAR,
    DIFFERENT;

    private static final int FEWEST_CALENDAR_DAYS = 11;
    private static final int MOST_CALENDAR_DAYS = 13;
    /** From here on nobody wrote old style any more. */
    private static final long NEW_STYLE = LocalDate.of(1918, 2, 14).toEpochDay();

    private static final double DAYS_OF_YEAR = 365.2425;

    /** Compares two dates. */
    public static Likeness of(HistoricalDate a, HistoricalDate b) {
        return of(
                Features.day(a.earliest()),
                Features.day(a.latest()),
                Features.day(b.earliest()),
                Features.day(b.latest()));
    }

    /** True where somebody may have written the one and meant the other. */
    public boolean isSlip() {
        return this == OLD_STYLE || this == SWAPPED || this == ONE_DIGIT || this == ONE_DIGIT_OF_YEAR;
    }

    static Likeness of(int aFirst, int aLast, int bFirst, int bLast) {
        if (aFirst != aLast || bFirst != bLast) {
            return aFirst <= bLast && bFirst <= aLast ? COMPATIBLE : DIFFERENT;
        }
        if (aFirst == bFirst) {
            return SAME;
        }
        long apart = Math.abs((long) aFirst - bFirst);
        if (apart >= FEWEST_CALENDAR_DAYS && apart <= MOST_CALENDAR_DAYS && Math.min(aFirst, bFirst) < NEW_STYLE) {
            return OLD_STYLE;
        }
        if (apart > DAYS_OF_YEAR && Math.abs(apart - Math.rint(apart / DAYS_OF_YEAR) * DAYS_OF_YEAR) > 3) {
            return DIFFERENT;
        }
        LocalDate a = LocalDate.ofEpochDay(aFirst);
        LocalDate b = LocalDate.ofEpochDay(bFirst);
        if (a.getYear() == b.getYear()) {
            if (a.getMonthValue() == b.getDayOfMonth() && a.getDayOfMonth() == b.getMonthValue()) {
                return SWAPPED;
            }
            return digits(a.getMonthValue(), b.getMonthValue()) + digits(a.getDayOfMonth(), b.getDayOfMonth()) == 1
                    ? ONE_DIGIT
                    : SAME_YEAR;
        }
        return a.getMonthValue() == b.getMonthValue()
                        && a.getDayOfMonth() == b.getDayOfMonth()
                        && digits(a.getYear(), b.getYear()) == 1
                ? ONE_DIGIT_OF_YEAR
                : DIFFERENT;
    }

    /** How many digits differ. */
    private static int digits(int a, int b) {
        int differ = 0;
        int x = a;
        int y = b;
        while (x > 0 || y > 0) {
            if (x % 10 != y % 10) {
                differ++;
            }
            x /= 10;
            y /= 10;
        }
        return differ;
    }
}
