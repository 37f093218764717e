package ukaz.rules.rule;

import java.util.Optional;
import ukaz.model.AwardRecord;
import ukaz.rules.identity.Dossier;

/** Judges all that is known of one person; stateless. */
@FunctionalInterface
public non-sealed interface PersonRule extends Rule {

    Judgement check(Dossier dossier);

    /**
     * What is said once, in place of once for each person who could not be judged.
     *
     * @param example a record of a later conferral
     * @param undecided how many people could not be judged
     */
    default Optional<Discrepancy> onUndecided(AwardRecord example, long undecided) {
        return Optional.empty();
    }
}
