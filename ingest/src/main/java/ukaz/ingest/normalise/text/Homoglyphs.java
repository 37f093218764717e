package ukaz.ingest.normalise.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters that look alike in Cyrillic and Latin, or in Cyrillic and Greek, typed in the wrong alphabet. */
final class Homoglyphs {

    private static final String LATIN = "ABCEHKMOPTXYaceopxyIiJjSsëËïÏ";
    private static final String CYRILLIC = "АВСЕНКМОРТХУасеорхуІіЈјЅѕёЁїЇ";

    /** Greek letters in a Cyrillic word come from no keyboard of an archive, but from texts that were tampered with. */
    private static final String GREEK = "ΑΒΕΗΙΚΜΟΡΤΥΧαεικορυχ";

    private static final String GREEK_AS_CYRILLIC = "АВЕНІКМОРТУХаеікорух";

    /** Abbreviations that have no letter of one alphabet only, yet are Russian. */
    private static final Set<String> RUSSIAN =
            Set.of("CCCP", "PCP", "ACCP", "CCP", "BC", "TACC", "HTP", "MTC", "PTC", "OT");

    /**
     * @param text the text with every letter in the alphabet of its word
     * @param letters the letters that were changed, as typed, with both code points
     */
    record Correction(String text, List<String> letters) {}

    private Homoglyphs() {}

    /** Null where nothing is to be corrected. */
    static @Nullable Correction correct(String text) {
        char[] chars = null;
        List<String> letters = new ArrayList<>();
        Alphabet around = Alphabet.of(text);
        for (int i = 0; i < text.length(); ) {
            if (!isWordPart(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && isWordPart(text.charAt(end))) {
                end++;
            }
            String word = text.substring(i, end);
            String corrected = correctWord(word, around, end < text.length() ? text.charAt(end) : ' ');
            if (corrected != null) {
                if (chars == null) {
                    chars = text.toCharArray();
                }
                for (int k = 0; k < word.length(); k++) {
                    if (word.charAt(k) != corrected.charAt(k)) {
                        letters.add(points(word.charAt(k), corrected.charAt(k)));
                        chars[i + k] = corrected.charAt(k);
                    }
                }
            }
            i = end;
        }
        return chars == null ? null : new Correction(new String(chars), List.copyOf(letters));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static String points(char from, char to) {
        return "%c U+%04X → U+%04X".formatted(from, (int) from, (int) to);
    }

    private static @Nullable String correctWord(String word, Alphabet around, char next) {
        int latin = 0;
        int cyrillic = 0;
        int greek = 0;
        int digits = 0;
        boolean onlyLatin = false;
        boolean onlyCyrillic = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c)) {
                digits++;
            } else if (isLatin(c)) {
                latin++;
                onlyLatin |= LATIN.indexOf(c) < 0;
            } else if (isCyrillic(c)) {
                cyrillic++;
                onlyCyrillic |= CYRILLIC.indexOf(c) < 0;
            } else if (GREEK.indexOf(c) >= 0) {
                greek++;
            } else {
                return null;
            }
        }
        if (greek > 0) {
            return cyrillic > 0 && latin == 0 ? map(word, GREEK, GREEK_AS_CYRILLIC) : null;
        }
        if (digits > 0) {
            return digitsOnly(word, latin + cyrillic, digits);
        }
        if (latin > 0 && cyrillic > 0) {
            return mixed(word, onlyLatin, onlyCyrillic, around);
        }
        return latin > 0 && !onlyLatin
                ? wholly(word, around, next)
                : cyrillic == 1 && word.length() == 1 && !onlyCyrillic && around == Alphabet.LATIN && next == '.'
                        ? toLatin(word)
                        : null;
    }

    private static @Nullable String mixed(String word, boolean onlyLatin, boolean onlyCyrillic, Alphabet around) {
        if (isRomanOrdinal(word)) {
            return null;
        }
        if (onlyLatin && onlyCyrillic) {
            return null;
        }
        if (onlyLatin || isRoman(word) || (!onlyCyrillic && around == Alphabet.LATIN)) {
            return toLatin(word);
        }
        return toCyrillic(word);
    }

    /** A word of look-alikes only: Russian if it is a known abbreviation, or an initial or a preposition among Russian words. */
    private static @Nullable String wholly(String word, Alphabet around, char next) {
        if (RUSSIAN.contains(word)) {
            return around == Alphabet.LATIN && !word.equals("CCCP") && !word.equals("ACCP") ? null : toCyrillic(word);
        }
        if (around != Alphabet.CYRILLIC || word.length() > 1) {
            return null;
        }
        char c = word.charAt(0);
        boolean initial = next == '.' && Character.isUpperCase(c) && c != 'I' && c != 'X' && c != 'J' && c != 'S';
        boolean preposition = next == ' ' && "cоoay".indexOf(c) >= 0;
        return initial || preposition ? toCyrillic(word) : null;
    }

    /** "I2", "1O5": one or two letters that stand for digits; "II15" is a series and stays. */
    private static @Nullable String digitsOnly(String word, int letters, int digits) {
        if (letters == 0 || letters > digits || letters > 2 || word.startsWith("II")) {
            return null;
        }
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char digit = Character.isDigit(c)
                    ? c
                    : switch (c) {
                        case 'I', 'l' -> '1';
                        case 'O', 'o', 'О', 'о' -> '0';
                        default -> ' ';
                    };
            if (digit == ' ' || (i == 0 && digit == '0' && c != '0')) {
                return null;
            }
            out.append(digit);
        }
        return out.toString();
    }

    /** "IIй", "XXго": a Roman numeral with a Russian ending, rightly of two alphabets. */
    private static boolean isRomanOrdinal(String word) {
        int i = 0;
        while (i < word.length() && "IVXLC".indexOf(word.charAt(i)) >= 0) {
            i++;
        }
        if (i == 0 || word.length() - i > 3) {
            return false;
        }
        for (int k = i; k < word.length(); k++) {
            if (!isCyrillic(word.charAt(k)) || !Character.isLowerCase(word.charAt(k))) {
                return false;
            }
        }
        return word.charAt(0) != 'C' && i < word.length();
    }

    /** "ХХII" with a Russian Х. */
    private static boolean isRoman(String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("IVXХІ".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String toCyrillic(String word) {
        return map(word, LATIN, CYRILLIC);
    }

    private static @Nullable String toLatin(String word) {
        return map(word, CYRILLIC, LATIN);
    }

    private static @Nullable String map(String word, String from, String to) {
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int at = from.indexOf(word.charAt(i));
            if (at >= 0) {
                out.setCharAt(i, to.charAt(at));
            }
        }
        return out.toString().equals(word) ? null : out.toString();
    }

    static boolean isLatin(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F && c != '×' && c != '÷');
    }

    static boolean isCyrillic(char c) {
        return c >= 0x400 && c < 0x530;
    }

    /** The alphabet of the letters that belong to one alphabet only. */
    private enum Alphabet {
        CYRILLIC,
        LATIN,
        UNKNOWN;

        static Alphabet of(String text) {
            int latin = 0;
            int cyrillic = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isLatin(c) && Homoglyphs.LATIN.indexOf(c) < 0 && "IVXLl".indexOf(c) < 0) {
                    latin++;
                } else if (Homoglyphs.isCyrillic(c) && Homoglyphs.CYRILLIC.indexOf(c) < 0) {
                    cyrillic++;
                }
            }
            return cyrillic > latin ? CYRILLIC : latin > cyrillic ? LATIN : UNKNOWN;
        }
    }
}
