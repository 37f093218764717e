package ukaz.rules.history;

import java.util.List;
import java.util.Map;
import ukaz.model.Field;
import ukaz.rules.identity.Conferral;
import ukaz.rules.identity.Dossier;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.PersonRule;

/** Few people were heroes both of the Soviet Union and of Socialist Labour. */
public final class BothTitles implements PersonRule {

    @Override
    public Judgement check(Dossier dossier) {
        List<Conferral> labour = dossier.conferrals("HSL");
        List<Conferral> union = dossier.conferrals("HSU");
        if (labour.isEmpty() || union.isEmpty()) {
            return dossier.conferrals().isEmpty() ? Judgement.NOT_CONCERNED : Judgement.PASS;
        }
        return Judgement.of(Discrepancy.of(
                union.get(0).first(),
                Field.AWARD,
                Map.of("name", union.get(0).first().name().display(), "labour", labour.size(), "union", union.size()),
                List.of(labour.get(0).first())));
    }
}
