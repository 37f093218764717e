package ukaz.ingest.normalise.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.vocabulary.Forms;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Change;
import ukaz.model.Term;
import ukaz.model.data.DataNode;
import ukaz.model.data.Nearest;

/** Reads the organs that conferred, in every notation of {@code authorities.yaml}. */
public final class Authorities {

    /** The code of a body that is known and never conferred these awards. */
    public static final String OTHER = "OTHER";

    private static final DataNode FILE = DataNode.resource(Authorities.class, "authorities.yaml");
    private static final PhraseBook ORGANS = PhraseBook.of(FILE.get("organs"), Forms.of(FILE.get("forms")));
    private static final PhraseBook OPENINGS = PhraseBook.of("opening", FILE.get("openings"));
    private static final PhraseBook OTHERS = PhraseBook.of(OTHER, FILE.get("others"));
    private static final Set<String> CODES = codes();
    private static final Map<String, String> SPELLINGS = new HashMap<>();

    static {
        List<String> presidium = FILE.get("presidium").texts();
        FILE.get("republics").entries().forEach((code, names) -> {
            List<String> phrases = new ArrayList<>();
            for (String name : names.texts()) {
                presidium.forEach(opening -> phrases.add(opening + " " + name));
            }
            ORGANS.add("PVS_" + code, phrases);
        });
        FILE.get("organs")
                .entries()
                .forEach((code, phrases) -> phrases.texts().forEach(phrase -> SPELLINGS.put(bare(phrase), code)));
        SPELLINGS.put("президиум верховного совета ссср", "PVS_USSR");
        SPELLINGS.put("центральный исполнительный комитет ссср", "CEC_USSR");
    }

    private Authorities() {}

    /** A phrase as it would be typed. */
    static String bare(String phrase) {
        return String.join(" ", Words.of(phrase.replace("*", "").replace("~", "")));
    }

    /** The organ a text names. */
    public static Reading<String> read(String text) {
        List<String> words = Words.of(text);
        Reading<String> instead = Unknowns.read(text, words, "authority-unknown");
        if (instead != null) {
            return instead;
        }
        String typed = text.strip().toUpperCase(Locale.ROOT);
        String code = CODES.contains(typed) ? typed : codeOf(words);
        if (code != null) {
            return text.equals(code) ? Reading.of(code) : Reading.of(code, Change.Kind.VOCABULARY);
        }
        PhraseBook.Found alike = ORGANS.longestAlike(words);
        String nearest = alike != null && alike.length() == words.size()
                ? alike.code()
                : Nearest.slip(String.join(" ", words), SPELLINGS);
        return Reading.unreadable(
                "authority-unknown",
                nearest == null ? Map.of() : Map.of("nearest", new Term(Term.Kind.AUTHORITY, nearest)));
    }

    private static @Nullable String codeOf(List<String> all) {
        List<String> words = new ArrayList<>(all);
        words.removeIf(word -> word.equals("№"));
        String organ = ORGANS.whole(words);
        if (organ != null) {
            return organ;
        }
        int opening = OPENINGS.openingEnd(words);
        List<String> rest = words.subList(opening, words.size());
        if (!rest.isEmpty() && opening > 0) {
            organ = ORGANS.whole(rest);
            if (organ != null) {
                return organ;
            }
        }
        return OTHERS.openingEnd(rest) > 0 ? OTHER : null;
    }

    private static Set<String> codes() {
        Set<String> codes = new HashSet<>(FILE.get("organs").entries().keySet());
        FILE.get("republics").entries().keySet().forEach(code -> codes.add("PVS_" + code));
        codes.add(OTHER);
        return codes;
    }

    /** The organ named anywhere in a longer text; null where none is. */
    public static @Nullable String findIn(String text) {
        return findIn(Words.of(text));
    }

    static @Nullable String findIn(List<String> words) {
        PhraseBook.Found found = ORGANS.longest(words);
        return found == null ? null : found.code();
    }
}
