package ukaz.rules.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.rules.identity.Competing;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.identity.Match;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** A conferral stands in one row, however its name and dates are written. */
public final class DuplicateProbable implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        List<Discrepancy> found = new ArrayList<>();
        for (Conferral conferral : dossier.conferrals()) {
            List<List<AwardRecord>> groups = Duplicates.alike(conferral);
            for (int i = 1; i < groups.size(); i++) {
                AwardRecord first = groups.get(0).get(0);
                AwardRecord other = groups.get(i).get(0);
                if (!isConflictOfDates(first, other)) {
                    Match match = dossier.match(first, other);
                    found.add(Discrepancy.of(
                            other,
                            Field.FULL_NAME,
                            Map.of(
                                    "award", new Term(Term.Kind.AWARD, conferral.award()),
                                    "name", other.name().display(),
                                    "otherName", first.name().display(),
                                    "other",
                                            first.at().file() + ", "
                                                    + first.at().row(),
                                    "score", (int) Math.round(match.score()),
                                    "for", fields(match.speaksFor()),
                                    "against", fields(match.speaksAgainst())),
                            List.of(first)));
                }
            }
        }
        return dossier.conferrals().isEmpty() ? Judgement.NOT_CONCERNED : Judgement.of(found);
    }

    /** Then the names are alike and the conflict of the dates is what is reported. */
    private static boolean isConflictOfDates(AwardRecord a, AwardRecord b) {
        return a.name().display().equalsIgnoreCase(b.name().display())
                && Competing.of(Field.DECREE_DATE, List.of(a, b)) != null;
    }

    private static List<Term> fields(List<Field> fields) {
        return fields.stream()
                .map(field -> new Term(Term.Kind.FIELD, field.key()))
                .toList();
    }
}
