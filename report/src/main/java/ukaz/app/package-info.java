/** The application: job, commands, configuration. */
@NullMarked
package ukaz.app;

import org.jspecify.annotations.NullMarked;
