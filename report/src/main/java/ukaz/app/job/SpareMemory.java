package ukaz.app.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ukaz.rules.identity.Memory;

/**
 * Memory beside the heap: pieces of a file that vanishes with it, so that the heap does not grow with the records.
 *
 * <p>What of a piece is never written to takes no room on the disk.
 */
final class SpareMemory implements Memory, AutoCloseable {

    private static final int LARGE = 1 << 18;
    /** For those that are not large. */
    private static final int ROOM = 1 << 22;

    private final FileChannel file;
    private long end;
    private ByteBuffer room = ByteBuffer.allocate(0);

    private SpareMemory(FileChannel file) {
        this.file = file;
    }

    static SpareMemory in(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, ".ukaz-", ".tmp");
        return new SpareMemory(FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    @Override
    public synchronized ByteBuffer keep(byte[] bytes) {
        return bytes.length < LARGE ? withOthers(bytes) : written(bytes);
    }

    /** In a common piece: a process may have some ten thousand pieces, and an archive more sources than that. */
    private ByteBuffer withOthers(byte[] bytes) {
        if (room.remaining() < bytes.length) {
            room = mapped(ROOM);
        }
        int at = room.position();
        room.put(bytes);
        return room.slice(at, bytes.length);
    }

    /** Written first, for a page that is there already costs a quarter of one that is made when it is first touched. */
    private ByteBuffer written(byte[] bytes) {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                file.write(left, end + left.position());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mapped(bytes.length);
    }

    @Override
    public LongBuffer longs(int count) {
        return mapped((long) count * Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    @Override
    public IntBuffer ints(int count) {
        return mapped((long) count * Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
    }

    private synchronized ByteBuffer mapped(long count) {
        try {
            ByteBuffer piece = file.map(FileChannel.MapMode.READ_WRITE, end, count);
            end += count;
            return piece;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
