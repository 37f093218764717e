package ukaz.ingest.normalise.term;

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

/** Reads the states of {@code states.yaml}, past and present, and tells peoples from states. */
public final class Citizenships {

    private static final DataNode FILE = DataNode.resource(Citizenships.class, "states.yaml");
    private static final PhraseBook STATES = PhraseBook.of(FILE.get("states"), Forms.NONE);
    private static final PhraseBook OPENINGS = PhraseBook.of("opening", FILE.get("openings"));
    private static final PhraseBook PEOPLES = PhraseBook.of("people", FILE.get("peoples"));
    private static final Set<String> CODES =
            new HashSet<>(FILE.get("states").entries().keySet());
    private static final Map<String, String> SPELLINGS = new HashMap<>();

    static {
        FILE.get("states")
                .entries()
                .forEach((code, phrases) ->
                        phrases.texts().forEach(phrase -> SPELLINGS.put(Authorities.bare(phrase), code)));
    }

    private static final Map<String, Object> NOT_KNOWN =
            Map.of("reason", new Term(Term.Kind.PHRASE, "not-in-vocabulary"));

    private Citizenships() {}

    public static Reading<CitizenshipTerm> read(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (CODES.contains(code)) {
            return value(text, code, null);
        }
        List<String> words = Words.of(text);
        Reading<CitizenshipTerm> instead = Unknowns.read(text, words, "citizenship-unknown");
        if (instead != null) {
            return instead;
        }
        String state = stateOf(words);
        if (state != null) {
            return value(text, state, null);
        }
        if (isPeople(words)) {
            return nationality(text);
        }
        return withNationality(text, words);
    }

    private static @Nullable String stateOf(List<String> words) {
        String state = STATES.whole(words);
        int opening = OPENINGS.openingEnd(words);
        if (state == null && opening > 0 && opening < words.size()) {
            return stateOf(words.subList(opening, words.size()));
        }
        return state;
    }

    private static boolean isPeople(List<String> words) {
        return words.size() <= 2 && PEOPLES.openingEnd(words) == words.size();
    }

    /** "СССР (русский)", "узбек, СССР". */
    private static Reading<CitizenshipTerm> withNationality(String text, List<String> words) {
        int cut = indexOfSeparator(text);
        if (cut > 0) {
            String one = text.substring(0, cut).strip();
            String two = trimmed(text.substring(cut + 1));
            String first = stateOf(Words.of(one));
            String second = stateOf(Words.of(two));
            if (first != null && isPeople(Words.of(two))) {
                return value(text, first, two);
            }
            if (second != null && isPeople(Words.of(one))) {
                return value(text, second, one);
            }
            if (first != null && first.equals(second)) {
                return value(text, first, null);
            }
        }
        String nearest = Nearest.slip(String.join(" ", words), SPELLINGS);
        Map<String, Object> values = new HashMap<>(NOT_KNOWN);
        if (nearest != null) {
            values.put("nearest", new Term(Term.Kind.STATE, nearest));
        }
        return Reading.unreadable("citizenship-unknown", values);
    }

    private static String trimmed(String text) {
        String bare = text.strip();
        return bare.endsWith(")") ? bare.substring(0, bare.length() - 1).strip() : bare;
    }

    private static int indexOfSeparator(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (",;/(".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Reading<CitizenshipTerm> value(String text, String code, @Nullable String nationality) {
        CitizenshipTerm term = new CitizenshipTerm(code, nationality);
        return text.equals(code) ? Reading.of(term) : Reading.of(term, Change.Kind.VOCABULARY);
    }

    private static Reading<CitizenshipTerm> nationality(String text) {
        return new Reading<>(
                new CitizenshipTerm(null, text.strip()),
                Reading.State.UNREADABLE,
                List.of(),
                List.of(new Reading.Remark(
                        "citizenship-unknown", Map.of("reason", new Term(Term.Kind.PHRASE, "nationality")))));
    }
}
