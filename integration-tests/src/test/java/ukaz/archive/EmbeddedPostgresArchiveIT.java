package ukaz.archive;

import java.nio.file.Path;

/** An archive on a PostgreSQL that needs no Docker. */
class EmbeddedPostgresArchiveIT extends ArchiveContract {

    @Override
    ArchiveAddress address(Path folder) throws Exception {
        return ArchiveAddress.embedded(folder);
    }
}
