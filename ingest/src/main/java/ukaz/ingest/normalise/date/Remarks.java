package ukaz.ingest.normalise.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;

/** The faults that a date can have, in the form in which their messages expect them. */
final class Remarks {

    private Remarks() {}

    static Remark unparseable(@Nullable HistoricalDate proposed) {
        return new Remark("date-unparseable", proposed == null ? Map.of() : Map.of("proposed", proposed));
    }

    static Remark impossible(String reason, @Nullable HistoricalDate proposed) {
        return new Remark(
                "date-impossible",
                proposed == null
                        ? Map.of("reason", phrase(reason))
                        : Map.of("reason", phrase(reason), "proposed", proposed));
    }

    static Remark ambiguous(String reason, List<HistoricalDate> readings) {
        return new Remark("date-ambiguous", Map.of("reason", phrase(reason), "readings", List.copyOf(readings)));
    }

    static Remark calendarMismatch(String oldStyle, LocalDate newStyle, int days, int expectedDays) {
        return new Remark(
                "date-calendar-mismatch",
                Map.of("oldStyle", oldStyle, "newStyle", newStyle, "days", days, "expectedDays", expectedDays));
    }

    static Remark afterReform(String oldStyle, LocalDate newStyle, int days) {
        return new Remark(
                "date-calendar-mismatch",
                Map.of("oldStyle", oldStyle, "newStyle", newStyle, "days", days, "note", phrase("after-1918")));
    }

    static Remark serialSuspect(String reason, @Nullable HistoricalDate proposed) {
        return new Remark(
                "date-serial-suspect",
                proposed == null
                        ? Map.of("reason", phrase(reason))
                        : Map.of("reason", phrase(reason), "proposed", proposed));
    }

    static Remark future(HistoricalDate date, LocalDate today) {
        return new Remark("date-future", Map.of("date", date, "today", today));
    }

    private static Term phrase(String code) {
        return new Term(Term.Kind.PHRASE, code);
    }
}
