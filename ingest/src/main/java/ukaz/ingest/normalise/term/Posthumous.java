package ukaz.ingest.normalise.term;

import java.util.List;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Change;

/** Reads whether the award came after death: "посм.", "да", "+", "нет". */
public final class Posthumous {

    private Posthumous() {}

    /** A cell of a column of its own. */
    public static Reading<Boolean> read(SourceCell cell) {
        if (cell.isBlank()) {
            return Reading.empty();
        }
        String text = cell.text().strip();
        if (text.equals("-") || text.equals("–") || text.equals("—")) {
            return Reading.of(false, Change.Kind.VOCABULARY);
        }
        if (text.equals("✓") || text.equals("✔") || text.equals("☑") || text.equals("*")) {
            return Reading.of(true, Change.Kind.VOCABULARY);
        }
        List<String> words = Words.of(text);
        Reading<Boolean> instead = Unknowns.read(text, words);
        if (instead != null) {
            return instead;
        }
        String word = words.get(0);
        if (word.startsWith("посм") || word.startsWith("posth")) {
            return Reading.of(true, Change.Kind.VOCABULARY);
        }
        return switch (word) {
            case "true" -> Reading.of(true);
            case "false" -> Reading.of(false);
            case "да", "+", "yes", "y", "1", "x", "v", "t", "д", "†" -> Reading.of(true, Change.Kind.VOCABULARY);
            case "нет", "no", "n", "0", "н", "прижизненно", "при", "не", "f" ->
                Reading.of(false, Change.Kind.VOCABULARY);
            default -> Reading.unreadable();
        };
    }

    /**
     * Whether remarks say it of the award itself, not of a later restoration: "посмертно; …", "награждён посмертно", but not
     * "восстановлен посмертно".
     */
    public static boolean isSaidIn(String remarks) {
        int word = indexOfWord(remarks);
        if (word < 0) {
            return false;
        }
        int start = word;
        while (start > 0 && ";.\n(,".indexOf(remarks.charAt(start - 1)) < 0) {
            start--;
        }
        List<String> before = Words.of(remarks.substring(start, word));
        return before.isEmpty() || AWARDED.contains(before.get(before.size() - 1));
    }

    private static final List<String> AWARDED = List.of(
            "награжден",
            "награждена",
            "присвоено",
            "удостоен",
            "удостоена",
            "звание",
            "указ",
            "указом",
            "присвоен",
            "awarded",
            "conferred",
            "гсс",
            "гст",
            "герой");

    private static int indexOfWord(String text) {
        for (int i = 0; i + 4 <= text.length(); i++) {
            char c = text.charAt(i);
            boolean first = c == 'п' || c == 'П' || c == 'p' || c == 'P';
            if (first && (i == 0 || !Character.isLetter(text.charAt(i - 1))) && isWord(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWord(String text, int at) {
        return text.regionMatches(true, at, "посмертно", 0, 9)
                || text.regionMatches(true, at, "посм.", 0, 5)
                || text.regionMatches(true, at, "posthumously", 0, 12);
    }
}
