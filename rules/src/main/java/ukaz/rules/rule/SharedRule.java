package ukaz.rules.rule;

import java.util.List;
import ukaz.model.AwardRecord;

/** Judges records that have one number in common; stateless. */
public non-sealed interface SharedRule extends Rule {

    /** What the records share. */
    enum What {
        /** The medal's number within its series. */
        MEDAL,
        ORDER_OF_LENIN,
        /** The decree's number and authority. */
        DECREE
    }

    /** A record and the person it is taken to tell of. */
    record Holding(AwardRecord record, String person) {}

    What shared();

    Judgement check(List<Holding> holdings);
}
