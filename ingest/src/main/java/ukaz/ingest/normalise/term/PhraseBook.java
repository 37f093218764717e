package ukaz.ingest.normalise.term;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.vocabulary.Forms;
import ukaz.ingest.vocabulary.Phrase;
import ukaz.model.data.DataNode;

/** Phrases and what they stand for. */
final class PhraseBook {

    /**
     * A phrase found among words.
     *
     * @param end the index after it
     */
    record Found(String code, int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** @param alike the same phrase, whatever its stems end in */
    private record Entry(Phrase phrase, Phrase alike, String code) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Forms forms;

    /** @param forms what the words that end in {@code *} may stand for */
    PhraseBook(Forms forms) {
        this.forms = forms;
    }

    /** @param node a mapping from codes to lists of phrases */
    static PhraseBook of(DataNode node, Forms forms) {
        PhraseBook book = new PhraseBook(forms);
        node.entries().forEach((code, phrases) -> book.add(code, phrases.texts()));
        return book;
    }

    static PhraseBook of(String code, DataNode texts) {
        PhraseBook book = new PhraseBook(Forms.NONE);
        book.add(code, texts.texts());
        return book;
    }

    void add(String code, List<String> texts) {
        texts.forEach(text -> entries.add(new Entry(Phrase.of(text, forms), Phrase.of(text), code)));
    }

    /** The code of the phrase that these words are. */
    @Nullable
    String whole(List<String> words) {
        for (Entry entry : entries) {
            if (entry.phrase.is(words)) {
                return entry.code;
            }
        }
        return null;
    }

    /** The longest phrase in the words, the first of equals. */
    @Nullable
    Found longest(List<String> words) {
        return longest(words, Entry::phrase);
    }

    /** The same, with words that begin as they should and go on in another way. */
    @Nullable
    Found longestAlike(List<String> words) {
        return longest(words, Entry::alike);
    }

    private @Nullable Found longest(List<String> words, Function<Entry, Phrase> of) {
        Found best = null;
        for (Entry entry : entries) {
            Phrase phrase = of.apply(entry);
            int start = phrase.indexIn(words);
            if (start >= 0) {
                int end = phrase.end(words, start);
                if (best == null || end - start > best.length()) {
                    best = new Found(entry.code, start, end);
                }
            }
        }
        return best;
    }

    /** The index after the longest phrase that stands at the beginning; 0 where none does. */
    int openingEnd(List<String> words) {
        int end = 0;
        for (Entry entry : entries) {
            end = Math.max(end, entry.phrase.end(words, 0));
        }
        return end;
    }

    /** The words without the part found. */
    static List<String> without(List<String> words, Found found) {
        List<String> rest = new ArrayList<>(words.subList(0, found.start));
        rest.addAll(words.subList(found.end, words.size()));
        return rest;
    }
}
