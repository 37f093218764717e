package ukaz.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.apache.commons.compress.utils.InputStreamStatistics;

/** A deflated part while it is unpacked, in larger pieces than libraries take. */
final class Inflated extends InputStream implements InputStreamStatistics {

    private static final int PIECE = 1 << 16;

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final byte[] piece = new byte[PIECE];
    private boolean padded;
    private long packedBytes;
    private long unpackedBytes;

    Inflated(InputStream packed) {
        this.packed = packed;
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
        try {
            while (true) {
                int read = inflater.inflate(into, offset, length);
                packedBytes = inflater.getBytesRead();
                if (read > 0) {
                    unpackedBytes += read;
                    return read;
                } else if (inflater.finished()) {
                    return -1;
                } else if (inflater.needsDictionary()) {
                    throw new ZipException("preset dictionary");
                } else if (inflater.needsInput()) {
                    feed();
                }
            }
        } catch (DataFormatException e) {
            ZipException damaged = new ZipException(e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    private void feed() throws IOException {
        int length = packed.read(piece, 0, PIECE);
        if (length > 0) {
            inflater.setInput(piece, 0, length);
        } else if (padded) {
            throw new EOFException("a part ends too early");
        } else {
            // some versions of the library beneath want a byte behind the end
            padded = true;
            inflater.setInput(new byte[1]);
        }
    }

    @Override
    public long getCompressedCount() {
        return packedBytes;
    }

    @Override
    public long getUncompressedCount() {
        return unpackedBytes;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
