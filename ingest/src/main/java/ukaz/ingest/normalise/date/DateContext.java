package ukaz.ingest.normalise.date;

import java.time.LocalDate;

/**
 * What is known of a date before it is read.
 *
 * @param role whose date it is
 * @param order which figure of 03/04/1950 is the day
 * @param date1904 whether the workbook counts its days from 1904
 * @param columnIsDate whether the column otherwise holds date cells, so that a plain number is likely one that lost its
 *     format
 * @param earliestYear the first year that a year of two figures can stand for
 * @param latestYear the last such year
 * @param today the day of the run
 */
public record DateContext(
        Role role,
        DayMonthOrder order,
        boolean date1904,
        boolean columnIsDate,
        int earliestYear,
        int latestYear,
        LocalDate today) {

    /** Whose date it is, and between which years it lies as a rule. */
    public enum Role {
        BIRTH(1835, 1975),
        DEATH(1918, 2199),
        DECREE(1918, 1991),
        OTHER(1700, 2199);

        private final int earliest;
        private final int latest;

        Role(int earliest, int latest) {
            this.earliest = earliest;
            this.latest = latest;
        }
    }

    /** Day first, 1900 date system, text column, the usual years of the role. */
    public static DateContext of(Role role, LocalDate today) {
        return new DateContext(
                role,
                DayMonthOrder.DAY_FIRST,
                false,
                false,
                role.earliest,
                Math.min(role.latest, today.getYear()),
                today);
    }

    public DateContext withOrder(DayMonthOrder settled) {
        return new DateContext(role, settled, date1904, columnIsDate, earliestYear, latestYear, today);
    }

    public DateContext withDate1904(boolean system1904) {
        return new DateContext(role, order, system1904, columnIsDate, earliestYear, latestYear, today);
    }

    public DateContext withColumnIsDate(boolean dates) {
        return new DateContext(role, order, date1904, dates, earliestYear, latestYear, today);
    }

    /** Narrows the years that a year of two figures can stand for: a birth lies before the decree, say. */
    public DateContext withYears(int earliest, int latest) {
        return new DateContext(role, order, date1904, columnIsDate, earliest, latest, today);
    }
}
