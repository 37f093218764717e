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
import java.util.stream.Stream;

/**
 * Imports the same workbooks with one worker and with two, and tells what each cost:
 * {@code workers 64 10000 jdbc:postgresql://host/database DB-CREDENTIALS amqp://host MQ-CREDENTIALS CPUACCT PID,PID}.
 *
 * <p>CPUACCT is the file in which Linux counts the nanoseconds of the database's container, {@code -} for none. The last are
 * the first processes of database and broker on this machine: where they are given, they, the workers and the manager
 * together have as many processors as there are workers. Else each worker is bound to one of its own, for it would use a
 * second one, too, and all others to none.
 *
 * <p>The database is emptied before each run. Workers are there, and each has read as many other lists, before the clock starts.
 */
final class Workers {

    /** As many lists, for each worker, let its compiler come to its end. */
    private static final int FIRST = 48;

    private static final int FIRST_ROWS = 2_500;

    private final Path work;
    private final int files;
    private final int rows;
    private final String[] places;
    private final String servers;

    private Workers(Path work, int files, int rows, String... places) {
        this.work = work;
        this.files = files;
        this.rows = rows;
        this.places = places.clone();
        this.servers = places.length < 6 ? "" : places[5];
    }

    static void run(Path work, String... args) throws IOException, InterruptedException, SQLException {
        Workers workers = new Workers(
                work, Integer.parseInt(args[0]), Integer.parseInt(args[1]), Arrays.copyOfRange(args, 2, args.length));
        workers.compare();
    }

    private void compare() throws IOException, InterruptedException, SQLException {
        List<Path> lists = lists("workers-" + files + "-" + rows, files, rows);
        List<Path> first = lists("workers-first", 2 * FIRST, FIRST_ROWS);
        System.out.println(
                "| workers | all, s | reading, s | relating, s | reports, s | cpu of workers, s | cpu of manager, s"
                        + " | cpu of database, s | transactions | rows written | WAL, MB | messages |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (String number : System.getProperty("bench.order", "1,2,2,1").split(",")) {
            int workers = Integer.parseInt(number);
            System.out.println(measured(lists, first.subList(0, workers * FIRST), workers));
        }
    }

    private List<Path> lists(String name, int number, int rowsEach) throws IOException {
        Path folder = Files.createDirectories(work.resolve(name));
        List<Path> lists = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Path list = folder.resolve("list-" + i + ".xlsx");
            if (!Files.exists(list)) {
                RegisterFile.write(list, Register.Format.SHARED, new Register(number * rowsEach, i, number));
            }
            lists.add(list);
        }
        return lists;
    }

    private String measured(List<Path> lists, List<Path> first, int number)
            throws IOException, InterruptedException, SQLException {
        try (Connection database = connect();
                Statement statement = database.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
        String processors = number == 1 ? "0" : "0-" + (number - 1);
        List<String> all = servers.isEmpty() ? List.of() : List.of("taskset", "-c", processors);
        if (!servers.isEmpty()) {
            bind(processors);
        }
        List<Process> workers = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                workers.add(start(
                        servers.isEmpty() ? List.of("taskset", "-c", Integer.toString(i)) : all,
                        "worker-" + i,
                        List.of("worker", "--name", "worker-" + i)));
            }
            if (importing(all, "first", first).waitFor() > 3) {
                throw new IOException("see first.log");
            }
            empty();
            Duration workersBefore = cpu(workers);
            long databaseBefore = databaseNanos();
            long transactions = number("select xact_commit from pg_stat_database where datname = current_database()");
            long written = number(
                    "select tup_inserted + tup_updated from pg_stat_database where datname = current_database()");
            long wal = number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
            long begun = System.nanoTime();
            Process manager = importing(all, "manager", lists);
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

    /** Forgets what was read first: that is to have warmed up the workers, and nothing else. */
    private void empty() throws SQLException {
        try (Connection database = connect();
                Statement statement = database.createStatement()) {
            statement.execute("truncate source, piece, sheet, layout, shape, record, sheaf, related, finding, change,"
                    + " reading, skipped, tally, card");
            statement.execute("checkpoint");
        }
    }

    private Process importing(List<String> within, String name, List<Path> lists) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("import"));
        arguments.addAll(lists);
        arguments.addAll(List.of("--out", work.resolve("workers-out"), "--format", "jsonl", "--timings"));
        return start(within, name, arguments);
    }

    /** Binds the servers, with all that they have started, to the first processors. */
    private void bind(String processors) throws IOException, InterruptedException {
        for (String server : servers.split(",")) {
            ProcessHandle root = ProcessHandle.of(Long.parseLong(server)).orElseThrow();
            for (ProcessHandle each :
                    Stream.concat(Stream.of(root), root.descendants()).toList()) {
                new ProcessBuilder("taskset", "-acp", processors, Long.toString(each.pid()))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        }
    }

    private long databaseNanos() throws IOException {
        return places.length < 5 || places[4].equals("-")
                ? 0
                : Long.parseLong(Files.readString(Path.of(places[4])).strip());
    }

    private static Duration cpu(List<Process> processes) {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Process start(List<String> within, String log, List<?> arguments) throws IOException {
        List<String> command = new ArrayList<>(within);
        command.add(System.getProperty("bench.ukaz", "../bin/ukaz"));
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
