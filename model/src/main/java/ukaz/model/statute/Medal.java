package ukaz.model.statute;

import ukaz.model.data.Bilingual;

/** The medal that is an award's badge; its designer is a {@link Provision} of topic {@link Topic#MEDAL}. */
public record Medal(String code, Bilingual name) {}
