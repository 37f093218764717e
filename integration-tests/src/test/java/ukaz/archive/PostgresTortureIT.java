package ukaz.archive;

import java.nio.file.Path;

/** Imports are disturbed that write to a PostgreSQL that needs no Docker. */
class PostgresTortureIT extends Torture {

    @Override
    ArchiveAddress address(Path folder) throws Exception {
        return ArchiveAddress.embedded(folder);
    }

    @Override
    Blow[] blows() {
        return new Blow[] {Blow.KILLED, Blow.KILLED, Blow.TOLD_TO_END, Blow.CUT_OFF, Blow.CUT_OFF};
    }
}
