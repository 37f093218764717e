package ukaz.ingest.normalise.date;

import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;

/**
 * The figures of one date as they stand in the text, some of them perhaps missing or not yet sure.
 *
 * @param end place after the last token
 * @param day 0 where there is none or it is unknown
 * @param otherDay the second day of "6 (18) декабря"; 0 where there is none
 * @param month 0 where there is none or it is unknown
 * @param year -1 where there is none
 * @param yearFigures how many figures the year has; those of {@code 190X} are 3 and of {@code 19XX} 2 with {@code masked}
 * @param sign what stands between day and month where both are figures
 * @param style the calendar said of the date
 * @param otherStyle the calendar said of the other day
 * @param span the days meant, where they are worked out already
 */
record Atom(
        int end,
        int day,
        int otherDay,
        int month,
        int year,
        int yearFigures,
        boolean masked,
        char sign,
        Grain grain,
        Style style,
        Style otherStyle,
        boolean approximate,
        boolean doubted,
        @Nullable HistoricalDate span) {

    /** How much time the last figure given stands for. */
    enum Grain {
        DAY,
        MONTH,
        YEAR,
        DECADE,
        CENTURY,
        OTHER
    }

    /** The calendar a date is said to be of. */
    enum Style {
        UNSAID,
        OLD,
        NEW
    }

    /** Sign of a date written year first with hyphens, as ISO has it. */
    static final char ISO = 'I';

    static Atom of(int end, int day, int month, int year, int yearFigures, Grain grain) {
        return new Atom(
                end,
                day,
                0,
                month,
                year,
                yearFigures,
                false,
                ' ',
                grain,
                Style.UNSAID,
                Style.UNSAID,
                false,
                false,
                null);
    }

    static Atom span(int end, HistoricalDate span, Grain grain) {
        return new Atom(end, 0, 0, 0, 0, 4, false, ' ', grain, Style.UNSAID, Style.UNSAID, false, false, span);
    }

    boolean hasYear() {
        return year >= 0;
    }

    Atom withEnd(int newEnd) {
        return new Atom(
                newEnd,
                day,
                otherDay,
                month,
                year,
                yearFigures,
                masked,
                sign,
                grain,
                style,
                otherStyle,
                approximate,
                doubted,
                span);
    }

    Atom withFigures(int newDay, int newMonth, int newYear, int newYearFigures) {
        return new Atom(
                end,
                newDay,
                otherDay,
                newMonth,
                newYear,
                newYearFigures,
                masked,
                sign,
                grain,
                style,
                otherStyle,
                approximate,
                doubted,
                span);
    }

    Atom withSign(char newSign) {
        return new Atom(
                end,
                day,
                otherDay,
                month,
                year,
                yearFigures,
                masked,
                newSign,
                grain,
                style,
                otherStyle,
                approximate,
                doubted,
                span);
    }

    Atom withOther(int newOtherDay, Style newOtherStyle) {
        return new Atom(
                end,
                day,
                newOtherDay,
                month,
                year,
                yearFigures,
                masked,
                sign,
                grain,
                style,
                newOtherStyle,
                approximate,
                doubted,
                span);
    }

    Atom withMask() {
        return new Atom(
                end,
                day,
                otherDay,
                month,
                year,
                yearFigures,
                true,
                sign,
                grain,
                style,
                otherStyle,
                approximate,
                doubted,
                span);
    }

    Atom withStyle(Style newStyle) {
        return new Atom(
                end,
                day,
                otherDay,
                month,
                year,
                yearFigures,
                masked,
                sign,
                grain,
                newStyle,
                otherStyle,
                approximate,
                doubted,
                span);
    }

    Atom withGrain(Grain newGrain) {
        return new Atom(
                end,
                day,
                otherDay,
                month,
                year,
                yearFigures,
                masked,
                sign,
                newGrain,
                style,
                otherStyle,
                approximate,
                doubted,
                span);
    }

    Atom withDoubt(boolean nowApproximate, boolean nowDoubted) {
        return new Atom(
                end,
                day,
                otherDay,
                month,
                year,
                yearFigures,
                masked,
                sign,
                grain,
                style,
                otherStyle,
                approximate || nowApproximate,
                doubted || nowDoubted,
                span);
    }
}
