package ukaz.ingest.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The encoding of a text file, found from its beginning.
 *
 * @param charset how to decode it
 * @param bom bytes before the text
 */
record TextEncoding(Charset charset, int bom) {

    /** In the order of their likelihood; a tie goes to the first. */
    private static final String[] CANDIDATES = {"windows-1251", "IBM866", "KOI8-R", "x-MacCyrillic", "ISO-8859-5"};

    private static final String WESTERN = "windows-1252";

    private static final int SCORED_BYTES = 64 << 10;

    /** Occurrences of а…я in a thousand letters of Russian. */
    private static final double[] PER_MILLE = {
        80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 0.4, 19, 17,
        3, 6, 20
    };

    private static final double[] WEIGHTS =
            Arrays.stream(PER_MILLE).map(f -> Math.log(f / 1000 * 32)).toArray();

    /** Null where the bytes are no text. */
    static @Nullable TextEncoding of(byte[] head, int length) {
        if (length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        Charset wide = utf16(head, length);
        if (wide != null) {
            return new TextEncoding(wide, 0);
        }
        if (!isText(head, length)) {
            return null;
        }
        if (isUtf8(head, length)) {
            return new TextEncoding(StandardCharsets.UTF_8, 0);
        }
        return new TextEncoding(likeliest(head, length), 0);
    }

    /** Without a byte-order mark UTF-16 shows by its upper bytes, which for Russian are 04 and 00. */
    private static @Nullable Charset utf16(byte[] head, int length) {
        int pairs = length / 2;
        int little = 0;
        int big = 0;
        for (int i = 0; i < pairs; i++) {
            if (head[2 * i + 1] == 0 || head[2 * i + 1] == 4) {
                little++;
            }
            if (head[2 * i] == 0 || head[2 * i] == 4) {
                big++;
            }
        }
        if (pairs < 4 || little < pairs * 0.9 && big < pairs * 0.9) {
            return null;
        }
        Charset charset = little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        String decoded = new String(head, 0, length, charset);
        return decoded.chars()
                                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')
                                .count()
                        <= decoded.length() / 50
                ? charset
                : null;
    }

    private static boolean isText(byte[] head, int length) {
        int control = 0;
        for (int i = 0; i < length; i++) {
            byte b = head[i];
            if (b == 0) {
                return false;
            } else if (b > 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A) {
                control++;
            }
        }
        return control <= length / 200;
    }

    /** A rare broken byte in what is UTF-8 otherwise does not make it something else. */
    private static boolean isUtf8(byte[] head, int length) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < length; ) {
            int b = head[i];
            int extra = b >= 0 ? 0 : (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : -1;
            if (extra == 0) {
                i++;
                continue;
            }
            int seen = 0;
            while (seen < extra && i + seen + 1 < length && (head[i + seen + 1] & 0xC0) == 0x80) {
                seen++;
            }
            if (extra > 0 && seen == extra) {
                good++;
                i += extra + 1;
            } else if (extra > 0 && i + seen + 1 == length) {
                // cut off by the end of what was looked at
                i = length;
            } else {
                bad++;
                i++;
            }
        }
        return bad == 0 || good >= 20 * bad;
    }

    private static Charset likeliest(byte[] head, int length) {
        byte[] sample = scored(head, length);
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(head, 0, length);
        detector.dataEnd();
        String guess = detector.getDetectedCharset();
        String best = CANDIDATES[0];
        double bestScore = Double.NEGATIVE_INFINITY;
        for (String candidate : CANDIDATES) {
            double score = plausibility(decoded(sample, candidate))
                    + (guess != null && guess.toLowerCase(Locale.ROOT).contains(candidate.toLowerCase(Locale.ROOT))
                            ? 0.1
                            : 0);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Charset.forName(western(decoded(sample, WESTERN)) > bestScore ? WESTERN : best);
    }

    /** The lines with letters beyond ASCII, as far as they are needed. */
    private static byte[] scored(byte[] head, int length) {
        int from = 0;
        while (from < length && head[from] >= 0) {
            from++;
        }
        from = Math.max(0, from - 40);
        return Arrays.copyOfRange(head, from, Math.min(length, from + SCORED_BYTES));
    }

    private static String decoded(byte[] bytes, String charset) {
        try {
            CharBuffer chars = Charset.forName(charset)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes));
            return chars.toString();
        } catch (java.nio.charset.CharacterCodingException e) {
            return "";
        }
    }

    /** How much a text looks like Russian: 0 for letters at random, above for the frequencies of the language. */
    static double plausibility(String text) {
        double score = 0;
        int counted = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                counted++;
                char lower = Character.toLowerCase(c);
                if (lower >= 'а' && lower <= 'я') {
                    score += WEIGHTS[lower - 'а'];
                    if (c != lower && Character.isLowerCase(before)) {
                        score -= 4;
                    }
                    if (before < 0x80 && Character.isLetter(before)) {
                        score -= 3;
                    }
                } else if (lower == 'ё' || "№«»—–…„“”’\u00a0°§".indexOf(c) >= 0) {
                    score -= 0.2;
                } else if (lower >= 'ѐ' && lower <= 'ґ') {
                    score -= 2;
                } else {
                    score -= 4;
                }
            }
            before = c;
        }
        return counted == 0 ? 0 : score / counted;
    }

    /** The same for a text in Latin letters with accents. */
    private static double western(String text) {
        double score = 0;
        int counted = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                counted++;
                boolean beside =
                        i > 0 && isLatin(text.charAt(i - 1)) || i + 1 < text.length() && isLatin(text.charAt(i + 1));
                score += Character.isLetter(c) && beside ? 1 : "«»—–…„“”’\u00a0°§".indexOf(c) >= 0 ? 0 : -3;
            }
        }
        return counted == 0 ? 0 : score / counted;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
