package ukaz.ingest.normalise.date;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.Atom.Grain;
import ukaz.ingest.normalise.date.Atom.Style;
import ukaz.model.HistoricalDate;

/** From figures to days: the century of short years, the order of day and month, and the calendar. */
final class Resolver {

    /** Halves of a double date further apart than this are two dates. */
    private static final int DOUBLE_DATE_DAYS = 31;

    private static final int[] CENTURIES = {1700, 1800, 1900, 2000};

    /** A day as written, of either calendar. */
    private record Written(int year, int month, int day) {

        boolean isNewStyle() {
            return exists(year, month, day);
        }

        boolean isOldStyle() {
            return OldStyle.exists(year, month, day);
        }

        /** The same with its two first figures the other way round. */
        Written swapped() {
            int formerDay = day;
            return new Written(year, formerDay, month);
        }

        LocalDate asNew() {
            return LocalDate.of(year, month, day);
        }

        LocalDate fromOld() {
            return OldStyle.toNewStyle(year, month, day);
        }

        String text() {
            return "%02d.%02d.%04d".formatted(day, month, year);
        }
    }

    private final DateContext context;

    Resolver(DateContext context) {
        this.context = context;
    }

    /** The days that the atom, which has a year, stands for. */
    Understood resolve(Atom atom) {
        Understood understood = atom.span() != null ? Understood.of(atom.span()) : ofYear(atom);
        if (atom.approximate()) {
            understood = understood.map(HistoricalDate::approximate);
        }
        return atom.doubted() ? understood.map(HistoricalDate::doubted) : understood;
    }

    private Understood ofYear(Atom atom) {
        if (atom.masked() || atom.yearFigures() == 4) {
            return ofFullYear(atom);
        }
        List<Integer> years = yearsOf(atom);
        List<HistoricalDate> readings = new ArrayList<>();
        Understood last = null;
        for (int year : years) {
            last = ofFullYear(atom.withFigures(atom.day(), atom.month(), year, 4));
            if (last.value() != null && atom.otherDay() > 0 && last.remarks().isEmpty()) {
                return last.asInferred();
            }
            if (last.value() != null) {
                readings.add(last.value());
            }
        }
        if (last != null && (years.size() == 1 || readings.isEmpty())) {
            return last.asInferred();
        }
        if (readings.size() == 1) {
            return Understood.of(readings.get(0)).asInferred();
        }
        return Understood.fault(Remarks.ambiguous("two-digit-year", readings));
    }

    /** The years that a short one can stand for; of the whole past where the context rules out all. */
    private List<Integer> yearsOf(Atom atom) {
        int length = atom.grain() == Grain.DECADE ? 9 : 0;
        List<Integer> likely = new ArrayList<>();
        List<Integer> possible = new ArrayList<>();
        for (int century : CENTURIES) {
            int year = century + atom.year();
            if (year > context.today().getYear()) {
                break;
            }
            if (year + length >= context.earliestYear() && year <= context.latestYear()) {
                likely.add(year);
            }
            if (century > 1700) {
                possible.add(year);
            }
        }
        return likely.isEmpty() ? possible : likely;
    }

    private Understood ofFullYear(Atom atom) {
        if (atom.otherDay() > 0 && !atom.masked()) {
            return ofHalves(
                    atom.withOther(0, Style.UNSAID),
                    atom.withFigures(atom.otherDay(), atom.month(), atom.year(), 4)
                            .withOther(0, Style.UNSAID)
                            .withStyle(atom.otherStyle()),
                    true,
                    false,
                    true);
        }
        if (atom.masked()) {
            return Understood.of(
                    HistoricalDate.parse(atom.yearFigures() == 3 ? atom.year() + "X" : atom.year() + "XX"));
        }
        int year = atom.year();
        switch (atom.grain()) {
            case DECADE -> {
                return Understood.of(HistoricalDate.parse(year / 10 + "X"));
            }
            case CENTURY -> {
                return Understood.of(HistoricalDate.parse(year / 100 + "XX"));
            }
            default -> {}
        }
        if (atom.month() == 0
                && (atom.grain() == Grain.DAY || atom.grain() == Grain.MONTH || atom.grain() == Grain.YEAR)) {
            return atom.style() == Style.OLD
                    ? fromOldStyle(new Written(year, 1, 1), new Written(year, 12, 31))
                    : Understood.of(Atoms.yearOf(year));
        }
        if (atom.day() == 0) {
            return ofMonth(atom);
        }
        return ofDay(atom);
    }

    private Understood ofMonth(Atom atom) {
        int year = atom.year();
        int month = atom.month();
        if (month > 12) {
            return Understood.fault(Remarks.impossible("no-such-month", null));
        }
        if (atom.sign() == '/' && year % 100 + 1 == month) {
            HistoricalDate ofMonth = HistoricalDate.of(YearMonth.of(year, month));
            HistoricalDate ofYears = HistoricalDate.between(Atoms.yearOf(year), Atoms.yearOf(year + 1));
            return Understood.of(ofYears, Remarks.ambiguous("school-year", List.of(ofMonth, ofYears)));
        }
        if (atom.style() == Style.OLD) {
            return fromOldStyle(
                    new Written(year, month, 1),
                    new Written(year, month, Month.of(month).length(year % 4 == 0)));
        }
        return Understood.of(HistoricalDate.of(YearMonth.of(year, month)));
    }

    private Understood ofDay(Atom atom) {
        Atom settled = settled(atom);
        if (settled == null) {
            HistoricalDate dayFirst = HistoricalDate.of(atom.year(), atom.month(), atom.day());
            HistoricalDate monthFirst = HistoricalDate.of(atom.year(), atom.day(), atom.month());
            boolean inOrder = dayFirst.earliest().isBefore(monthFirst.earliest());
            return Understood.of(
                    inOrder
                            ? HistoricalDate.between(dayFirst, monthFirst)
                            : HistoricalDate.between(monthFirst, dayFirst),
                    Remarks.ambiguous("day-month-order", List.of(dayFirst, monthFirst)));
        }
        Written day = new Written(settled.year(), settled.month(), settled.day());
        if (settled.style() == Style.OLD) {
            return day.isOldStyle() ? fromOldStyle(day, day) : impossible(day, settled.sign());
        }
        return day.isNewStyle() ? Understood.of(HistoricalDate.of(day.asNew())) : impossible(day, settled.sign());
    }

    /** Day and month in their places; null where nothing tells which is which. */
    @Nullable
    Atom settled(Atom atom) {
        if (atom.sign() != '/' && atom.sign() != '-' || atom.day() == atom.month()) {
            return atom;
        }
        Atom swapped = atom.withFigures(atom.month(), atom.day(), atom.year(), atom.yearFigures());
        if (atom.month() > 12 || atom.day() > 12) {
            return atom.month() > 12 && atom.day() >= 1 && atom.day() <= 12 ? swapped : atom;
        }
        if (atom.day() == 0 || atom.month() == 0) {
            return atom;
        }
        return switch (context.order()) {
            case DAY_FIRST -> atom;
            case MONTH_FIRST -> swapped;
            case UNSETTLED -> atom.sign() == '/' ? null : atom;
        };
    }

    private static Understood impossible(Written day, char sign) {
        if (day.month > 12) {
            Written swapped = day.swapped();
            boolean swaps = sign != ' ' && sign != Atom.ISO && swapped.isNewStyle();
            return Understood.fault(
                    Remarks.impossible("no-such-month", swaps ? HistoricalDate.of(swapped.asNew()) : null));
        }
        if (day.isOldStyle() && day.fromOld().isBefore(OldStyle.REFORM)) {
            return Understood.fault(Remarks.impossible("no-leap-day", HistoricalDate.of(day.fromOld())));
        }
        return Understood.fault(
                Remarks.impossible(day.month == 2 && day.day == 29 ? "no-leap-day" : "no-such-day", null));
    }

    private static Understood fromOldStyle(Written first, Written last) {
        HistoricalDate converted =
                HistoricalDate.between(HistoricalDate.of(first.fromOld()), HistoricalDate.of(last.fromOld()));
        Understood understood = Understood.of(converted).converted();
        return last.fromOld().isAfter(OldStyle.REFORM)
                ? understood.with(Remarks.afterReform(
                        last.text(), last.fromOld(), OldStyle.daysAhead(last.year, last.month, last.day)))
                : understood;
    }

    // double dates

    /** A double date of which each half has its day at least; null where the halves are two dates. */
    @Nullable
    Understood ofDoubleDate(Atom first, Atom second, @Nullable Atom yearAfter, boolean bracketed) {
        int year = yearAfter != null ? yearAfter.year() : second.hasYear() ? second.year() : first.year();
        int figures = yearAfter != null
                ? yearAfter.yearFigures()
                : second.hasYear() ? second.yearFigures() : first.yearFigures();
        if (figures != 4 || first.hasYear() && first.yearFigures() != 4 || first.masked() || second.masked()) {
            return null;
        }
        Atom a = Objects.requireNonNullElse(settled(first), first);
        Atom b = Objects.requireNonNullElse(settled(second), second);
        boolean sharedMonth = a.month() == 0 || b.month() == 0;
        int month = b.month() != 0 ? b.month() : a.month();
        boolean sharedYear = !a.hasYear() || !b.hasYear();
        Understood understood = ofHalves(
                a.withFigures(a.day(), a.month() == 0 ? month : a.month(), a.hasYear() ? a.year() : year, 4),
                b.withFigures(b.day(), b.month() == 0 ? month : b.month(), b.hasYear() ? b.year() : year, 4),
                sharedMonth,
                sharedYear,
                bracketed);
        return understood.value() == null && understood.remarks().isEmpty() ? null : understood;
    }

    private Understood ofHalves(Atom a, Atom b, boolean sharedMonth, boolean sharedYear, boolean bracketed) {
        boolean firstMayBeOld = a.style() != Style.NEW && b.style() != Style.OLD;
        boolean secondMayBeOld = a.style() != Style.OLD && b.style() != Style.NEW;
        for (int shift = 0; shift <= (sharedMonth || sharedYear ? 1 : 0); shift++) {
            List<LocalDate> hits = new ArrayList<>();
            if (firstMayBeOld) {
                match(a, b, shift, sharedMonth, sharedYear, hits);
            }
            if (secondMayBeOld) {
                match(b, a, shift, sharedMonth, sharedYear, hits);
            }
            if (hits.size() == 1) {
                LocalDate day = hits.get(0);
                Understood understood = Understood.of(HistoricalDate.of(day)).converted();
                return day.isAfter(OldStyle.REFORM)
                        ? understood.with(Remarks.afterReform(
                                written(firstMayBeOld ? a : b).text(), day, 13))
                        : understood;
            }
            if (hits.size() > 1) {
                List<HistoricalDate> readings =
                        hits.stream().sorted().map(HistoricalDate::of).toList();
                return Understood.of(
                        HistoricalDate.between(readings.get(0), readings.get(readings.size() - 1)),
                        Remarks.ambiguous("alternatives", readings));
            }
        }
        return mismatch(written(a), written(b), secondMayBeOld && !firstMayBeOld, bracketed);
    }

    /** Adds the new-style days at which the two halves agree, one of them a month or a year from what stands beside it. */
    private static void match(
            Atom old, Atom renewed, int shift, boolean sharedMonth, boolean sharedYear, List<LocalDate> hits) {
        if (shift == 0) {
            match(written(old), written(renewed), hits);
            return;
        }
        if (sharedMonth) {
            match(monthsFrom(old, -1), written(renewed), hits);
            match(written(old), monthsFrom(renewed, 1), hits);
        }
        if (sharedYear) {
            match(new Written(old.year() - 1, old.month(), old.day()), written(renewed), hits);
            if (hits.isEmpty()) {
                match(written(old), new Written(renewed.year() + 1, renewed.month(), renewed.day()), hits);
            }
        }
    }

    private static void match(Written old, Written renewed, List<LocalDate> hits) {
        if (old.isOldStyle() && renewed.isNewStyle() && old.fromOld().equals(renewed.asNew())) {
            if (!hits.contains(renewed.asNew())) {
                hits.add(renewed.asNew());
            }
        }
    }

    private static Written monthsFrom(Atom atom, int months) {
        int month = atom.month() + months;
        return month == 0
                ? new Written(atom.year() - 1, 12, atom.day())
                : month == 13
                        ? new Written(atom.year() + 1, 1, atom.day())
                        : new Written(atom.year(), month, atom.day());
    }

    private static Written written(Atom atom) {
        return new Written(atom.year(), atom.month(), atom.day());
    }

    private Understood mismatch(Written a, Written b, boolean secondIsOld, boolean bracketed) {
        if (!a.isOldStyle() || !b.isOldStyle()) {
            Written none = a.isOldStyle() ? b : a;
            return Understood.fault(Remarks.impossible(none.month > 12 ? "no-such-month" : "no-such-day", null));
        }
        boolean swap = secondIsOld || b.fromOld().isBefore(a.fromOld());
        Written old = swap ? b : a;
        Written renewed = swap ? a : b;
        if (!renewed.isNewStyle()) {
            return Understood.fault(Remarks.impossible("no-leap-day", null));
        }
        int ahead = OldStyle.daysAhead(old.year, old.month, old.day);
        int days = ahead + (int) ChronoUnit.DAYS.between(old.fromOld(), renewed.asNew());
        HistoricalDate fromOld = HistoricalDate.of(old.fromOld());
        HistoricalDate asWritten = HistoricalDate.of(renewed.asNew());
        if (days >= 0 && days <= DOUBLE_DATE_DAYS) {
            boolean inOrder = old.fromOld().isBefore(renewed.asNew());
            return Understood.of(
                            inOrder
                                    ? HistoricalDate.between(fromOld, asWritten)
                                    : HistoricalDate.between(asWritten, fromOld),
                            Remarks.calendarMismatch(old.text(), renewed.asNew(), days, ahead))
                    .converted();
        }
        List<HistoricalDate> readings = List.of(
                HistoricalDate.of(a.isNewStyle() ? a.asNew() : a.fromOld()),
                HistoricalDate.of(b.isNewStyle() ? b.asNew() : b.fromOld()));
        return bracketed
                ? Understood.of(readings.get(0), Remarks.ambiguous("alternatives", readings))
                : Understood.fault(Remarks.ambiguous("alternatives", readings));
    }

    static boolean exists(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }
}
