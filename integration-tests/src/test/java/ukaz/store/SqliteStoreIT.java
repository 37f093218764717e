package ukaz.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.store.Store;

/** The store in a file of its own. */
class SqliteStoreIT extends StoreContract {

    @TempDir
    private Path folder;

    @Override
    Store open() {
        return Store.embedded(folder.resolve("store.db"));
    }
}
