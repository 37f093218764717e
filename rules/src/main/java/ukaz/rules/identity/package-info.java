/** Who is who: which records tell of one person, and which of one conferral; pure, and the same whatever the order of the rows. */
@NullMarked
package ukaz.rules.identity;

import org.jspecify.annotations.NullMarked;
