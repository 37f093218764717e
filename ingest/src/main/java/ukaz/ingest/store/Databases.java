package ukaz.ingest.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The connections to the databases a store can lie in. */
final class Databases {

    private static final int MOST_CONNECTIONS = 8;

    /** What is long is packed on the server by the faster of its two ways, where it was built with it. */
    private static final String PACKED_FAST = "select set_config(name, 'lz4', false) from pg_settings"
            + " where name = 'default_toast_compression' and 'lz4' = any (enumvals)";

    private Databases() {}

    static HikariDataSource sqlite(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath()
                + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=30000&transaction_mode=IMMEDIATE"
                + "&cache_size=-32000&temp_store=FILE");
        return pool(config);
    }

    static HikariDataSource postgres(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(onServer(url) + "&reWriteBatchedInserts=true");
        config.setUsername(user);
        config.setPassword(password);
        config.setConnectionInitSql(PACKED_FAST);
        return pool(config);
    }

    /** A connection of its own beside the pool, for a lock that goes with it. */
    static Connection alone(ArchivePlace.OnServer place) throws SQLException {
        return DriverManager.getConnection(onServer(place.url()), place.user(), place.password());
    }

    /** A server that went away without a word is noticed in the end. */
    private static String onServer(String url) {
        return url + (url.contains("?") ? "&" : "?") + "tcpKeepAlive=true";
    }

    private static HikariDataSource pool(HikariConfig config) {
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }
}
