/** {@code report.xlsx}: the sheets that reviewers work in. */
@NullMarked
package ukaz.report.workbook;

import org.jspecify.annotations.NullMarked;
