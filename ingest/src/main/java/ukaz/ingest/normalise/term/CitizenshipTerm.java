package ukaz.ingest.normalise.term;

import org.jspecify.annotations.Nullable;

/**
 * What a column of citizenship says.
 *
 * @param code of the state; null where the text names none
 * @param nationality the people named beside or in place of the state, as typed; null where none is
 */
public record CitizenshipTerm(
        @Nullable String code, @Nullable String nationality) {}
