package ukaz.ingest.normalise.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.date.FoundDate;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.model.HistoricalDate;

/**
 * An act in one text: "Указ ПВС СССР от 05.03.1976 № 3555-IX".
 *
 * @param number null where none is named
 * @param authority what is left without date and number, read as an organ
 */
record DecreeText(Reading<HistoricalDate> date, @Nullable String number, Reading<String> authority) {

    /** The acts of a text, apart by semicolons or line breaks. */
    static List<DecreeText> readAll(String text, DateContext context) {
        List<DecreeText> acts = new ArrayList<>(1);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ';' || text.charAt(i) == '\n') {
                String part = text.substring(start, i);
                if (!part.isBlank()) {
                    acts.add(read(part, context));
                }
                start = i + 1;
            }
        }
        if (acts.size() > 1 && acts.stream().anyMatch(act -> act.date.value() == null)) {
            return List.of(read(text, context));
        }
        return acts;
    }

    static DecreeText read(String text, DateContext context) {
        Optional<FoundDate> found = Dates.findIn(text, context);
        String rest = text;
        Reading<HistoricalDate> date = Reading.empty();
        if (found.isPresent()) {
            FoundDate at = found.get();
            date = at.reading();
            rest = text.substring(0, at.start()) + " ; " + text.substring(at.end());
        } else if (hasDigit(text)) {
            date = Dates.readText(text, context);
            rest = date.value() == null ? text : "";
        }
        int sign = numberSign(rest);
        String number = null;
        if (sign >= 0) {
            int from = sign + 1;
            while (from < rest.length() && " .\u00a0№".indexOf(rest.charAt(from)) >= 0) {
                from++;
            }
            int end = from;
            while (end < rest.length() && " ,;()\u00a0".indexOf(rest.charAt(end)) < 0) {
                end++;
            }
            number = end > from ? rest.substring(from, end) : null;
            rest = rest.substring(0, sign) + rest.substring(Math.min(end, rest.length()));
        }
        return new DecreeText(date, number, organ(rest));
    }

    private static Reading<String> organ(String rest) {
        String text = trimmed(rest);
        if (text.isEmpty() || isOnlyAct(text)) {
            return Reading.empty();
        }
        Reading<String> whole = Authorities.read(text);
        if (whole.value() != null) {
            return whole;
        }
        String within = Authorities.findIn(text);
        return within == null ? whole : Reading.of(within, ukaz.model.Change.Kind.VOCABULARY);
    }

    private static boolean isOnlyAct(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "указ", "указом", "постановление", "ук", "ук.", "decree", "edict", "от", "г", "г." -> true;
            default -> false;
        };
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && " ,;.()\u00a0".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " ,;()\u00a0".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static int numberSign(String text) {
        int at = text.indexOf('№');
        if (at >= 0) {
            return at;
        }
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == 'N'
                    && !Character.isLetter(text.charAt(i + 1))
                    && (i == 0 || !Character.isLetter(text.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
