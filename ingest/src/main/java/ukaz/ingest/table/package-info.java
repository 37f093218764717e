/** Finding the tables in a sheet and the meaning of their columns, and telling data rows from the others. */
@NullMarked
package ukaz.ingest.table;

import org.jspecify.annotations.NullMarked;
