/** Opening files from outside safely, and streaming their rows: one reader for each format, chosen by content. */
@NullMarked
package ukaz.ingest.source;

import org.jspecify.annotations.NullMarked;
