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

/** Where the law gives a medal the record should say something of its number. */
public final class MedalMissing implements RecordRule {

    private final StatuteBook statutes;

    public MedalMissing(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth given = Law.ask(
                statutes, record, (regime, ordinal) -> regime.insignia(ordinal).medal() == Issue.GIVEN);
        if (!given.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        InsigniaNumber number = record.medalNumber();
        if (award == null || date == null || Law.isOpen(record, Field.MEDAL_NUMBER, number)) {
            return Verdict.UNDECIDED;
        }
        return number == null
                ? Verdict.violated(
                        Violation.of(Field.MEDAL_NUMBER, given, Map.of("award", Law.award(award), "date", date)))
                : Verdict.PASS;
    }
}
