package ukaz.ingest.normalise.term;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.text.Ditto;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.vocabulary.OrdinalWords;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Change;
import ukaz.model.InsigniaNumber;
import ukaz.model.Term;

/** Reads the numbers of medals, orders and certificates in every notation, and what stands in their place. */
public final class Numbers {

    private static final int MOST_DIGITS = 7;
    private static final Set<String> WITHOUT = Set.of(
            "б н",
            "бн",
            "б №",
            "без №",
            "без номера",
            "не имеет номера",
            "номера нет",
            "без н",
            "w o №",
            "without number",
            "unnumbered",
            "no number",
            "not numbered",
            "b n");
    private static final Set<String> NOT_GIVEN = Set.of(
            "нет",
            "не вручалась",
            "не вручался",
            "не вручена",
            "не вручен",
            "не вручалось",
            "не вручено",
            "не выдавалась",
            "не выдавался",
            "не выдана",
            "не выдан",
            "не получил",
            "не получила",
            "не получена",
            "не получен",
            "отсутствует",
            "none",
            "no",
            "not presented",
            "not issued",
            "not awarded",
            "не награждался",
            "вручить не успели");
    private static final Set<String> DUPLICATE =
            Set.of("дубл", "дубликат", "дубликата", "дубль", "duplicate", "dup", "взамен");
    private static final String LIKE_DIGITS = "OОoоQIІlı|ЗзBВ";
    private static final String DIGITS_LIKED = "00000111113388";

    private Numbers() {}

    public static Reading<InsigniaNumber> readInsignia(SourceCell cell) {
        if (cell.isBlank()) {
            return Reading.empty();
        }
        return switch (cell.kind()) {
            case NUMBER, DATE -> stored(cell.number());
            case TEXT -> typed(cell.text());
            default -> malformed("number-other");
        };
    }

    private static Reading<InsigniaNumber> stored(double number) {
        if (number != Math.rint(number)) {
            return malformed("number-fraction");
        }
        if (number < 0) {
            return malformed("number-negative");
        }
        String digits = SourceCell.plain(number);
        if (digits.length() > MOST_DIGITS) {
            return malformed("number-too-long");
        }
        return number == 0 ? malformed("number-other") : Reading.of(InsigniaNumber.of(digits));
    }

    private static Reading<InsigniaNumber> typed(String text) {
        if (isPlain(text)) {
            return Reading.of(InsigniaNumber.of(text));
        }
        String words = String.join(" ", Words.of(text));
        if (WITHOUT.contains(words)) {
            return Reading.of(InsigniaNumber.stated(InsigniaNumber.Kind.WITHOUT_NUMBER), Change.Kind.VOCABULARY);
        }
        if (NOT_GIVEN.contains(words)) {
            return Reading.of(InsigniaNumber.stated(InsigniaNumber.Kind.NOT_GIVEN), Change.Kind.VOCABULARY);
        }
        if (Unknowns.isUnknown(text)) {
            return Reading.of(InsigniaNumber.stated(InsigniaNumber.Kind.UNKNOWN), Change.Kind.VOCABULARY);
        }
        return Ditto.isMark(text) ? Ditto.told("number-malformed") : several(text);
    }

    /** The common case: digits without a leading zero. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS || text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static Reading<InsigniaNumber> several(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        List<Reading.Remark> remarks = new ArrayList<>();
        Set<Change.Kind> changes = new LinkedHashSet<>();
        changes.add(Change.Kind.NUMBER_NOTATION);
        boolean duplicate = false;
        for (String part : parts(text)) {
            Scan scan = new Scan(part);
            String number = scan.number();
            duplicate |= scan.duplicate;
            if (number == null && scan.isNothingButDuplicate()) {
                continue;
            }
            if (number == null) {
                return malformed(scan.reason);
            }
            numbers.add(number);
            if (!scan.lookAlikes.isEmpty()) {
                changes.add(Change.Kind.HOMOGLYPH);
                remarks.add(new Reading.Remark(
                        "text-homoglyph", Map.of("corrected", number, "letters", List.copyOf(scan.lookAlikes))));
            }
        }
        if (numbers.isEmpty()) {
            return malformed("number-other");
        }
        return new Reading<>(
                new InsigniaNumber(InsigniaNumber.Kind.NUMBERED, List.copyOf(numbers), duplicate),
                Reading.State.VALUE,
                List.copyOf(changes),
                remarks);
    }

    /** Cut at commas, semicolons, line breaks and "и"; a comma before a single zero is a decimal one. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean and = text.startsWith(" и ", i) || text.startsWith(" + ", i);
            boolean comma = c == ',' && !isDecimal(text, i);
            if (comma || c == ';' || c == '\n' || and) {
                parts.add(text.substring(start, i));
                start = and ? i + 3 : i + 1;
                i = start - 1;
            }
        }
        parts.add(text.substring(start));
        parts.removeIf(String::isBlank);
        return parts;
    }

    /** "1234,0" and "1234,5", but not "12345,23456". */
    private static boolean isDecimal(String text, int comma) {
        int end = comma + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - comma - 1;
        return comma > 0 && isDigit(text.charAt(comma - 1)) && digits > 0 && digits <= 3 && end == text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Reading<InsigniaNumber> malformed(String reason) {
        return Reading.unreadable("number-malformed", Map.of("reason", new Term(Term.Kind.PHRASE, reason)));
    }

    /** One number as typed, taken apart. */
    private static final class Scan {
        private final String bare;
        private final Set<String> lookAlikes = new LinkedHashSet<>();
        private boolean duplicate;
        private String reason = "number-other";

        Scan(String part) {
            bare = withoutRemarks(part);
        }

        boolean isNothingButDuplicate() {
            return duplicate && bare.isBlank();
        }

        /** Takes "(дубл.)" and "взамен утраченного" off. */
        private String withoutRemarks(String part) {
            StringBuilder kept = new StringBuilder(part.length());
            int at = 0;
            while (at < part.length()) {
                char c = part.charAt(at);
                if (!Character.isLetter(c)) {
                    kept.append(c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\t' ? ' ' : c);
                    at++;
                    continue;
                }
                int end = at;
                while (end < part.length() && Character.isLetter(part.charAt(end))) {
                    end++;
                }
                String word = part.substring(at, end).toLowerCase(Locale.ROOT);
                if (DUPLICATE.contains(word)) {
                    duplicate = true;
                    if (end < part.length() && part.charAt(end) == '.') {
                        end++;
                    }
                } else if (!(duplicate
                        && (word.startsWith("утрач") || word.startsWith("утер") || word.startsWith("утерян")))) {
                    kept.append(part, at, end);
                }
                at = end;
            }
            String text = kept.toString().replace("()", "").replace("( )", "").strip();
            while (!text.isEmpty() && ",.;:".indexOf(text.charAt(text.length() - 1)) >= 0) {
                text = text.substring(0, text.length() - 1).strip();
            }
            return text;
        }

        @Nullable
        String number() {
            String text = withoutSign(bare);
            if (text.isEmpty()) {
                return null;
            }
            if (text.charAt(0) == '-' || text.charAt(0) == '−') {
                reason = "number-negative";
                return null;
            }
            String series = null;
            String digits = text;
            int split = afterLetters(text);
            if (split > 0) {
                String letters = text.substring(0, split);
                int roman = OrdinalWords.roman(Words.of(letters).get(0));
                String rest = text.substring(split).strip();
                boolean separated = !rest.isEmpty() && !isDigit(text.charAt(split));
                if (roman > 0 && separated) {
                    series = romanOf(roman);
                } else if (split <= 2 && Character.isUpperCase(letters.charAt(0)) && !looksLikeDigits(text)) {
                    series = letters;
                }
                if (series != null) {
                    digits = withoutSign(withoutSeparator(rest));
                    String number = digits(digits);
                    return number == null
                            ? null
                            : roman > 0 && separated ? series + "/" + number : series + "-" + number;
                }
            }
            int bracket = text.indexOf('(');
            int slash = text.indexOf('/');
            int cut = bracket > 0 ? bracket : slash;
            if (cut > 0) {
                String tail = text.substring(cut + 1).replace(")", "").strip();
                List<String> words = Words.of(tail);
                int roman = words.size() == 1 ? OrdinalWords.roman(words.get(0)) : 0;
                if (roman > 0) {
                    String number = digits(text.substring(0, cut).strip());
                    return number == null ? null : romanOf(roman) + "/" + number;
                }
            }
            return digits(digits);
        }

        private static String withoutSign(String text) {
            String rest = text.strip();
            String lower = rest.toLowerCase(Locale.ROOT);
            for (String sign : List.of("№№", "№", "#", "номер", "nos", "no", "nr", "num", "n")) {
                if (lower.startsWith(sign)
                        && lower.length() > sign.length()
                        && !Character.isLetter(lower.charAt(sign.length()))) {
                    rest = rest.substring(sign.length()).strip();
                    return rest.startsWith(".") || rest.startsWith(":") || rest.startsWith("°")
                            ? rest.substring(1).strip()
                            : rest;
                }
            }
            return rest;
        }

        private static String withoutSeparator(String text) {
            return !text.isEmpty() && "/-–—.:".indexOf(text.charAt(0)) >= 0
                    ? text.substring(1).strip()
                    : text;
        }

        private static int afterLetters(String text) {
            int end = 0;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static String romanOf(int value) {
            return List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
                    .get(value);
        }

        /** "I2" and "O15" are figures typed with letters; "Д54321" is not. */
        private static boolean looksLikeDigits(String text) {
            boolean digit = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isDigit(c)) {
                    digit = true;
                } else if (LIKE_DIGITS.indexOf(c) < 0) {
                    return false;
                }
            }
            return digit && text.length() > 1;
        }

        private @Nullable String digits(String text) {
            if (text.isEmpty()) {
                return null;
            }
            StringBuilder digits = new StringBuilder(text.length());
            boolean alike = looksLikeDigits(text);
            int group = 0;
            boolean grouped = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isDigit(c)) {
                    digits.append(c);
                    group++;
                } else if (c == ' ' && group > 0 && (grouped ? group == 3 : group <= 3)) {
                    grouped = true;
                    group = 0;
                } else if ((c == '.' || c == ',') && isZeros(text, i + 1)) {
                    break;
                } else if (alike) {
                    lookAlikes.add(String.valueOf(c));
                    digits.append(DIGITS_LIKED.charAt(LIKE_DIGITS.indexOf(c)));
                    group++;
                } else {
                    reason = reasonOf(text, i);
                    return null;
                }
            }
            if (grouped && group != 3) {
                return null;
            }
            int zeros = 0;
            while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
                zeros++;
            }
            String number = digits.substring(zeros);
            if (number.length() > MOST_DIGITS) {
                reason = "number-too-long";
                return null;
            }
            return number.equals("0") || number.isEmpty() ? null : number;
        }

        private static boolean isZeros(String text, int from) {
            for (int i = from; i < text.length(); i++) {
                if (text.charAt(i) != '0') {
                    return false;
                }
            }
            return from < text.length();
        }

        private static String reasonOf(String text, int at) {
            char c = text.charAt(at);
            if (isDigit(text.charAt(0))) {
                String rest = text.substring(at).toLowerCase(Locale.ROOT);
                if ((c == '.' || c == ',') && isFigures(rest.substring(1))) {
                    return "number-fraction";
                }
                if (rest.matches("[.,]?\\d*[eе][+-]?\\d+")) {
                    return "number-scientific";
                }
            }
            return Character.isLetter(c) ? "number-letters" : "number-other";
        }

        private static boolean isFigures(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
