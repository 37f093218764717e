package ukaz.rules.reference;

import java.util.ArrayList;
import java.util.List;
import ukaz.model.Field;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Every entry of the reference register stands in the sources. */
public final class Uncovered implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        if (dossier.reference().isEmpty()) {
            return Judgement.NOT_CONCERNED;
        }
        List<Discrepancy> found = new ArrayList<>();
        for (Conferral entry : dossier.reference()) {
            if (dossier.inSources(entry) == null) {
                found.add(Discrepancy.of(entry.first(), Field.FULL_NAME, Absent.about(entry), List.of()));
            }
        }
        return Judgement.of(found);
    }
}
