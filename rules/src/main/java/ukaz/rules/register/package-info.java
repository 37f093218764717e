/** Rules on numbers and decrees across all records. */
@NullMarked
package ukaz.rules.register;

import org.jspecify.annotations.NullMarked;
