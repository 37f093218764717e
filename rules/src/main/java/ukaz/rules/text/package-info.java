/** Puts codes, dates, findings and cards into Russian and English words; nothing here decides anything. */
@NullMarked
package ukaz.rules.text;

import org.jspecify.annotations.NullMarked;
