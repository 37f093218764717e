package ukaz.rules.rule;

import ukaz.rules.identity.Dossier;

/** Judges all that is known of one person; stateless. */
@FunctionalInterface
public non-sealed interface PersonRule extends Rule {

    Judgement check(Dossier dossier);
}
