package ukaz.ingest.normalise.term;

import java.util.Map;
import java.util.Set;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.vocabulary.Words;
import ukaz.model.Change;
import ukaz.model.Term;

/** Reads years of hired work: "37", "37 лет", "35,5", "св. 35"; full years are kept. */
public final class ServiceYears {

    private static final int MOST = 99;
    private static final Set<String> UNITS =
            Set.of("лет", "года", "год", "л", "г", "years", "year", "y", "yrs", "полных", "с");

    private ServiceYears() {}

    public static Reading<Integer> read(SourceCell cell) {
        if (cell.isBlank()) {
            return Reading.empty();
        }
        if (cell.kind() == SourceCell.Kind.NUMBER) {
            double years = cell.number();
            if (years < 0 || years > MOST) {
                return malformed(years < 0 ? "number-negative" : "number-other");
            }
            return years == Math.rint(years)
                    ? Reading.of((int) years)
                    : Reading.of((int) Math.floor(years), Change.Kind.NUMBER_NOTATION);
        }
        String text = cell.text().strip();
        Reading<Integer> instead = Unknowns.read(text, "number-malformed");
        if (instead != null) {
            return instead;
        }
        int at = 0;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (!isOpening(text.substring(0, at))) {
            return malformed("number-letters");
        }
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        if (end == at || end - at > 2) {
            return malformed(end == at ? "number-letters" : "number-other");
        }
        int years = Integer.parseInt(text.substring(at, end));
        String rest = text.substring(end);
        if (!rest.isEmpty() && (rest.charAt(0) == ',' || rest.charAt(0) == '.')) {
            int digits = 1;
            while (digits < rest.length() && Character.isDigit(rest.charAt(digits))) {
                digits++;
            }
            rest = rest.substring(digits);
        }
        rest = rest.strip();
        boolean unit = rest.isEmpty()
                || UNITS.contains(Words.of(rest).isEmpty() ? "" : Words.of(rest).get(0));
        if (!unit) {
            return malformed("number-other");
        }
        return text.equals(Integer.toString(years))
                ? Reading.of(years)
                : Reading.of(years, Change.Kind.NUMBER_NOTATION);
    }

    private static boolean isOpening(String text) {
        String word = text.strip();
        return word.isEmpty()
                || word.equals("св.")
                || word.equals("свыше")
                || word.equals("более")
                || word.equals("ок.")
                || word.equals("около")
                || word.equals(">")
                || word.equals("over")
                || word.equals("не менее");
    }

    private static Reading<Integer> malformed(String reason) {
        return Reading.unreadable("number-malformed", Map.of("reason", new Term(Term.Kind.PHRASE, reason)));
    }
}
