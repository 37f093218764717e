/** The staging store: records, findings, changes and counts of a run, on SQLite or PostgreSQL. */
@NullMarked
package ukaz.ingest.store;

import org.jspecify.annotations.NullMarked;
