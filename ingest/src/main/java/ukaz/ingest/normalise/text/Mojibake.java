package ukaz.ingest.normalise.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Russian that was written in one code page and read in another. */
final class Mojibake {

    /** Read in the first, though written in the second. */
    private record Confusion(CodePage read, CodePage written) {}

    private static final List<Confusion> OF_UTF_8 = List.of(
            new Confusion(CodePage.WINDOWS_1251, CodePage.UTF_8),
            new Confusion(CodePage.LATIN_1, CodePage.UTF_8),
            new Confusion(CodePage.WINDOWS_1252, CodePage.UTF_8),
            new Confusion(CodePage.KOI8_R, CodePage.UTF_8),
            new Confusion(CodePage.CP_866, CodePage.UTF_8));

    private static final List<Confusion> OF_CODE_PAGES = List.of(
            new Confusion(CodePage.LATIN_1, CodePage.WINDOWS_1251),
            new Confusion(CodePage.WINDOWS_1252, CodePage.WINDOWS_1251),
            new Confusion(CodePage.LATIN_1, CodePage.KOI8_R),
            new Confusion(CodePage.WINDOWS_1252, CodePage.KOI8_R),
            new Confusion(CodePage.LATIN_1, CodePage.CP_866),
            new Confusion(CodePage.WINDOWS_1252, CodePage.CP_866),
            new Confusion(CodePage.KOI8_R, CodePage.WINDOWS_1251),
            new Confusion(CodePage.WINDOWS_1251, CodePage.KOI8_R),
            new Confusion(CodePage.WINDOWS_1251, CodePage.CP_866),
            new Confusion(CodePage.CP_866, CodePage.WINDOWS_1251),
            new Confusion(CodePage.KOI8_R, CodePage.CP_866),
            new Confusion(CodePage.CP_866, CodePage.KOI8_R));

    /** Russian scores above it. */
    private static final double PLAUSIBLE = 5.5;

    /** How much better than the text as typed a repair must be. */
    private static final double BETTER = 1.5;

    private Mojibake() {}

    /** What was meant, where that is certain: no byte is lost and the outcome is Russian; null otherwise. */
    static @Nullable String repair(String text) {
        if (isAscii(text)) {
            return null;
        }
        for (Confusion confusion : OF_UTF_8) {
            String meant = read(text, confusion);
            if (meant == null) {
                continue;
            }
            if (isCyrillicText(meant, 2)) {
                return meant;
            }
            // Saved twice as UTF-8 and twice read as something else.
            String twice = read(meant, confusion);
            if (twice != null && isCyrillicText(twice, 2)) {
                return twice;
            }
        }
        return repairOfCodePages(text);
    }

    private static @Nullable String repairOfCodePages(String text) {
        boolean fromLatin = isWhollyAccented(text);
        boolean oddShape = hasOddShape(text);
        if (!fromLatin && !oddShape) {
            return numeroSigns(text);
        }
        double asTyped = fromLatin ? 0 : LetterPairs.score(text);
        String best = null;
        double bestScore = 0;
        for (Confusion confusion : OF_CODE_PAGES) {
            String meant = read(text, confusion);
            if (meant == null || !isCyrillicText(meant, 3) || hasOddShape(meant) || !(fromLatin || isRussian(meant))) {
                continue;
            }
            double score = LetterPairs.score(meant);
            if (score > bestScore) {
                best = meant;
                bestScore = score;
            }
        }
        return best != null && bestScore >= PLAUSIBLE && bestScore - asTyped >= BETTER
                ? best
                : acronym(text, fromLatin);
    }

    /** "ÑÑÑÐ": letters that no Latin alphabet puts together, though too few to score. */
    private static @Nullable String acronym(String text, boolean fromLatin) {
        String meant = fromLatin ? read(text, OF_CODE_PAGES.get(0)) : null;
        return meant != null && isCapitals(meant) ? meant : null;
    }

    private static boolean isCapitals(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'А' && c <= 'Я') && !(c >= ' ' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    /** "¹ 123": the byte of № in Windows-1251 read as Latin. */
    private static @Nullable String numeroSigns(String text) {
        int at = text.indexOf('¹');
        if (at < 0 || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
            return null;
        }
        int next = at + 1;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\u00A0')) {
            next++;
        }
        return next < text.length() && Character.isDigit(text.charAt(next)) ? text.replace('¹', '№') : null;
    }

    /** Whether letters were lost for good: question marks in their place, or the sign for an unreadable byte. */
    static boolean isLost(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return true;
        }
        int run = 0;
        int runs = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '?' ? run + 1 : 0;
            if (run == 1 && i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
                // "Иванов???" is a doubt somebody typed.
                while (i + 1 < text.length() && text.charAt(i + 1) == '?') {
                    i++;
                }
                run = 0;
            }
            if (run == 3) {
                runs++;
            }
            if (run > 3) {
                return true;
            }
        }
        return runs > 1 || looksLikeUtf8(text);
    }

    /** Two of the pairs that UTF-8 leaves where it is read as Windows-1251 or Latin, though a byte is missing. */
    private static boolean looksLikeUtf8(String text) {
        int pairs = 0;
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            char next = text.charAt(i + 1);
            boolean lead = c == 'Р' || c == 'С' || c == 'Ð' || c == 'Ñ';
            boolean trail = next >= 0x80 && next <= 0xBF
                    || (next >= 'Ђ' && next <= 'Џ' && next != 'Ё' && next != 'І' && next != 'Ї' && next != 'Є')
                    || (next >= 'ђ' && next <= 'џ' && next != 'ё' && next != 'і' && next != 'ї' && next != 'є');
            if (lead && trail) {
                pairs++;
            }
        }
        return pairs >= 2;
    }

    /** Whether more of the text is lost than kept. */
    static boolean isBeyondReading(String text) {
        int lost = 0;
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '?' || c == '\uFFFD') {
                lost++;
            } else if (isCyrillic(c) || (c < 0x80 && Character.isLetterOrDigit(c))) {
                kept++;
            }
        }
        return lost >= kept || looksLikeUtf8(text);
    }

    private static @Nullable String read(String text, Confusion confusion) {
        byte[] bytes = confusion.read().encode(text);
        return bytes == null ? null : confusion.written().decode(bytes);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Cyrillic letters of Russian, Ukrainian or Belarusian, Latin without accents, and signs a register may hold. */
    private static boolean isCyrillicText(String text, int lettersNeeded) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isCyrillic(c)) {
                letters++;
            } else if (c >= 0x80 && "«»№–—…“”„‘’°§†•×\u00A0\u00AD".indexOf(c) < 0) {
                return false;
            } else if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                return false;
            }
        }
        return letters >= lettersNeeded;
    }

    private static boolean isRussian(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("ІіЇїЄєҐґЎў".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCyrillic(char c) {
        return (c >= 'А' && c <= 'я') || "ЁёІіЇїЄєҐґЎў".indexOf(c) >= 0;
    }

    /** No Cyrillic, and every word with a letter of the upper half of Latin-1 has only such letters, one word at least three. */
    private static boolean isWhollyAccented(String text) {
        int longest = 0;
        int accented = 0;
        int plain = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c >= 0x400 && c < 0x530) {
                return false;
            }
            if ((c >= 0x80 && c < 0xA0)
                    || (c >= 0xA1 && c <= 0xFF && c != '«' && c != '»' && c != '\u00AD')
                    || isOf1252(c)) {
                accented++;
            } else if (Character.isLetter(c)) {
                plain++;
            } else {
                if (accented > 0 && plain > 0) {
                    return false;
                }
                longest = Math.max(longest, accented);
                accented = 0;
                plain = 0;
            }
        }
        return longest >= 3;
    }

    private static boolean isOf1252(char c) {
        return c > 0xFF && "ŒœŠšŸŽžƒˆ˜€‚ƒ†‡‰‹›•™¤".indexOf(c) >= 0;
    }

    /** A small letter before a capital ("йЧБОПЧ", yet not "КазССР"), a frame or a foreign letter inside a Cyrillic word. */
    private static boolean hasOddShape(String text) {
        boolean cyrillic = false;
        boolean odd = false;
        int small = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isCyrillic(c)) {
                cyrillic = true;
                if (Character.isLowerCase(c)) {
                    small++;
                } else {
                    odd |= small == 1;
                    small = 0;
                }
            } else {
                small = 0;
                odd |= (c == '†' && i > 0 && isCyrillic(text.charAt(i - 1)))
                        || (c >= 0x2500 && c <= 0x25A0)
                        || (c >= 'Ѐ' && c <= 'џ')
                        || (c >= 0x80 && c < 0xA0)
                        || "‚„‡€‰‹›™¤¦¨©¬®±µ¶·÷≈≤≥⌠⌡√²∙¢£¥ЉЊ".indexOf(c) >= 0;
            }
        }
        return (cyrillic || odd) && odd;
    }
}
