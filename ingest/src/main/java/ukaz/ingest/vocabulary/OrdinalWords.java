package ukaz.ingest.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ordinal numbers from one to nine among the {@link Words} of a text: "первая", "2-й", "III", "3rd". */
public final class OrdinalWords {

    /**
     * An ordinal and what is left of the text without it.
     *
     * @param value from 1; 0 where there is none
     */
    public record Found(int value, List<String> rest) {}

    private static final Map<String, Integer> WORDS = words();
    private static final List<String> ENDINGS = List.of(
            "я", "й", "е", "ая", "ый", "ое", "ой", "ого", "го", "му", "ю", "ья", "ье", "ий", "ым", "st", "nd", "rd",
            "th");

    private OrdinalWords() {}

    /** The value of one word, digits and Roman numbers excluded; 0 where it is no ordinal. */
    public static int of(String word) {
        return WORDS.getOrDefault(word, 0);
    }

    /** The value of a Roman number from I to IX; 0 where it is none. */
    public static int roman(String word) {
        return switch (word) {
            case "i" -> 1;
            case "ii" -> 2;
            case "iii" -> 3;
            case "iv" -> 4;
            case "v" -> 5;
            case "vi" -> 6;
            case "vii" -> 7;
            case "viii" -> 8;
            case "ix" -> 9;
            default -> 0;
        };
    }

    /** True where it is the ending of an ordinal written in figures: "я" of "2-я". */
    public static boolean isEnding(String word) {
        return ENDINGS.contains(word);
    }

    /** The first ordinal; a bare figure counts at the beginning or the end only. */
    public static Found in(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int value = of(word);
            int end = i + 1;
            if (value == 0) {
                value = roman(word);
                if (value == 5 && words.size() > 1) {
                    value = 0;
                }
            }
            if (value == 0 && word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) <= '9') {
                boolean ending = end < words.size() && isEnding(words.get(end));
                if (ending || i == 0 || end == words.size()) {
                    value = word.charAt(0) - '0';
                    end += ending ? 1 : 0;
                }
            }
            if (value > 0) {
                List<String> rest = new ArrayList<>(words.subList(0, i));
                rest.addAll(words.subList(end, words.size()));
                return new Found(value, rest);
            }
        }
        return new Found(0, words);
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        String[] hard = {"ый", "ая", "ое", "ого", "ой", "ому", "ую", "ым"};
        String[] stems = {"перв", "втор", "", "четверт", "пят"};
        for (int i = 0; i < stems.length; i++) {
            if (!stems[i].isEmpty()) {
                for (String ending : hard) {
                    words.put(stems[i] + ending, i + 1);
                }
            }
        }
        for (String third :
                List.of("третий", "третья", "третье", "третьего", "третьей", "третьему", "третью", "третьим")) {
            words.put(third, 3);
        }
        words.putAll(Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5));
        words.putAll(Map.of("перша", 1, "друга", 2, "третя", 3, "перше", 1, "друге", 2, "третє", 3));
        return words;
    }
}
