package ukaz.ingest.normalise.date;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import ukaz.ingest.normalise.date.Words.Meaning;

/** A text cut into numbers, words and signs; quotes and invisible characters are left out. */
final class Tokens {

    /** What a token is. */
    enum Kind {
        NUMBER,
        /** A year with unknown figures: {@code 190?}, {@code 19XX}. */
        MASK,
        WORD,
        SIGN
    }

    /**
     * A piece of the text.
     *
     * @param number of a NUMBER its value (-1 where it is longer than nine figures), of a MASK its known figures, of a WORD
     *     its value as a Roman figure or 0
     * @param length how many figures a NUMBER or MASK has, unknown ones not counted
     * @param word lower case, as the vocabulary spells it
     * @param spaced whether white space stands before it
     */
    record Token(Kind kind, int start, int end, int number, int length, String word, char sign, boolean spaced) {

        boolean isSign(char wanted) {
            return kind == Kind.SIGN && sign == wanted;
        }

        boolean isNumber(int fewest, int most) {
            return kind == Kind.NUMBER && length >= fewest && length <= most;
        }
    }

    static final char LONG_DASH = '–';

    private static final Token NONE = new Token(Kind.SIGN, 0, 0, -1, 0, "", '\0', true);

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private boolean invisible;
    private boolean lookAlike;
    private int matchedNumber;

    private Tokens(String text) {
        this.text = text;
    }

    static Tokens of(String text) {
        Tokens tokens = new Tokens(text);
        tokens.cut();
        return tokens;
    }

    int count() {
        return tokens.size();
    }

    /** The token; one that is nothing where the place is beyond the ends. */
    Token at(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place) : NONE;
    }

    boolean isSign(int place, char sign) {
        return at(place).isSign(sign);
    }

    /** True where invisible characters were left out. */
    boolean hasInvisible() {
        return invisible;
    }

    /** True where a word had letters of the wrong alphabet. */
    boolean hasLookAlike() {
        return lookAlike;
    }

    /** True where an apostrophe stands right before the token: '43. */
    boolean isApostrophised(int place) {
        Token token = at(place);
        return token.start() > 0 && isQuote(text.charAt(token.start() - 1));
    }

    /** Where the words of this meaning end that start here; -1 where none do. */
    int match(int place, Meaning meaning) {
        Token first = at(place);
        if (first.kind() != Kind.WORD) {
            return -1;
        }
        for (Words.Phrase phrase : Words.startingWith(first.word())) {
            if (phrase.meaning() == meaning) {
                int end = endOf(phrase.words(), place);
                if (end >= 0) {
                    matchedNumber = phrase.number();
                    return end;
                }
            }
        }
        return -1;
    }

    /** The number of the phrase matched last: which month, which half. */
    int matchedNumber() {
        return matchedNumber;
    }

    private int endOf(List<String> words, int place) {
        int next = place;
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && (isSign(next, '/') || isSign(next, '-'))) {
                next++;
            }
            Token token = at(next);
            if (token.kind() != Kind.WORD || !token.word().equals(words.get(i))) {
                return -1;
            }
            next++;
            if (isSign(next, '.')) {
                next++;
            }
        }
        return next;
    }

    private void cut() {
        boolean spaced = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                spaced = true;
                i++;
                continue;
            }
            if (isInvisible(c)) {
                invisible = true;
                i++;
                continue;
            }
            if (isQuote(c)) {
                i++;
                continue;
            }
            if (isFigure(c)) {
                i = cutNumber(start, spaced);
            } else if (Character.isLetter(c)) {
                i = cutWord(start, spaced);
            } else {
                cutSign(c, start, spaced);
                i++;
            }
            spaced = false;
        }
    }

    private int cutNumber(int start, boolean spaced) {
        int i = start;
        int number = 0;
        int figures = 0;
        while (i < text.length() && (isFigure(text.charAt(i)) || isInvisible(text.charAt(i)))) {
            if (isFigure(text.charAt(i))) {
                number = figures < 9 ? number * 10 + (text.charAt(i) - '0') : -1;
                figures++;
            } else {
                invisible = true;
            }
            i++;
        }
        int unknown = i;
        while (unknown < text.length() && isUnknownFigure(text.charAt(unknown))) {
            unknown++;
        }
        boolean mask = figures >= 2
                && figures + (unknown - i) == 4
                && unknown > i
                && (unknown == text.length() || !Character.isLetterOrDigit(text.charAt(unknown)));
        tokens.add(new Token(
                mask ? Kind.MASK : Kind.NUMBER, start, mask ? unknown : i, number, figures, "", '\0', spaced));
        return mask ? unknown : i;
    }

    private int cutWord(int start, boolean spaced) {
        StringBuilder word = new StringBuilder();
        boolean combining = false;
        boolean latin = false;
        boolean cyrillic = false;
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (Character.isLetter(c) || mark) {
                char small = Character.toLowerCase(c);
                word.append(small == 'ё' ? 'е' : small);
                combining |= mark;
                latin |= small >= 'a' && small <= 'z';
                cyrillic |= small >= 'Ѐ' && small <= 'ӿ';
            } else if (isInvisible(c)) {
                invisible = true;
            } else {
                break;
            }
            i++;
        }
        String typed =
                combining ? Normalizer.normalize(word, Normalizer.Form.NFC).replace('ё', 'е') : word.toString();
        String known = Words.known(typed);
        lookAlike |= !known.equals(typed) || latin && cyrillic;
        tokens.add(new Token(Kind.WORD, start, i, Roman.value(typed), 0, known, '\0', spaced));
        return i;
    }

    private void cutSign(char c, int start, boolean spaced) {
        char sign = switch (c) {
            case '-', '\u2010', '\u2011', '\u00ac' -> '-';
            case '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> LONG_DASH;
            case '≈', '∼' -> '~';
            case '⁄', '∕', '\\' -> '/';
            case '·', '•', '․' -> '.';
            case '{' -> '[';
            case '}' -> ']';
            default -> c;
        };
        if (c == '…') {
            for (int i = 0; i < 3; i++) {
                tokens.add(new Token(Kind.SIGN, start, start + 1, -1, 0, "", '.', spaced && i == 0));
            }
            return;
        }
        tokens.add(new Token(Kind.SIGN, start, start + 1, -1, 0, "", sign, spaced));
    }

    private static boolean isFigure(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isUnknownFigure(char c) {
        return c == '?' || c == '_' || c == '*' || c == 'X' || c == 'x' || c == 'Х' || c == 'х';
    }

    private static boolean isQuote(char c) {
        return "«»\"'“”„‟’‘`´′″‹›".indexOf(c) >= 0;
    }

    static boolean isInvisible(char c) {
        return c == '\u00ad' || Character.getType(c) == Character.FORMAT || Character.isISOControl(c) && c != '\n';
    }
}
