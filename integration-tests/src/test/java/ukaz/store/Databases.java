package ukaz.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import ukaz.ingest.store.Store;

/** Makes an empty database on a PostgreSQL server for each test. */
public final class Databases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Databases() {}

    /** @param url with the name of a database that exists as its last part */
    static Store openNew(String url, String user, String password) throws SQLException {
        return Store.postgres(create(url, user, password), user, password);
    }

    /** Makes a database, and answers its address. */
    public static String create(String url, String user, String password) throws SQLException {
        String name = "store_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        int query = url.indexOf('?');
        String base = query < 0 ? url : url.substring(0, query);
        return base.substring(0, base.lastIndexOf('/') + 1) + name;
    }
}
