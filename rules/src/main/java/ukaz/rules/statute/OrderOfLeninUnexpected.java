package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.Severity;
import ukaz.model.Truth;
import ukaz.model.statute.Issue;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** An Order of Lenin does not come with every conferral. */
public final class OrderOfLeninUnexpected implements RecordRule {

    private final StatuteBook statutes;

    public OrderOfLeninUnexpected(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth ended = Law.ask(
                statutes, record, (regime, ordinal) -> regime.insignia(ordinal).orderOfLenin() == Issue.ENDED);
        Truth none = Law.ask(
                statutes,
                record,
                (regime, ordinal) -> regime.insignia(ordinal).orderOfLenin() == Issue.ENDED
                        || Law.provides(regime, ordinal)
                                && regime.insignia(ordinal).orderOfLenin() == Issue.NONE);
        if (!none.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        InsigniaNumber number = record.orderOfLeninNumber();
        if (award == null || date == null || Law.isOpen(record, Field.ORDER_OF_LENIN_NUMBER, number)) {
            return Verdict.UNDECIDED;
        }
        if (number == null || !number.isNumbered()) {
            return Verdict.PASS;
        }
        Violation violation =
                Violation.of(Field.ORDER_OF_LENIN_NUMBER, none, Map.of("award", Law.award(award), "date", date));
        return Verdict.violated(ended.possibly() ? violation.as(Severity.ERROR) : violation);
    }
}
