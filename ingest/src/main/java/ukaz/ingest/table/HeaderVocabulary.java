package ukaz.ingest.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.vocabulary.OrdinalWords;
import ukaz.ingest.vocabulary.Phrase;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Field;
import ukaz.model.data.DataNode;

/** What the titles of columns mean, as {@code headers.yaml} lists them. */
final class HeaderVocabulary {

    /**
     * What a title says.
     *
     * @param ordinal the conferral it is about, from 1; 0 where it says none
     * @param medal the medal it names; null where it names none
     * @param confidence from 0 to 1; 0 where it means nothing known
     */
    record Meaning(
            @Nullable Field field, int ordinal, @Nullable String medal, double confidence) {
        static final Meaning NONE = new Meaning(null, 0, null, 0);

        boolean isKnown() {
            return field != null;
        }
    }

    private record Entry(Phrase phrase, Field field) {}

    private record MedalEntry(Phrase phrase, String medal, boolean alone) {}

    private static final double EXACT = 1;
    private static final double REORDERED = 0.95;
    private static final double WITH_ORDINAL = 0.95;
    private static final double WEAK = 0.5;
    private static final double PART = 0.55;
    private static final int LONGEST_TITLE = 90;
    private static final int MOST_WORDS = 14;
    private static final Set<String> NUMBER =
            Set.of("no", "nr", "n", "num", "number", "nos", "номер", "номера", "номеру");

    /** Fields that are dates of their own, so that "date" under such a title is that date and none of a decree. */
    private static final Set<Field> DATES = Set.of(
            Field.BIRTH_DATE,
            Field.DEATH_DATE,
            Field.PRESENTATION_DATE,
            Field.DEPRIVED,
            Field.ANNULLED,
            Field.RESTORED);

    static final HeaderVocabulary INSTANCE = new HeaderVocabulary();

    private final List<Entry> titles = new ArrayList<>();
    private final List<Entry> within = new ArrayList<>();
    private final List<Entry> weak = new ArrayList<>();
    private final List<Phrase> others;
    private final List<MedalEntry> medals = new ArrayList<>();
    private final List<Phrase> groups;
    private final Map<String, Meaning> known = new HashMap<>();

    private HeaderVocabulary() {
        DataNode file = DataNode.resource(HeaderVocabulary.class, "headers.yaml");
        file.get("fields").entries().forEach((key, entries) -> {
            Field field = Field.of(key).orElseThrow(() -> new IllegalStateException("headers.yaml: no field " + key));
            add(titles, field, entries.find("titles"));
            titles.add(new Entry(Phrase.of(key), field));
            add(within, field, entries.find("titles"));
            within.removeIf(entry -> entry.field == field && entry.phrase.size() < 2);
            add(within, field, entries.find("within"));
            add(weak, field, entries.find("weak"));
        });
        others = Phrase.list(file.get("other"));
        file.get("medals")
                .entries()
                .forEach((medal, phrases) -> phrases.texts()
                        .forEach(text -> medals.add(new MedalEntry(Phrase.of(text), medal, text.length() > 5))));
        medals.sort((one, two) -> two.phrase.size() - one.phrase.size());
        groups = Phrase.list(file.get("groups"));
    }

    private static void add(List<Entry> entries, Field field, @Nullable DataNode texts) {
        Phrase.list(texts).forEach(phrase -> entries.add(new Entry(phrase, field)));
    }

    /** The words of a title, every notation of "number" as №: KOI8-R has no such sign, and what was saved in it begins with "?". */
    static List<String> words(String title) {
        List<String> words = Words.of(title.startsWith("? ") ? '№' + title.substring(1) : title);
        for (int i = 0; i < words.size(); i++) {
            if (NUMBER.contains(words.get(i))) {
                words.set(i, "№");
            }
        }
        for (int i = words.size() - 1; i > 0; i--) {
            if (words.get(i).equals("№") && words.get(i - 1).equals("№")) {
                words.remove(i);
            }
        }
        return words;
    }

    /** What the title of a column says. */
    synchronized Meaning of(String title) {
        if (title.length() > LONGEST_TITLE) {
            return Meaning.NONE;
        }
        Meaning meaning = known.get(title);
        if (meaning == null) {
            meaning = read(title);
            if (known.size() > 10_000) {
                known.clear();
            }
            known.put(title, meaning);
        }
        return meaning;
    }

    /** Which conferral the title of a group of columns is about ("Вторая медаль"); 0 where it is not such a title. */
    int groupOf(String title) {
        OrdinalWords.Found found = OrdinalWords.in(words(title));
        if (found.value() == 0) {
            return 0;
        }
        List<String> rest = found.rest();
        if (rest.isEmpty()) {
            return found.value();
        }
        MedalEntry medal = medalIn(rest);
        List<String> bare = medal == null ? rest : without(rest, medal.phrase);
        boolean group =
                bare.isEmpty() || rest.size() <= 3 && groups.stream().anyMatch(phrase -> phrase.indexIn(rest) >= 0);
        return group ? found.value() : 0;
    }

    /** The medal the title of a group of columns names; null where it names none. */
    @Nullable
    String medalOf(String title) {
        MedalEntry medal = medalIn(words(title));
        return medal == null || !medal.alone ? null : medal.medal;
    }

    /** What a title says together with the title of its group. */
    Meaning of(String group, String title) {
        if (title.isBlank()) {
            return of(group);
        }
        Meaning alone = of(title);
        if (group.isBlank()) {
            return alone;
        }
        if (alone.confidence <= WEAK && alone.field == Field.DECREE_DATE) {
            Meaning above = of(group);
            if (above.field != null && DATES.contains(above.field)) {
                return above;
            }
        }
        Meaning joined = joined(group, title);
        boolean vague = alone.field == Field.ROW_ID || alone.confidence <= WEAK;
        Meaning better = joined.isKnown() && (vague || joined.confidence > alone.confidence) ? joined : alone;
        int ordinal = better.ordinal > 0 ? better.ordinal : groupOf(group);
        String medal = better.field == Field.MEDAL_NUMBER && better.medal == null ? medalOf(group) : better.medal;
        return new Meaning(better.field, better.isKnown() ? ordinal : 0, medal, better.confidence);
    }

    private Meaning joined(String group, String title) {
        OrdinalWords.Found found = OrdinalWords.in(words(group));
        String bare = found.value() > 0 ? String.join(" ", found.rest()) : group;
        Meaning meaning = of(bare + " " + title);
        return meaning.isKnown() && meaning.confidence >= 0.75 || !of(title).isKnown() ? meaning : Meaning.NONE;
    }

    private Meaning read(String title) {
        List<String> words = words(title);
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return Meaning.NONE;
        }
        Meaning meaning = whole(words);
        if (meaning.isKnown()) {
            return meaning;
        }
        if (others.stream().anyMatch(phrase -> phrase.indexIn(words) >= 0)) {
            return Meaning.NONE;
        }
        OrdinalWords.Found ordinal = OrdinalWords.in(words);
        if (ordinal.value() > 0 && !ordinal.rest().isEmpty()) {
            Meaning rest = whole(ordinal.rest());
            if (rest.isKnown() && rest.field != Field.ROW_ID) {
                return new Meaning(rest.field, ordinal.value(), rest.medal, rest.confidence * WITH_ORDINAL);
            }
        }
        int bracket = title.indexOf('(');
        if (bracket > 0) {
            Meaning outside = whole(words(title.substring(0, bracket)));
            if (outside.isKnown()) {
                return new Meaning(outside.field, outside.ordinal, outside.medal, outside.confidence * 0.95);
            }
        }
        Meaning part = part(words);
        if (part.isKnown()) {
            return part;
        }
        return find(weak, words, WEAK, WEAK);
    }

    private Meaning whole(List<String> words) {
        if (words.isEmpty()) {
            return Meaning.NONE;
        }
        Meaning exact = find(titles, words, EXACT, REORDERED);
        MedalEntry medal = medalIn(words);
        if (medal == null) {
            return exact;
        }
        if (exact.isKnown()) {
            return new Meaning(exact.field, 0, medal.medal, exact.confidence);
        }
        List<String> rest = without(words, medal.phrase);
        if (rest.isEmpty() ? medal.alone : rest.equals(List.of("№"))) {
            return new Meaning(Field.MEDAL_NUMBER, 0, medal.medal, rest.isEmpty() ? 0.8 : EXACT);
        }
        Meaning bare = find(titles, rest, EXACT, REORDERED);
        return bare.isKnown() && bare.field != Field.ROW_ID
                ? new Meaning(bare.field, 0, medal.medal, bare.confidence * 0.95)
                : Meaning.NONE;
    }

    private @Nullable MedalEntry medalIn(List<String> words) {
        for (MedalEntry medal : medals) {
            if (medal.phrase.indexIn(words) >= 0) {
                return medal;
            }
        }
        return null;
    }

    private static List<String> without(List<String> words, Phrase phrase) {
        int from = phrase.indexIn(words);
        List<String> rest = new ArrayList<>(words.subList(0, from));
        rest.addAll(words.subList(phrase.end(words, from), words.size()));
        return rest;
    }

    private static Meaning find(List<Entry> entries, List<String> words, double inOrder, double inAnyOrder) {
        for (Entry entry : entries) {
            if (entry.phrase.is(words)) {
                return new Meaning(entry.field, 0, null, inOrder);
            }
        }
        for (Entry entry : entries) {
            if (entry.phrase.isInAnyOrder(words)) {
                return new Meaning(entry.field, 0, null, inAnyOrder);
            }
        }
        return Meaning.NONE;
    }

    private Meaning part(List<String> words) {
        Entry best = null;
        int longest = 0;
        int start = 0;
        for (Entry entry : within) {
            int from = entry.phrase.indexIn(words);
            if (from >= 0) {
                int length = entry.phrase.end(words, from) - from;
                if (length > longest || length == longest && from < start) {
                    best = entry;
                    longest = length;
                    start = from;
                }
            }
        }
        if (best == null) {
            return Meaning.NONE;
        }
        double confidence = PART + 0.3 * longest / words.size() + (start == 0 ? 0.05 : 0);
        MedalEntry medal = best.field == Field.MEDAL_NUMBER ? medalIn(words) : null;
        int ordinal = OrdinalWords.in(words).value();
        return new Meaning(best.field, ordinal, medal == null ? null : medal.medal, confidence);
    }
}
