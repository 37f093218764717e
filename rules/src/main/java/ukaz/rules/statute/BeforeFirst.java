package ukaz.rules.statute;

import java.time.LocalDate;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Truth;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** No conferral is known from the first days of an award. */
public final class BeforeFirst implements RecordRule {

    private final StatuteBook statutes;

    public BeforeFirst(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        String award = record.award();
        Truth early = Law.ask(statutes, record, (regime, ordinal) -> regime.firstKnown() != null);
        if (!early.possibly()) {
            return Verdict.PASS;
        }
        HistoricalDate date = record.decreeDate();
        if (award == null || date == null) {
            return Verdict.UNDECIDED;
        }
        return Verdict.violated(Violation.of(
                Field.DECREE_DATE,
                early,
                Map.of("award", Law.award(award), "date", date, "first", firstKnown(award, date))));
    }

    private LocalDate firstKnown(String award, HistoricalDate date) {
        for (Regime regime : statutes.over(award, date)) {
            if (regime.firstKnown() != null) {
                return regime.firstKnown();
            }
        }
        throw new IllegalStateException("no period of " + award + " is without known conferrals");
    }
}
