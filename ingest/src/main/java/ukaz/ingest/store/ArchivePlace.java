package ukaz.ingest.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an archive lies: in a file, or in a database of a PostgreSQL server. */
public sealed interface ArchivePlace {

    /** As people name it, without a secret. */
    String name();

    /** True where there may be an archive. */
    boolean exists();

    /** {@code sqlite} or {@code postgresql}. */
    String kind();

    HikariDataSource connect();

    /** A file of its own. */
    record InFile(Path file, String name) implements ArchivePlace {

        private static final String NAME = "archive.db";

        /** @param argument a folder, which need not exist, or a file with an ending */
        public static InFile of(Path argument) {
            String last = String.valueOf(argument.getFileName());
            boolean file = Files.isRegularFile(argument) || !Files.isDirectory(argument) && last.endsWith(".db");
            return new InFile(file ? argument : argument.resolve(NAME), argument.toString());
        }

        @Override
        public boolean exists() {
            return Files.exists(file);
        }

        @Override
        public String kind() {
            return "sqlite";
        }

        @Override
        public HikariDataSource connect() {
            return Databases.sqlite(file);
        }

        /** The file that whoever does this holds a lock on. */
        Path lockFile(String purpose) {
            Path lock = file.resolveSibling(file.getFileName() + "." + purpose + "-lock")
                    .toAbsolutePath();
            try {
                Path folder = lock.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lock;
        }
    }

    /** A database of a server. */
    record OnServer(String url, String user, String password) implements ArchivePlace {

        @Override
        public String name() {
            return url;
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String kind() {
            return "postgresql";
        }

        @Override
        public HikariDataSource connect() {
            return Databases.postgres(url, user, password);
        }

        @Override
        public String toString() {
            return url;
        }
    }
}
