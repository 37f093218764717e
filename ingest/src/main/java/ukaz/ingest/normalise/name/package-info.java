/** From a name as typed to its parts. */
@NullMarked
package ukaz.ingest.normalise.name;

import org.jspecify.annotations.NullMarked;
