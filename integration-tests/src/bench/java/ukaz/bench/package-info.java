/** Measurements against other programs: whole processes, the same files, one after the other. */
@NullMarked
package ukaz.bench;

import org.jspecify.annotations.NullMarked;
