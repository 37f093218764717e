package ukaz.archive;

import java.nio.file.Path;

/** Imports are disturbed that write to a file. */
class SqliteTortureIT extends Torture {

    @Override
    ArchiveAddress address(Path folder) {
        return ArchiveAddress.inFolder(folder.resolve("archive"));
    }
}
