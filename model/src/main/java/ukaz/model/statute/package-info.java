/**
 * The statute book: what the law said of each award on each day, and on which act that rests.
 *
 * <p>The law itself is data, in the YAML files beside these classes; a new award is a new file and a line in
 * {@code awards.yaml}.
 */
@NullMarked
package ukaz.model.statute;

import org.jspecify.annotations.NullMarked;
