package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.Truth;
import ukaz.model.statute.Issue;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Where the law gives an Order of Lenin the record should show it. */
public final class OrderOfLeninMissing implements RecordRule {

    private final StatuteBook statutes;

    public OrderOfLeninMissing(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth given = Law.ask(
                statutes, record, (regime, ordinal) -> regime.insignia(ordinal).orderOfLenin() == Issue.GIVEN);
        if (!given.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        InsigniaNumber number = record.orderOfLeninNumber();
        if (award == null || date == null || Law.isOpen(record, Field.ORDER_OF_LENIN_NUMBER, number)) {
            return Verdict.UNDECIDED;
        }
        return number == null || number.kind() == InsigniaNumber.Kind.NOT_GIVEN
                ? Verdict.violated(Violation.of(
                        Field.ORDER_OF_LENIN_NUMBER, given, Map.of("award", Law.award(award), "date", date)))
                : Verdict.PASS;
    }
}
