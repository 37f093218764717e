/** From the cells of a row to an award record: each value is read once, and each change of a value is noted. */
@NullMarked
package ukaz.ingest.normalise;

import org.jspecify.annotations.NullMarked;
