package ukaz.rules.rule;

import ukaz.model.AwardRecord;

/** Judges one record by itself; stateless, so that all threads share it. */
@FunctionalInterface
public interface RecordRule {

    Verdict check(AwardRecord record);
}
