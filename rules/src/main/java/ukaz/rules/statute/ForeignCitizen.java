package ukaz.rules.statute;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.model.Truth;
import ukaz.model.statute.Eligible;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Some awards were for citizens only. */
public final class ForeignCitizen implements RecordRule {

    private final StatuteBook statutes;
    private final List<String> exceptions;

    public ForeignCitizen(StatuteBook statutes, Parameters parameters) {
        this.statutes = statutes;
        this.exceptions = parameters.texts("except").stream()
                .map(ForeignCitizen::comparable)
                .toList();
    }

    @Override
    public Verdict check(AwardRecord record) {
        Truth citizensOnly = Law.ask(statutes, record, (regime, ordinal) -> regime.eligible() == Eligible.CITIZENS);
        if (!citizensOnly.possibly()) {
            return Verdict.NOT_CONCERNED;
        }
        String award = record.award();
        String citizenship = record.citizenship();
        if ("SU".equals(citizenship)) {
            return Verdict.PASS;
        }
        // A subject of the former empire may have been a citizen of the USSR by then.
        if (award == null || record.decreeDate() == null || citizenship == null || citizenship.equals("RU_EMPIRE")) {
            return Verdict.UNDECIDED;
        }
        return isExcepted(record.name().surname())
                ? Verdict.PASS
                : Verdict.violated(Violation.of(
                        Field.CITIZENSHIP,
                        citizensOnly,
                        Map.of("award", Law.award(award), "citizenship", new Term(Term.Kind.STATE, citizenship))));
    }

    private boolean isExcepted(@Nullable String surname) {
        return surname != null && exceptions.contains(comparable(surname));
    }

    private static String comparable(String surname) {
        return surname.toUpperCase(Locale.ROOT).replace('Ё', 'Е');
    }
}
