package ukaz.ingest.normalise.date;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.Atom.Grain;
import ukaz.ingest.normalise.date.Atom.Style;
import ukaz.ingest.normalise.date.Tokens.Kind;
import ukaz.ingest.normalise.date.Tokens.Token;
import ukaz.ingest.normalise.date.Words.Meaning;
import ukaz.model.HistoricalDate;

/** Every way to read a single date, whole or in part, that starts at a place of the text. */
final class Atoms {

    private record Day(int day, int other, Style otherStyle, int end) {}

    private record Month(int month, boolean figures, int end) {}

    private record Year(int year, int figures, boolean masked, int end) {}

    private record Separator(char sign, int end) {}

    private final Tokens tokens;
    private final @Nullable List<Atom>[] known;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Atoms(Tokens tokens) {
        this.tokens = tokens;
        this.known = new List[tokens.count() + 1];
    }

    List<Atom> at(int place) {
        if (place < 0 || place >= tokens.count()) {
            return List.of();
        }
        List<Atom> found = known[place];
        if (found == null) {
            known[place] = List.of();
            found = read(place);
            known[place] = found;
        }
        return found;
    }

    private List<Atom> read(int place) {
        List<Atom> bare = new ArrayList<>();
        dayFirst(place, bare);
        yearFirst(place, bare);
        monthFirst(place, bare);
        decade(place, bare);
        century(place, bare);
        season(place, bare);
        quarter(place, bare);
        yearAlone(place, bare);
        part(place, bare);
        dayAlone(place, bare);
        List<Atom> found = new ArrayList<>(bare.size());
        for (Atom atom : bare) {
            found.add(suffixed(atom));
        }
        int old = tokens.match(place, Meaning.OLD_STYLE);
        if (old > 0) {
            at(old).forEach(atom -> found.add(atom.withStyle(Style.OLD)));
        }
        return found;
    }

    // day, month, year

    private void dayFirst(int place, List<Atom> out) {
        for (Day day : days(place)) {
            Separator first = separator(day.end);
            int monthPlace = tokens.match(first.end, Meaning.OF);
            for (Month month : months(monthPlace > 0 ? monthPlace : first.end)) {
                if (month.figures && !fitsFigures(day, first)) {
                    continue;
                }
                Style style = style(month.end);
                int afterStyle = styleEnd(month.end);
                Separator second = separator(afterStyle);
                Year year = year(second.end);
                boolean yearFirst = year != null && day.day > 31 && year.figures == 2;
                if (year != null && !yearFirst && (!month.figures || agree(sign(day, first), second.sign, year))) {
                    char sign = month.figures ? sign(day, first) : ' ';
                    out.add(new Atom(
                            year.end,
                            day.day,
                            day.other,
                            month.month,
                            year.year,
                            year.figures,
                            year.masked,
                            sign,
                            Grain.DAY,
                            style,
                            day.otherStyle,
                            false,
                            false,
                            null));
                }
                if (!month.figures || first.sign == '.') {
                    out.add(Atom.of(month.end, day.day, month.month, -1, 0, Grain.DAY)
                            .withOther(day.other, day.otherStyle));
                }
            }
        }
    }

    private boolean fitsFigures(Day day, Separator separator) {
        return sign(day, separator) != 0 && !(day.other > 0 && separator.sign == '/');
    }

    /** The sign after the day; the dots that stand for an unknown day are one themselves. */
    private static char sign(Day day, Separator separator) {
        return separator.sign == 0 && day.day == 0 ? '.' : separator.sign;
    }

    private static boolean agree(char first, char second, Year year) {
        boolean fullYear = year.masked || year.figures == 4;
        if (first == ' ') {
            return second == ' ' && fullYear;
        }
        return first == second || second == ' ' && fullYear;
    }

    private void dayAlone(int place, List<Atom> out) {
        for (Day day : days(place)) {
            if (day.day > 0 && day.other == 0) {
                out.add(Atom.of(day.end, day.day, 0, -1, 0, Grain.DAY));
            }
        }
    }

    // year first

    private void yearFirst(int place, List<Atom> out) {
        Token token = tokens.at(place);
        boolean full = token.isNumber(4, 4) && isYear(token.number());
        boolean yy = token.isNumber(2, 2) && token.number() > 31;
        if (!full && !yy) {
            compact(token, place, out);
            return;
        }
        int noise = full ? yearWord(place + 1) : place + 1;
        Separator first = separator(noise);
        boolean decade = decadeEnd(place) > 0;
        for (Month month : months(first.end)) {
            if (!month.figures && decade) {
                continue;
            }
            if (month.figures && (first.sign == 0 || first.sign == ',' || noise != place + 1)) {
                continue;
            }
            Separator second = separator(month.end);
            for (Day day : days(second.end)) {
                if (day.other == 0
                        && (month.figures ? first.sign == second.sign && (full || first.sign != ' ') : full)) {
                    char sign = month.figures && first.sign == '-' ? Atom.ISO : ' ';
                    out.add(Atom.of(day.end, day.day, month.month, token.number(), token.length(), Grain.DAY)
                            .withSign(sign));
                }
            }
            if (full && (!month.figures || isMonthAfter(token, first.sign, tokens.at(month.end - 1), month))) {
                char sign = month.figures ? first.sign == '-' ? Atom.ISO : first.sign : ' ';
                out.add(Atom.of(month.end, 0, month.month, token.number(), 4, Grain.MONTH)
                        .withSign(sign));
            }
        }
        if (full && (first.sign == ',' || first.sign == ' ')) {
            for (Day day : days(first.end)) {
                Separator second = separator(day.end);
                for (Month month : months(second.end)) {
                    if (!month.figures && day.other == 0) {
                        out.add(Atom.of(month.end, day.day, month.month, token.number(), 4, Grain.DAY));
                    }
                }
            }
        }
    }

    /** False for the 45 of 1941-45 and the 00 of 1899/00, which are years. */
    private static boolean isMonthAfter(Token year, char sign, Token token, Month month) {
        boolean laterYear = month.month > 12 && month.month > year.number() % 100;
        boolean turn = sign == '/' && month.month == 0;
        return isMonthSign(sign) && token.length() == 2 && !laterYear && !turn;
    }

    private static void compact(Token token, int place, List<Atom> out) {
        if (token.isNumber(8, 8)) {
            int number = token.number();
            if (isYear(number / 10_000) && number / 100 % 100 <= 12) {
                out.add(Atom.of(place + 1, number % 100, number / 100 % 100, number / 10_000, 4, Grain.DAY));
            } else if (isYear(number % 10_000)) {
                out.add(Atom.of(place + 1, number / 1_000_000, number / 10_000 % 100, number % 10_000, 4, Grain.DAY));
            }
        }
    }

    private static boolean isMonthSign(char sign) {
        return sign == '-' || sign == '.' || sign == '/';
    }

    // month first

    private void monthFirst(int place, List<Atom> out) {
        for (Month month : months(place)) {
            Separator separator = separator(month.end);
            int of = tokens.match(separator.end, Meaning.OF);
            int yearPlace = of > 0 ? of : separator.end;
            Year year = year(yearPlace);
            if (year != null && fitsMonth(month, separator, year)) {
                Atom atom = Atom.of(year.end, 0, month.month, year.year, year.figures, Grain.MONTH);
                out.add(year.masked ? atom.withMask() : atom);
            }
            if (!month.figures && month.month > 0) {
                out.add(Atom.of(month.end, 0, month.month, -1, 0, Grain.MONTH));
                for (Day day : days(separator.end)) {
                    Separator second = separator(day.end);
                    Year after = year(second.end);
                    if (day.other == 0 && after != null && (after.figures == 4 || second.sign == ',')) {
                        out.add(Atom.of(after.end, day.day, month.month, after.year, after.figures, Grain.DAY));
                    }
                }
            }
        }
    }

    private boolean fitsMonth(Month month, Separator separator, Year year) {
        if (year.masked || year.figures == 4) {
            return month.figures || month.month == 0 ? isMonthSign(separator.sign) : true;
        }
        return !month.figures
                && (isMonthSign(separator.sign)
                        || tokens.isApostrophised(separator.end)
                        || tokens.isSign(separator.end - 1, '.')
                        || yearWord(year.end) > year.end);
    }

    // years and longer

    private void yearAlone(int place, List<Atom> out) {
        Token token = tokens.at(place);
        Year year = year(place);
        if (year == null) {
            return;
        }
        if (year.masked) {
            out.add(Atom.of(year.end, 0, 0, year.year, year.figures, Grain.YEAR).withMask());
        } else if (year.figures == 4) {
            int spread = spread(place + 1);
            if (spread > 0) {
                Token years = tokens.at(spread);
                out.add(Atom.span(
                        spread + 1,
                        HistoricalDate.between(
                                yearOf(token.number() - years.number()), yearOf(token.number() + years.number())),
                        Grain.OTHER));
            }
            out.add(Atom.of(year.end, 0, 0, year.year, 4, Grain.YEAR));
        } else if (tokens.count() == 1 || tokens.isApostrophised(place) || yearWord(year.end) > year.end) {
            out.add(Atom.of(year.end, 0, 0, year.year, 2, Grain.YEAR));
        }
    }

    /** The short second year of 1941-45 or 1899/00; null where none stands there. */
    @Nullable
    Atom shortYear(int place) {
        Token token = tokens.at(place);
        return token.isNumber(2, 2) ? suffixed(Atom.of(place + 1, 0, 0, token.number(), 2, Grain.YEAR)) : null;
    }

    /** Place of the number after ± or +/-; -1 where there is none. */
    private int spread(int place) {
        int next = -1;
        if (tokens.isSign(place, '±')) {
            next = place + 1;
        } else if (tokens.isSign(place, '+')) {
            next = tokens.isSign(place + 1, '/') ? place + 3 : place + 2;
            if (!tokens.isSign(next - 1, '-')) {
                next = -1;
            }
        }
        return next > 0 && tokens.at(next).isNumber(1, 2) ? next : -1;
    }

    private void decade(int place, List<Atom> out) {
        Token token = tokens.at(place);
        boolean full = token.isNumber(4, 4) && isYear(token.number());
        if (!full && !token.isNumber(2, 2) || token.number() % 10 != 0) {
            return;
        }
        int suffixEnd = decadeEnd(place);
        if (suffixEnd < 0) {
            return;
        }
        int end = yearWord(suffixEnd);
        int ofCentury = century(end);
        if (full) {
            out.add(Atom.of(end, 0, 0, token.number(), 4, Grain.DECADE));
        } else if (ofCentury >= 0) {
            int year = ofCentury + token.number();
            out.add(Atom.of(centuryEnd(end), 0, 0, year, 4, Grain.DECADE));
        } else {
            out.add(Atom.of(end, 0, 0, token.number(), 2, Grain.DECADE));
        }
    }

    /** The place after the ending of 1930-е; -1 where there is none. */
    private int decadeEnd(int place) {
        boolean dash = tokens.isSign(place + 1, '-') || tokens.isSign(place + 1, Tokens.LONG_DASH);
        int suffix = dash ? place + 2 : place + 1;
        return tokens.at(suffix).spaced() || tokens.at(place).number() % 10 != 0
                ? -1
                : tokens.match(suffix, Meaning.DECADE);
    }

    private void century(int place, List<Atom> out) {
        int first = century(place);
        if (first >= 0) {
            out.add(Atom.of(centuryEnd(place), 0, 0, first, 4, Grain.CENTURY));
            return;
        }
        int number = centuryNumber(tokens.at(place));
        boolean dash = tokens.isSign(place + 1, '-') || tokens.isSign(place + 1, Tokens.LONG_DASH);
        int last = number > 0 && dash ? century(place + 2) : -1;
        if (number > 0 && last > (number - 1) * 100) {
            out.add(Atom.span(
                    centuryEnd(place + 2),
                    HistoricalDate.between(yearOf((number - 1) * 100), yearOf(last + 99)),
                    Grain.OTHER));
        }
    }

    /** First year of the century named at the place; -1 where none is. */
    private int century(int place) {
        int number = centuryNumber(tokens.at(place));
        return number > 0 && centuryEnd(place) > 0 ? (number - 1) * 100 : -1;
    }

    private int centuryEnd(int place) {
        int word = tokens.isSign(place + 1, '-') ? place + 2 : place + 1;
        return tokens.match(word, Meaning.CENTURY);
    }

    private static int centuryNumber(Token token) {
        int number = token.kind() == Kind.WORD || token.isNumber(2, 2) ? token.number() : 0;
        return number >= 15 && number <= 21 ? number : 0;
    }

    private void season(int place, List<Atom> out) {
        int end = tokens.match(place, Meaning.SEASON);
        if (end < 0) {
            return;
        }
        int season = tokens.matchedNumber();
        int of = tokens.match(end, Meaning.OF);
        int yearPlace = of > 0 ? of : end;
        Year year = year(yearPlace);
        if (year == null || year.masked || year.figures != 4) {
            return;
        }
        if (season > 1) {
            out.add(Atom.span(year.end, months(year.year, 3 * season - 3, 3 * season - 1), Grain.OTHER));
            return;
        }
        boolean dash = tokens.isSign(year.end, '/')
                || tokens.isSign(year.end, '-')
                || tokens.isSign(year.end, Tokens.LONG_DASH);
        Token next = tokens.at(year.end + 1);
        if (dash && (next.isNumber(4, 4) || next.isNumber(2, 2)) && next.number() % 100 == (year.year + 1) % 100) {
            out.add(Atom.span(
                    year.end + 2,
                    HistoricalDate.parse("%04d-12/%04d-02".formatted(year.year, year.year + 1)),
                    Grain.OTHER));
        } else {
            // the winter at either end of the year
            out.add(Atom.of(year.end, 0, 0, year.year, 4, Grain.YEAR));
        }
    }

    private void quarter(int place, List<Atom> out) {
        int number = 0;
        int end = -1;
        int nth = nthEnd(place);
        if (nth > 0) {
            number = nth(place);
            end = tokens.match(nth, Meaning.QUARTER);
        } else if (tokens.at(place).word().equals("q") && tokens.at(place + 1).isNumber(1, 1)) {
            number = tokens.at(place + 1).number();
            end = place + 2;
        }
        Separator separator = separator(end);
        Year year = end > 0 ? year(separator.end) : null;
        if (year != null && year.figures == 4 && number >= 1 && number <= 4) {
            out.add(Atom.span(year.end, months(year.year, 3 * number - 2, 3 * number), Grain.OTHER));
        }
        Token token = tokens.at(place);
        if (token.isNumber(4, 4)
                && isYear(token.number())
                && tokens.at(place + 1).word().equals("q")
                && tokens.at(place + 2).isNumber(1, 1)) {
            int q = tokens.at(place + 2).number();
            if (q >= 1 && q <= 4) {
                out.add(Atom.span(place + 3, months(token.number(), 3 * q - 2, 3 * q), Grain.OTHER));
            }
        }
    }

    // parts: the beginning of, the second half of

    private void part(int place, List<Atom> out) {
        part(tokens.match(place, Meaning.BEGINNING), 3, 1, false, out);
        part(tokens.match(place, Meaning.MIDDLE), 3, 2, false, out);
        part(tokens.match(place, Meaning.ENDING), 3, 3, false, out);
        int nth = nthEnd(place);
        if (nth > 0) {
            int number = nth(place);
            part(tokens.match(nth, Meaning.HALF), 2, number, true, out);
            part(tokens.match(nth, Meaning.THIRD), 3, number, true, out);
            part(tokens.match(nth, Meaning.TEN_DAYS), 3, number, true, out);
            part(tokens.match(nth, Meaning.FOURTH), 4, number, true, out);
        }
    }

    private void part(int place, int parts, int number, boolean exact, List<Atom> out) {
        if (place < 0) {
            return;
        }
        int wanted = number == 9 ? parts : number;
        if (wanted < 1 || wanted > parts) {
            return;
        }
        int targetPlace = tokens.isSign(place, '-') ? place + 1 : place;
        for (Atom atom : List.copyOf(at(targetPlace))) {
            HistoricalDate span = atom.hasYear() && atom.yearFigures() == 4 && !atom.masked() && atom.span() == null
                    ? partOf(atom, parts, wanted, exact)
                    : null;
            if (span != null) {
                out.add(Atom.span(atom.end(), span, Grain.OTHER).withDoubt(atom.approximate(), atom.doubted()));
            }
        }
    }

    private static @Nullable HistoricalDate partOf(Atom atom, int parts, int number, boolean exact) {
        int year = atom.year();
        return switch (atom.grain()) {
            case CENTURY -> years(year, 100, parts, number, exact && parts != 3);
            case DECADE -> parts == 4 ? null : years(year, 10, parts, number, exact && parts != 3);
            case YEAR -> {
                int length = 12 / parts;
                yield months(year, length * (number - 1) + 1, length * number);
            }
            case MONTH -> {
                if (atom.month() < 1 || atom.month() > 12 || parts == 4) {
                    yield null;
                }
                int length = parts == 3 ? 10 : 15;
                java.time.YearMonth month = java.time.YearMonth.of(year, atom.month());
                yield HistoricalDate.between(
                        HistoricalDate.of(month.atDay(length * (number - 1) + 1)),
                        HistoricalDate.of(number == parts ? month.atEndOfMonth() : month.atDay(length * number)));
            }
            case DAY, OTHER -> null;
        };
    }

    /** A part of a century or decade; loose parts share the year at their border. */
    private static HistoricalDate years(int first, int length, int parts, int number, boolean exact) {
        int from = first + length * (number - 1) / parts;
        int to = first + length * number / parts - (exact || number == parts ? 1 : 0);
        return HistoricalDate.between(yearOf(from), yearOf(to));
    }

    private static HistoricalDate months(int year, int from, int to) {
        return HistoricalDate.parse("%04d-%02d/%04d-%02d".formatted(year, from, year, to));
    }

    static HistoricalDate yearOf(int year) {
        return HistoricalDate.of(java.time.Year.of(year));
    }

    // small parts

    private int nthEnd(int place) {
        Token token = tokens.at(place);
        int word = tokens.match(place, Meaning.NTH);
        if (word > 0 && token.word().length() > 1) {
            return word;
        }
        if (token.isNumber(1, 1)) {
            int suffix = tokens.isSign(place + 1, '-') ? place + 2 : place + 1;
            int end = tokens.match(suffix, Meaning.NTH_END);
            return end > 0 ? end : place + 1;
        }
        return token.kind() == Kind.WORD && token.number() >= 1 && token.number() <= 4 ? place + 1 : -1;
    }

    private int nth(int place) {
        Token token = tokens.at(place);
        if (token.kind() == Kind.WORD && token.word().length() > 1 && tokens.match(place, Meaning.NTH) > 0) {
            return tokens.matchedNumber();
        }
        return token.number();
    }

    private List<Day> days(int place) {
        Token token = tokens.at(place);
        List<Day> days = new ArrayList<>(2);
        if (token.isNumber(1, 2)) {
            int hyphen = tokens.isSign(place + 1, '-') ? place + 2 : place + 1;
            int ordinal = tokens.at(hyphen).spaced() ? -1 : tokens.match(hyphen, Meaning.ORDINAL_END);
            days.add(new Day(token.number(), 0, Style.UNSAID, place + 1));
            if (ordinal > 0) {
                days.add(new Day(token.number(), 0, Style.UNSAID, ordinal));
            }
            otherDay(token.number(), ordinal > 0 ? ordinal : place + 1, days);
        } else {
            int unknown = unknownFigures(place);
            if (unknown > 0) {
                days.add(new Day(0, 0, Style.UNSAID, unknown));
            }
        }
        return days;
    }

    private void otherDay(int day, int place, List<Day> out) {
        boolean bracket = tokens.isSign(place, '(') || tokens.isSign(place, '[');
        Token other = tokens.at(place + 1);
        if (!other.isNumber(1, 2)) {
            return;
        }
        if (bracket) {
            Style style = style(place + 2);
            int end = styleEnd(place + 2);
            if (tokens.isSign(end, ')') || tokens.isSign(end, ']')) {
                out.add(new Day(day, other.number(), style, end + 1));
            }
        } else if (tokens.isSign(place, '/')) {
            out.add(new Day(day, other.number(), Style.UNSAID, place + 2));
        }
    }

    private List<Month> months(int place) {
        Token token = tokens.at(place);
        Token next = tokens.at(place + 1);
        List<Month> months = new ArrayList<>(2);
        if (token.isNumber(1, 2)) {
            months.add(new Month(token.number(), true, place + 1));
            if (token.number() == 1 && token.length() == 1 && next.kind() == Kind.WORD && !next.spaced()) {
                if (next.number() == 5 || next.number() == 10) {
                    months.add(new Month(next.number() - 1, false, place + 2));
                }
            }
        }
        if (token.kind() == Kind.WORD) {
            int word = tokens.match(place, Meaning.MONTH);
            if (word > 0) {
                months.add(new Month(tokens.matchedNumber(), false, word));
            } else if (token.number() >= 1 && token.number() <= 12) {
                months.add(new Month(token.number(), false, place + 1));
                int ones = next.kind() == Kind.NUMBER && !next.spaced() ? ones(next) : 0;
                if (ones > 0 && (token.number() == 5 || token.number() == 10) && token.number() + ones <= 12) {
                    months.add(new Month(token.number() + ones, false, place + 2));
                }
            }
        }
        if (months.isEmpty()) {
            int unknown = unknownFigures(place);
            if (unknown > 0) {
                months.add(new Month(0, true, unknown));
            }
        }
        return months;
    }

    private static int ones(Token token) {
        return switch (token.number()) {
            case 1 -> 1;
            case 11 -> 2;
            case 111 -> 3;
            default -> 0;
        };
    }

    private int unknownFigures(int place) {
        Token token = tokens.at(place);
        if (token.kind() == Kind.WORD) {
            return switch (token.word()) {
                case "x", "xx", "х", "хх", "дд", "мм", "dd", "mm" -> place + 1;
                default -> -1;
            };
        }
        for (char sign : new char[] {'?', '_', '*', '-', Tokens.LONG_DASH, '.'}) {
            int end = place;
            while (tokens.isSign(end, sign)) {
                end++;
            }
            int fewest = sign == '-' || sign == Tokens.LONG_DASH ? 2 : sign == '.' ? 3 : 1;
            if (end - place >= fewest) {
                return end;
            }
        }
        return -1;
    }

    private @Nullable Year year(int place) {
        Token token = tokens.at(place);
        if (token.kind() == Kind.MASK && token.number() >= (token.length() == 2 ? 10 : 100)) {
            return new Year(token.number(), token.length(), true, place + 1);
        }
        if (token.isNumber(4, 4) && isYear(token.number()) || token.isNumber(2, 2)) {
            return new Year(token.number(), token.length(), false, place + 1);
        }
        return null;
    }

    private static boolean isYear(int number) {
        return number >= 1000 && number <= 2999;
    }

    private Separator separator(int place) {
        Token token = tokens.at(place);
        if (token.kind() == Kind.SIGN) {
            switch (token.sign()) {
                case '.', ',' -> {
                    return new Separator(
                            '.' == token.sign()
                                            || tokens.at(place + 1).isNumber(1, 4)
                                                    && !tokens.at(place + 1).spaced()
                                    ? '.'
                                    : ',',
                            place + 1);
                }
                case '/' -> {
                    return new Separator('/', place + 1);
                }
                case '-' -> {
                    return new Separator('-', place + 1);
                }
                default -> {}
            }
        }
        return new Separator(token.spaced() ? ' ' : 0, place);
    }

    private Style style(int place) {
        int open = opened(place);
        if (tokens.match(open, Meaning.OLD_STYLE) > 0) {
            return Style.OLD;
        }
        return tokens.match(open, Meaning.NEW_STYLE) > 0 ? Style.NEW : Style.UNSAID;
    }

    private int styleEnd(int place) {
        int open = opened(place);
        int end = tokens.match(open, Meaning.OLD_STYLE);
        if (end < 0) {
            end = tokens.match(open, Meaning.NEW_STYLE);
        }
        if (end < 0) {
            return place;
        }
        if (open == place || tokens.isSign(place, ',')) {
            return end;
        }
        return tokens.isSign(end, ')') || tokens.isSign(end, ']') ? end + 1 : place;
    }

    private int opened(int place) {
        return tokens.isSign(place, '(') || tokens.isSign(place, '[') || tokens.isSign(place, ',') ? place + 1 : place;
    }

    /** The place after "г.", "года", "-й год"; the place itself where none of them stands there. */
    int yearWord(int place) {
        int word = tokens.isSign(place, '-') && !tokens.at(place + 1).spaced() ? place + 1 : place;
        int end = tokens.match(word, Meaning.YEAR);
        return end > 0 ? end : place;
    }

    private Atom suffixed(Atom bare) {
        Atom atom = bare;
        int end = atom.end();
        while (true) {
            int start = end;
            if (atom.hasYear()) {
                end = yearWord(end);
            }
            if (styleEnd(end) > end) {
                atom = atom.withStyle(style(end));
                end = styleEnd(end);
            }
            int open = opened(end);
            boolean closes = open > end && !tokens.isSign(end, ',');
            int about = tokens.match(open, Meaning.APPROXIMATE);
            int doubt = tokens.match(open, Meaning.DOUBTFUL);
            if (closes && (about > 0 || doubt > 0) && isClosing(Math.max(about, doubt))) {
                atom = atom.withDoubt(about > 0, doubt > 0);
                end = Math.max(about, doubt) + 1;
            } else if (closes && tokens.isSign(open, '?') && isClosing(open + 1)) {
                atom = atom.withDoubt(false, true);
                end = open + 2;
            } else if (atom.hasYear() && tokens.isSign(end, '?')) {
                atom = atom.withDoubt(false, true);
                end++;
            } else if (atom.hasYear() && tokens.isSign(end, '~')) {
                atom = atom.withDoubt(true, false);
                end++;
            } else if (atom.hasYear() && tokens.isSign(end, '%')) {
                atom = atom.withDoubt(true, true);
                end++;
            }
            if (end == start) {
                return atom.withEnd(end);
            }
        }
    }

    private boolean isClosing(int place) {
        return tokens.isSign(place, ')') || tokens.isSign(place, ']');
    }
}
