package ukaz.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** The rows of one worksheet part, in order; the cells of each go to the {@link RowCells} of the reader. */
interface SheetRows extends Closeable {

    /**
     * Reads the next row.
     *
     * @return false after the last
     * @throws Unfamiliar where nothing is known of what the bytes mean, and no cell of the row counts
     */
    boolean next() throws IOException, XMLStreamException, Unfamiliar;

    /** The number of the row read last, counted from 1. */
    int number();

    /** True where the row read last is hidden. */
    boolean hidden();

    /** Says that the bytes are not as programs write them, and that a parser of XML is to be asked. */
    final class Unfamiliar extends Exception {

        private static final long serialVersionUID = 1;

        /** Without a trace, for where it was thrown does not matter. */
        Unfamiliar() {
            super(null, null, false, false);
        }
    }
}
