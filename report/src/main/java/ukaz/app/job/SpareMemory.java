package ukaz.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Memory beside the heap: pieces of a file that vanishes with it, so that the heap does not grow with the records. */
final class SpareMemory implements AutoCloseable {

    private final FileChannel file;
    private final long bytes;

    private SpareMemory(FileChannel file, long bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** @param longs of each piece */
    static SpareMemory in(Path folder, int longs) throws IOException {
        Path path = Files.createTempFile(folder, ".ukaz-", ".tmp");
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        return new SpareMemory(file, (long) longs * Long.BYTES);
    }

    /** The piece of this number, from 0. */
    LongBuffer piece(int number) {
        try {
            return file.map(FileChannel.MapMode.READ_WRITE, number * bytes, bytes)
                    .asLongBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
