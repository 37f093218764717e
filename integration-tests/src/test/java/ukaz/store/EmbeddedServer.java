package ukaz.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that needs no Docker, started once for all tests that ask for a database; it ends with their process. */
public final class EmbeddedServer {

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private static @Nullable EmbeddedPostgres server;

    private EmbeddedServer() {}

    /** The port on this machine. */
    public static synchronized int port() {
        EmbeddedPostgres running = server;
        if (running == null) {
            try {
                running = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server = running;
        }
        return running.getPort();
    }

    /** Makes a database, and answers its address. */
    public static String create() throws SQLException {
        return Databases.create("jdbc:postgresql://localhost:" + port() + "/postgres", USER, PASSWORD);
    }
}
