/** Cleaning of a cell's text before anything tries to understand it. */
@NullMarked
package ukaz.ingest.normalise.text;

import org.jspecify.annotations.NullMarked;
