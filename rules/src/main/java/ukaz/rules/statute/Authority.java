package ukaz.rules.statute;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Severity;
import ukaz.model.Term;
import ukaz.model.Truth;
import ukaz.model.statute.Regime;
import ukaz.model.statute.Standing;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Only certain organs could confer an award on a given day. */
public final class Authority implements RecordRule {

    private final StatuteBook statutes;

    /** Whether the law reserved an award to organs other than one, by that organ; asked for every record. */
    private final Map<String, Law.Question> reservedToOthers = new ConcurrentHashMap<>();

    public Authority(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        String organ = record.authority();
        Truth wrong = Law.ask(
                statutes,
                record,
                organ == null ? Authority::isReserved : reservedToOthers.computeIfAbsent(organ, Authority::excludes));
        if (!wrong.possibly()) {
            return organ == null ? Verdict.NOT_CONCERNED : Verdict.PASS;
        }
        String award = record.award();
        HistoricalDate date = record.decreeDate();
        if (award == null || date == null || organ == null || organ.equals("OTHER")) {
            return Verdict.UNDECIDED;
        }
        Set<String> organs = new TreeSet<>();
        Standing standing = Standing.NONE;
        for (Regime regime : statutes.over(award, date)) {
            organs.addAll(regime.organs());
            standing = regime.isInForce() ? regime.standing() : standing;
        }
        Violation violation = Violation.of(
                Field.AUTHORITY,
                wrong,
                Map.of("award", Law.award(award), "date", date, "authority", term(organ), "organs", terms(organs)));
        // No act said who might confer a mere honorific.
        return Verdict.violated(standing == Standing.TITLE ? violation : violation.as(Severity.WARNING));
    }

    private static boolean isReserved(Regime regime, int ordinal) {
        return !regime.organs().isEmpty();
    }

    private static Law.Question excludes(String organ) {
        return (regime, ordinal) ->
                isReserved(regime, ordinal) && !regime.organs().contains(organ);
    }

    private static List<Term> terms(Set<String> organs) {
        return organs.stream().map(Authority::term).toList();
    }

    private static Term term(String organ) {
        return new Term(Term.Kind.AUTHORITY, organ);
    }
}
