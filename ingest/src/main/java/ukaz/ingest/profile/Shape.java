package ukaz.ingest.profile;

import java.util.Locale;
import java.util.Set;

/** The notation of a text: the same for "27.07.1927" and "1.12.1930", another for "27 июля 1927 г.". */
final class Shape {

    private static final Set<String> MONTHS = Set.of(
            "янв", "фев", "мар", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек", "jan", "feb",
            "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "січ", "лют", "бер", "кві", "тра", "чер",
            "лип", "сер", "вер", "жов", "лис", "гру");
    private static final int MONTH_LETTERS = 3;
    private static final int YEAR_DIGITS = 4;

    private Shape() {}

    /** @param date whether years are told apart from days */
    static String of(String text, boolean date) {
        StringBuilder shape = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = i + 1;
            if (Character.isDigit(c)) {
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                shape.append(date && end - i >= YEAR_DIGITS ? "YYYY" : "9");
            } else if (Character.isLetter(c)) {
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                shape.append(word(text.substring(i, end)));
            } else if (Character.isWhitespace(c) || c == '\u00a0') {
                while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
                shape.append(' ');
            } else {
                shape.append(c);
            }
            i = end;
        }
        return shape.toString().strip();
    }

    private static String word(String word) {
        if (word.chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X')) {
            return "IV";
        }
        String lower = word.toLowerCase(Locale.ROOT);
        boolean month = lower.length() >= MONTH_LETTERS && MONTHS.contains(lower.substring(0, MONTH_LETTERS));
        return month ? "month" : lower;
    }
}
