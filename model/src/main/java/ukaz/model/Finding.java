package ukaz.model;

import java.util.List;

/**
 * A fault signed with the card of its rule: the thing reviewers work with.
 *
 * @param severity the card's or the configuration's; one lower where the fault is only possible
 * @param basis ids of statements, acts and disagreements the rule rests on
 * @param recordId id of the record at fault; empty for a fault of a file or a table
 * @param fingerprint sixteen hexadecimal digits that stay the same when rows are moved, sorted or inserted and when
 *     unrelated cells change
 */
public record Finding(Fault fault, Severity severity, List<String> basis, String recordId, String fingerprint) {

    public Finding {
        basis = List.copyOf(basis);
    }

    public String rule() {
        return fault.rule();
    }
}
