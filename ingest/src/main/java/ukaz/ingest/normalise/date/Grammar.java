package ukaz.ingest.normalise.date;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.Atom.Grain;
import ukaz.ingest.normalise.date.Tokens.Kind;
import ukaz.ingest.normalise.date.Tokens.Token;
import ukaz.ingest.normalise.date.Words.Meaning;
import ukaz.model.HistoricalDate;

/** How dates combine: bounds, ranges, double dates, alternatives, and the words around them. */
final class Grammar {

    /** What was understood from a place on, and where it ends. */
    record Node(Understood understood, int end) {}

    /** Longer texts are no dates. */
    private static final int MOST_TOKENS = 60;

    private static final int LIFE_YEARS = 15;

    private final Tokens tokens;
    private final DateContext context;
    private final Atoms atoms;
    private final Resolver resolver;
    private final @Nullable List<Node>[] known;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Grammar(Tokens tokens, DateContext context) {
        this.tokens = tokens;
        this.context = context;
        this.atoms = new Atoms(tokens);
        this.resolver = new Resolver(context);
        this.known = new List[tokens.count() + 1];
    }

    /** What the whole text says; null where no notation explains it all. */
    @Nullable
    Understood whole() {
        if (tokens.count() > MOST_TOKENS) {
            return null;
        }
        Understood edtf = openEdtf();
        if (edtf != null) {
            return edtf;
        }
        for (Node node : expressions(0)) {
            if (isTail(node.end)) {
                return node.understood;
            }
        }
        for (Node node : expressions(0)) {
            Understood alternative = alternative(node);
            if (alternative != null) {
                return alternative;
            }
        }
        return null;
    }

    /** True where the text says that the date is not known. */
    boolean isUnknown() {
        int place = 0;
        while (place < tokens.count() && tokens.at(place).kind() == Kind.SIGN) {
            if ("?-–_*./[]()~".indexOf(tokens.at(place).sign()) < 0) {
                return false;
            }
            place++;
        }
        if (place == tokens.count()) {
            return true;
        }
        int word = tokens.match(place, Meaning.UNKNOWN);
        if (word < 0) {
            int prefix = tokens.match(place, Meaning.PREFIX);
            word = prefix > 0 ? tokens.match(prefix, Meaning.UNKNOWN) : -1;
        }
        if (word < 0 && tokens.count() == 1) {
            word = switch (tokens.at(place).word()) {
                case "x", "xx", "xxx", "х", "хх", "ххх" -> place + 1;
                default -> -1;
            };
        }
        while (word > 0 && tokens.match(word, Meaning.YEAR) > 0) {
            word = tokens.match(word, Meaning.YEAR);
        }
        return word > 0 && isTail(word);
    }

    private @Nullable Understood openEdtf() {
        int count = tokens.count();
        if (tokens.isSign(0, '.') && tokens.isSign(1, '.') && tokens.isSign(2, '/')) {
            for (Atom atom : atoms.at(3)) {
                if (atom.end() == count && atom.hasYear()) {
                    return resolver.resolve(atom).map(HistoricalDate::notAfter);
                }
            }
        }
        if (tokens.isSign(count - 1, '.') && tokens.isSign(count - 2, '.') && tokens.isSign(count - 3, '/')) {
            for (Atom atom : atoms.at(0)) {
                if (atom.end() == count - 3 && atom.hasYear()) {
                    return resolver.resolve(atom).map(HistoricalDate::notBefore);
                }
            }
        }
        return null;
    }

    /** Every way to read on from the place, a lead-in and words of doubt included. */
    List<Node> expressions(int place) {
        if (place < 0 || place >= tokens.count()) {
            return List.of();
        }
        List<Node> found = known[place];
        if (found == null) {
            known[place] = List.of();
            found = read(place);
            known[place] = found;
        }
        return found;
    }

    private List<Node> read(int place) {
        List<Node> out = new ArrayList<>(plain(place));
        Token token = tokens.at(place);
        bounds(place, out);
        between(place, out);
        apply(tokens.match(place, Meaning.APPROXIMATE), HistoricalDate::approximate, out);
        apply(tokens.match(place, Meaning.DOUBTFUL), HistoricalDate::doubted, out);
        if (token.kind() == Kind.SIGN) {
            switch (token.sign()) {
                case '~' -> apply(place + 1, HistoricalDate::approximate, out);
                case '?' -> apply(place + 1, HistoricalDate::doubted, out);
                case '<', '≤' -> apply(place + 1, HistoricalDate::notAfter, out);
                case '>', '≥' -> apply(place + 1, HistoricalDate::notBefore, out);
                case '†', '*', '☼', ':', ',' -> out.addAll(expressions(place + 1));
                case '[', '(' -> bracketed(place, out);
                default -> {}
            }
        }
        int prefix = tokens.match(place, Meaning.PREFIX);
        if (prefix < 0) {
            prefix = tokens.match(place, Meaning.WEEKDAY);
        }
        if (prefix > 0) {
            out.addAll(expressions(tokens.isSign(prefix, ',') || tokens.isSign(prefix, ':') ? prefix + 1 : prefix));
        }
        return out;
    }

    private void apply(int place, UnaryOperator<HistoricalDate> change, List<Node> out) {
        for (Node node : expressions(place)) {
            out.add(changed(node, change));
        }
    }

    private static Node changed(Node node, UnaryOperator<HistoricalDate> change) {
        try {
            return new Node(node.understood.map(change), node.end);
        } catch (IllegalArgumentException e) {
            // open at both ends: the bound says no more than the text before did
            return node;
        }
    }

    private static boolean isOpen(HistoricalDate date) {
        return date.toString().contains("..");
    }

    private void bracketed(int place, List<Node> out) {
        for (Node node : expressions(place + 1)) {
            int end = node.end;
            if (isClosing(end)) {
                boolean doubted = tokens.isSign(end + 1, '?');
                out.add(
                        doubted
                                ? new Node(node.understood.map(HistoricalDate::doubted), end + 2)
                                : new Node(node.understood, end + 1));
                if (!doubted) {
                    int year = atoms.yearWord(end + 1);
                    if (year > end + 1) {
                        out.add(new Node(node.understood, year));
                    }
                }
            }
        }
    }

    // not later than, not earlier than, between

    private void bounds(int place, List<Node> out) {
        int notLater = tokens.match(place, Meaning.NOT_LATER);
        int notEarlier = tokens.match(place, Meaning.NOT_EARLIER);
        int inner = Math.max(notLater, notEarlier);
        if (inner < 0) {
            return;
        }
        for (Node node : expressions(inner)) {
            HistoricalDate value = node.understood.value();
            if (value != null && isOpen(value)) {
                continue;
            }
            out.add(new Node(
                    node.understood.map(notLater > 0 ? HistoricalDate::notAfter : HistoricalDate::notBefore),
                    node.end));
            int joined = joined(node.end);
            int other = tokens.match(joined, notLater > 0 ? Meaning.NOT_EARLIER : Meaning.NOT_LATER);
            for (Node second : expressions(other)) {
                HistoricalDate bound = second.understood.value();
                if (bound != null && isOpen(bound)) {
                    continue;
                }
                Understood both =
                        notLater > 0 ? second.understood.to(node.understood) : node.understood.to(second.understood);
                if (both != null) {
                    out.add(new Node(both, second.end));
                }
            }
        }
    }

    private int joined(int place) {
        int and = tokens.match(place, Meaning.AND);
        if (and > 0 && tokens.match(place, Meaning.NOT_LATER) < 0) {
            return and;
        }
        return tokens.isSign(place, ',') || isDash(place) ? place + 1 : place;
    }

    private void between(int place, List<Node> out) {
        int from = tokens.match(place, Meaning.BETWEEN);
        if (from < 0) {
            return;
        }
        for (Atom first : atoms.at(from)) {
            int and = tokens.match(first.end(), Meaning.AND);
            for (Atom last : atoms.at(and)) {
                range(first, last, out);
            }
            if (isDash(first.end())) {
                for (Atom last : atoms.at(first.end() + 1)) {
                    range(first, last, out);
                }
            }
        }
    }

    // dates, ranges and double dates without words before them

    /** Every way to read figures and month names from the place on. */
    List<Node> plain(int place) {
        List<Node> out = new ArrayList<>();
        for (Atom first : atoms.at(place)) {
            if (first.hasYear()) {
                out.add(new Node(resolver.resolve(first), first.end()));
            }
        }
        for (Atom first : atoms.at(place)) {
            doubleDate(first, out);
            int end = first.end();
            Atom shortYear = first.grain() == Grain.YEAR && (isDash(end) || tokens.isSign(end, '/'))
                    ? atoms.shortYear(end + 1)
                    : null;
            if (shortYear != null) {
                range(first, shortYear, out);
            }
            if (isDash(end)) {
                int dash = isDash(end + 1) ? end + 2 : end + 1;
                for (Atom last : atoms.at(dash)) {
                    range(first, last, out);
                }
            } else if (tokens.isSign(end, '.') && tokens.isSign(end + 1, '.') && tokens.isSign(end + 2, '.')) {
                for (Atom last : atoms.at(end + 3)) {
                    range(first, last, out);
                }
            } else if (tokens.isSign(end, '/')) {
                for (Atom last : atoms.at(end + 1)) {
                    slashed(first, last, out);
                }
            }
            for (Atom last : atoms.at(tokens.match(end, Meaning.OR))) {
                either(first, last, out);
            }
        }
        return out;
    }

    private boolean isDash(int place) {
        return tokens.isSign(place, '-') || tokens.isSign(place, Tokens.LONG_DASH) || tokens.isSign(place, '÷');
    }

    private void range(Atom first, Atom last, List<Node> out) {
        Understood[] ends = ends(first, last);
        if (ends == null) {
            return;
        }
        Understood span = ends[0].to(ends[1]);
        if (span != null) {
            HistoricalDate from = ends[0].value();
            HistoricalDate to = ends[1].value();
            boolean life = from != null
                    && to != null
                    && (context.role() == DateContext.Role.BIRTH || context.role() == DateContext.Role.DEATH)
                    && isPoint(first)
                    && isPoint(last)
                    && ChronoUnit.YEARS.between(from.earliest(), to.latest()) >= LIFE_YEARS;
            out.add(new Node(life ? span.with(Remarks.ambiguous("life-years", List.of(from, to))) : span, last.end()));
        }
    }

    private static boolean isPoint(Atom atom) {
        return atom.span() == null && atom.grain() != Grain.DECADE && atom.grain() != Grain.CENTURY && !atom.masked();
    }

    private void slashed(Atom first, Atom last, List<Node> out) {
        boolean years = first.grain() == Grain.YEAR && last.grain() != Grain.DAY;
        boolean iso = first.sign() == Atom.ISO && last.sign() == Atom.ISO;
        boolean isoMixed = (first.grain() == Grain.YEAR || first.sign() == Atom.ISO)
                && (last.grain() == Grain.YEAR || last.sign() == Atom.ISO);
        boolean monthNames = first.grain() == Grain.MONTH && last.grain() == Grain.MONTH && !first.hasYear();
        boolean others = first.span() != null || first.grain() == Grain.DECADE || first.grain() == Grain.CENTURY;
        if (years || iso || isoMixed || monthNames || others) {
            range(first, last, out);
        }
    }

    private void either(Atom first, Atom last, List<Node> out) {
        Understood[] ends = ends(first, last);
        if (ends == null) {
            return;
        }
        boolean swapped = ends[0].to(ends[1]) == null;
        Understood span = swapped ? ends[1].to(ends[0]) : ends[0].to(ends[1]);
        if (span == null) {
            return;
        }
        HistoricalDate a = ends[swapped ? 1 : 0].value();
        HistoricalDate b = ends[swapped ? 0 : 1].value();
        boolean gap = a != null && b != null && a.latest().plusDays(1).isBefore(b.earliest());
        out.add(new Node(gap ? span.with(Remarks.ambiguous("alternatives", List.of(a, b))) : span, last.end()));
    }

    /** Both ends with what the text says once for both; null where they do not go together. */
    private Understood @Nullable [] ends(Atom first, Atom last) {
        Atom a = first;
        Atom b = last;
        if (!a.hasYear() && !b.hasYear()) {
            return null;
        }
        if (b.grain() == Grain.YEAR && b.yearFigures() == 2 && !b.masked()) {
            boolean next = b.year() == (a.year() + 1) % 100;
            if (a.grain() != Grain.YEAR || a.yearFigures() != 4 || b.year() <= a.year() % 100 && !next) {
                return null;
            }
            b = b.withFigures(0, 0, next ? a.year() + 1 : a.year() / 100 * 100 + b.year(), 4);
        }
        if (b.grain() == Grain.DECADE && b.yearFigures() == 2) {
            boolean decade = a.yearFigures() == 4
                    && a.year() % 10 == 0
                    && (a.grain() == Grain.YEAR || a.grain() == Grain.DECADE);
            if (!decade || b.year() <= a.year() % 100) {
                return null;
            }
            a = a.withGrain(Grain.DECADE);
            b = b.withFigures(0, 0, a.year() / 100 * 100 + b.year(), 4);
        } else if (b.grain() == Grain.DECADE && a.grain() == Grain.YEAR && a.year() % 10 == 0) {
            a = a.withGrain(Grain.DECADE);
        }
        if (!a.hasYear()) {
            if (b.yearFigures() == 0 || b.masked() || b.grain() != Grain.DAY && b.grain() != Grain.MONTH) {
                return null;
            }
            if (a.month() == 0 && b.month() == 0 || a.grain() != b.grain()) {
                return null;
            }
            a = a.withFigures(a.day(), a.month() == 0 ? b.month() : a.month(), b.year(), b.yearFigures());
        }
        if (!b.hasYear()) {
            if (b.month() == 0 || a.grain() != b.grain()) {
                return null;
            }
            b = b.withFigures(b.day(), b.month(), a.year(), a.yearFigures());
        }
        return new Understood[] {resolver.resolve(a), resolver.resolve(b)};
    }

    private void doubleDate(Atom first, List<Node> out) {
        int end = first.end();
        boolean bracket = tokens.isSign(end, '(') || tokens.isSign(end, '[');
        boolean slash = tokens.isSign(end, '/');
        if (!bracket && !slash || first.grain() != Grain.DAY || first.day() == 0 || first.otherDay() > 0) {
            return;
        }
        if (first.month() == 0 && slash) {
            return;
        }
        for (Atom second : atoms.at(end + 1)) {
            if (second.grain() != Grain.DAY || second.day() == 0 || second.otherDay() > 0 || second.month() == 0) {
                continue;
            }
            int close = bracket ? second.end() + 1 : second.end();
            if (bracket && !isClosing(second.end())) {
                continue;
            }
            boolean iso = slash && first.sign() == Atom.ISO && second.sign() == Atom.ISO;
            if (iso) {
                continue;
            }
            if (first.hasYear() || !bracket && second.hasYear()) {
                add(resolver.ofDoubleDate(first, second, null, bracket), close, out);
            } else if (bracket) {
                int yearPlace = tokens.isSign(close, '.') || tokens.isSign(close, ',') ? close + 1 : close;
                for (Atom year : atoms.at(yearPlace)) {
                    if (year.grain() == Grain.YEAR && !year.masked()) {
                        add(resolver.ofDoubleDate(first, second, year, true), year.end(), out);
                    }
                }
                if (second.hasYear()) {
                    add(resolver.ofDoubleDate(first, second, null, true), close, out);
                }
            }
        }
    }

    private static void add(@Nullable Understood understood, int end, List<Node> out) {
        if (understood != null) {
            out.add(new Node(understood, end));
        }
    }

    // what follows

    /** A second reading that the source itself gives: "1905 (по др. данным 1904)". */
    private @Nullable Understood alternative(Node main) {
        int place = main.end;
        boolean bracket = tokens.isSign(place, '(') || tokens.isSign(place, '[');
        if (bracket || tokens.isSign(place, ',') || tokens.isSign(place, ';') || tokens.isSign(place, '/')) {
            place++;
        }
        int said = tokens.match(place, Meaning.ALTERNATIVE);
        if (said < 0) {
            said = tokens.match(place, Meaning.OR);
        }
        if (said < 0 && !bracket) {
            return null;
        }
        int expression = said > 0 ? said : place;
        if (isDash(expression) || tokens.isSign(expression, ':')) {
            expression++;
        }
        HistoricalDate first = main.understood.value();
        for (Node other : expressions(expression)) {
            int end = bracket && isClosing(other.end) ? other.end + 1 : other.end;
            HistoricalDate second = other.understood.value();
            if (first != null && second != null && (!bracket || isClosing(other.end)) && isTail(end)) {
                return first.equals(second)
                        ? main.understood
                        : main.understood.with(Remarks.ambiguous("other-sources", List.of(first, second)));
            }
        }
        return null;
    }

    /** True where nothing stands from the place on but stops, a time of day and comments without figures. */
    private boolean isTail(int start) {
        int place = start;
        while (place < tokens.count()) {
            int next = tailPiece(place);
            if (next < 0) {
                return false;
            }
            place = next;
        }
        return true;
    }

    private int tailPiece(int place) {
        Token token = tokens.at(place);
        int word = tokens.match(place, Meaning.COMMENT);
        if (word < 0) {
            word = tokens.match(place, Meaning.YEAR);
        }
        if (word > 0) {
            return word;
        }
        if (token.kind() == Kind.SIGN && ".,;!".indexOf(token.sign()) >= 0) {
            return commentEnd(place + 1, '\0') == tokens.count() ? tokens.count() : place + 1;
        }
        if (token.isSign('(') || token.isSign('[')) {
            return commentEnd(place + 1, token.isSign('(') ? ')' : ']');
        }
        return timeEnd(place);
    }

    /** The place after a comment without figures and without words of dates; -1 where it has some. */
    private int commentEnd(int start, char closing) {
        int place = start;
        while (place < tokens.count() && !tokens.isSign(place, closing)) {
            boolean allowed = tokens.at(place).kind() == Kind.WORD
                    ? !bearsOnDate(place)
                    : tokens.at(place).kind() == Kind.SIGN
                            && ".,-–:".indexOf(tokens.at(place).sign()) >= 0;
            if (!allowed) {
                return -1;
            }
            place++;
        }
        if (closing == '\0') {
            return place;
        }
        return tokens.isSign(place, closing) ? place + 1 : -1;
    }

    private boolean bearsOnDate(int place) {
        for (Meaning meaning : new Meaning[] {
            Meaning.MONTH,
            Meaning.SEASON,
            Meaning.OLD_STYLE,
            Meaning.NEW_STYLE,
            Meaning.ALTERNATIVE,
            Meaning.BETWEEN,
            Meaning.APPROXIMATE,
            Meaning.DOUBTFUL,
            Meaning.OR
        }) {
            if (tokens.match(place, meaning) > 0) {
                return true;
            }
        }
        return tokens.at(place).word().equals("не");
    }

    private int timeEnd(int place) {
        int next =
                tokens.at(place).word().equals("t") || tokens.at(place).word().equals("в") ? place + 1 : place;
        if (!tokens.at(next).isNumber(1, 2)
                || !tokens.isSign(next + 1, ':')
                || !tokens.at(next + 2).isNumber(2, 2)) {
            return -1;
        }
        next += 3;
        if (tokens.isSign(next, ':') && tokens.at(next + 1).isNumber(2, 2)) {
            next += 2;
            if ((tokens.isSign(next, '.') || tokens.isSign(next, ','))
                    && tokens.at(next + 1).isNumber(1, 9)
                    && !tokens.at(next + 1).spaced()) {
                next += 2;
            }
        }
        if (tokens.isSign(next, '+') || tokens.isSign(next, '-')) {
            next += tokens.isSign(next + 2, ':') ? 4 : 2;
            return Math.min(next, tokens.count());
        }
        String word = tokens.at(next).word();
        return word.equals("z") || word.equals("am") || word.equals("pm") || word.equals("utc") ? next + 1 : next;
    }

    private boolean isClosing(int place) {
        return tokens.isSign(place, ')') || tokens.isSign(place, ']');
    }
}
