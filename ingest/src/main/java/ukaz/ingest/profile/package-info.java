/** Showing what is recognised in a workbook, column by column, before anything is checked. */
@NullMarked
package ukaz.ingest.profile;

import org.jspecify.annotations.NullMarked;
