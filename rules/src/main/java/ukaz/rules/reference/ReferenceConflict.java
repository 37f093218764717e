package ukaz.rules.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.rules.identity.Competing;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** What the sources say of a conferral is what the reference register says. */
public final class ReferenceConflict implements PersonRule {

    private static final List<Field> FIELDS = List.of(
            Field.BIRTH_DATE,
            Field.DEATH_DATE,
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
            Conferral entry = dossier.inReference(conferral);
            if (entry != null) {
                concerned = true;
                for (Field field : FIELDS) {
                    contradiction(field, conferral, entry, found);
                }
            }
        }
        return concerned ? Judgement.of(found) : Judgement.NOT_CONCERNED;
    }

    private static void contradiction(Field field, Conferral conferral, Conferral entry, List<Discrepancy> found) {
        for (AwardRecord row : conferral.records()) {
            for (AwardRecord known : entry.records()) {
                Competing competing = Competing.of(field, List.of(row, known));
                if (competing != null) {
                    Map<String, Object> values = new java.util.HashMap<>(competing.placeholders());
                    values.put("stated", competing.values().get(0));
                    values.put("known", competing.values().get(1));
                    found.add(Discrepancy.of(row, field, values, List.of(known)));
                    return;
                }
            }
        }
    }
}
