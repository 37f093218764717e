package ukaz.ingest.normalise.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.vocabulary.Phrase;
import ukaz.ingest.vocabulary.VocabularyFile;

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

    private record Entry(Phrase phrase, String code) {}

    private final List<Entry> entries = new ArrayList<>();

    /** @param node a mapping from codes to lists of phrases */
    static PhraseBook of(@Nullable Object node) {
        PhraseBook book = new PhraseBook();
        VocabularyFile.map(node).forEach(book::add);
        return book;
    }

    static PhraseBook of(String code, @Nullable Object texts) {
        PhraseBook book = new PhraseBook();
        book.add(code, texts);
        return book;
    }

    void add(String code, @Nullable Object texts) {
        VocabularyFile.phrases(texts).forEach(phrase -> entries.add(new Entry(phrase, code)));
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
        Found best = null;
        for (Entry entry : entries) {
            int start = entry.phrase.indexIn(words);
            if (start >= 0) {
                int end = entry.phrase.end(words, start);
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

    static String joined(Map<String, Object> node, String key) {
        return String.valueOf(node.getOrDefault(key, ""));
    }
}
