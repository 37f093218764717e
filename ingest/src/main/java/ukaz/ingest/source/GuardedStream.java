package ukaz.ingest.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.utils.InputStreamStatistics;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/**
 * A part of a package while it is unpacked, watched for what makes memory run out: its size, its ratio, and in XML a
 * stretch without any tag, such as an attribute of a gigabyte.
 */
final class GuardedStream extends FilterInputStream {

    private static final int MOST_LEFT = 1 << 20;

    private final Origin origin;
    private final Limits limits;
    private final @Nullable InputStreamStatistics packed;
    private final Meter meter;
    private final long size;
    private final long checksum;
    private final CRC32 sum = new CRC32();
    private boolean done;
    private final long maxGap;
    private long bytes;
    private long gap;

    /** Damage that showed only when all that was wanted had been read. */
    static final class LateDamage extends IOException {

        private static final long serialVersionUID = 1L;

        private LateDamage(IOException cause) {
            super(cause);
        }
    }

    /** Is told of every stretch of bytes that was read. */
    interface Meter {

        void read(int bytes) throws SourceException;
    }

    /**
     * @param size how many bytes it is to be, and {@code checksum} their sum; where either is another the part is damaged
     */
    GuardedStream(InputStream in, boolean xml, long size, long checksum, Limits limits, Origin origin, Meter meter) {
        super(in);
        this.size = size;
        this.checksum = checksum;
        this.meter = meter;
        this.origin = origin;
        this.limits = limits;
        this.packed = in instanceof InputStreamStatistics statistics ? statistics : null;
        // a character may be written as a reference of eight bytes
        this.maxGap = xml ? 8L * limits.maxCellChars() + (64 << 10) : Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        boolean failed = true;
        try {
            int read = in.read(buffer, offset, length);
            if (read > 0) {
                watch(buffer, offset, read);
            } else if (read < 0 && !done && (bytes != size || sum.getValue() != checksum)) {
                throw origin.unreadable("damaged");
            }
            done |= read < 0;
            failed = false;
            return read;
        } finally {
            done |= failed;
        }
    }

    private void watch(byte[] buffer, int offset, int read) throws IOException {
        bytes += read;
        sum.update(buffer, offset, read);
        meter.read(read);
        if (bytes > limits.maxEntryBytes()) {
            throw origin.tooLarge(Limit.ENTRY_SIZE, bytes, limits.maxEntryBytes());
        }
        if (bytes > Limits.RATIO_FREE_BYTES && packed != null) {
            long ratio = bytes / Math.max(1, packed.getCompressedCount());
            if (ratio > limits.maxRatio()) {
                throw origin.tooLarge(Limit.ZIP_RATIO, ratio, limits.maxRatio());
            }
        }
        if (maxGap != Long.MAX_VALUE) {
            watchGap(buffer, offset, offset + read);
        }
    }

    /** Reads what little is left behind the rows, for it is at the end that a damaged part shows. */
    @Override
    public void close() throws IOException {
        try {
            byte[] rest = new byte[8192];
            for (int read = 0; !done && read < MOST_LEFT; read += rest.length) {
                if (read(rest, 0, rest.length) < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new LateDamage(e);
        } finally {
            in.close();
        }
    }

    /** How many bytes of the package it has used up. */
    long consumed() {
        return packed == null ? bytes : packed.getCompressedCount();
    }

    private void watchGap(byte[] buffer, int from, int to) throws SourceException {
        int first = from;
        while (first < to && buffer[first] != '<') {
            first++;
        }
        gap += first - from;
        if (gap > maxGap) {
            throw origin.tooLarge(Limit.CELL_LENGTH, gap, limits.maxCellChars());
        }
        if (first < to) {
            int last = to - 1;
            while (buffer[last] != '<') {
                last--;
            }
            gap = (long) to - last;
        }
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8192, Math.max(1, count))];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
