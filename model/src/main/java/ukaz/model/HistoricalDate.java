package ukaz.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as archives know it: a day, a month, a year, a decade, approximate, doubted or bounded; Gregorian.
 *
 * <p>Written in EDTF level 1 (ISO 8601-2): {@code 1903-01-12}, {@code 1905-03}, {@code 1905}, {@code 1905~}, {@code 1905?},
 * {@code 1905-03/1905-05}, {@code ../1917}, {@code 1930/..}, {@code 190X}. Every date is an interval of days, so questions
 * about it have three answers ({@link Truth}). An approximate or doubted date is widened by {@value #DOUBT_YEARS} years
 * where it is a year, six months where it is a month, and 31 days where it is a day.
 */
public final class HistoricalDate {

    /** How far on either side an approximate year may be off, in years. */
    public static final int DOUBT_YEARS = 5;

    private static final int DOUBT_MONTHS = 6;
    private static final int DOUBT_DAYS = 31;
    private static final Pattern SINGLE = Pattern.compile(
            "(?<year>\\d{4}|\\d{3}X|\\d{2}XX)(?:-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?(?<doubt>[~?%]?)");

    /** The days that registers tell of, made once; threads may take turns, for what is here never changes. */
    private static final @Nullable HistoricalDate[] KNOWN = new HistoricalDate[1 << 16];

    private static final long FIRST_KNOWN = LocalDate.of(1850, 1, 1).toEpochDay();

    private final String edtf;
    private final LocalDate earliest;
    private final LocalDate latest;

    private HistoricalDate(String edtf, LocalDate earliest, LocalDate latest) {
        this.edtf = edtf;
        this.earliest = earliest;
        this.latest = latest;
    }

    public static HistoricalDate of(LocalDate day) {
        long place = day.toEpochDay() - FIRST_KNOWN;
        if (place < 0 || place >= KNOWN.length) {
            return new HistoricalDate(day.toString(), day, day);
        }
        HistoricalDate known = KNOWN[(int) place];
        if (known == null) {
            known = new HistoricalDate(day.toString(), day, day);
            KNOWN[(int) place] = known;
        }
        return known;
    }

    public static HistoricalDate of(int year, int month, int day) {
        return of(LocalDate.of(year, month, day));
    }

    public static HistoricalDate of(YearMonth month) {
        return new HistoricalDate(month.toString(), month.atDay(1), month.atEndOfMonth());
    }

    public static HistoricalDate of(Year year) {
        return new HistoricalDate(
                "%04d".formatted(year.getValue()),
                year.atDay(1),
                year.atMonth(12).atEndOfMonth());
    }

    /**
     * Reads EDTF.
     *
     * @throws IllegalArgumentException where the text is not EDTF of the kinds above, or names a day that does not exist
     */
    public static HistoricalDate parse(String edtf) {
        if (isPlainDay(edtf)) {
            try {
                return of(LocalDate.of(digits(edtf, 0, 4), digits(edtf, 5, 7), digits(edtf, 8, 10)));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("no such day: '" + edtf + "'", e);
            }
        }
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return single(edtf);
        }
        String from = edtf.substring(0, slash);
        String to = edtf.substring(slash + 1);
        LocalDate first = from.equals("..") ? LocalDate.MIN : single(from).earliest;
        LocalDate last = to.equals("..") ? LocalDate.MAX : single(to).latest;
        if (first.isAfter(last) || first.equals(LocalDate.MIN) && last.equals(LocalDate.MAX)) {
            throw new IllegalArgumentException("not an interval: '" + edtf + "'");
        }
        return new HistoricalDate(edtf, first, last);
    }

    /**
     * From the start of one date to the end of another.
     *
     * @throws IllegalArgumentException where the end lies before the start
     */
    public static HistoricalDate between(HistoricalDate first, HistoricalDate last) {
        return first.equals(last) ? first : parse(first.start() + "/" + last.end());
    }

    /** Open towards the past. */
    public static HistoricalDate notAfter(HistoricalDate last) {
        return parse("../" + last.end());
    }

    /** Open towards the future. */
    public static HistoricalDate notBefore(HistoricalDate first) {
        return parse(first.start() + "/..");
    }

    /** The same, said to be about right only. */
    public HistoricalDate approximate() {
        return marked('~');
    }

    /** The same, said to be doubtful. */
    public HistoricalDate doubted() {
        return marked('?');
    }

    private HistoricalDate marked(char mark) {
        int slash = edtf.indexOf('/');
        return slash < 0
                ? parse(marked(edtf, mark))
                : parse(marked(edtf.substring(0, slash), mark) + "/" + marked(edtf.substring(slash + 1), mark));
    }

    private static String marked(String end, char mark) {
        char last = end.charAt(end.length() - 1);
        if (last == '.' || last == mark || last == '%') {
            return end;
        }
        return last == '~' || last == '?' ? end.substring(0, end.length() - 1) + '%' : end + mark;
    }

    private String start() {
        int slash = edtf.indexOf('/');
        return (slash < 0 ? edtf : edtf.substring(0, slash)).replace('X', '0');
    }

    private String end() {
        return edtf.substring(edtf.indexOf('/') + 1).replace('X', '9');
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("no digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isPlainDay(String edtf) {
        return edtf.length() == 10 && edtf.charAt(4) == '-' && edtf.charAt(7) == '-';
    }

    private static HistoricalDate single(String edtf) {
        Matcher matcher = SINGLE.matcher(edtf);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an EDTF date: '" + edtf + "'");
        }
        String yearText = matcher.group("year");
        String month = matcher.group("month");
        String day = matcher.group("day");
        boolean doubted = !matcher.group("doubt").isEmpty();
        if (yearText.endsWith("X") && month != null) {
            throw new IllegalArgumentException("not an EDTF date: '" + edtf + "'");
        }
        try {
            LocalDate first;
            LocalDate last;
            if (day != null) {
                first = LocalDate.of(Integer.parseInt(yearText), Integer.parseInt(month), Integer.parseInt(day));
                last = first;
            } else if (month != null) {
                YearMonth yearMonth = YearMonth.of(Integer.parseInt(yearText), Integer.parseInt(month));
                first = yearMonth.atDay(1);
                last = yearMonth.atEndOfMonth();
            } else {
                first = LocalDate.of(Integer.parseInt(yearText.replace('X', '0')), 1, 1);
                last = LocalDate.of(Integer.parseInt(yearText.replace('X', '9')), 12, 31);
            }
            if (doubted) {
                Period doubt = day != null
                        ? Period.ofDays(DOUBT_DAYS)
                        : month != null ? Period.ofMonths(DOUBT_MONTHS) : Period.ofYears(DOUBT_YEARS);
                first = first.minus(doubt);
                last = last.plus(doubt);
            }
            return new HistoricalDate(edtf, first, last);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such day: '" + edtf + "'", e);
        }
    }

    /** The first day it can be; {@link LocalDate#MIN} where it is open. */
    public LocalDate earliest() {
        return earliest;
    }

    /** The last day it can be; {@link LocalDate#MAX} where it is open. */
    public LocalDate latest() {
        return latest;
    }

    /** True where it is one day and not doubted. */
    public boolean isDay() {
        return earliest.equals(latest);
    }

    /** The day, where it is one; null otherwise. */
    public @Nullable LocalDate day() {
        return isDay() ? earliest : null;
    }

    public Truth before(LocalDate day) {
        return Truth.of(latest.isBefore(day), earliest.isBefore(day));
    }

    public Truth after(LocalDate day) {
        return Truth.of(earliest.isAfter(day), latest.isAfter(day));
    }

    public Truth before(HistoricalDate other) {
        return Truth.of(latest.isBefore(other.earliest), earliest.isBefore(other.latest));
    }

    public Truth after(HistoricalDate other) {
        return other.before(this);
    }

    /** Whether it lies in the interval, both ends included. */
    public Truth within(LocalDate from, LocalDate to) {
        return Truth.of(
                !earliest.isBefore(from) && !latest.isAfter(to), !latest.isBefore(from) && !earliest.isAfter(to));
    }

    /** True where both can be the same day. */
    public boolean overlaps(HistoricalDate other) {
        return !latest.isBefore(other.earliest) && !earliest.isAfter(other.latest);
    }

    /** Full years to the later date, at the fewest; negative where the later date can be earlier. */
    public int fewestYearsTo(HistoricalDate later) {
        return yearsBetween(latest, later.earliest);
    }

    /** Full years to the later date, at the most. */
    public int mostYearsTo(HistoricalDate later) {
        return yearsBetween(earliest, later.latest);
    }

    private static int yearsBetween(LocalDate from, LocalDate to) {
        if (from.getYear() == Year.MIN_VALUE || to.getYear() == Year.MAX_VALUE) {
            return Integer.MAX_VALUE;
        }
        if (from.getYear() == Year.MAX_VALUE || to.getYear() == Year.MIN_VALUE) {
            return Integer.MIN_VALUE;
        }
        return (int) ChronoUnit.YEARS.between(from, to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoricalDate that && edtf.equals(that.edtf);
    }

    @Override
    public int hashCode() {
        return edtf.hashCode();
    }

    /** EDTF. */
    @Override
    public String toString() {
        return edtf;
    }
}
