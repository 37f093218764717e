/** Rules on the records against a reference register. */
@NullMarked
package ukaz.rules.reference;

import org.jspecify.annotations.NullMarked;
