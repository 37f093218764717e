/** One class and one card for each rule. */
@NullMarked
package ukaz.rules;

import org.jspecify.annotations.NullMarked;
