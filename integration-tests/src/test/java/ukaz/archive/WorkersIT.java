package ukaz.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import ukaz.job.ChildProcess;
import ukaz.job.InventedPeople;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.store.Databases;
import ukaz.store.Docker;

/**
 * Imports whose files are read by other processes, over a real broker into a real server: whatever dies in between, records and
 * findings are those of one process that nobody has disturbed.
 */
class WorkersIT {

    private static final int LARGE = 8_000;
    private static final int SMALL = 1_000;
    private static final int MET_IN_THE_MIDDLE = 2_000;
    /** Some input could not be read: one of the files is damaged. */
    private static final int UNPROCESSED = 3;

    @TempDir
    private static Path shared;

    private static PostgreSQLContainer database;
    private static RabbitMQContainer broker;
    private static Path input;
    private static Path brokerCredentials;
    private static Reported alone;
    private static List<Object> countedAlone;

    @TempDir
    private Path work;

    private ArchiveAddress archive;
    private Object inputs;
    private Map<String, String> environment = Map.of();
    private final List<Process> processes = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        database = Docker.start(() -> atFixedPort(new PostgreSQLContainer(Docker.POSTGRES), 5432));
        broker = Docker.start(() ->
                atFixedPort(new RabbitMQContainer(Docker.RABBITMQ).withStartupTimeout(Duration.ofMinutes(3)), 5672));
        brokerCredentials = Files.writeString(
                shared.resolve("broker"),
                "user=" + broker.getAdminUsername() + "\npassword=" + broker.getAdminPassword() + "\n");
        input = Files.createDirectory(shared.resolve("in"));
        list("a-large.csv", LARGE, 0);
        SheetsFile.write(input.resolve("a-sheets.xlsx"));
        SheetsFile.damage(SheetsFile.write(input.resolve("a-torn.xlsx")));
        list("b.csv", SMALL, 5_000);
        list("c.csv", SMALL, 9_000);
        byte[] sample = Files.readAllBytes(Path.of("..", "samples", "uchebnye-oshibki.xlsx"));
        Files.write(input.resolve("d.xlsx"), sample);
        // Poison: it breaks off in the middle.
        Files.write(input.resolve("e-damaged.xlsx"), Arrays.copyOf(sample, sample.length / 2));
        Path log = shared.resolve("log");
        Process undisturbed = ChildProcess.start(
                "256m",
                log,
                ArchiveAddress.inFolder(shared.resolve("alone"))
                        .arguments(
                                "import",
                                input,
                                "--out",
                                shared.resolve("alone-out"),
                                "--format",
                                "jsonl",
                                "--lang",
                                "en"));
        assertThat(undisturbed.waitFor()).as(Files.readString(log)).isEqualTo(UNPROCESSED);
        alone = Reported.in(shared.resolve("alone-out"));
        countedAlone = counted(shared.resolve("alone-out"));
    }

    /** The port has to be the same one after a restart. */
    private static <C extends GenericContainer<?>> C atFixedPort(C container, int port) {
        try (ServerSocket free = new ServerSocket(0)) {
            String binding = free.getLocalPort() + ":" + port;
            container.withCreateContainerCmdModifier(command -> command.withHostConfig(HostConfig.newHostConfig()
                    .withPortBindings(PortBinding.parse(binding))
                    .withPublishAllPorts(true)));
            return container;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.stop();
        }
        if (database != null) {
            database.stop();
        }
    }

    @BeforeEach
    void make_an_archive() throws Exception {
        archive = ArchiveAddress.onServer(
                Databases.create(database.getJdbcUrl(), database.getUsername(), database.getPassword()),
                database.getUsername(),
                database.getPassword(),
                work.resolve("credentials"));
    }

    @AfterEach
    void end_all() throws Exception {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @Timeout(120)
    void two_workers_do_what_one_process_does_and_throw_away_what_is_no_request_of_theirs() throws Exception {
        Process one = worker("one");
        Process two = worker("two");
        await("one", log -> log.contains("listens at"));
        String queue = "ukaz." + text("select text from note where name = 'identity'");
        send(queue, "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==".getBytes(StandardCharsets.UTF_8));
        send(queue, "{\"run\":1,\"part\":1,\"execution\":987654}".getBytes(StandardCharsets.UTF_8));

        assertThat(manager().waitFor()).as(log("manager")).isEqualTo(UNPROCESSED);

        same();
        assertThat(Files.readString(work.resolve("one")) + Files.readString(work.resolve("two")))
                .contains("is no request");
        Ukaz runs = Ukaz.run(archive.arguments("archive", "runs"));
        assertThat(runs.out()).contains("Workers of run 1").containsPattern("(?m)^ *(one|two) ");
        assertThat(number("select count(*) from part where state <> 'DONE'")).isZero();
        assertThat(number("select sum(rows_read) from part_work"))
                .isEqualTo(number("select sum(rows_read) from sheet"));
        for (Process worker : List.of(one, two)) {
            worker.destroy();
            assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @Timeout(120)
    void what_a_killed_worker_had_in_hand_is_gone_on_with_by_another() throws Exception {
        Process manager = manager();
        Process first = worker("first");
        metInTheMiddle();
        worker("second");
        first.destroyForcibly().waitFor();

        assertThat(manager.waitFor()).as(log("manager")).isEqualTo(UNPROCESSED);

        same();
        assertThat(number("select count(distinct w.worker) from part_work w join part p on p.id = w.part_id"
                        + " join source s on s.id = p.source_id where s.path = 'a-large.csv' and w.rows_read > 0"))
                .as("workers of the large file")
                .isEqualTo(2);
    }

    @Test
    @Timeout(120)
    void a_killed_manager_is_begun_again_while_its_workers_go_on() throws Exception {
        worker("one");
        Process first = manager();
        metInTheMiddle();
        first.destroyForcibly().waitFor();

        assertThat(manager().waitFor()).as(log("manager")).isEqualTo(UNPROCESSED);

        same();
        assertThat(log("manager")).contains("Going on with run 1");
    }

    @Test
    @Timeout(120)
    void all_are_killed_and_begun_again() throws Exception {
        Process manager = manager();
        Process one = worker("one");
        metInTheMiddle();
        for (Process process : List.of(one, manager)) {
            process.destroyForcibly().waitFor();
        }

        Process again = manager();
        worker("three");

        assertThat(again.waitFor()).as(log("manager")).isEqualTo(UNPROCESSED);
        same();
        assertThat(log("manager")).contains("Going on with run 1");
    }

    @Test
    @Timeout(120)
    void what_workers_have_read_of_the_sheets_of_a_workbook_is_gone_on_with_by_one_process() throws Exception {
        Process manager = manager();
        Process one = worker("one");
        metInTheMiddle(LARGE + 2_000);
        for (Process process : List.of(one, manager)) {
            process.destroyForcibly().waitFor();
        }
        assertThat(number("select count(*) from piece where state = 'READ'")).isPositive();
        assertThat(number("select count(*) from piece where state = 'PENDING'")).isPositive();

        assertThat(start("alone", imports()).waitFor()).as(log("alone")).isEqualTo(UNPROCESSED);

        same();
        assertThat(log("alone")).contains("Going on with run 1");
    }

    @Test
    @Timeout(120)
    void a_broker_that_is_restarted_is_found_again() throws Exception {
        Process manager = manager();
        worker("one");
        metInTheMiddle();
        restart(broker);

        assertThat(manager.waitFor()).as(log("manager")).isEqualTo(UNPROCESSED);

        same();
        assertThat(log("one")).contains("The broker does not answer").contains("The broker is back");
    }

    @Test
    @Timeout(120)
    void a_database_that_is_restarted_is_found_again() throws Exception {
        Process manager = manager();
        worker("one");
        metInTheMiddle();
        crash(database);

        assertThat(manager.waitFor()).as(log("manager") + log("one")).isEqualTo(UNPROCESSED);

        same();
        assertThat(log("manager")).contains("The database is back");
    }

    @Test
    @Timeout(120)
    void files_in_a_storage_are_fetched_by_whoever_reads_them_and_left_by_nobody() throws Exception {
        try (StorageServer storage = StorageServer.of(input)) {
            environment = storage.environment();
            worker("one");
            inputs = "s3://" + StorageServer.BUCKET + "/lists";

            assertThat(manager().waitFor()).as(log("manager")).isEqualTo(UNPROCESSED);

            same();
            assertThat(storage.fetched())
                    .as("once by the manager, once by a worker for each piece")
                    .isEqualTo(7 + 5 + 2 * 3);
            assertThat(work.resolve("out/.ukaz-objects")).doesNotExist();
            assertThat(number("select count(*) from source where location not like '%.ukaz-objects%'"))
                    .isZero();
        }
    }

    private void same() {
        Reported.in(work.resolve("out")).assertEqualTo(alone);
        assertThat(counted(work.resolve("out"))).isEqualTo(countedAlone);
    }

    /** How many rows of each sheet were read, and as what; and what each rule did. */
    private static List<Object> counted(Path folder) {
        Outputs outputs = new Outputs(folder);
        Map<String, Object> summary = outputs.summary();
        List<Map<String, Object>> files = Outputs.list(summary, "files");
        // Relative to the folder of the reports.
        files.forEach(file -> file.remove("path"));
        return List.of(files, summary.get("rules"), summary.get("rows"));
    }

    private List<Object> imports() {
        return List.of("import", inputs == null ? input : inputs, "--out", work.resolve("out"), "--format", "jsonl");
    }

    private static List<Object> brokered(List<Object> arguments) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(
                "--broker",
                "amqp://" + broker.getHost() + ":" + broker.getAmqpPort(),
                "--broker-credentials",
                brokerCredentials));
        return all;
    }

    private Process manager() throws IOException {
        List<Object> all = brokered(imports());
        all.addAll(List.of("--worker-timeout", "2"));
        return start("manager", all);
    }

    private Process worker(String name) throws IOException {
        return start(name, brokered(List.of("worker", "--name", name)));
    }

    private Process start(String log, List<Object> arguments) throws IOException {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of("--lang", "en"));
        List<String> command = new ArrayList<>(ChildProcess.command("256m", archive.arguments(all.toArray())));
        // Most of what these processes do is to start.
        command.add(1, "-XX:TieredStopAtLevel=1");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(log).toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private String log(String name) throws IOException {
        return Files.readString(work.resolve(name));
    }

    private void metInTheMiddle() throws Exception {
        metInTheMiddle(MET_IN_THE_MIDDLE);
    }

    private void metInTheMiddle(int rows) throws Exception {
        while (number("select coalesce(sum(rows_read), 0) from part_work") < rows) {
            assertThat(processes).as(log("manager")).allMatch(Process::isAlive);
            Thread.sleep(20);
        }
    }

    private void await(String name, java.util.function.Predicate<String> said) throws Exception {
        while (!said.test(log(name))) {
            assertThat(processes).as(log(name)).allMatch(Process::isAlive);
            Thread.sleep(50);
        }
    }

    /** Negative where the server cannot be asked, or the tables are not there yet. */
    private long number(String sql) {
        String text = text(sql);
        return text.isEmpty() ? -1 : Long.parseLong(text);
    }

    private String text(String sql) {
        try (java.sql.Connection connection = archive.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        } catch (SQLException e) {
            return "";
        }
    }

    /** Asked to end, a server would first let go on who is connected, and this import with it. */
    private static void crash(GenericContainer<?> container) {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    private static void restart(GenericContainer<?> container) {
        container
                .getDockerClient()
                .restartContainerCmd(container.getContainerId())
                .withTimeout(1)
                .exec();
    }

    private static void send(String queue, byte[] body) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.getAmqpUrl());
        factory.setUsername(broker.getAdminUsername());
        factory.setPassword(broker.getAdminPassword());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(queue, true, false, false, Map.of());
            channel.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, body);
        }
    }

    private static void list(String name, int rows, int first) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(input.resolve(name))) {
            out.write("№ п/п;ФИО;Дата рождения;Награда;Дата указа;Кем присвоено;Номер медали\n");
            for (int i = 1; i <= rows; i++) {
                int person = first + i;
                String year = Integer.toString(person % 10 == 0 ? 1930 : 1940 + person % 50);
                out.write(i + ";" + InventedPeople.name(person) + ";12.03.1905;ГСТ;29.10." + year + ";ПВС СССР;"
                        + (person % 50 == 0 ? 7 : person) + "\n");
            }
        }
    }
}
