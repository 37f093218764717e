package ukaz.report.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import ukaz.report.out.PartFile;

/** A file that appears under its name when it is whole. */
interface WrittenFile extends Closeable {

    void flush() throws IOException;

    /** Where it is written until then. */
    PartFile part();

    /** The name it takes. */
    default Path name() {
        return part().name();
    }

    /** How long it is, once flushed. */
    default long bytes() throws IOException {
        return part().bytes();
    }

    /** Gives the file its name, and answers that. */
    default Path complete() throws IOException {
        part().complete();
        return part().name();
    }

    @Override
    default void close() throws IOException {
        part().close();
    }
}
