/** What a new version of a source says otherwise than the one before it, record by record. */
@NullMarked
package ukaz.report.revision;

import org.jspecify.annotations.NullMarked;
