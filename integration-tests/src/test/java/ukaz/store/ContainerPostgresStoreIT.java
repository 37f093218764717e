package ukaz.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.postgresql.PostgreSQLContainer;
import ukaz.ingest.store.Store;

/** The store on PostgreSQL as people run it. */
class ContainerPostgresStoreIT extends StoreContract {

    private static PostgreSQLContainer server;

    @BeforeAll
    static void start() {
        server = Docker.start(() -> new PostgreSQLContainer(Docker.POSTGRES));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    Store open() throws Exception {
        return Databases.openNew(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }
}
