/** Reading of the YAML files that hold law, cards, vocabularies and settings, with errors that name the place. */
@NullMarked
package ukaz.model.data;

import org.jspecify.annotations.NullMarked;
