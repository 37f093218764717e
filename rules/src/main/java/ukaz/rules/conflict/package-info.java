/** Rules on rows that tell of one conferral. */
@NullMarked
package ukaz.rules.conflict;

import org.jspecify.annotations.NullMarked;
