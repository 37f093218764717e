package ukaz.ingest.source;

import ukaz.model.Fault;
import ukaz.model.Term;

/** Faults in a form short enough for assertions. */
final class Faults {

    private Faults() {}

    /** The rule, and the code of its reason or limit. */
    static String reason(Fault fault) {
        Object reason = fault.values().getOrDefault("reason", fault.values().get("limit"));
        return fault.rule() + " " + (reason instanceof Term term ? term.code() : reason);
    }
}
