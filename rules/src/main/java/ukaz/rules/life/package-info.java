/** One person's own dates: birth, death, the decree and the years of work between them. */
@NullMarked
package ukaz.rules.life;

import org.jspecify.annotations.NullMarked;
