/** Copies of the sources with what was found marked in their cells; everything else in them stays as it is. */
@NullMarked
package ukaz.report.annotate;

import org.jspecify.annotations.NullMarked;
