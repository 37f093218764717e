package ukaz.ingest.vocabulary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.data.DataNode;

/**
 * A phrase to recognise, written as words: "геро* соц* труд*".
 *
 * <p>A word that ends in {@code *} stands for every word that begins so; one that ends in {@code ~} may be left out
 * ("серп* и~ молот*").
 */
public final class Phrase {

    private record Part(String word, boolean stem, boolean optional, Forms forms) {
        boolean fits(String other) {
            return stem ? other.startsWith(word) && forms.allow(word, other) : other.equals(word);
        }
    }

    private final List<Part> parts;

    private Phrase(List<Part> parts) {
        this.parts = parts;
    }

    public static Phrase of(String text) {
        return of(text, Forms.NONE);
    }

    /** The phrases of a list; none where there is no list. */
    public static List<Phrase> list(@Nullable DataNode texts) {
        return texts == null
                ? List.of()
                : texts.texts().stream().map(Phrase::of).toList();
    }

    /** @param forms what the words that end in {@code *} may stand for */
    public static Phrase of(String text, Forms forms) {
        List<Part> parts = new ArrayList<>();
        for (String piece : text.strip().split("\\s+")) {
            boolean optional = piece.endsWith("~");
            String rest = optional ? piece.substring(0, piece.length() - 1) : piece;
            boolean stem = rest.endsWith("*");
            List<String> words = Words.of(rest);
            for (int i = 0; i < words.size(); i++) {
                parts.add(new Part(words.get(i), stem && i == words.size() - 1, optional, forms));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a phrase without a word: '" + text + "'");
        }
        return new Phrase(List.copyOf(parts));
    }

    /** How many words it has. */
    public int size() {
        return parts.size();
    }

    /** True where these are the words, in this order, and no others. */
    public boolean is(List<String> words) {
        return end(words, 0) == words.size();
    }

    /** True where these are the words, in any order, and no others. */
    public boolean isInAnyOrder(List<String> words) {
        if (words.size() > parts.size() || words.size() > 8) {
            return false;
        }
        boolean[] used = new boolean[words.size()];
        for (Part part : parts) {
            boolean found = false;
            for (int i = 0; i < words.size() && !found; i++) {
                if (!used[i] && part.fits(words.get(i))) {
                    used[i] = true;
                    found = true;
                }
            }
            if (!found && !part.optional) {
                return false;
            }
        }
        for (boolean one : used) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    /** The index after the phrase where it stands at the given index; -1 where it does not stand there. */
    public int end(List<String> words, int from) {
        return end(0, words, from);
    }

    private int end(int part, List<String> words, int at) {
        if (part == parts.size()) {
            return at;
        }
        Part one = parts.get(part);
        if (at < words.size() && one.fits(words.get(at))) {
            int end = end(part + 1, words, at + 1);
            if (end >= 0) {
                return end;
            }
        }
        return one.optional ? end(part + 1, words, at) : -1;
    }

    /** Where the phrase begins first; -1 where it does not stand in the words. */
    public int indexIn(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (end(words, i) > i) {
                return i;
            }
        }
        return -1;
    }
}
