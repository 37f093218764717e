package ukaz.ingest.normalise.term;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.vocabulary.Forms;
import ukaz.ingest.vocabulary.OrdinalWords;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Change;
import ukaz.model.Term;
import ukaz.model.data.DataNode;
import ukaz.model.data.Nearest;

/** Reads the awards in every notation of {@code awards.yaml}, with what counts beside them. */
public final class Awards {

    private record Counted(
            @Nullable Integer ordinal, @Nullable Integer times, List<String> rest) {}

    private static final DataNode FILE = DataNode.resource(Awards.class, "awards.yaml");
    private static final Forms FORMS = Forms.of(FILE.get("forms"));
    private static final PhraseBook TITLES = new PhraseBook(FORMS);
    private static final PhraseBook MEDALS = new PhraseBook(FORMS);
    private static final PhraseBook FOREIGN = new PhraseBook(Forms.NONE);
    private static final PhraseBook OTHER = new PhraseBook(Forms.NONE);
    private static final PhraseBook POSTHUMOUS = PhraseBook.of("posthumous", FILE.get("posthumous"));
    private static final Set<String> NOISE = Set.copyOf(FILE.get("noise").texts().stream()
            .map(word -> String.join(" ", Words.of(word)))
            .toList());
    private static final Map<String, String> MEDAL_OF = new HashMap<>();
    private static final Map<String, String> SPELLINGS = new HashMap<>();

    static {
        FILE.get("awards").entries().forEach((code, award) -> {
            TITLES.add(code, award.get("titles").texts());
            DataNode medal = award.find("medal");
            if (medal != null) {
                MEDAL_OF.put(code, medal.text());
                MEDALS.add(code, award.get("medals").texts());
            }
            award.get("spellings").texts().forEach(text -> SPELLINGS.put(String.join(" ", Words.of(text)), code));
        });
        FILE.get("foreign").entries().forEach((code, phrases) -> {
            if (code.equals("other-award")) {
                OTHER.add(code, phrases.texts());
            } else {
                FOREIGN.add(code, phrases.texts());
            }
        });
    }

    private Awards() {}

    /** The award a text names. */
    public static Reading<AwardTerm> read(String text) {
        List<String> words = new ArrayList<>(Words.of(text));
        Reading<AwardTerm> instead = Unknowns.read(text, words, "award-unknown");
        if (instead != null) {
            return instead;
        }
        PhraseBook.Found foreign = FOREIGN.longest(words);
        if (foreign != null) {
            return Reading.unreadable("award-foreign", Map.of("what", new Term(Term.Kind.PHRASE, foreign.code())));
        }
        PhraseBook.Found after = POSTHUMOUS.longest(words);
        if (after != null) {
            words = PhraseBook.without(words, after);
        }
        Counted counted = count(words);
        AwardTerm term = term(counted, after != null, PhraseBook::longest);
        if (term == null) {
            return notOurs(words, counted);
        }
        Change.Kind[] changes =
                text.equals(term.code()) ? new Change.Kind[0] : new Change.Kind[] {Change.Kind.VOCABULARY};
        if (!term.namesTitle() && term.code().equals("HSU")) {
            return new Reading<>(
                    term,
                    Reading.State.VALUE,
                    List.of(changes),
                    List.of(new Reading.Remark("award-ambiguous", ambiguous("HSU", "medal-without-title"))));
        }
        return Reading.of(term, changes);
    }

    /** The awards a text names, one after the other: "ГСТ, ГСС". */
    public static List<Reading<AwardTerm>> readAll(String text) {
        Reading<AwardTerm> whole = read(text);
        if (whole.state() != Reading.State.UNREADABLE) {
            return List.of(whole);
        }
        List<Reading<AwardTerm>> parts = new ArrayList<>();
        for (String part : parts(text)) {
            if (!part.isBlank()) {
                Reading<AwardTerm> one = read(part);
                if (one.value() == null) {
                    return List.of(whole);
                }
                parts.add(one);
            }
        }
        return parts.size() > 1 ? parts : List.of(whole);
    }

    /** What {@code award-ambiguous} says. */
    public static Map<String, Object> ambiguous(String code, String reason) {
        return Map.of("award", new Term(Term.Kind.AWARD, code), "reason", new Term(Term.Kind.PHRASE, reason));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean and = c == ' '
                    && text.startsWith(" и ", i)
                    && !text.startsWith(" и Мол", i)
                    && !text.startsWith(" и мол", i);
            if (c == ',' || c == ';' || c == '\n' || c == '+' || c == '/' || and) {
                parts.add(text.substring(start, i));
                start = and ? i + 3 : i + 1;
                i = and ? i + 2 : i;
            }
        }
        parts.add(text.substring(Math.min(start, text.length())));
        return parts;
    }

    private static @Nullable AwardTerm term(
            Counted counted,
            boolean posthumous,
            BiFunction<PhraseBook, List<String>, PhraseBook.@Nullable Found> longest) {
        List<String> rest = counted.rest;
        PhraseBook.Found medal = longest.apply(MEDALS, rest);
        PhraseBook.Found title = longest.apply(TITLES, rest);
        if (medal != null && title != null && medal.start() <= title.start() && medal.end() >= title.end()) {
            title = null;
        }
        if (title != null) {
            rest = PhraseBook.without(rest, title);
            medal = longest.apply(MEDALS, rest);
        }
        if (medal != null) {
            rest = PhraseBook.without(rest, medal);
        }
        if (title == null && medal == null || !NOISE.containsAll(rest)) {
            return null;
        }
        String code = title != null ? title.code() : medal == null ? "" : medal.code();
        String named = medal == null ? null : MEDAL_OF.get(medal.code());
        return new AwardTerm(code, counted.ordinal, counted.times, named, title != null, posthumous);
    }

    private static Reading<AwardTerm> notOurs(List<String> words, Counted counted) {
        PhraseBook.Found other = OTHER.longest(words);
        if (other != null && TITLES.longest(words) == null) {
            return Reading.unreadable("award-foreign", Map.of("what", new Term(Term.Kind.PHRASE, other.code())));
        }
        AwardTerm alike = term(counted, false, PhraseBook::longestAlike);
        String nearest = alike == null ? Nearest.slip(String.join(" ", words), SPELLINGS) : alike.code();
        return Reading.unreadable(
                "award-unknown", nearest == null ? Map.of() : Map.of("nearest", new Term(Term.Kind.AWARD, nearest)));
    }

    private static Counted count(List<String> words) {
        Integer ordinal = null;
        Integer times = null;
        List<String> rest = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            int figure = figure(word);
            if (Ordinals.times(word) > 0) {
                times = Ordinals.times(word);
            } else if (Ordinals.anew(word) > 0) {
                ordinal = Ordinals.anew(word);
            } else if (figure > 0
                    && (next.startsWith("жд") || next.equals("ды") || next.startsWith("раз") || next.equals("times"))) {
                times = figure;
                i++;
            } else if ((word.equals("×") || word.equals("x") || word.equals("х")) && figure(next) > 0) {
                times = figure(next);
                i++;
            } else if (figure > 0 && (next.equals("×") || next.equals("x"))) {
                times = figure;
                i++;
            } else if (figure > 0 && OrdinalWords.isEnding(next)) {
                ordinal = figure;
                i++;
            } else if (figure > 0) {
                ordinal = figure;
            } else if (OrdinalWords.of(word) > 0) {
                ordinal = OrdinalWords.of(word);
            } else if (OrdinalWords.roman(word) > 0 && (i > 0 || words.size() > 1)) {
                ordinal = OrdinalWords.roman(word);
            } else {
                rest.add(word);
            }
        }
        return new Counted(ordinal, times, rest);
    }

    private static int figure(String word) {
        return word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) <= '9' ? word.charAt(0) - '0' : 0;
    }
}
