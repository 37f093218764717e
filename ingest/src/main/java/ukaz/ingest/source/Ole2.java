package ukaz.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The old container: an xls workbook, or an encrypted package. */
final class Ole2 {

    private Ole2() {}

    static FormatReader reader(Path file, OpenOptions options, Origin origin) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw origin.encrypted();
            }
            throw origin.unsupported("OLE2 " + options.limits().maxRows());
        }
    }
}
