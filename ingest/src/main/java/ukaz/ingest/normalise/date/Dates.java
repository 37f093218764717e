package ukaz.ingest.normalise.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.ingest.normalise.Reading.State;
import ukaz.ingest.normalise.date.Tokens.Kind;
import ukaz.ingest.normalise.date.Tokens.Token;
import ukaz.ingest.normalise.date.Words.Meaning;
import ukaz.ingest.normalise.text.Ditto;
import ukaz.ingest.source.SourceCell;
import ukaz.model.Change;
import ukaz.model.HistoricalDate;

/**
 * The reader of dates: every notation of archives, nothing invented.
 *
 * <p>What has one reading gets a value. What has several that lie close together (day and month of 03/04/1950, halves of a
 * double date that do not agree) gets the interval that covers them, with the readings in its remark; what has several far
 * apart (a year of two figures) gets no value. The value of a double date is its new style.
 */
public final class Dates {

    private static final List<Change.Kind> NOTATION = List.of(Change.Kind.DATE_NOTATION);
    private static final LocalDate DEFAULT_DATE = LocalDate.of(1900, 1, 1);
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final int LONGEST_TEXT = 500;
    /** Letters typed or recognised in place of a figure, and the figures. */
    private static final String MISTAKEN = "OoОоlIІіЗзбSB|";

    private static final String MEANT = "00001111336581";

    private Dates() {}

    public static Reading<HistoricalDate> read(SourceCell cell, DateContext context) {
        return switch (cell.kind()) {
            case EMPTY -> Reading.empty();
            case TEXT -> readText(cell.text(), context);
            case DATE -> readSerial(cell.number(), context);
            case NUMBER -> readNumber(cell.number(), context);
            case BOOLEAN -> unparseable(null);
            // said of every mapped column by cell-formula-error
            case ERROR -> new Reading<>(null, State.UNREADABLE, List.of(), List.of());
        };
    }

    public static Reading<HistoricalDate> readText(String text, DateContext context) {
        LocalDate day = plainDay(text);
        if (day != null) {
            boolean iso = text.charAt(4) == '-';
            HistoricalDate value = HistoricalDate.of(day);
            List<Remark> remarks = remarksOn(day, value, context);
            return new Reading<>(value, State.VALUE, iso ? List.of() : NOTATION, remarks);
        }
        int year = text.length() == 4 ? figures(text, 0, 4) : -1;
        if (year >= 1000 && year < context.today().getYear()) {
            return new Reading<>(Atoms.yearOf(year), State.VALUE, List.of(), List.of());
        }
        return text.isBlank() ? Reading.empty() : general(text, context);
    }

    /** Every date of a cell that holds several: "05.03.1976; 24.02.1981". */
    public static List<Reading<HistoricalDate>> readAll(String text, DateContext context) {
        if (text.isBlank()) {
            return List.of();
        }
        if (plainDay(text) != null) {
            return List.of(readText(text, context));
        }
        List<Reading<HistoricalDate>> all = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ";\n\r|".indexOf(text.charAt(i)) >= 0) {
                String piece = text.substring(start, i);
                if (!piece.isBlank()) {
                    // a quotation mark beside other words is no ditto mark
                    boolean rest = piece.length() < text.length() && Ditto.isMark(piece);
                    all.addAll(rest ? List.of(Reading.empty()) : piece(piece, context));
                }
                start = i + 1;
            }
        }
        return all;
    }

    /** Birth and death out of one cell: "1894–1977", "р. 1901", "1894 —". */
    public static LifeYears readLifeYears(String text, DateContext birth, DateContext death) {
        return new LifeYearsReader(birth, death).read(text);
    }

    /** As {@link #readLifeYears(String, DateContext, DateContext)} with the contexts of the roles. */
    public static LifeYears readLifeYears(String text, DateContext context) {
        return readLifeYears(
                text,
                context.role() == DateContext.Role.BIRTH ? context : as(DateContext.Role.BIRTH, context),
                as(DateContext.Role.DEATH, context));
    }

    private static DateContext as(DateContext.Role role, DateContext context) {
        return DateContext.of(role, context.today())
                .withOrder(context.order())
                .withDate1904(context.date1904())
                .withColumnIsDate(context.columnIsDate());
    }

    /**
     * The date inside a longer text, "Указ ПВС СССР от 05.03.1976 № 3555-IX", and where it stands: the first whole day,
     * else the first month, or year that "от" or "года" marks as one.
     */
    public static Optional<FoundDate> findIn(String text, DateContext context) {
        if (text.length() > LONGEST_TEXT || text.isBlank()) {
            return Optional.empty();
        }
        Tokens tokens = Tokens.of(text);
        Grammar grammar = new Grammar(tokens, context);
        FoundDate lesser = null;
        int place = 0;
        while (place < tokens.count()) {
            if (isNumberSign(tokens.at(place))) {
                place = afterNumber(tokens, place + 1);
                continue;
            }
            Grammar.Node node = startsInside(tokens, place) ? null : longest(grammar.plain(place));
            if (node == null) {
                place++;
                continue;
            }
            FoundDate found = found(tokens, place, node, context);
            HistoricalDate value = found.reading().value();
            if (value == null || value.isDay() || hasDay(value)) {
                return Optional.of(found);
            }
            boolean marked = found.start() < tokens.at(place).start()
                    || tokens.match(node.end() - 1, Meaning.YEAR) > 0
                    || tokens.match(node.end() - 2, Meaning.YEAR) > 0
                    || value.toString().indexOf('-') > 0;
            if (lesser == null && marked) {
                lesser = found;
            }
            place = node.end();
        }
        return Optional.ofNullable(lesser);
    }

    /** The order of day and month that a column's values settle together. */
    public static DayMonthOrder orderOf(Iterable<String> columnValues) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        boolean asked = false;
        for (String value : columnValues) {
            int pair = slashedPair(value);
            if (pair >= 0) {
                int first = pair / 100;
                int second = pair % 100;
                dayFirst |= first > 12 && second <= 12;
                monthFirst |= second > 12 && first <= 12;
                asked |= value.indexOf('/') >= 0;
            }
        }
        if (dayFirst == monthFirst) {
            return asked ? DayMonthOrder.UNSETTLED : DayMonthOrder.DAY_FIRST;
        }
        return dayFirst ? DayMonthOrder.DAY_FIRST : DayMonthOrder.MONTH_FIRST;
    }

    /** True where two days are the two date systems apart, as after copying between workbooks of both. */
    public static boolean areSystemsApart(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) == Serials.SYSTEM_SHIFT;
    }

    // plain days

    /** The day of {@code dd.MM.yyyy} and {@code yyyy-MM-dd}; null for anything else. */
    private static @Nullable LocalDate plainDay(String text) {
        if (text.length() != 10) {
            return null;
        }
        boolean dotted = text.charAt(2) == '.' && text.charAt(5) == '.';
        if (!dotted && (text.charAt(4) != '-' || text.charAt(7) != '-')) {
            return null;
        }
        int year = dotted ? figures(text, 6, 10) : figures(text, 0, 4);
        int month = dotted ? figures(text, 3, 5) : figures(text, 5, 7);
        int day = dotted ? figures(text, 0, 2) : figures(text, 8, 10);
        return year >= 1000 && year <= 2999 && day > 0 && Resolver.exists(year, month, day)
                ? LocalDate.of(year, month, day)
                : null;
    }

    private static int figures(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int figure = text.charAt(i) - '0';
            if (figure < 0 || figure > 9) {
                return -1;
            }
            number = number * 10 + figure;
        }
        return number;
    }

    private static List<Remark> remarksOn(LocalDate day, HistoricalDate value, DateContext context) {
        if (day.isAfter(context.today())) {
            return isFutureSaid(context) ? List.of(Remarks.future(value, context.today())) : List.of();
        }
        return day.equals(DEFAULT_DATE) || day.equals(EPOCH)
                ? List.of(Remarks.serialSuspect("default-date", null))
                : List.of();
    }

    /** A conferral after the end of the awards is for the statute to judge. */
    private static boolean isFutureSaid(DateContext context) {
        return context.role() != DateContext.Role.DECREE;
    }

    // texts

    private static Reading<HistoricalDate> general(String text, DateContext context) {
        if (text.length() > LONGEST_TEXT) {
            return unparseable(null);
        }
        String trimmed = text.strip();
        Reading<HistoricalDate> number = numberAsText(trimmed, context);
        if (number != null) {
            return number;
        }
        if (Ditto.isMark(text)) {
            return Ditto.told("date-unparseable");
        }
        Tokens tokens = Tokens.of(text);
        if (tokens.count() == 0) {
            return Reading.empty();
        }
        if (isDayZero(tokens)) {
            return new Reading<>(null, State.UNREADABLE, List.of(), List.of(Remarks.serialSuspect("day-zero", null)));
        }
        Grammar grammar = new Grammar(tokens, context);
        if (grammar.isUnknown()) {
            return Reading.unknown();
        }
        Understood understood = grammar.whole();
        if (understood != null) {
            return reading(understood, trimmed, tokens, context);
        }
        if (hasDecree(tokens)) {
            Optional<FoundDate> found = findIn(text, context);
            if (found.isPresent()) {
                return found.get().reading();
            }
        }
        return unparseable(proposal(text, tokens, context));
    }

    /** What a spreadsheet shows for the number zero in a date cell. */
    private static boolean isDayZero(Tokens tokens) {
        return tokens.count() >= 5
                && tokens.at(0).isNumber(1, 2)
                && tokens.at(2).isNumber(1, 2)
                && tokens.at(0).number() + tokens.at(2).number() <= 1
                && tokens.at(4).isNumber(4, 4)
                && (tokens.at(4).number() == 1900 || tokens.at(4).number() == 0)
                && tokens.at(1).kind() == Kind.SIGN;
    }

    private static boolean hasDecree(Tokens tokens) {
        for (int i = 0; i < tokens.count(); i++) {
            if (tokens.match(i, Meaning.DECREE) > 0 || isNumberSign(tokens.at(i))) {
                return true;
            }
        }
        return false;
    }

    private static Reading<HistoricalDate> reading(
            Understood understood, String text, Tokens tokens, DateContext context) {
        HistoricalDate value = understood.value();
        List<Remark> remarks = understood.remarks();
        if (value == null) {
            return new Reading<>(null, State.UNREADABLE, List.of(), remarks);
        }
        if (value.earliest().isAfter(context.today())) {
            if (isFutureSaid(context)) {
                remarks =
                        understood.with(Remarks.future(value, context.today())).remarks();
            }
        } else if (value.isDay() && value.earliest().equals(DEFAULT_DATE)) {
            remarks =
                    understood.with(Remarks.serialSuspect("default-date", null)).remarks();
        }
        return new Reading<>(value, State.VALUE, changes(understood, value, text, tokens), remarks);
    }

    private static List<Change.Kind> changes(Understood understood, HistoricalDate value, String text, Tokens tokens) {
        if (text.equals(value.toString())) {
            return List.of();
        }
        boolean only = !understood.inferred() && !tokens.hasInvisible() && !tokens.hasLookAlike();
        if (only && !understood.calendar()) {
            return NOTATION;
        }
        List<Change.Kind> changes = new ArrayList<>();
        changes.add(understood.calendar() ? Change.Kind.CALENDAR : Change.Kind.DATE_NOTATION);
        if (understood.inferred()) {
            changes.add(Change.Kind.INFERRED);
        }
        if (tokens.hasInvisible()) {
            changes.add(Change.Kind.INVISIBLE);
        }
        if (tokens.hasLookAlike()) {
            changes.add(Change.Kind.HOMOGLYPH);
        }
        return List.copyOf(changes);
    }

    private static Reading<HistoricalDate> unparseable(@Nullable HistoricalDate proposed) {
        return new Reading<>(null, State.UNREADABLE, List.of(), List.of(Remarks.unparseable(proposed)));
    }

    /** What the text would say with one letter put right; never taken for what it says. */
    private static @Nullable HistoricalDate proposal(String text, Tokens tokens, DateContext context) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        for (int i = 0; i < tokens.count() && tokens.count() < 20; i++) {
            Token token = tokens.at(i);
            if (token.kind() != Kind.WORD || tokens.match(i, Meaning.MONTH) > 0) {
                continue;
            }
            String month = Words.monthNear(token.word());
            HistoricalDate proposed = month == null
                    ? null
                    : clean(text.substring(0, token.start()) + month + text.substring(token.end()), context);
            if (proposed != null) {
                return proposed;
            }
        }
        StringBuilder figures = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int mistaken = MISTAKEN.indexOf(text.charAt(i));
            if (mistaken >= 0 && besideFigure(figures, i)) {
                figures.setCharAt(i, MEANT.charAt(mistaken));
            }
        }
        String meant = figures.toString();
        return meant.equals(text) ? null : clean(meant, context);
    }

    private static boolean besideFigure(CharSequence text, int i) {
        return i > 0 && Character.isDigit(text.charAt(i - 1))
                || i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
    }

    private static @Nullable HistoricalDate clean(String text, DateContext context) {
        Understood understood = new Grammar(Tokens.of(text), context).whole();
        return understood != null && understood.remarks().isEmpty() ? understood.value() : null;
    }

    // numbers

    private static Reading<HistoricalDate> readSerial(double serial, DateContext context) {
        if (!context.date1904() && serial >= 0 && serial < 1) {
            return suspect(null, "day-zero", null);
        }
        if (!context.date1904() && (long) Math.floor(serial) == Serials.FALSE_LEAP_DAY) {
            return suspect(
                    HistoricalDate.between(HistoricalDate.of(1900, 2, 28), HistoricalDate.of(1900, 3, 1)),
                    "leap-1900",
                    null);
        }
        LocalDate day = Serials.toDay(serial, context.date1904());
        if (day == null || day.getYear() < 1000 || day.getYear() > 2999) {
            return suspect(null, "number-format", null);
        }
        HistoricalDate value = HistoricalDate.of(day);
        if (serial != Math.rint(serial)) {
            return suspect(value, "time-of-day", null);
        }
        if (context.date1904() && serial == 0) {
            return suspect(value, "day-zero", null);
        }
        if (isLaterRole(context)
                && serial >= context.earliestYear()
                && serial <= context.latestYear()
                && day.getYear() < context.earliestYear()) {
            return suspect(value, "year-as-date", Atoms.yearOf((int) serial));
        }
        return new Reading<>(value, State.VALUE, NOTATION, remarksOn(day, value, context));
    }

    private static boolean isLaterRole(DateContext context) {
        return context.role() == DateContext.Role.DECREE || context.role() == DateContext.Role.DEATH;
    }

    private static Reading<HistoricalDate> suspect(
            @Nullable HistoricalDate value, String reason, @Nullable HistoricalDate proposed) {
        List<Remark> remarks = List.of(Remarks.serialSuspect(reason, proposed));
        return value == null
                ? new Reading<>(null, State.UNREADABLE, List.of(), remarks)
                : new Reading<>(value, State.VALUE, NOTATION, remarks);
    }

    private static Reading<HistoricalDate> readNumber(double number, DateContext context) {
        boolean whole = number == Math.rint(number);
        if (whole && number >= 1000 && number <= 2999) {
            Reading<HistoricalDate> year = general(SourceCell.plain(number), context);
            return new Reading<>(year.value(), year.state(), List.of(), year.remarks());
        }
        if (whole && number >= 1 && number <= 99 && !context.columnIsDate()) {
            return general(SourceCell.plain(number), context);
        }
        if (whole && number >= 10_011_000 && number <= 99_999_999) {
            return general(SourceCell.plain(number), context);
        }
        if (whole && number > 2_958_465 && number <= 9_999_999) {
            return general("0" + SourceCell.plain(number), context);
        }
        if (!whole && number >= 1 && number < 13) {
            return monthAndYear(number, context);
        }
        return plainSerial(number, context);
    }

    /** 5.1944 was 05.1944; what lost a zero at its end is proposed only. */
    private static Reading<HistoricalDate> monthAndYear(double number, DateContext context) {
        String text = Double.toString(number);
        int point = text.indexOf('.');
        String year = text.substring(point + 1);
        if (year.length() == 4) {
            return general(text, context);
        }
        return unparseable(year.length() == 3 ? clean(text + "0", context) : null);
    }

    private static Reading<HistoricalDate> plainSerial(double number, DateContext context) {
        boolean zeroIsNone = !context.date1904() && number >= 0 && number < 1;
        LocalDate day = zeroIsNone ? null : Serials.toDay(number, context.date1904());
        boolean likely = day != null && day.getYear() >= 1700 && !day.isAfter(context.today());
        if (day == null || !likely) {
            return zeroIsNone || number > 2_000
                    ? suspect(null, zeroIsNone ? "day-zero" : "number-format", null)
                    : unparseable(null);
        }
        HistoricalDate value = HistoricalDate.of(day);
        return context.columnIsDate() ? suspect(value, "number-format", null) : suspect(null, "number-format", value);
    }

    /** A number kept as text, with or without a fraction; null where the text is something else. */
    private static @Nullable Reading<HistoricalDate> numberAsText(String text, DateContext context) {
        int start = text.startsWith("-") || text.startsWith("−") ? 1 : 0;
        int figures = 0;
        int point = -1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                figures++;
            } else if ((c == '.' || c == ',') && point < 0 && i > start) {
                point = i;
            } else {
                return null;
            }
        }
        int whole = point < 0 ? text.length() - start : point - start;
        if (figures == 0 || figures > 15) {
            return null;
        }
        boolean zeroFraction = point > 0
                && point + 1 < text.length()
                && text.substring(point + 1).chars().allMatch(c -> c == '0');
        boolean serial = whole == 5
                || whole == 3
                || start == 1 && whole > 4
                || whole == 1 && text.charAt(start) == '0' && figures == 1;
        boolean number =
                zeroFraction && (whole >= 4 || start == 1) || serial && (point < 0 || zeroFraction || whole == 5);
        if (!number || start == 1 && text.charAt(0) != '-') {
            return null;
        }
        return readNumber(Double.parseDouble(text.replace(',', '.')), context.withColumnIsDate(false));
    }

    // several dates

    private static List<Reading<HistoricalDate>> piece(String piece, DateContext context) {
        Reading<HistoricalDate> one = readText(piece, context);
        if (one.state() == State.UNKNOWN
                || one.state() == State.VALUE && one.remarks().isEmpty()) {
            return List.of(one);
        }
        List<Reading<HistoricalDate>> several = listed(piece, context);
        boolean explained = several.size() > 1 || several.size() == 1 && one.state() == State.UNREADABLE;
        return explained ? several : List.of(one);
    }

    /** Dates one after the other with nothing but commas, "и", slashes and list numbers between them; empty otherwise. */
    private static List<Reading<HistoricalDate>> listed(String text, DateContext context) {
        if (text.length() > LONGEST_TEXT) {
            return List.of();
        }
        Tokens tokens = Tokens.of(text);
        Grammar grammar = new Grammar(tokens, context);
        List<Reading<HistoricalDate>> all = new ArrayList<>();
        int place = 0;
        while (place < tokens.count()) {
            int gap = gapEnd(tokens, place);
            Grammar.Node node = longestSingle(grammar.expressions(gap));
            if (node == null) {
                return List.of();
            }
            all.add(reading(node.understood(), "", tokens, context));
            place = gapEnd(tokens, node.end());
        }
        return all;
    }

    private static int gapEnd(Tokens tokens, int start) {
        int place = start;
        while (place < tokens.count()) {
            Token token = tokens.at(place);
            boolean listNumber = token.isNumber(1, 1)
                    && (tokens.isSign(place + 1, ')')
                            || tokens.isSign(place + 1, '.')
                                    && tokens.at(place + 2).spaced());
            if (listNumber) {
                place += 2;
            } else if (token.kind() == Kind.SIGN && ",/+&".indexOf(token.sign()) >= 0) {
                place++;
            } else if (tokens.match(place, Meaning.AND) > 0 && token.word().length() == 1) {
                place++;
            } else {
                return place;
            }
        }
        return place;
    }

    /** The first way that gives a whole day or year without a fault. */
    private static Grammar.@Nullable Node longestSingle(List<Grammar.Node> nodes) {
        Grammar.Node best = null;
        for (Grammar.Node node : nodes) {
            boolean clean = node.understood().value() != null
                    && node.understood().remarks().isEmpty();
            if (clean && (best == null || node.end() > best.end())) {
                best = node;
            }
        }
        return best;
    }

    // a date inside a text

    private static boolean isNumberSign(Token token) {
        return token.isSign('№')
                || token.isSign('#')
                || token.kind() == Kind.WORD
                        && (token.word().equals("n")
                                || token.word().equals("no")
                                || token.word().equals("nr")
                                || token.word().equals("номер"));
    }

    private static int afterNumber(Tokens tokens, int start) {
        int place = tokens.isSign(start, '.') ? start + 1 : start;
        do {
            place++;
        } while (place < tokens.count() && !tokens.at(place).spaced());
        return place;
    }

    /** True where the token goes on with what stands before it, as the 6 of А-6 does. */
    private static boolean startsInside(Tokens tokens, int place) {
        Token token = tokens.at(place);
        Token before = tokens.at(place - 1);
        return place > 0
                && !token.spaced()
                && (before.kind() == Kind.NUMBER
                        || before.isSign('.') && tokens.at(place - 2).kind() == Kind.NUMBER);
    }

    private static Grammar.@Nullable Node longest(List<Grammar.Node> nodes) {
        Grammar.Node best = null;
        for (Grammar.Node node : nodes) {
            if (best == null || node.end() > best.end()) {
                best = node;
            }
        }
        return best;
    }

    private static boolean hasDay(HistoricalDate value) {
        String edtf = value.toString();
        return edtf.length() >= 10 && edtf.charAt(4) == '-' && edtf.charAt(7) == '-';
    }

    private static FoundDate found(Tokens tokens, int place, Grammar.Node node, DateContext context) {
        int first = place;
        String before = tokens.at(place - 1).word().toLowerCase(Locale.ROOT);
        if (place > 0
                && (before.equals("от") || before.equals("from") || before.equals("dated") || before.equals("від"))) {
            first--;
        }
        Reading<HistoricalDate> reading = reading(node.understood(), "", tokens, context);
        return new FoundDate(
                reading, tokens.at(first).start(), tokens.at(node.end() - 1).end());
    }

    // columns

    /** The two first figures of 03/04/1950, as one number; -1 where the text is no such date. */
    private static int slashedPair(String text) {
        int i = 0;
        int[] numbers = new int[3];
        char sign = 0;
        String stripped = text.strip();
        for (int part = 0; part < 3; part++) {
            int start = i;
            while (i < stripped.length() && stripped.charAt(i) >= '0' && stripped.charAt(i) <= '9') {
                numbers[part] = numbers[part] * 10 + (stripped.charAt(i) - '0');
                i++;
            }
            if (i == start || i - start > (part == 2 ? 4 : 2)) {
                return -1;
            }
            if (part < 2) {
                if (i == stripped.length()
                        || stripped.charAt(i) != '/' && stripped.charAt(i) != '-'
                        || part == 1 && stripped.charAt(i) != sign) {
                    return -1;
                }
                sign = stripped.charAt(i);
                i++;
            }
        }
        boolean ended = i == stripped.length() || stripped.charAt(i) == ' ';
        return ended ? numbers[0] * 100 + numbers[1] : -1;
    }
}
