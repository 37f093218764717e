package ukaz.model;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keys under which spellings of one name meet.
 *
 * <p>The matching key is the same for Cyrillic (Russian, Ukrainian, Belarusian) and for its romanisations after ISO 9,
 * BGN/PCGN, the scholarly and the two passport styles: Щёлкин, Щелкин, Ŝëlkin, Ščelkin, Shchyolkin. Both alphabets are
 * written in one set of signs, then what the styles write differently is given up: ё is е, и й і ї ы are one vowel, "ие"
 * and "ио" are е, ъ and ь are nothing, тс is ц, "сх" is ш, "зх" ж, "цх" ч, "кх" х. "ch" is read as ч, "x" as кс, "g" as г. The phonetic key also gives up vowels
 * after the first letter, voice and doubling; it is for finding candidates, never for deciding.
 */
public final class NameKey {

    /** For Cyrillic а to я: one sign each where a romanisation needs one, capitals being ж Z, х H, ч C, ш S, щ W. */
    private static final String[] CYRILLIC = {
        "a", "b", "v", "g", "d", "e", "Z", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "H",
        "c", "C", "S", "W", "", "i", "", "e", "iu", "ia"
    };

    private NameKey() {}

    /** Surname, given name and patronymic, apart by a bar; an initial is a key of one or two signs. */
    public static String matching(PersonName name) {
        return matching(name.surname()) + '|' + matching(name.givenName()) + '|' + matching(name.patronymic());
    }

    /** One part of a name; blanks, hyphens and apostrophes do not count. Empty for null. */
    public static String matching(@Nullable String part) {
        if (part == null) {
            return "";
        }
        StringBuilder signs = new StringBuilder(part.length() + 4);
        boolean latin = false;
        for (int i = 0; i < part.length(); i++) {
            char c = Character.toLowerCase(part.charAt(i));
            if (c >= 'а' && c <= 'я') {
                signs.append(CYRILLIC[c - 'а']);
            } else if (Character.isLetter(c)) {
                if (isLatin(c)) {
                    latin = true;
                    break;
                }
                signs.append(other(c));
            }
        }
        if (latin) {
            signs.setLength(0);
            appendLatin(part, signs);
        }
        return reduce(signs);
    }

    /** A rough key of surname and first letter of the given name, for bringing candidates together. */
    public static String phonetic(PersonName name) {
        String given = matching(name.givenName());
        return sound(matching(name.surname())) + '|' + (given.isEmpty() ? "" : given.substring(0, 1));
    }

    private static String other(char c) {
        return switch (c) {
            case 'ё', 'є' -> "e";
            case 'і' -> "i";
            case 'ї' -> "ii";
            case 'ґ', 'ғ' -> "g";
            case 'ў' -> "v";
            case 'қ' -> "k";
            case 'ң' -> "n";
            case 'ү', 'ұ' -> "u";
            case 'ө' -> "o";
            case 'ә' -> "a";
            case 'һ', 'ҳ' -> "H";
            case 'ҷ' -> "C";
            case 'ј' -> "i";
            default -> String.valueOf(c);
        };
    }

    private static boolean isLatin(char c) {
        return c < 0x250 || (c >= 0x1E00 && c < 0x1F00);
    }

    private static void appendLatin(String part, StringBuilder out) {
        String text = Normalizer.normalize(part, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            boolean h = next == 'h';
            switch (c) {
                case 'z' -> i = pair(out, h, 'Z', 'z', i);
                case 's' -> i = pair(out, h, 'S', 's', i);
                case 'c' -> i = pair(out, h, 'C', 'c', i);
                case 'k' -> i = pair(out, h, 'H', 'k', i);
                case 'ž' -> out.append('Z');
                case 'š' -> out.append('S');
                case 'č', 'ç' -> out.append('C');
                case 'ŝ' -> out.append('W');
                case 'h', 'ȟ' -> out.append('H');
                case 'x' -> out.append("ks");
                case 'w', 'ŭ' -> out.append('v');
                case 'q' -> out.append('k');
                case 'y', 'j', 'ì', 'ï' -> out.append('i');
                case 'û' -> out.append("iu");
                case 'â' -> out.append("ia");
                case 'ł' -> out.append('l');
                default -> {
                    if (c >= 'a' && c <= 'z') {
                        out.append(c);
                    } else if (c >= 'а' && c <= 'я') {
                        out.append(CYRILLIC[c - 'а']);
                    } else if (Character.isLetter(c) && c != 'ʹ' && c != 'ʺ' && c != 'ʼ') {
                        char plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                .charAt(0);
                        out.append(plain >= 'a' && plain <= 'z' ? String.valueOf(plain) : other(c));
                    }
                }
            }
        }
    }

    private static int pair(StringBuilder out, boolean h, char withH, char alone, int i) {
        out.append(h ? withH : alone);
        return h ? i + 1 : i;
    }

    /** What the styles write differently, until nothing changes. */
    private static String reduce(StringBuilder signs) {
        int length = 0;
        for (int i = 0; i < signs.length(); i++) {
            char c = signs.charAt(i);
            while (true) {
                char before = length > 0 ? signs.charAt(length - 1) : ' ';
                char joined = join(before, c);
                if (joined == ' ') {
                    break;
                }
                c = joined;
                length--;
            }
            signs.setCharAt(length++, c);
        }
        return signs.substring(0, length);
    }

    /** The one sign that two neighbours are, or a blank. */
    private static char join(char before, char c) {
        return switch (before) {
            case 'i' -> c == 'i' ? 'i' : c == 'e' || c == 'o' ? 'e' : ' ';
            case 't' -> c == 's' ? 'c' : ' ';
            case 's' -> c == 'H' ? 'S' : ' ';
            case 'z' -> c == 'H' ? 'Z' : ' ';
            case 'c' -> c == 'H' ? 'C' : ' ';
            case 'k' -> c == 'H' ? 'H' : ' ';
            case 'S' -> c == 'C' ? 'W' : ' ';
            default -> ' ';
        };
    }

    /** What one part of a name sounds like, roughly, by its {@link #matching(String) matching key}. */
    public static String sound(String key) {
        StringBuilder out = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = voiceless(key.charAt(i));
            if ("aeiou".indexOf(c) >= 0) {
                if (i > 0) {
                    continue;
                }
                c = c == 'e' || c == 'i' ? 'i' : 'a';
            }
            if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char voiceless(char c) {
        return switch (c) {
            case 'b' -> 'p';
            case 'v' -> 'f';
            case 'g', 'H' -> 'k';
            case 'd' -> 't';
            case 'z', 'c' -> 's';
            case 'Z', 'W', 'C' -> 'S';
            default -> c;
        };
    }
}
