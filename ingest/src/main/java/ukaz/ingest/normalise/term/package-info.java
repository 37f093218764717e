/** Words that stand for one of a few things: awards, organs, states, ordinals, numbers of insignia, what became of an award. */
@NullMarked
package ukaz.ingest.normalise.term;

import org.jspecify.annotations.NullMarked;
