package ukaz.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import ukaz.app.job.JobEngine;
import ukaz.ingest.store.Archive;
import ukaz.ingest.store.ArchivePlace;
import ukaz.ingest.store.LostLockException;

/** A server that drops its connections forgets who writes to an archive. */
class LostLockIT {

    @Test
    void nobody_writes_on_where_another_has_begun_to_meanwhile() throws Exception {
        String url = EmbeddedServer.create();
        ArchivePlace place = new ArchivePlace.OnServer(url, EmbeddedServer.USER, EmbeddedServer.PASSWORD);
        try (Archive first = open(place)) {
            first.holdOn();
            dropAll(url);
            try (Archive second = open(place)) {
                assertThatThrownBy(first::holdOn).isInstanceOf(LostLockException.class);
                second.holdOn();
            }

            first.holdOn();
            assertThat(Archive.toWrite(place, JobEngine.TABLES)).isNull();
        }
    }

    private static Archive open(ArchivePlace place) {
        return Objects.requireNonNull(Archive.toWrite(place, JobEngine.TABLES));
    }

    private static void dropAll(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedServer.USER, EmbeddedServer.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }
}
