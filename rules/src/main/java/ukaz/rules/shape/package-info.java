/**
 * The shape of one record: what must be filled, how long and of which letters and digits it may be.
 *
 * <p>Shape is said with Bean Validation constraints whose message is the id of a rule, so that one catalogue, one report
 * and one place for Russian serve shape and law alike. The constraints stand on {@link ukaz.rules.shape.RecordShape}, a
 * view made for them, and not on the model: a constraint sees a value, while a record also knows of a missing value
 * whether the table has a column for it and whether something unreadable is typed there.
 */
@NullMarked
package ukaz.rules.shape;

import org.jspecify.annotations.NullMarked;
