package ukaz.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.Context;

/** Brings the tables of an archive to the version that this program knows. */
final class Migrations {

    /** The number of the last migration. */
    static final int VERSION = 8;

    private static final String HISTORY = "flyway_schema_history";

    private Migrations() {}

    /** @param jobTables the script of the job's tables, but for the name of the database at its end */
    static void run(DataSource dataSource, String database, String jobTables) {
        int found = version(dataSource);
        if (found > VERSION) {
            throw new NewerArchiveException(found, VERSION);
        }
        if (found == VERSION) {
            // Flyway would take a second to come to the same conclusion.
            return;
        }
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .table(HISTORY)
                .locations("classpath:ukaz/ingest/store")
                .javaMigrations(new JobTables(jobTables + database + ".sql"), new Sheaves())
                .load()
                .migrate();
    }

    private static int version(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("select max(cast(version as integer)) from " + HISTORY + " where success")) {
                return row.next() ? row.getInt(1) : 0;
            } catch (SQLException e) {
                // A database that nothing was ever put into.
                return 0;
            }
        } catch (SQLException e) {
            throw Store.failure("opening", e);
        }
    }

    /** The tables in which the job remembers how far it came, as they come with Spring Batch. */
    private static final class JobTables extends CodedMigration {

        private final String script;

        JobTables(String script) {
            super(2, "job");
            this.script = script;
        }

        @Override
        public void migrate(Context context) throws Exception {
            try (InputStream in = Migrations.class.getResourceAsStream(script);
                    Statement statement = context.getConnection().createStatement()) {
                if (in == null) {
                    throw new IOException("the program is incomplete: " + script + " is missing");
                }
                for (String sql : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }
}
