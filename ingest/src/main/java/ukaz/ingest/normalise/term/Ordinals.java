package ukaz.ingest.normalise.term;

import java.util.List;
import java.util.Map;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.vocabulary.OrdinalWords;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Change;
import ukaz.model.Term;

/** Reads which conferral it is: "2", "II", "вторая", "2-я", "дважды", "вторично". */
public final class Ordinals {

    private static final int MOST = 9;

    private Ordinals() {}

    public static Reading<Integer> read(SourceCell cell) {
        if (cell.isBlank()) {
            return Reading.empty();
        }
        if (cell.kind() == SourceCell.Kind.NUMBER) {
            double number = cell.number();
            return number == Math.rint(number) && number >= 1 && number <= MOST
                    ? Reading.of((int) number)
                    : malformed(number != Math.rint(number) ? "number-fraction" : "number-other");
        }
        String text = cell.text();
        Reading<Integer> instead = Unknowns.read(text, "number-malformed");
        if (instead != null) {
            return instead;
        }
        int value = valueOf(Words.of(text));
        if (value == 0) {
            return malformed("number-other");
        }
        return text.equals(Integer.toString(value)) ? Reading.of(value) : Reading.of(value, Change.Kind.VOCABULARY);
    }

    private static int valueOf(List<String> all) {
        List<String> words = all.stream()
                .filter(word -> !word.equals("раз")
                        && !word.equals("№")
                        && !word.equals("медаль")
                        && !word.equals("time")
                        && !word.equals("награждение")
                        && !word.equals("присвоение")
                        && !word.equals("раза"))
                .toList();
        if (words.isEmpty()) {
            return 0;
        }
        String word = words.get(0);
        if (words.size() == 1) {
            if (times(word) > 0) {
                return times(word);
            }
            if (anew(word) > 0) {
                return anew(word);
            }
            if (OrdinalWords.of(word) > 0) {
                return OrdinalWords.of(word);
            }
            if (OrdinalWords.roman(word) > 0) {
                return OrdinalWords.roman(word);
            }
        }
        if (word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) <= '9') {
            String next = words.size() > 1 ? words.get(1) : "";
            boolean plain = words.size() == 1
                    || words.size() == 2
                            && (OrdinalWords.isEnding(next)
                                    || next.equals("жды")
                                    || next.equals("ды")
                                    || next.equals("0"));
            return plain ? word.charAt(0) - '0' : 0;
        }
        return 0;
    }

    /** "дважды" is 2; 0 for a word that does not say how often. */
    static int times(String word) {
        return switch (word) {
            case "единожды", "однажды", "once" -> 1;
            case "дважды", "twice", "двічі", "двойчы", "два" -> 2;
            case "трижды", "thrice", "тричі", "тройчы", "три" -> 3;
            case "четырежды" -> 4;
            case "пятижды" -> 5;
            default -> 0;
        };
    }

    /** "вторично" is 2; 0 for a word that does not say so. */
    static int anew(String word) {
        return switch (word) {
            case "впервые" -> 1;
            case "вторично" -> 2;
            default -> 0;
        };
    }

    private static Reading<Integer> malformed(String reason) {
        return Reading.unreadable("number-malformed", Map.of("reason", new Term(Term.Kind.PHRASE, reason)));
    }
}
