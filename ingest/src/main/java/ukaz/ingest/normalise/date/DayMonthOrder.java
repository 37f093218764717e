package ukaz.ingest.normalise.date;

/** Which of the two first figures of 03/04/1950 is the day, as the whole column tells. */
public enum DayMonthOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** Nothing in the column settles it, or its values contradict each other. */
    UNSETTLED
}
