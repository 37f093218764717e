/** Reading back what earlier runs have written for programs. */
@NullMarked
package ukaz.report.in;

import org.jspecify.annotations.NullMarked;
