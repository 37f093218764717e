package ukaz.store;

import ukaz.ingest.store.Store;

/** The store on a PostgreSQL that needs no Docker. */
class EmbeddedPostgresStoreIT extends StoreContract {

    @Override
    Store open() throws Exception {
        return Store.postgres(EmbeddedServer.create(), EmbeddedServer.USER, EmbeddedServer.PASSWORD);
    }
}
