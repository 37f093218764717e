package ukaz.archive;

import java.nio.file.Path;

/** An archive in a file of its own. */
class SqliteArchiveIT extends ArchiveContract {

    @Override
    ArchiveAddress address(Path folder) {
        return ArchiveAddress.inFolder(folder.resolve("archive"));
    }
}
