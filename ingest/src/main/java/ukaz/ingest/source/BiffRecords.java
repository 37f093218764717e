package ukaz.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.CodePageUtil;
import org.jspecify.annotations.Nullable;

/** The records of an xls stream one after the other, deciphered where there is a password. */
final class BiffRecords implements Closeable {

    static final int BOF = 0x809;
    static final int EOF = 0x0A;
    private static final int FILEPASS = 0x2F;

    private final InputStream stream;
    private final long size;
    private final @Nullable String password;
    private final Origin origin;
    private RecordInputStream in;
    private long read;
    private boolean biff8;
    private Charset charset = Charset.forName("windows-1252");
    private int depth;

    BiffRecords(POIFSFileSystem container, String name, @Nullable String password, Origin origin) throws IOException {
        DocumentInputStream document = container.createDocumentInputStream(name);
        this.stream = document;
        this.size = document.available();
        this.password = password;
        this.origin = origin;
        this.in = new RecordInputStream(stream);
    }

    /** Goes to the next record; returns its number, or -1 at the end of the stream. */
    int next() throws IOException {
        while (true) {
            in.readRemainder();
            if (!in.hasNextRecord()) {
                return -1;
            }
            in.nextRecord();
            int record = in.getSid() & 0xFFFF;
            read += 4L + in.remaining();
            if (record == BOF) {
                if (depth++ == 0 && read < 100) {
                    // what nobody has heard of is newer, and POI takes it so
                    biff8 = in.readUShort() > 0x500;
                    return BOF;
                }
            } else if (record == EOF) {
                depth = Math.max(0, depth - 1);
            } else if (record == FILEPASS && depth == 1) {
                decipher();
                continue;
            }
            return record;
        }
    }

    private void decipher() throws IOException {
        if (!biff8) {
            throw origin.encrypted();
        }
        EncryptionInfo info = new FilePassRecord(in).getEncryptionInfo();
        Decryptor decryptor = info.getDecryptor();
        try {
            if (!decryptor.verifyPassword(password == null ? Decryptor.DEFAULT_PASSWORD : password)) {
                throw origin.encrypted();
            }
        } catch (GeneralSecurityException e) {
            throw origin.unreadable("damaged", e);
        }
        in = new RecordInputStream(stream, info, (int) read);
    }

    /** How much of the stream has been read, from 0 to 1. */
    double share() {
        return (double) read / Math.max(1, size);
    }

    RecordInputStream in() {
        return in;
    }

    boolean isBiff8() {
        return biff8;
    }

    /** How many substreams the record stands in: 1 in the workbook's or a sheet's, 2 in a chart of the sheet. */
    int depth() {
        return depth;
    }

    void codePage(int page) {
        try {
            charset = Charset.forName(page == 0x8001 ? "windows-1252" : CodePageUtil.codepageToEncoding(page, true));
        } catch (IOException | IllegalArgumentException e) {
            charset = Charset.forName("windows-1252");
        }
    }

    /** So many characters, as the version of the file writes them. */
    String text(int length) {
        if (!biff8) {
            byte[] bytes = new byte[Math.min(length, in.remaining())];
            in.readFully(bytes);
            return new String(bytes, charset);
        }
        return (in.readUByte() & 1) == 0 ? in.readCompressedUnicode(length) : in.readUnicodeLEString(length);
    }

    /** So many bytes of the old versions' text. */
    String bytes(int length) {
        byte[] bytes = new byte[Math.min(length, in.remaining())];
        in.readFully(bytes);
        return new String(bytes, biff8 ? StandardCharsets.ISO_8859_1 : charset);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
