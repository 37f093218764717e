/** One record against the law in force on its date. */
@NullMarked
package ukaz.rules.statute;

import org.jspecify.annotations.NullMarked;
