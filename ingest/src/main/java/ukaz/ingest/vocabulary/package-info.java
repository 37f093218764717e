/** Words and phrases of vocabularies kept as data: how titles, awards, organs and states are recognised. */
@NullMarked
package ukaz.ingest.vocabulary;

import org.jspecify.annotations.NullMarked;
