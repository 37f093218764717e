/** From the cells of one row to award records: every value is read once, and every change of a value is noted. */
@NullMarked
package ukaz.ingest.normalise.record;

import org.jspecify.annotations.NullMarked;
