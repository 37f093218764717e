package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** A title for long service needs the years of service. */
public final class ServiceYears implements RecordRule {

    private final StatuteBook statutes;
    private final int youngestStart;

    public ServiceYears(StatuteBook statutes, Parameters parameters) {
        this.statutes = statutes;
        this.youngestStart = parameters.integer("youngest-start");
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth asked = Law.ask(statutes, record, (regime, ordinal) -> regime.serviceYears() != null);
        if (!asked.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        if (award == null || date == null) {
            return Verdict.UNDECIDED;
        }
        int required = required(award, date);
        Integer stated = record.serviceYears();
        if (stated != null) {
            return stated < required ? violated(Field.SERVICE_YEARS, asked, award, stated, required) : Verdict.PASS;
        }
        HistoricalDate birth = record.birthDate();
        if (birth == null) {
            return Verdict.UNDECIDED;
        }
        int age = birth.mostYearsTo(date);
        return age < required + youngestStart
                ? violated(Field.BIRTH_DATE, asked, award, Math.max(0, age - youngestStart), required)
                : Verdict.UNDECIDED;
    }

    private int required(String award, HistoricalDate date) {
        int required = 0;
        for (Regime regime : statutes.over(award, date)) {
            Integer years = regime.serviceYears();
            required = years == null ? required : Math.max(required, years);
        }
        return required;
    }

    private static Verdict violated(Field field, Truth asked, String award, int years, int required) {
        return Verdict.violated(
                Violation.of(field, asked, Map.of("award", Law.award(award), "years", years, "required", required)));
    }
}
