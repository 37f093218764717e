package ukaz.ingest.normalise.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The words of dates in the languages of the records, read from {@code words.tsv}. */
final class Words {

    /** What a word says about a date. */
    enum Meaning {
        MONTH,
        SEASON,
        YEAR,
        CENTURY,
        DECADE,
        ORDINAL_END,
        PREFIX,
        WEEKDAY,
        OF,
        APPROXIMATE,
        DOUBTFUL,
        NOT_LATER,
        NOT_EARLIER,
        BETWEEN,
        AND,
        OR,
        BEGINNING,
        MIDDLE,
        ENDING,
        HALF,
        THIRD,
        FOURTH,
        QUARTER,
        TEN_DAYS,
        NTH,
        NTH_END,
        OLD_STYLE,
        NEW_STYLE,
        UNKNOWN,
        ALTERNATIVE,
        ALIVE,
        COMMENT,
        SINCE_BIRTH,
        DEATH,
        DECREE
    }

    /** A word or phrase with one of its meanings. */
    record Phrase(List<String> words, Meaning meaning, int number) {}

    private static final String LATIN = "aceopxykmthbi";
    private static final String CYRILLIC = "асеорхукмтнві";
    private static final Map<String, List<Phrase>> BY_FIRST_WORD = load();

    private static final List<Phrase> MONTHS = BY_FIRST_WORD.values().stream()
            .flatMap(List::stream)
            .filter(phrase ->
                    phrase.meaning() == Meaning.MONTH && phrase.words().get(0).length() >= 3)
            .toList();

    private Words() {}

    /** The phrases that start with the word, longest first; an empty list where there are none. */
    static List<Phrase> startingWith(String word) {
        return Objects.requireNonNullElse(BY_FIRST_WORD.get(word), List.of());
    }

    /** The word as the list has it, look-alike letters of the other alphabet put right; the word itself where it has none. */
    static String known(String word) {
        if (BY_FIRST_WORD.containsKey(word)) {
            return word;
        }
        String cyrillic = translate(word, LATIN, CYRILLIC);
        if (BY_FIRST_WORD.containsKey(cyrillic)) {
            return cyrillic;
        }
        String latin = translate(word, CYRILLIC, LATIN);
        return BY_FIRST_WORD.containsKey(latin) ? latin : word;
    }

    private static String translate(String word, String from, String to) {
        StringBuilder translated = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            int at = from.indexOf(word.charAt(i));
            if (at >= 0) {
                translated.setCharAt(i, to.charAt(at));
            }
        }
        return translated.toString();
    }

    /** The month whose name is one letter off; null where there is none or more than one. */
    static @Nullable String monthNear(String word) {
        if (word.length() < 3) {
            return null;
        }
        String found = null;
        int number = 0;
        for (Phrase phrase : MONTHS) {
            String name = phrase.words().get(0);
            if (isOneEditFrom(word, name)) {
                if (number != 0 && number != phrase.number()) {
                    return null;
                }
                found = name;
                number = phrase.number();
            }
        }
        return found;
    }

    private static boolean isOneEditFrom(String a, String b) {
        int difference = a.length() - b.length();
        if (difference < -1 || difference > 1) {
            return false;
        }
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        String restOfA = a.substring(same);
        String restOfB = b.substring(same);
        if (difference == 0) {
            return !restOfA.isEmpty()
                    && (restOfA.substring(1).equals(restOfB.substring(1)) || isSwap(restOfA, restOfB));
        }
        return difference > 0
                ? restOfA.substring(1).equals(restOfB)
                : restOfB.substring(1).equals(restOfA);
    }

    private static boolean isSwap(String a, String b) {
        return a.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
    }

    private static Map<String, List<Phrase>> load() {
        Map<String, List<Phrase>> byFirstWord = new HashMap<>();
        try (InputStream resource = Objects.requireNonNull(Words.class.getResourceAsStream("words.tsv"), "words.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] columns = line.split("\t", 3);
                for (String phrase : columns[2].split("\\|")) {
                    List<String> words = List.of(phrase.strip().split(" "));
                    byFirstWord
                            .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                            .add(new Phrase(words, Meaning.valueOf(columns[0]), Integer.parseInt(columns[1])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Comparator<Phrase> longestFirst = Comparator.comparingInt(
                        (Phrase phrase) -> phrase.words().size())
                .reversed();
        byFirstWord.values().forEach(phrases -> phrases.sort(longestFirst));
        return byFirstWord;
    }
}
