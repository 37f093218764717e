package ukaz.rules.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** A conferral stands in one row. */
public final class DuplicateExact implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        List<Discrepancy> found = new ArrayList<>();
        for (Conferral conferral : dossier.conferrals()) {
            for (List<AwardRecord> rows : Duplicates.alike(conferral)) {
                if (rows.size() > 1 && Duplicates.agree(rows)) {
                    AwardRecord first = rows.get(0);
                    found.add(Discrepancy.of(
                            rows.get(1),
                            Field.FULL_NAME,
                            Map.of(
                                    "name",
                                    first.name().display(),
                                    "award",
                                    new Term(Term.Kind.AWARD, conferral.award()),
                                    "rows",
                                    rows.size(),
                                    "other",
                                    first.at().file() + ", " + first.at().row()),
                            rows));
                }
            }
        }
        return dossier.conferrals().isEmpty() ? Judgement.NOT_CONCERNED : Judgement.of(found);
    }
}
