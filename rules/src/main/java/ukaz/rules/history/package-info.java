/** Rules on all conferrals of one person. */
@NullMarked
package ukaz.rules.history;

import org.jspecify.annotations.NullMarked;
