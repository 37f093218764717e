/** From findings to workbooks and pages. */
@NullMarked
package ukaz.report;

import org.jspecify.annotations.NullMarked;
