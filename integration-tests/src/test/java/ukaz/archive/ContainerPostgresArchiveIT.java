package ukaz.archive;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.postgresql.PostgreSQLContainer;
import ukaz.store.Databases;
import ukaz.store.Docker;

/** An archive on PostgreSQL as people run it. */
class ContainerPostgresArchiveIT extends ArchiveContract {

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
    ArchiveAddress address(Path folder) throws Exception {
        String url = Databases.create(server.getJdbcUrl(), server.getUsername(), server.getPassword());
        return ArchiveAddress.onServer(url, server.getUsername(), server.getPassword(), folder.resolve("credentials"));
    }
}
