package ukaz.rules.rule;

import java.util.List;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.SourceRef;

/**
 * A violation that takes several records to see.
 *
 * @param record the one it is shown at
 * @param related the other places that belong to it
 */
public record Discrepancy(AwardRecord record, Violation violation, List<SourceRef> related) {

    public Discrepancy {
        related = List.copyOf(related);
    }

    /** Shown at a field of one record, with the same field of others. */
    public static Discrepancy of(
            AwardRecord record, Field field, Map<String, Object> values, List<AwardRecord> others) {
        return new Discrepancy(
                record,
                Violation.of(field, values),
                others.stream()
                        .filter(other -> other != record)
                        .map(other -> other.at(field))
                        .toList());
    }

    /** The same with another severity than the card's. */
    public Discrepancy as(Severity severity) {
        return new Discrepancy(record, violation.as(severity), related);
    }
}
