/** What a cell should say: certain or proposed, listed for a reviewer, and put in its place before a check. */
@NullMarked
package ukaz.report.correction;

import org.jspecify.annotations.NullMarked;
