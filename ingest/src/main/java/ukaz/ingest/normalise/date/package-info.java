/**
 * Dates as archives write them: partial, approximate, bounded, of both calendars, typed as text or stored as numbers.
 *
 * <p>A text becomes {@link ukaz.ingest.normalise.date.Tokens}, the {@link ukaz.ingest.normalise.date.Grammar} tries every
 * way to read them as {@link ukaz.ingest.normalise.date.Atom}s and their combinations, and only a way that explains the
 * whole text is taken: a date is never guessed out of a part of it.
 */
@NullMarked
package ukaz.ingest.normalise.date;

import org.jspecify.annotations.NullMarked;
