package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import ukaz.job.ChildProcess;
import ukaz.job.InventedPeople;
import ukaz.run.Ukaz;
import ukaz.store.Databases;
import ukaz.store.Docker;

/** The server of an archive is restarted in the middle of an import. */
class ContainerPostgresRestartIT {

    private static final int ROWS = 10_000;

    @TempDir
    private Path work;

    @Test
    @Timeout(600)
    void an_import_goes_on_when_the_server_is_back() throws Exception {
        int port = freePort();
        // The port has to be the same one after the restart.
        try (PostgreSQLContainer server = Docker.start(() -> new PostgreSQLContainer(Docker.POSTGRES)
                .withCreateContainerCmdModifier(command -> command.withHostConfig(
                        HostConfig.newHostConfig().withPortBindings(PortBinding.parse(port + ":5432")))))) {
            Path list = InventedPeople.list(work.resolve("list.csv"), ROWS);
            ArchiveAddress disturbed = address(server, "disturbed");
            Path log = work.resolve("log");

            Process first = ChildProcess.start("256m", log, disturbed.imports(list, work.resolve("out")));
            ChildProcess.await(first, log, () -> disturbed.staged() >= 2_000);
            restartInTheMiddle(disturbed, server);

            assertThat(first.waitFor()).isEqualTo(4);
            assertThat(log).content().contains("The same command goes on where it stopped");
            while (disturbed.staged() < 0) {
                Thread.sleep(100);
            }
            Ukaz again = Ukaz.run(Clock.systemUTC(), disturbed.imports(list, work.resolve("out")));
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(again.err()).contains("Going on with run 1");

            ArchiveAddress calm = address(server, "calm");
            Ukaz undisturbed = Ukaz.run(Clock.systemUTC(), calm.imports(list, work.resolve("out")));
            assertThat(undisturbed.exitCode()).as(undisturbed.err()).isZero();
            Reported.of(disturbed, work.resolve("of-disturbed"))
                    .assertEqualTo(Reported.of(calm, work.resolve("of-calm")));
        }
    }

    /** No more rows are written until the server ends. */
    private static void restartInTheMiddle(ArchiveAddress archive, PostgreSQLContainer server) throws SQLException {
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table record in share mode");
            try (ResultSet count = statement.executeQuery("select count(*) from record")) {
                assertThat(count.next() ? count.getInt(1) : ROWS)
                        .as("rows in the archive")
                        .isLessThan(ROWS);
            }
            server.getDockerClient()
                    .restartContainerCmd(server.getContainerId())
                    .withTimeout(1)
                    .exec();
        }
    }

    private ArchiveAddress address(PostgreSQLContainer server, String name) throws SQLException, IOException {
        return ArchiveAddress.onServer(
                Databases.create(server.getJdbcUrl(), server.getUsername(), server.getPassword()),
                server.getUsername(),
                server.getPassword(),
                work.resolve("credentials-" + name));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
