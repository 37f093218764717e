package ukaz.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.run.Ukaz;
import ukaz.store.EmbeddedServer;

/**
 * How a command line names an archive, and how a test looks into it.
 *
 * @param credentials the file with user and password; null for none
 */
record ArchiveAddress(
        String name,
        String url,
        String user,
        String password,
        @Nullable Path credentials) {

    static ArchiveAddress inFolder(Path folder) {
        return new ArchiveAddress(
                folder.toString(), "jdbc:sqlite:" + folder.resolve("archive.db") + "?busy_timeout=5000", "", "", null);
    }

    static ArchiveAddress onServer(String url, String user, String password, Path credentials) throws IOException {
        Files.writeString(credentials, "user=" + user + "\npassword=" + password + "\n");
        return new ArchiveAddress(url, url, user, password, credentials);
    }

    /** A database of its own on the PostgreSQL that needs no Docker. */
    static ArchiveAddress embedded(Path folder) throws IOException, SQLException {
        return onServer(
                EmbeddedServer.create(), EmbeddedServer.USER, EmbeddedServer.PASSWORD, folder.resolve("credentials"));
    }

    /** The arguments with those that name the archive. */
    Object[] arguments(Object... arguments) {
        Stream<Object> address = credentials == null
                ? Stream.of("--archive", name)
                : Stream.of("--archive", name, "--archive-credentials", credentials);
        return Stream.concat(Stream.of(arguments), address).toArray();
    }

    /** The arguments of an import that reports lines and ends with code 0 whatever it finds. */
    Object[] imports(Path lists, Path out) {
        return arguments(Ukaz.lines("import", lists, out));
    }

    /** How many records are staged: none before there is an archive, and a negative number where it cannot be asked. */
    long staged() {
        if (credentials == null && !Files.exists(Path.of(name))) {
            return 0;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet count = statement.executeQuery("select count(*) from record")) {
                return count.next() ? count.getLong(1) : 0;
            } catch (SQLException e) {
                // Not made yet.
                return 0;
            }
        } catch (SQLException e) {
            return -1;
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** What the archive has packed of the records that hold, card by card. */
    List<String> cards() throws SQLException {
        List<String> cards = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet card = statement.executeQuery(
                        "select s.path, c.part, c.records, c.places, c.people from card c"
                                + " join source s on s.id = c.source_id where s.until_run is null order by s.path, c.part")) {
            while (card.next()) {
                cards.add("%s %d: %d records %s %s"
                        .formatted(
                                card.getString(1),
                                card.getInt(2),
                                card.getInt(3),
                                HexFormat.of().formatHex(card.getBytes(4)),
                                HexFormat.of().formatHex(card.getBytes(5))));
            }
        }
        return cards;
    }
}
