package ukaz.rules.rule;

import ukaz.model.AwardRecord;

/** Judges one record by itself; stateless, so that all threads share it. */
@FunctionalInterface
public non-sealed interface RecordRule extends Rule {

    Verdict check(AwardRecord record);
}
