package ukaz.ingest.normalise.text;

import java.util.Map;
import ukaz.ingest.normalise.Reading;
import ukaz.model.Term;

/** The marks for "as in the row above": what they stand for is for a person to say, and not for a program to guess. */
public final class Ditto {

    private static final String QUOTES = "\"'”“„″«»〃";
    private static final String BESIDE = "-–—−./\\ \u00a0\t";
    private static final int LONGEST = 16;
    private static final Map<String, Object> REASON = Map.of("reason", new Term(Term.Kind.PHRASE, "ditto-mark"));

    private Ditto() {}

    /** True for "-"-", —//—, » and the like. */
    public static boolean isMark(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        boolean repeats = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean quote = QUOTES.indexOf(c) >= 0;
            if (!quote && BESIDE.indexOf(c) < 0) {
                return false;
            }
            repeats |= quote || i > 0 && c == '/' && text.charAt(i - 1) == '/';
        }
        return repeats;
    }

    /** What is made of a mark: nothing, and the rule says why. */
    public static <T> Reading<T> told(String rule) {
        return Reading.unreadable(rule, REASON);
    }
}
