package ukaz.rules.text;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import ukaz.model.HistoricalDate;

/** Writes an EDTF date as an archivist would: «около 1900», "July 1927". */
final class DateText {

    private final Language language;
    private final String about;
    private final String doubtful;
    private final String notLater;
    private final String notEarlier;

    DateText(Language language, Words words) {
        this.language = language;
        this.about = words.word("dates", "about", language);
        this.doubtful = words.word("dates", "doubtful", language);
        this.notLater = words.word("dates", "not-later", language);
        this.notEarlier = words.word("dates", "not-earlier", language);
    }

    String of(LocalDate day) {
        return day(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    String of(HistoricalDate date) {
        String edtf = date.toString();
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            return single(edtf, false);
        }
        String from = edtf.substring(0, slash);
        String to = edtf.substring(slash + 1);
        if (from.equals("..")) {
            return notLater + " " + single(to, true);
        }
        if (to.equals("..")) {
            return notEarlier + " " + single(from, true);
        }
        boolean years = from.length() == 4 && to.length() == 4 && !from.endsWith("X") && !to.endsWith("X");
        return single(from, false) + (years ? "–" : language == Language.RU ? " — " : " – ") + single(to, false);
    }

    /** @param governed true after a preposition, which in Russian wants the genitive */
    private String single(String edtf, boolean governed) {
        char last = edtf.charAt(edtf.length() - 1);
        return switch (last) {
            case '~' -> about + " " + plain(edtf.substring(0, edtf.length() - 1), true);
            case '?' -> plain(edtf.substring(0, edtf.length() - 1), governed) + " (" + doubtful + ")";
            case '%' -> about + " " + plain(edtf.substring(0, edtf.length() - 1), true) + " (" + doubtful + ")";
            default -> plain(edtf, governed);
        };
    }

    private String plain(String edtf, boolean governed) {
        if (edtf.endsWith("XX")) {
            String century = edtf.substring(0, 2);
            return century + "00–" + century + "99";
        }
        if (edtf.endsWith("X")) {
            return decade(edtf.substring(0, 3) + "0", governed);
        }
        int year = Integer.parseInt(edtf.substring(0, 4));
        return switch (edtf.length()) {
            case 4 -> String.valueOf(year);
            case 7 -> month(year, Integer.parseInt(edtf.substring(5)), governed);
            default -> day(year, Integer.parseInt(edtf.substring(5, 7)), Integer.parseInt(edtf.substring(8)));
        };
    }

    private String decade(String first, boolean governed) {
        if (language == Language.EN) {
            return "the " + first + "s";
        }
        return first + (governed ? "-х годов" : "-е годы");
    }

    private String month(int year, int month, boolean governed) {
        TextStyle style = governed ? TextStyle.FULL : TextStyle.FULL_STANDALONE;
        return Month.of(month).getDisplayName(style, language.locale()) + " " + year;
    }

    private String day(int year, int month, int day) {
        if (language == Language.EN) {
            return day + " " + Month.of(month).getDisplayName(TextStyle.FULL, language.locale()) + " " + year;
        }
        return (day < 10 ? "0" : "") + day + (month < 10 ? ".0" : ".") + month + "." + year;
    }
}
