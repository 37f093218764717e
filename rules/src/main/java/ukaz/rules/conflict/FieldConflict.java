package ukaz.rules.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ukaz.model.Field;
import ukaz.model.Term;
import ukaz.rules.identity.Competing;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Rows of one conferral agree on its decree and its insignia. */
public final class FieldConflict implements PersonRule {

    /** What a conferral has one of. */
    static final List<Field> FIELDS = List.of(
            Field.DECREE_DATE,
            Field.DECREE_NUMBER,
            Field.AUTHORITY,
            Field.MEDAL_NUMBER,
            Field.ORDER_OF_LENIN_NUMBER,
            Field.CERTIFICATE_NUMBER);

    @Override
    public Judgement check(Dossier dossier) {
        boolean concerned = false;
        List<Discrepancy> found = new ArrayList<>();
        for (Conferral conferral : dossier.conferrals()) {
            if (conferral.records().size() > 1) {
                concerned = true;
                for (Field field : FIELDS) {
                    Competing competing = Competing.of(field, conferral.records());
                    if (competing != null) {
                        Map<String, Object> values = new HashMap<>(competing.placeholders());
                        values.put("award", new Term(Term.Kind.AWARD, conferral.award()));
                        found.add(Discrepancy.of(competing.rows().get(0), field, values, competing.others()));
                    }
                }
            }
        }
        return concerned ? Judgement.of(found) : Judgement.NOT_CONCERNED;
    }
}
