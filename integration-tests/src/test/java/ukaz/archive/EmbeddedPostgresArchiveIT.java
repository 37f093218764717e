package ukaz.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import ukaz.store.Databases;

/** An archive on a PostgreSQL that needs no Docker. */
class EmbeddedPostgresArchiveIT extends ArchiveContract {

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
    ArchiveAddress address(Path folder) throws Exception {
        String url = Databases.create(
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
        return ArchiveAddress.onServer(url, "postgres", "postgres", folder.resolve("credentials"));
    }
}
