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
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
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

    /** Of several chunks, so that there is a middle. */
    private static final int LARGE = 4_000;

    private static final int SMALL = 1_000;
    private static final String MIDDLE = "select 1 from part_work where rows_read > 0";
    /** Some input could not be read: one of the files is damaged. */
    private static final int UNPROCESSED = 3;

    private static final int FAILED = 4;
    private static final String DATABASE_SECRET = "h1dden-in-the-database";
    private static final String BROKER_SECRET = "h1dden-at-the-broker";

    @TempDir
    private static Path shared;

    private static Certificate certificate;
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
    private String amqp;
    private Path authority;
    private Map<String, String> environment = Map.of();
    private final List<Process> processes = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.in(shared.resolve("tls"));
        // Servers take their time: meanwhile the lists are written, and read by one process.
        FutureTask<Void> reading = new FutureTask<>(() -> {
            writeLists();
            readAlone();
            return null;
        });
        new Thread(reading, "alone").start();
        database = database();
        broker = broker();
        reading.get();
        brokerCredentials = Files.writeString(
                shared.resolve("broker"),
                "user=" + broker.getAdminUsername() + "\npassword=" + broker.getAdminPassword() + "\n");
    }

    private static PostgreSQLContainer database() {
        return Docker.start(() -> atFixedPorts(
                withCertificate(new PostgreSQLContainer(Docker.POSTGRES))
                        .withPassword(DATABASE_SECRET)
                        .withCopyToContainer(
                                Transferable.of(
                                        "cp /tls/key.pem \"$PGDATA/server.key\"; cp /tls/cert.pem \"$PGDATA/server.crt\"\n"
                                                + "chmod 600 \"$PGDATA/server.key\"\n"
                                                + "echo 'ssl = on' >> \"$PGDATA/postgresql.conf\"\n"),
                                "/docker-entrypoint-initdb.d/tls.sh"),
                5432));
    }

    private static RabbitMQContainer broker() {
        return Docker.start(() -> atFixedPorts(
                withCertificate(new RabbitMQContainer(Docker.RABBITMQ).withStartupTimeout(Duration.ofMinutes(3)))
                        .withAdminPassword(BROKER_SECRET)
                        .withCopyToContainer(
                                Transferable.of("listeners.ssl.default = 5671\nssl_options.certfile = /tls/cert.pem\n"
                                        + "ssl_options.keyfile = /tls/key.pem\nssl_options.verify = verify_none\n"),
                                "/etc/rabbitmq/conf.d/20-tls.conf"),
                5672,
                5671));
    }

    private static void writeLists() throws IOException {
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
    }

    private static void readAlone() {
        Ukaz undisturbed = Ukaz.run(
                Clock.systemUTC(),
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
        assertThat(undisturbed.exitCode()).as(undisturbed.err()).isEqualTo(UNPROCESSED);
        alone = Reported.in(shared.resolve("alone-out"));
        countedAlone = counted(shared.resolve("alone-out"));
    }

    private static <C extends GenericContainer<?>> C withCertificate(C container) {
        container.withCopyToContainer(Transferable.of(certificate.certificate()), "/tls/cert.pem");
        container.withCopyToContainer(Transferable.of(certificate.key()), "/tls/key.pem");
        return container;
    }

    /** Ports have to be the same ones after a restart. */
    private static <C extends GenericContainer<?>> C atFixedPorts(C container, int... ports) {
        List<PortBinding> bindings = new ArrayList<>();
        for (int port : ports) {
            try (ServerSocket free = new ServerSocket(0)) {
                bindings.add(PortBinding.parse(free.getLocalPort() + ":" + port));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        container.withCreateContainerCmdModifier(command -> command.withHostConfig(
                HostConfig.newHostConfig().withPortBindings(bindings).withPublishAllPorts(true)));
        return container;
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
        amqp = "amqp://" + broker.getHost() + ":" + broker.getAmqpPort();
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
        no_password_stands_anywhere();
    }

    private void no_password_stands_anywhere() throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("credentials"))
                    .toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("h1dden");
            }
        }
        for (String table : List.of("note", "run", "part")) {
            assertThat(number("select count(*) from " + table + " t where t::text like '%h1dden%'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    @Timeout(300)
    void two_workers_do_what_one_process_does_and_throw_away_what_is_no_request_of_theirs() throws Exception {
        int port = freePort();
        List<Object> measured = brokered(List.of("worker", "--name", "one"));
        measured.addAll(List.of("--metrics-port", port));
        Process one = start("one", measured);
        Process two = worker("two");
        await("one", log -> log.contains("listens at"));
        String queue = queue();
        send(queue, "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==".getBytes(StandardCharsets.UTF_8));
        send(queue, "{\"run\":1,\"part\":1,\"execution\":987654}".getBytes(StandardCharsets.UTF_8));

        Importing manager = importing();

        manager.endsWith(UNPROCESSED);
        same();
        assertThat(Files.readString(work.resolve("one")) + Files.readString(work.resolve("two")))
                .contains("is no request");
        Ukaz runs = Ukaz.run(archive.arguments("archive", "runs", "--parts"));
        assertThat(runs.out())
                .containsPattern("(?m)^1 +a-large.csv +" + (LARGE + 1) + " +(one|two)$")
                .containsPattern("(?m)^1 +a-sheets.xlsx \\([23–]+\\) .*Продолжение: 1502 +(one|two)$")
                .contains("Workers of run 1")
                .containsPattern("(?m)^ *(one|two) ");
        assertThat(manager.said()).containsPattern("11 of 11 parts, [\\d,]+ rows; .*(one|two)");
        assertThat(page(port, "/health")).contains("\"status\":\"UP\"");
        assertThat(page(port, "/prometheus"))
                .contains("ukaz_worker_busy 0.0")
                .contains("ukaz_rows_read_total " + number("select sum(rows_read) from part_work where worker = 'one'")
                        + ".0")
                .contains("ukaz_parts_total{result=\"read\"} ");
        assertThat(number("select count(*) from part where state <> 'DONE'")).isZero();
        assertThat(number("select sum(rows_read) from part_work"))
                .isEqualTo(number("select sum(rows_read) from sheet"));
        theirsIsAnInboxToo();
        for (Process worker : List.of(one, two)) {
            worker.destroy();
            assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void theirsIsAnInboxToo() throws IOException {
        Path inbox = inbox();

        Ukaz watch = watch(inbox);

        assertThat(watch.exitCode()).as(watch.err()).isZero();
        assertThat(inbox.resolve("late.csv")).doesNotExist();
        assertThat(text("select w.worker from part_work w join part p on p.id = w.part_id"
                        + " join source s on s.id = p.source_id where s.path = 'late.csv'"))
                .isIn("one", "two");
    }

    private Path inbox() throws IOException {
        Path inbox = Files.createDirectory(work.resolve("inbox"));
        Files.writeString(
                inbox.resolve("late.csv"),
                "ФИО;Дата рождения;Награда;Дата указа\nИванов Иван Ильич;12.03.1905;ГСТ;29.10.1949\n");
        return inbox;
    }

    private Ukaz watch(Path inbox, Object... more) {
        List<Object> all = brokered(List.of("watch", "--once", "--settle", 0, "--inbox", inbox));
        all.addAll(List.of("--out", work.resolve("dated"), "--format", "jsonl", "--fail-on", "never", "--lang", "en"));
        all.addAll(List.of(more));
        return Ukaz.run(Clock.systemUTC(), archive.arguments(all.toArray()));
    }

    @Test
    void files_stay_in_the_inbox_where_no_worker_is() throws Exception {
        Path inbox = inbox();

        Ukaz watch = watch(inbox, "--worker-timeout", 0);

        assertThat(watch.exitCode()).as(watch.err()).isEqualTo(FAILED);
        assertThat(watch.err()).contains("no worker has done anything for 0 minutes");
        assertThat(inbox.resolve("late.csv")).exists();
        assertThat(inbox.resolve("failed")).doesNotExist();
    }

    @Test
    @Timeout(300)
    void what_a_killed_worker_had_in_hand_is_gone_on_with_by_another() throws Exception {
        Importing manager = importing();
        Process first = worker("first");
        held(MIDDLE, () -> kill(first));
        worker("second");

        manager.endsWith(UNPROCESSED);

        same();
        assertThat(number("select count(distinct w.worker) from part_work w join part p on p.id = w.part_id"
                        + " join source s on s.id = p.source_id where s.path = 'a-large.csv' and w.rows_read > 0"))
                .as("workers of the large file")
                .isEqualTo(2);
    }

    @Test
    @Timeout(300)
    void a_killed_manager_is_begun_again_while_its_workers_go_on() throws Exception {
        worker("one");
        Process first = manager();
        held(MIDDLE, () -> kill(first));

        Importing again = importing();

        again.endsWith(UNPROCESSED);
        same();
        assertThat(again.said()).contains("Going on with run 1");
    }

    @Test
    @Timeout(300)
    void all_are_killed_and_begun_again() throws Exception {
        Process manager = manager();
        Process one = worker("one");
        held(MIDDLE, () -> kill(one, manager));

        Importing again = importing();
        worker("three");

        again.endsWith(UNPROCESSED);
        same();
        assertThat(again.said()).contains("Going on with run 1");
    }

    @Test
    @Timeout(300)
    void what_workers_have_read_of_the_sheets_of_a_workbook_is_gone_on_with_by_one_process() throws Exception {
        Process manager = manager();
        Process one = worker("one");
        held("select 1 from piece where state = 'READ'", () -> kill(one, manager));
        assertThat(number("select count(*) from piece where state = 'READ'")).isPositive();
        assertThat(number("select count(*) from piece where state = 'PENDING'")).isPositive();

        Ukaz alone = Ukaz.run(Clock.systemUTC(), archive.arguments(imports().toArray()));

        assertThat(alone.exitCode()).as(alone.err()).isEqualTo(UNPROCESSED);
        same();
        assertThat(alone.err()).contains("Going on with run 1");
    }

    @Test
    @Timeout(300)
    void a_broker_that_is_restarted_is_found_again() throws Exception {
        Importing manager = importing();
        worker("one");
        held(MIDDLE, () -> restart(broker));

        manager.endsWith(UNPROCESSED);

        same();
        assertThat(log("one")).contains("The broker does not answer").contains("The broker is back");
    }

    @Test
    @Timeout(300)
    void a_database_that_is_restarted_is_found_again() throws Exception {
        Importing manager = importing();
        worker("one");
        held(MIDDLE, () -> crash(database));

        manager.endsWith(UNPROCESSED);

        same();
        assertThat(manager.said()).contains("The database is back");
    }

    @Test
    @Timeout(300)
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

    @Test
    @Timeout(300)
    void over_tls_too_a_request_that_the_broker_has_lost_is_sent_again() throws Exception {
        archive = verified(certificate.file());
        amqp = "amqps://" + broker.getHost() + ":" + broker.getAmqpsPort();
        authority = certificate.file();
        Path little = Files.createDirectory(work.resolve("little"));
        Files.copy(input.resolve("d.xlsx"), little.resolve("d.xlsx"));
        inputs = little;
        Importing manager = importing();
        while (number("select count(*) from part") < 1 || waiting() < 1) {
            assertThat(manager.isAlive()).as(manager.said()).isTrue();
            Thread.sleep(50);
        }
        purge();
        worker("one");

        manager.endsWith(1);

        assertThat(new Outputs(work.resolve("out")).records()).hasSize(54);
        assertThat(number("select min(ssl::int) from pg_stat_ssl join pg_stat_activity using (pid)"
                        + " where datname = current_database()"))
                .as("every connection, encrypted")
                .isEqualTo(1);
    }

    @Test
    void who_cannot_prove_to_be_the_server_is_refused_in_one_sentence() throws Exception {
        Path other = Certificate.in(work.resolve("other")).file();
        Path none = Files.writeString(work.resolve("none.pem"), "nothing");
        String amqps = "amqps://" + broker.getHost() + ":" + broker.getAmqpsPort();
        String elsewhere = "amqps://127.0.0.2:" + broker.getAmqpsPort();

        assertThat(refused(archive, amqps, "--broker-ca", other))
                .contains("the broker " + amqps)
                .contains("nobody who is trusted here vouches for its certificate");
        assertThat(refused(archive, amqps)).contains("nobody who is trusted here vouches for its certificate");
        assertThat(refused(archive, elsewhere, "--broker-ca", certificate.file()))
                .contains("127.0.0.2");
        assertThat(refused(archive, amqps, "--broker-ca", none)).contains("there is no certificate in " + none);
        assertThat(refused(archive, amqps, "--broker-ca", work.resolve("missing")))
                .contains("missing cannot be read: no such file");
        assertThat(refused(verified(other), amqps)).contains("nobody who is trusted here vouches for its certificate");
    }

    @Test
    void who_does_not_know_the_password_is_told_so_with_tls_and_without() throws Exception {
        Path wrong = Files.writeString(work.resolve("wrong"), "user=guest\npassword=no-h1-dden\n");
        for (String url : List.of(amqp, "amqps://" + broker.getHost() + ":" + broker.getAmqpsPort())) {
            for (String language : List.of("en", "ru")) {
                Ukaz stranger = Ukaz.run(archive.arguments(
                        "worker",
                        "--lang",
                        language,
                        "--broker",
                        url,
                        "--broker-ca",
                        certificate.file(),
                        "--broker-credentials",
                        wrong));

                assertThat(stranger.exitCode()).isEqualTo(FAILED);
                assertThat(stranger.errors())
                        .singleElement()
                        .asString()
                        .contains(
                                language.equals("en")
                                        ? "the broker " + url
                                                + " cannot be used: it does not accept this user and password."
                                        : "брокер " + url
                                                + " недоступен: он не принимает этого пользователя с этим паролем.");
                assertThat(stranger.err()).doesNotContain("no-h1-dden");
            }
        }
    }

    @Test
    void who_may_not_use_the_virtual_host_or_its_queue_is_told_what_the_broker_says() throws Exception {
        rabbitmqctl("add_user", "hired", "h1dden-too");
        Path hired = Files.writeString(shared.resolve("hired"), "user=hired\npassword=h1dden-too\n");

        assertThat(refused(archive, amqp, "--broker-credentials", hired))
                .endsWith("cannot be used: it refuses: access to vhost '/' refused for user 'hired'.\n");
        rabbitmqctl("set_permissions", "hired", "", "", "");
        assertThat(refused(archive, amqp, "--lang", "ru", "--broker-credentials", hired))
                .contains("недоступен: он отказывает: access to queue 'ukaz.")
                .endsWith("refused for user 'hired'.\n");
        Ukaz manager = Ukaz.run(archive.arguments(
                "import",
                Files.writeString(shared.resolve("one.csv"), "ФИО;Награда\nФамилин Иван;ГСТ\n"),
                "--out",
                work.resolve("refused"),
                "--broker",
                amqp,
                "--broker-credentials",
                hired));
        assertThat(manager.exitCode()).isEqualTo(FAILED);
        assertThat(manager.errors())
                .last()
                .asString()
                .contains("cannot be used: it refuses: access to queue 'ukaz.")
                .endsWith("refused for user 'hired'.");
    }

    private static void rabbitmqctl(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("rabbitmqctl"));
        all.addAll(List.of(command));
        var result = broker.execInContainer(all.toArray(String[]::new));
        assertThat(result.getExitCode()).as(result.getStderr()).isZero();
    }

    private static String refused(ArchiveAddress archive, String broker, Object... more) {
        List<Object> all = new ArrayList<>(List.of("worker", "--broker", broker));
        all.addAll(List.of(more));
        if (!all.contains("--broker-credentials")) {
            all.addAll(List.of("--broker-credentials", brokerCredentials));
        }
        Ukaz worker = Ukaz.run(archive.arguments(all.toArray()));
        assertThat(worker.exitCode()).as(worker.err()).isIn(2, FAILED);
        assertThat(worker.errors()).hasSize(1);
        return worker.err();
    }

    /** The archive, whose server has to be the one of the certificate. */
    private ArchiveAddress verified(Path certificate) throws IOException {
        return ArchiveAddress.onServer(
                archive.url() + (archive.url().contains("?") ? "&" : "?") + "sslmode=verify-full&sslrootcert="
                        + certificate,
                archive.user(),
                archive.password(),
                work.resolve("credentials"));
    }

    @Test
    @Timeout(300)
    void a_part_that_no_worker_survives_or_sees_ends_the_import_which_names_it() throws Exception {
        Path mine = Files.createDirectory(work.resolve("mine"));
        for (String file : List.of("b.csv", "d.xlsx")) {
            Files.copy(input.resolve(file), mine.resolve(file));
        }
        inputs = Files.createDirectory(work.resolve("theirs"));
        for (String file : List.of("b.csv", "c.csv", "d.xlsx")) {
            Files.copy(input.resolve(file), ((Path) inputs).resolve(file));
        }
        Importing manager = importing("--files-root", inputs);
        while (number("select count(*) from part") < 3) {
            assertThat(manager.isAlive()).as(manager.said()).isTrue();
            Thread.sleep(20);
        }
        String of = " where source_id = (select id from source where path = '";
        change("update part set attempts = 5" + of + "b.csv')");
        change("update part set attempts = 4" + of + "c.csv')");
        List<Object> working = brokered(List.of("worker", "--name", "one"));
        working.addAll(List.of("--files-root", mine));
        start("one", working);

        manager.endsWith(FAILED);

        assertThat(manager.said()).contains("b.csv, one: no worker has survived it");
        assertThat(text("select failure from part" + of + "c.csv')"))
                .isEqualTo("there is no " + mine.resolve("c.csv") + " on this machine, or it may not be read");
        assertThat(text("select state from source where path = 'd.xlsx'"))
                .as("the one that all can read")
                .isEqualTo("READ");
    }

    private void same() {
        Reported.in(work.resolve("out")).assertEqualTo(alone);
        assertThat(counted(work.resolve("out"))).isEqualTo(countedAlone);
        assertThat(number("select count(*) from card where part > 0"))
                .as("cards as only those can have packed them who read further sheets alone")
                .isPositive();
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

    private List<Object> brokered(List<Object> arguments) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of("--broker", amqp, "--broker-credentials", brokerCredentials));
        if (authority != null) {
            all.addAll(List.of("--broker-ca", authority));
        }
        return all;
    }

    private List<Object> managing() {
        List<Object> all = brokered(imports());
        all.addAll(List.of("--worker-timeout", "2"));
        return all;
    }

    /** A manager in a process of its own, which can be killed. */
    private Process manager() throws IOException {
        return start("manager", managing());
    }

    /** A manager in this process, which is warm: it begins sooner. */
    private Importing importing(Object... more) {
        List<Object> all = managing();
        all.addAll(List.of(more));
        all.addAll(List.of("--lang", "en"));
        Importing importing = new Importing(archive.arguments(all.toArray()));
        importing.start();
        return importing;
    }

    /** The command in a thread. */
    private static final class Importing extends Thread {

        private final Object[] arguments;
        private volatile @Nullable Ukaz ended;

        Importing(Object[] arguments) {
            super("manager");
            setDaemon(true);
            this.arguments = arguments;
        }

        @Override
        public void run() {
            ended = Ukaz.run(Clock.systemUTC(), arguments);
        }

        String said() {
            Ukaz told = ended;
            return told == null ? "" : told.out() + told.err();
        }

        void endsWith(int exitCode) throws InterruptedException {
            join();
            Ukaz told = Objects.requireNonNull(ended);
            assertThat(told.exitCode()).as(told.err()).isEqualTo(exitCode);
            assertThat(said()).doesNotContain("h1dden");
        }
    }

    private Process worker(String name) throws IOException {
        return start(name, brokered(List.of("worker", "--name", name)));
    }

    private Process start(String log, List<Object> arguments) throws IOException {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of("--lang", "en"));
        ProcessBuilder builder = new ProcessBuilder(ChildProcess.command("256m", archive.arguments(all.toArray())))
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

    private interface Blow {
        void falls() throws Exception;
    }

    /** Does this as soon as that is true in the archive; meanwhile no worker writes a row, so that it is true still. */
    private void held(String truth, Blow blow) throws Exception {
        while (true) {
            assertThat(processes).as(logs()).allMatch(Process::isAlive);
            try (java.sql.Connection connection = archive.connect()) {
                connection.setAutoCommit(false);
                if (holds(connection, "select id from part for update") && holds(connection, truth)) {
                    assertThat(holds(connection, "select 1 from part where state <> 'DONE'"))
                            .as("there is more to be read")
                            .isTrue();
                    blow.falls();
                    return;
                }
            }
            Thread.sleep(20);
        }
    }

    private static boolean holds(java.sql.Connection connection, String truth) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(truth)) {
            return row.next();
        } catch (SQLException e) {
            // The tables are not made yet.
            return false;
        }
    }

    private void kill(Process... those) throws InterruptedException {
        for (Process process : those) {
            process.destroyForcibly().waitFor();
            processes.remove(process);
        }
    }

    private String logs() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("manager", "one", "first")) {
            if (Files.exists(work.resolve(name))) {
                all.append(log(name));
            }
        }
        return all.toString();
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
        onQueue(queue, channel -> {
            channel.basicPublish("", queue, MessageProperties.PERSISTENT_BASIC, body);
            return 1L;
        });
    }

    private long waiting() throws Exception {
        return onQueue(queue(), channel -> channel.messageCount(queue()));
    }

    private void purge() throws Exception {
        onQueue(queue(), channel -> (long) channel.queuePurge(queue()).getMessageCount());
    }

    private String queue() {
        return "ukaz." + text("select text from note where name = 'identity'");
    }

    private interface OnChannel {
        long does(Channel channel) throws IOException;
    }

    private static long onQueue(String queue, OnChannel work) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.getAmqpUrl());
        factory.setUsername(broker.getAdminUsername());
        factory.setPassword(broker.getAdminPassword());
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(queue, true, false, false, Map.of());
            return work.does(channel);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static String page(int port, String path) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void change(String sql) throws SQLException {
        try (java.sql.Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
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
