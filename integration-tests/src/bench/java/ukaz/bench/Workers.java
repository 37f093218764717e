package ukaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import ukaz.app.Main;

/**
 * Imports the same workbooks with one worker and with two, and tells what each cost:
 * {@code workers 64 5000 jdbc:postgresql://host/database DB-CREDENTIALS amqp://host MQ-CREDENTIALS [CPUACCT]}; the last one
 * is the file in which Linux counts the nanoseconds of the database's container.
 *
 * <p>The database is emptied before each run. Workers are there, and have read other lists, before the clock starts. Each
 * is bound to a processor of its own, for unbound one of them would use a second one, too.
 */
final class Workers {

    /** As many lists let the compiler of each worker come to its end. */
    private static final int FIRST = 24;

    private final Path work;
    private final int files;
    private final int rows;
    private final String[] places;

    private Workers(Path work, int files, int rows, String... places) {
        this.work = work;
        this.files = files;
        this.rows = rows;
        this.places = places.clone();
    }

    static void run(Path work, String... args) throws IOException, InterruptedException, SQLException {
        Workers workers = new Workers(
                work, Integer.parseInt(args[0]), Integer.parseInt(args[1]), Arrays.copyOfRange(args, 2, args.length));
        workers.compare();
    }

    private void compare() throws IOException, InterruptedException, SQLException {
        Path lists = Files.createDirectories(work.resolve("workers-" + files + "-" + rows));
        for (int i = 0; i < files; i++) {
            Path file = lists.resolve("list-" + i + ".xlsx");
            if (!Files.exists(file)) {
                RegisterFile.write(file, Register.Format.SHARED, new Register(files * rows, i, files));
            }
        }
        Path first = Files.createDirectories(work.resolve("workers-first"));
        for (int i = 0; i < FIRST; i++) {
            RegisterFile.write(
                    first.resolve("first-" + i + ".xlsx"),
                    Register.Format.SHARED,
                    new Register(FIRST * 2_500, i, FIRST));
        }
        System.out.println(
                "| workers | all, s | reading, s | relating, s | reports, s | cpu of workers, s | cpu of manager, s"
                        + " | cpu of database, s | transactions | rows written | WAL, MB | messages |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int number : new int[] {1, 2, 2, 1}) {
            System.out.println(measured(lists, first, number));
        }
    }

    private String measured(Path lists, Path first, int number) throws IOException, InterruptedException, SQLException {
        try (Connection database = connect();
                Statement statement = database.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
        List<Process> workers = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                workers.add(start(
                        List.of("taskset", "-c", Integer.toString(i)),
                        "worker-" + i,
                        "worker",
                        "--name",
                        "worker-" + i));
            }
            if (run("first", first) > 3) {
                throw new IOException("see first.log");
            }
            Duration workersBefore = cpu(workers);
            long databaseBefore = databaseNanos();
            long transactions = number("select xact_commit from pg_stat_database where datname = current_database()");
            long written = number(
                    "select tup_inserted + tup_updated from pg_stat_database where datname = current_database()");
            long wal = number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
            long begun = System.nanoTime();
            Process manager =
                    start("manager", "import", lists, "--out", work.resolve("workers-out"), "--format", "jsonl");
            Duration managers = Duration.ZERO;
            while (manager.isAlive()) {
                managers = manager.info().totalCpuDuration().orElse(managers);
                Thread.sleep(20);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (manager.exitValue() > 1) {
                throw new IOException("the import ended with " + manager.exitValue() + ", see manager.log");
            }
            // The server counts a moment later.
            Thread.sleep(1_500);
            return String.format(
                    Locale.ROOT,
                    "| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %,d | %,d | %,d | %d |",
                    number,
                    seconds,
                    step("ingest"),
                    step("relate"),
                    step("report"),
                    cpu(workers).minus(workersBefore).toMillis() / 1e3,
                    managers.toMillis() / 1e3,
                    (databaseNanos() - databaseBefore) / 1e9,
                    number("select xact_commit from pg_stat_database where datname = current_database()")
                            - transactions,
                    number("select tup_inserted + tup_updated from pg_stat_database where datname = current_database()")
                            - written,
                    (number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint") - wal) >> 20,
                    number("select sum(attempts) from part where run_id = 2"));
        } finally {
            workers.forEach(Process::destroyForcibly);
        }
    }

    private int run(String name, Path lists) throws IOException, InterruptedException {
        return start(name, "import", lists, "--out", work.resolve("workers-out"), "--format", "jsonl")
                .waitFor();
    }

    private long databaseNanos() throws IOException {
        return places.length < 5
                ? 0
                : Long.parseLong(Files.readString(Path.of(places[4])).strip());
    }

    private static Duration cpu(List<Process> processes) {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Process start(String log, Object... arguments) throws IOException {
        return start(List.of(), log, arguments);
    }

    private Process start(List<String> within, String log, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
                "java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(List.of(
                "--archive",
                places[0],
                "--archive-credentials",
                places[1],
                "--broker",
                places[2],
                "--broker-credentials",
                places[3],
                "--lang",
                "en"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(log + ".log").toFile())
                .start();
    }

    private double step(String name) throws SQLException {
        return number(
                        "select cast(1000 * extract(epoch from end_time - start_time) as bigint) from batch_step_execution"
                                + " where step_name = '" + name + "' order by step_execution_id desc limit 1")
                / 1e3;
    }

    private long number(String sql) throws SQLException {
        try (Connection database = connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Connection connect() throws SQLException {
        Properties credentials = new Properties();
        try (var in = Files.newBufferedReader(Path.of(places[1]))) {
            credentials.load(in);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        return DriverManager.getConnection(places[0], credentials);
    }
}
