package ukaz.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ukaz.identity.WhoIsWhoBenchmark;

/**
 * Runs a suite of measurements and puts its table into docs/benchmarks.md: {@code reading shared 1000000}, or {@code reading
 * shared 1000000 UKAZ FASTEXCEL} for some of the programs alone.
 *
 * <p>Contenders run in turn, {@code -Dbench.rounds} times (5), after one round that does not count.
 */
public final class Benchmark {

    /** What is compared: the first contender that is a peer is what the others are measured by. */
    record Suite(String title, List<Contender> contenders) {}

    /** A program with its arguments; {@code yardstick} where it is what the ratios of the table are against. */
    record Contender(String name, boolean yardstick, List<String> command) {}

    private Benchmark() {}

    public static void main(String[] line) throws Exception {
        String[] args = String.join(" ", line).split(" ");
        if (args[0].equals("people")) {
            WhoIsWhoBenchmark.main(Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        Path work = Files.createDirectories(Path.of(System.getProperty("bench.work", "target/bench")));
        if (args[0].equals("growth")) {
            Growth.run(
                    work,
                    Integer.parseInt(args[1]),
                    Integer.parseInt(args[2]),
                    args.length > 3 ? Integer.parseInt(args[3]) : 0,
                    Arrays.copyOfRange(args, Math.min(4, args.length), args.length));
            return;
        }
        if (args[0].equals("relating")) {
            Relations.run(work, Integer.parseInt(args[1]), args.length > 2 ? args[2] : "512m");
            return;
        }
        if (args[0].equals("parsers")) {
            // -Dbench="parsers -f 1 -wi 3 -i 5": the options are those of JMH
            org.openjdk.jmh.Main.main(line(args));
            return;
        }
        if (args[0].equals("workers")) {
            Workers.run(work, Arrays.copyOfRange(args, 1, args.length));
            return;
        }
        Suite suite = switch (args[0]) {
            case "reading" ->
                Reading.suite(
                        work,
                        Register.Format.of(args[1]),
                        Integer.parseInt(args[2]),
                        List.of(args).subList(3, args.length));
            case "checking" -> Checking.suite(work, Register.Format.of(args[1]), Integer.parseInt(args[2]));
            case "writing" -> Writing.suite(work, Integer.parseInt(args[1]));
            default -> throw new IllegalArgumentException("no suite " + args[0]);
        };
        int rounds = Integer.getInteger("bench.rounds", 5);
        Map<Contender, List<Measured>> runs = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : suite.contenders()) {
                Measured measured = Measured.run(contender.command(), work.resolve("output.log"));
                System.out.printf("%d %s %s%n", round, contender.name(), measured);
                if (round > 0) {
                    runs.computeIfAbsent(contender, key -> new ArrayList<>()).add(measured);
                }
            }
        }
        Table table = new Table(suite.title(), String.join(" ", args), rounds, runs);
        System.out.println(table.markdown());
        table.into(Path.of(System.getProperty("bench.page", "../docs/benchmarks.md")));
    }

    private static String[] line(String[] args) {
        String[] line = args.clone();
        line[0] = Parsers.class.getName();
        return line;
    }
}
