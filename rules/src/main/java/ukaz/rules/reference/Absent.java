package ukaz.rules.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Every conferral stands in the reference register. */
public final class Absent implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        if (!dossier.setting().hasReference() || dossier.conferrals().isEmpty()) {
            return Judgement.NOT_CONCERNED;
        }
        List<Discrepancy> found = new ArrayList<>();
        for (Conferral conferral : dossier.conferrals()) {
            if (dossier.inReference(conferral) == null) {
                found.add(Discrepancy.of(conferral.first(), Field.FULL_NAME, about(conferral), List.of()));
            }
        }
        return Judgement.of(found);
    }

    static Map<String, Object> about(Conferral conferral) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", conferral.first().name().display());
        values.put("award", new Term(Term.Kind.AWARD, conferral.award()));
        if (conferral.date() != null) {
            values.put("date", conferral.date());
        }
        return values;
    }
}
