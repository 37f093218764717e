package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/** The old container of Office: an xls workbook, or a newer file under a password. */
final class Ole2 {

    /** Excel takes 100,000; more only makes a machine sweat. */
    private static final int MAX_SPIN = 10_000_000;

    private Ole2() {}

    static FormatReader reader(Path file, OpenOptions options, Origin origin) throws IOException, XMLStreamException {
        POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true);
        return Sources.opened(container, () -> {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                SeekableByteChannel plain = decrypted(container, options, origin);
                container.close();
                return Sources.zipped(plain, options.limits(), origin);
            }
            String stream = workbookStream(root);
            if (stream == null) {
                throw origin.unsupported(kind(root));
            }
            return new XlsReader(container, stream, options, origin);
        });
    }

    /** A file that Excel 95 can read as well has both; the newer one is the whole one. */
    private static @Nullable String workbookStream(DirectoryNode root) {
        Set<String> names = root.getEntryNames();
        for (String wanted : new String[] {"Workbook", "WORKBOOK", "BOOK", "Book"}) {
            if (names.contains(wanted)) {
                return wanted;
            }
        }
        return null;
    }

    private static String kind(DirectoryNode root) {
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            return ".doc";
        } else if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
            return ".ppt";
        }
        return "OLE2";
    }

    /** The package behind the password, in a file that only this process has and that is gone when it is closed. */
    private static SeekableByteChannel decrypted(POIFSFileSystem container, OpenOptions options, Origin origin)
            throws IOException {
        EncryptionInfo info = new EncryptionInfo(container);
        if (info.getVerifier().getSpinCount() > MAX_SPIN) {
            throw origin.unreadable("damaged");
        }
        Decryptor decryptor = Decryptor.getInstance(info);
        String password = options.password();
        try {
            if (!decryptor.verifyPassword(password == null ? Decryptor.DEFAULT_PASSWORD : password)) {
                throw origin.encrypted();
            }
            try (InputStream in = decryptor.getDataStream(container)) {
                return copied(in, options.limits(), origin);
            }
        } catch (GeneralSecurityException e) {
            throw origin.unreadable("damaged", e);
        }
    }

    private static SeekableByteChannel copied(InputStream in, Limits limits, Origin origin) throws IOException {
        // made readable for its owner alone
        Path file = Files.createTempFile("ukaz", ".tmp");
        SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        boolean done = false;
        try {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                size += read;
                if (size > limits.maxFileBytes()) {
                    throw origin.tooLarge(Limit.FILE_SIZE, size, limits.maxFileBytes());
                }
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
            channel.position(0);
            done = true;
            return channel;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }
}
