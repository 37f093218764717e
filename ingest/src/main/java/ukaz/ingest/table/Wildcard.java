package ukaz.ingest.table;

import java.text.Normalizer;

/** Names of files with * for any letters and ? for any one. */
final class Wildcard {

    private Wildcard() {}

    static boolean matches(String pattern, String name) {
        return isMatch(composed(pattern), composed(name));
    }

    /** Some systems write "й" as two characters. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isMatch(String pattern, String name) {
        int from = 0;
        int i = 0;
        int star = -1;
        int resume = 0;
        while (from < name.length()) {
            char wanted = i < pattern.length() ? pattern.charAt(i) : 0;
            if (wanted == '*') {
                star = i++;
                resume = from;
            } else if (i < pattern.length() && (wanted == '?' || wanted == name.charAt(from))) {
                i++;
                from++;
            } else if (star >= 0) {
                i = star + 1;
                from = ++resume;
            } else {
                return false;
            }
        }
        while (i < pattern.length() && pattern.charAt(i) == '*') {
            i++;
        }
        return i == pattern.length();
    }
}
