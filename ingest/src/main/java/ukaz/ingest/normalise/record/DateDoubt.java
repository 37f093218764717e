package ukaz.ingest.normalise.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;

/** How far the reading of a date can be relied on. */
final class DateDoubt {

    /** The ages between which people were awarded, for years of two figures. */
    static final int YOUNGEST = 10;

    static final int OLDEST = 105;

    private static final Term YEAR_AS_DATE = new Term(Term.Kind.PHRASE, "year-as-date");

    private DateDoubt() {}

    /** True of a date that is read but cannot be meant: whatever follows from it would be one fault said twice. */
    static boolean isUntenable(Reading<HistoricalDate> reading) {
        for (Reading.Remark remark : reading.remarks()) {
            if (remark.rule().equals("date-future")
                    || remark.rule().equals("date-serial-suspect")
                            && YEAR_AS_DATE.equals(remark.values().get("reason"))) {
                return true;
            }
        }
        return false;
    }

    static boolean isDoubtful(Reading<HistoricalDate> reading) {
        for (Reading.Remark remark : reading.remarks()) {
            if (remark.rule().equals("date-ambiguous")) {
                return true;
            }
        }
        return false;
    }

    static Reading<HistoricalDate> better(Reading<HistoricalDate> one, Reading<HistoricalDate> narrowed) {
        return narrowed.value() != null && !isDoubtful(narrowed) ? narrowed : one;
    }

    static int yearOf(@Nullable HistoricalDate date) {
        return date == null
                        || date.earliest().equals(LocalDate.MIN)
                        || date.latest().equals(LocalDate.MAX)
                ? 0
                : date.earliest().getYear();
    }
}
