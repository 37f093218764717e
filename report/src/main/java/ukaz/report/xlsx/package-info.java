/** Writing workbooks of any size in one pass and bounded memory: rows as bytes, tables, charts, print set-up. */
@NullMarked
package ukaz.report.xlsx;

import org.jspecify.annotations.NullMarked;
