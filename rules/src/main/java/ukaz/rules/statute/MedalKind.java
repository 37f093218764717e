package ukaz.rules.statute;

import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.model.statute.Award;
import ukaz.model.statute.Medal;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Each title has a medal of its own. */
public final class MedalKind implements RecordRule {

    private final StatuteBook statutes;

    public MedalKind(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        String kind = record.medalKind();
        if (kind == null) {
            return Verdict.NOT_CONCERNED;
        }
        String code = record.award();
        Award award = code == null ? null : statutes.award(code).orElse(null);
        if (award == null) {
            return Verdict.UNDECIDED;
        }
        Medal medal = award.medal();
        if (medal == null) {
            return Verdict.NOT_CONCERNED;
        }
        return medal.code().equals(kind)
                ? Verdict.PASS
                : Verdict.violated(Violation.of(
                        Field.AWARD,
                        Map.of("award", Law.award(award.code()), "medal", term(kind), "right", term(medal.code()))));
    }

    private static Term term(String medal) {
        return new Term(Term.Kind.MEDAL, medal);
    }
}
