package ukaz.rules.history;

import java.util.ArrayList;
import java.util.List;
import ukaz.model.Field;
import ukaz.rules.identity.Competing;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** A person is born once, dies once, and is a man or a woman. */
public final class IdentityConflict implements PersonRule {

    private static final List<Field> FIELDS = List.of(Field.BIRTH_DATE, Field.DEATH_DATE, Field.SEX, Field.CITIZENSHIP);

    @Override
    public Judgement check(Dossier dossier) {
        if (dossier.records().size() < 2) {
            return Judgement.NOT_CONCERNED;
        }
        List<Discrepancy> found = new ArrayList<>();
        for (Field field : FIELDS) {
            Competing competing = Competing.of(field, dossier.records());
            if (competing != null) {
                found.add(Discrepancy.of(competing.rows().get(0), field, competing.placeholders(), competing.others()));
            }
        }
        return Judgement.of(found);
    }
}
