package ukaz.ingest.vocabulary;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ukaz.model.data.DataNode;

/** The whole words that the stems of phrases may stand for, so that a slip of the pen is not taken for an ending. */
public final class Forms {

    /** Says nothing of any stem. */
    public static final Forms NONE = new Forms(List.of());

    private final NavigableSet<String> words = new TreeSet<>();

    private Forms(List<String> words) {
        words.forEach(word -> this.words.addAll(Words.of(word)));
    }

    /** A list of words. */
    public static Forms of(DataNode list) {
        return new Forms(list.texts());
    }

    /** True of a whole word, of the beginning of one, which is its abbreviation, and where no word has this stem. */
    boolean allow(String stem, String word) {
        return !begins(words.ceiling(stem), stem) || begins(words.ceiling(word), word);
    }

    private static boolean begins(@Nullable String word, String beginning) {
        return word != null && word.startsWith(beginning);
    }
}
