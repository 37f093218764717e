package ukaz.model.statute;

import ukaz.model.data.Bilingual;

/** What one sentence of the source text says. */
public record Statement(String id, Bilingual title, Confidence confidence) implements Basis {}
