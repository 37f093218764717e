package ukaz.model.statute;

import ukaz.model.data.Bilingual;

/** What a provision or a rule rests on: a legal act, a sentence of the source text, or a disagreement between sources. */
public sealed interface Basis permits Act, Statement, Disagreement {

    /** {@code T10}, {@code S8}, {@code D1}. */
    String id();

    /** One line that a finding can quote. */
    Bilingual title();

    Confidence confidence();
}
