package ukaz.ingest.normalise.term;

import java.util.Set;
import ukaz.ingest.normalise.text.Ditto;
import ukaz.ingest.vocabulary.Words;

/** How sources say that they do not know. */
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

    public static boolean isUnknown(String text) {
        boolean marks = !Ditto.isMark(text);
        for (int i = 0; i < text.length() && marks; i++) {
            marks = "?-–—−….* \u00a0\t/_".indexOf(text.charAt(i)) >= 0;
        }
        return marks && !text.isBlank() || text.length() < 24 && WORDS.contains(String.join(" ", Words.of(text)));
    }
}
