/**
 * The vocabulary of award records, and nothing else: no Spring, no POI, no SQL.
 *
 * <p>A <em>conferral</em> is one act of giving one award to one person; an {@link ukaz.model.AwardRecord} is what one
 * source says of it. A <em>fault</em> is something wrong in a record or a table; a <em>finding</em> is a fault signed with
 * the card of its rule. The <em>decree</em> is the legal act of the conferral, and its date is the legal date.
 */
@NullMarked
package ukaz.model;

import org.jspecify.annotations.NullMarked;
