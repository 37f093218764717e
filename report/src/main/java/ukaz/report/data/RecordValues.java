package ukaz.report.data;

import org.jspecify.annotations.Nullable;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;

/** Values of records as the outputs for programs write them; null is unknown. */
final class RecordValues {

    private RecordValues() {}

    /** EDTF. */
    static @Nullable String date(@Nullable HistoricalDate date) {
        return date == null ? null : date.toString();
    }

    /** The number or numbers; null where the source gives none. */
    static @Nullable String number(@Nullable InsigniaNumber number) {
        return number == null || !number.isNumbered() ? null : number.toString();
    }
}
