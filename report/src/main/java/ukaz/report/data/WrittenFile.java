package ukaz.report.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** A file that appears under its name when it is whole. */
interface WrittenFile extends Closeable {

    void flush() throws IOException;

    /** The name it takes. */
    Path name();

    /** How long it is, once flushed. */
    long bytes() throws IOException;

    /** Gives the file its name, and answers that. */
    Path complete() throws IOException;
}
