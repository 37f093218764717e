package ukaz.rules.rule;

import java.util.Map;
import ukaz.model.AwardRecord;

/** Judges the shape of a record by all shape rules at once; stateless, so that all threads share it. */
@FunctionalInterface
public interface ShapeCheck {

    /** The verdict by rule id; a rule that is not among them passes. */
    Map<String, Verdict> check(AwardRecord record);
}
