package ukaz.ingest.normalise.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * How much a text looks like Russian, by how usual each pair of neighbouring letters is: Russian scores 6 to 9, letters
 * taken from a wrong code page 2 to 4.
 */
final class LetterPairs {

    /** Lines and columns: the edge of a word, then а to я without ё; 0 for a pair never met, 9 for a usual one. */
    private static final String[] LEVELS = read();

    private LetterPairs() {}

    /** The mean level of all pairs of letters, case left aside; 0 without Cyrillic letters. */
    static double score(CharSequence text) {
        int sum = 0;
        int pairs = 0;
        int before = 0;
        for (int i = 0; i <= text.length(); i++) {
            int letter = i < text.length() ? indexOf(text.charAt(i)) : 0;
            if (before == 0 && letter == 0) {
                continue;
            }
            pairs++;
            sum += letter < 0 || before < 0 ? 0 : LEVELS[before].charAt(letter) - '0';
            before = letter;
        }
        return pairs == 0 ? 0 : (double) sum / pairs;
    }

    /** 1 for а to 32 for я, 0 for no letter, -1 for a letter of another alphabet or a sign that registers do not use. */
    private static int indexOf(char c) {
        char lower = Character.toLowerCase(c);
        if (lower >= 'а' && lower <= 'я') {
            return lower - 'а' + 1;
        }
        return switch (lower) {
            case 'ё', 'є' -> 'е' - 'а' + 1;
            case 'і', 'ї' -> 'и' - 'а' + 1;
            case 'ў' -> 'у' - 'а' + 1;
            case 'ґ' -> 'г' - 'а' + 1;
            default -> Character.isLetter(lower) || isForeignSign(lower) ? -1 : 0;
        };
    }

    private static boolean isForeignSign(char c) {
        return c >= 0x80 && "«»№–—…“”„’".indexOf(c) < 0;
    }

    private static String[] read() {
        try (InputStream in = Objects.requireNonNull(
                LetterPairs.class.getResourceAsStream("/ukaz/ingest/normalise/text/letter-pairs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\\R");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
