package ukaz.ingest.vocabulary;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text in the form in which vocabularies compare them.
 *
 * <p>Lower case, ё as е, runs of letters and runs of digits apart, punctuation dropped; the signs №, ×, † and + stand as
 * words of their own. A letter that looks like one of the other script is taken in the script of its word; a word made
 * of nothing but such letters is Cyrillic ("CCCP"), unless it can be a Roman number ("II", "X").
 */
public final class Words {

    private static final String LATIN = "abcehikmoptxy";
    private static final String CYRILLIC = "авсенікмортху";
    private static final String SIGNS = "№×†+";

    private Words() {}

    public static List<String> of(String text) {
        List<String> words = new ArrayList<>(6);
        int length = text.length();
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isLetter(c)) {
                while (end < length && isInWord(text.charAt(end))) {
                    end++;
                }
                words.add(fold(text, at, end));
            } else if (isDigit(c)) {
                while (end < length && isDigit(text.charAt(end))) {
                    end++;
                }
                words.add(text.substring(at, end));
            } else if (SIGNS.indexOf(c) >= 0 && !(c == '№' && endsWithNumberSign(words))) {
                words.add(String.valueOf(c));
            }
            at = end;
        }
        return words;
    }

    private static boolean endsWithNumberSign(List<String> words) {
        return !words.isEmpty() && words.get(words.size() - 1).equals("№");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Soft hyphens, combining accents and apostrophes stand inside a word. */
    private static boolean isInWord(char c) {
        return Character.isLetter(c) || c == '\u00ad' || c == '\u0301' || c == '\u0308' || c == '’' || c == '\'';
    }

    private static String fold(String text, int from, int to) {
        StringBuilder folded = new StringBuilder(to - from);
        boolean cyrillic = false;
        boolean latin = false;
        boolean roman = true;
        for (int i = from; i < to; i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (!Character.isLetter(c)) {
                continue;
            }
            if (c == 'ё') {
                c = 'е';
            }
            folded.append(c);
            if (c >= 'Ѐ' && c <= 'ӿ') {
                cyrillic |= CYRILLIC.indexOf(c) < 0;
            } else {
                latin |= LATIN.indexOf(c) < 0 && c != 'v';
            }
            roman &= c == 'i' || c == 'v' || c == 'x' || c == 'і' || c == 'х';
        }
        if (cyrillic || !latin && !roman) {
            replace(folded, LATIN, CYRILLIC);
        } else {
            replace(folded, CYRILLIC, LATIN);
        }
        return folded.toString();
    }

    private static void replace(StringBuilder word, String from, String to) {
        for (int i = 0; i < word.length(); i++) {
            int at = from.indexOf(word.charAt(i));
            if (at >= 0) {
                word.setCharAt(i, to.charAt(at));
            }
        }
    }
}
