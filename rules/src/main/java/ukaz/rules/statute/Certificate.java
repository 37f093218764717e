package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.Severity;
import ukaz.model.Truth;
import ukaz.model.statute.Insignia;
import ukaz.model.statute.Issue;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** A certificate came with every conferral. */
public final class Certificate implements RecordRule {

    private final StatuteBook statutes;

    public Certificate(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth given = Law.ask(
                statutes, record, (regime, ordinal) -> regime.insignia(ordinal).certificate() == Issue.GIVEN);
        if (!given.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        InsigniaNumber number = record.certificateNumber();
        if (award == null || date == null || Law.isOpen(record, Field.CERTIFICATE_NUMBER, number)) {
            return Verdict.UNDECIDED;
        }
        if (number != null) {
            return Verdict.PASS;
        }
        Violation violation =
                Violation.of(Field.CERTIFICATE_NUMBER, given, Map.of("award", Law.award(award), "date", date));
        Truth alone = Law.ask(statutes, record, (regime, ordinal) -> isOnlyInsignia(regime.insignia(ordinal)));
        return Verdict.violated(alone.possibly() ? violation.as(Severity.WARNING) : violation);
    }

    private static boolean isOnlyInsignia(Insignia insignia) {
        return insignia.certificate() == Issue.GIVEN
                && insignia.orderOfLenin() == Issue.NONE
                && insignia.medal() == Issue.NONE;
    }
}
