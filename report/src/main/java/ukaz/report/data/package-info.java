/** The outputs for programs: JSON lines, CSV and the summary. */
@NullMarked
package ukaz.report.data;

import org.jspecify.annotations.NullMarked;
