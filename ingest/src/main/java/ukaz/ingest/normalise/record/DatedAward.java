package ukaz.ingest.normalise.record;

import java.util.List;
import java.util.Objects;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.normalise.term.Awards;
import ukaz.model.HistoricalDate;

/**
 * The cell of an award with the dates that may stand beside it: "дважды ГСТ (1949, 1957)".
 *
 * @param terms the awards, one after the other
 * @param dates of the decrees; empty where none are named
 */
record DatedAward(List<Reading<AwardTerm>> terms, List<Reading<HistoricalDate>> dates) {

    private static final int YEAR = 4;

    static DatedAward read(String text, DateContext context) {
        if (yearIn(text) < 0) {
            return new DatedAward(Awards.readAll(text), List.of());
        }
        StringBuilder award = new StringBuilder();
        StringBuilder dates = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
            int close = text.indexOf(')', open);
            if (close > 0 && yearIn(text.substring(open, close)) >= 0) {
                award.append(text, from, open).append(' ');
                dates.append(text, open + 1, close).append("; ");
                from = close + 1;
            }
        }
        award.append(text.substring(from));
        if (dates.length() == 0) {
            int start = firstFigureOfDates(text);
            if (start > 0) {
                award.setLength(start);
                dates.append(text, start, text.length());
            }
        }
        List<Reading<HistoricalDate>> read = Dates.readAll(dates.toString(), context);
        List<Reading<AwardTerm>> terms = Awards.readAll(award.toString());
        boolean understood = !read.isEmpty()
                && read.stream().map(Reading::value).allMatch(Objects::nonNull)
                && terms.stream().allMatch(term -> term.value() != null);
        return understood ? new DatedAward(terms, read) : new DatedAward(Awards.readAll(text), List.of());
    }

    /** Where four figures of the twentieth century stand by themselves; -1 where they do not. */
    private static int yearIn(String text) {
        int figures = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isDigit(text.charAt(i))) {
                figures++;
            } else {
                if (figures == YEAR && text.startsWith("19", i - YEAR)) {
                    return i - YEAR;
                }
                figures = 0;
            }
        }
        return -1;
    }

    /** Where the figures begin after which no words come. */
    private static int firstFigureOfDates(String text) {
        int start = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                start = i;
            } else if (Character.isLetter(c) && c != 'г' && c != 'и') {
                break;
            }
        }
        return yearIn(text.substring(start)) >= 0 ? start : -1;
    }
}
