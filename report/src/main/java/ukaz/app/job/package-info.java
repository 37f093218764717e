/** The batch job: its steps, its reader, processor and writer, and the repository that remembers how far it came. */
@NullMarked
package ukaz.app.job;

import org.jspecify.annotations.NullMarked;
