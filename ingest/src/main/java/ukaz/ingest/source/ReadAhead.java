package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.commons.compress.utils.InputStreamStatistics;
import org.jspecify.annotations.Nullable;

/** A part that a thread of its own unpacks, a few pieces ahead of who reads it. */
final class ReadAhead extends InputStream implements InputStreamStatistics {

    private static final int PIECES = 4;
    private static final int SIZE = 1 << 18;

    private static final class Piece {
        private final byte[] bytes = new byte[SIZE];
        private int length;
        private long packedSoFar;
        private @Nullable Throwable failure;
    }

    private final Inflated in;
    private final BlockingQueue<Piece> empty = new ArrayBlockingQueue<>(PIECES);
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(PIECES);
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Piece piece;
    private int at;
    private long packed;
    private long unpacked;
    private boolean ended;

    ReadAhead(Inflated in) {
        this.in = in;
        for (int i = 0; i < PIECES; i++) {
            empty.add(new Piece());
        }
        thread = new Thread(this::unpack, "unpacking");
        thread.setDaemon(true);
        thread.start();
    }

    private void unpack() {
        try {
            boolean more = true;
            while (more) {
                Piece next = empty.take();
                if (closed) {
                    return;
                }
                more = fill(next);
                full.put(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fill(Piece next) {
        next.length = 0;
        try {
            while (next.length < SIZE) {
                int read = in.read(next.bytes, next.length, SIZE - next.length);
                if (read < 0) {
                    return false;
                }
                next.length += read;
            }
            return true;
        } catch (IOException | RuntimeException e) {
            next.failure = e;
            return false;
        } finally {
            next.packedSoFar = in.getCompressedCount();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            Piece from = piece == null ? next() : piece;
            int read = Math.min(length, from.length - at);
            if (read > 0) {
                System.arraycopy(from.bytes, at, into, offset, read);
                at += read;
                unpacked += read;
                return read;
            } else if (from.failure != null) {
                ended = true;
                throw new IOException(from.failure.getMessage(), from.failure);
            } else if (from.length < SIZE) {
                ended = true;
            } else {
                piece = null;
                empty.add(from);
            }
        }
        return -1;
    }

    private Piece next() throws IOException {
        try {
            Piece next = full.take();
            piece = next;
            at = 0;
            packed = next.packedSoFar;
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public long getCompressedCount() {
        return packed;
    }

    @Override
    public long getUncompressedCount() {
        return unpacked;
    }

    /** Waits for the thread, which nobody interrupts: that would close the file under all other parts. */
    @Override
    public void close() throws IOException {
        closed = true;
        ended = true;
        full.clear();
        empty.offer(new Piece());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        in.close();
    }
}
