/** What every report says of a run: who ran what, the totals, the records in short, and the words for all of it. */
@NullMarked
package ukaz.report.run;

import org.jspecify.annotations.NullMarked;
