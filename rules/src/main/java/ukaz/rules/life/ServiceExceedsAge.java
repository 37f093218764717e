package ukaz.rules.life;

import java.util.HashMap;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Nobody works longer than since childhood. */
public final class ServiceExceedsAge implements RecordRule {

    private final int startAge;

    public ServiceExceedsAge(Parameters parameters) {
        this.startAge = parameters.integer("startAge");
    }

    @Override
    public Verdict check(AwardRecord record) {
        Integer serviceYears = record.serviceYears();
        HistoricalDate birth = record.birthDate();
        HistoricalDate decree = record.decreeDate();
        if (serviceYears == null || birth == null || decree == null) {
            return Verdict.UNDECIDED;
        }
        if (Age.isBefore(birth, decree)) {
            return Verdict.NOT_CONCERNED;
        }
        Truth tooMany = Age.isUnder(serviceYears + startAge, birth, decree);
        if (!tooMany.possibly()) {
            return Verdict.PASS;
        }
        Age age = Age.between(birth, decree);
        if (!tooMany.surely() && (!age.hasLowerBound() || !age.hasUpperBound())) {
            return Verdict.UNDECIDED;
        }
        Map<String, Object> values = new HashMap<>(age.values());
        values.put("serviceYears", serviceYears);
        values.put("birth", birth);
        values.put("decree", decree);
        values.put("most", Math.max(age.most() - startAge, 0));
        return Verdict.violated(Violation.of(Field.SERVICE_YEARS, tooMany, values));
    }
}
