package ukaz.ingest.normalise.term;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.text.Ditto;
import ukaz.ingest.vocabulary.Words;

/** How sources say that they do not know, and what else stands in the place of a value. */
public final class Unknowns {

    private static final Set<String> WORDS = Set.of(
            "н д",
            "нд",
            "неизв",
            "неизвестно",
            "неизвестна",
            "неизвестен",
            "не известно",
            "не известен",
            "не известна",
            "нет данных",
            "нет свед",
            "нет сведений",
            "н с",
            "не установлено",
            "не установлен",
            "не указано",
            "не указан",
            "не указана",
            "unknown",
            "n a",
            "not known",
            "no data",
            "данных нет",
            "сведений нет",
            "unk",
            "не уст");

    private Unknowns() {}

    /**
     * What a text without a value says: nothing, that it is not known, or "as in the row above"; null where it has one.
     *
     * @param rule what tells a text that is not understood
     */
    public static <T> @Nullable Reading<T> read(String text, String rule) {
        if (Ditto.isMark(text)) {
            return Ditto.told(rule);
        }
        return text.isBlank() ? Reading.empty() : isUnknown(text) ? Reading.unknown() : null;
    }

    /** The same of a text of which its words are known; one without any has no value. */
    static <T> @Nullable Reading<T> read(String text, List<String> words, String rule) {
        return Ditto.isMark(text) ? Ditto.told(rule) : read(text, words);
    }

    /** The same where no rule tells what is not understood. */
    static <T> @Nullable Reading<T> read(String text, List<String> words) {
        if (Ditto.isMark(text)) {
            return Reading.unreadable();
        }
        return text.isBlank() ? Reading.empty() : words.isEmpty() || isUnknown(text) ? Reading.unknown() : null;
    }

    public static boolean isUnknown(String text) {
        boolean marks = !Ditto.isMark(text);
        for (int i = 0; i < text.length() && marks; i++) {
            marks = "?-–—−….* \u00a0\t/_".indexOf(text.charAt(i)) >= 0;
        }
        return marks && !text.isBlank() || text.length() < 24 && WORDS.contains(String.join(" ", Words.of(text)));
    }
}
