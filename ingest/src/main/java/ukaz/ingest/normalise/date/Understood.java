package ukaz.ingest.normalise.date;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading.Remark;
import ukaz.model.HistoricalDate;

/**
 * What a stretch of text was understood to say.
 *
 * @param value null where its notation is plain but it names no day, or too many
 * @param calendar whether the value was converted from the old style
 * @param inferred whether the context filled in its century
 */
record Understood(@Nullable HistoricalDate value, List<Remark> remarks, boolean calendar, boolean inferred) {

    static Understood of(HistoricalDate value) {
        return new Understood(value, List.of(), false, false);
    }

    static Understood of(HistoricalDate value, Remark remark) {
        return new Understood(value, List.of(remark), false, false);
    }

    static Understood fault(Remark remark) {
        return new Understood(null, List.of(remark), false, false);
    }

    Understood converted() {
        return new Understood(value, remarks, true, inferred);
    }

    Understood asInferred() {
        return new Understood(value, remarks, calendar, true);
    }

    Understood with(Remark remark) {
        List<Remark> all = new ArrayList<>(remarks);
        all.add(remark);
        return new Understood(value, List.copyOf(all), calendar, inferred);
    }

    Understood map(UnaryOperator<HistoricalDate> change) {
        return value == null ? this : new Understood(change.apply(value), remarks, calendar, inferred);
    }

    /** From the start of this to the end of the other; null where that is backwards. */
    @Nullable
    Understood to(Understood other) {
        HistoricalDate joined = null;
        if (value != null && other.value != null) {
            if (value.earliest().isAfter(other.value.latest())
                    || value.earliest().isAfter(other.value.earliest())) {
                return null;
            }
            try {
                joined = HistoricalDate.between(value, other.value);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        List<Remark> all = new ArrayList<>(remarks);
        all.addAll(other.remarks);
        return new Understood(joined, List.copyOf(all), calendar || other.calendar, inferred || other.inferred);
    }
}
