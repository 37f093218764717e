package ukaz.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import ukaz.ingest.store.Store;

/** The store on a PostgreSQL that needs no Docker. */
class EmbeddedPostgresStoreIT extends StoreContract {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    Store open() throws Exception {
        return Databases.openNew(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
    }
}
