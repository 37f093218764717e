/** From spreadsheets to award records. */
@NullMarked
package ukaz.ingest;

import org.jspecify.annotations.NullMarked;
