package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.postgresql.PostgreSQLContainer;
import ukaz.job.ChildProcess;
import ukaz.job.InventedPeople;
import ukaz.store.Databases;
import ukaz.store.Docker;

/** The server of an archive is restarted in the middle of an import. */
class ContainerPostgresRestartIT {

    private static final int ROWS = 60_000;

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
            Path list = list();
            ArchiveAddress disturbed = address(server, "disturbed");
            Path log = work.resolve("log");

            Process first = ChildProcess.start("256m", log, arguments(disturbed, list));
            while (staged(disturbed) < 5_000) {
                assertThat(first.isAlive()).as(Files.readString(log)).isTrue();
                Thread.sleep(10);
            }
            server.getDockerClient()
                    .restartContainerCmd(server.getContainerId())
                    .withTimeout(1)
                    .exec();

            assertThat(first.waitFor()).isEqualTo(4);
            assertThat(log).content().contains("The same command goes on where it stopped");
            while (staged(disturbed) < 0) {
                Thread.sleep(100);
            }
            int exitCode =
                    ChildProcess.start("256m", log, arguments(disturbed, list)).waitFor();
            assertThat(exitCode).as(Files.readString(log)).isZero();
            assertThat(log).content().contains("Going on with run 1");

            ArchiveAddress calm = address(server, "calm");
            assertThat(ChildProcess.start("256m", log, arguments(calm, list)).waitFor())
                    .as(Files.readString(log))
                    .isZero();
            Reported.of(disturbed, work.resolve("of-disturbed"))
                    .assertEqualTo(Reported.of(calm, work.resolve("of-calm")));
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

    private Object[] arguments(ArchiveAddress archive, Path list) {
        return archive.arguments(
                "import",
                list,
                "--out",
                work.resolve("out"),
                "--format",
                "jsonl",
                "--fail-on",
                "never",
                "--lang",
                "en");
    }

    /** How many records are staged; negative where the server cannot be asked. */
    private static long staged(ArchiveAddress archive) {
        try (Connection connection = archive.connect();
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

    private Path list() throws IOException {
        Path file = work.resolve("list.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("№ п/п;ФИО;Дата рождения;Награда;Дата указа;Кем присвоено\n");
            for (int i = 1; i <= ROWS; i++) {
                String year = Integer.toString(i % 10 == 0 ? 1930 : 1940 + i % 50);
                out.write(i + ";" + InventedPeople.name(i) + ";12.03.1905;ГСТ;29.10." + year + ";ПВС СССР\n");
            }
        }
        return file;
    }
}
