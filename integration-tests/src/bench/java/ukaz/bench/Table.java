package ukaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import ukaz.bench.Benchmark.Contender;

/** The medians of a suite as Markdown, with how to repeat it. */
record Table(String title, String arguments, int rounds, Map<Contender, List<Measured>> runs) {

    String markdown() throws IOException {
        StringBuilder text = new StringBuilder("### ").append(title).append("\n\n");
        text.append("| | cpu s | wall s | peak MB | × cpu | × wall |\n| --- | --- | --- | --- | --- | --- |\n");
        Contender yardstick = runs.keySet().stream()
                .filter(Contender::yardstick)
                .findFirst()
                .orElse(runs.keySet().iterator().next());
        for (Contender contender : runs.keySet()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.0f | %.2f | %.2f |%n",
                    contender.name(),
                    median(contender, Measured::cpu),
                    median(contender, Measured::wall),
                    median(contender, Measured::peak),
                    median(contender, Measured::cpu) / median(yardstick, Measured::cpu),
                    median(contender, Measured::wall) / median(yardstick, Measured::wall)));
        }
        return text.append("\nMedians of ")
                .append(rounds)
                .append(" runs in turn, on ")
                .append(machine())
                .append(":\n\n    ./mvnw -Pbench -Dfast -DskipTests -pl integration-tests -am verify -Dbench=\"")
                .append(arguments)
                .append("\"\n")
                .toString();
    }

    private double median(Contender contender, ToDoubleFunction<Measured> figure) {
        double[] sorted = runs.getOrDefault(contender, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String machine() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        String model = Files.isReadable(cpus)
                ? Files.readString(cpus)
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("")
                : System.getProperty("os.arch");
        return Runtime.getRuntime().availableProcessors() + " × " + model + ", " + System.getProperty("os.name")
                + ", JDK " + System.getProperty("java.version");
    }

    /** Puts the table into the page, in place of the one of the same arguments. */
    void into(Path page) throws IOException {
        String text = Files.readString(page);
        String begin = "<!-- " + arguments + " -->\n";
        String end = "<!-- end of " + arguments + " -->\n";
        String block = begin + markdown() + end;
        int at = text.indexOf(begin);
        int to = text.indexOf(end);
        Files.writeString(
                page, at < 0 ? text + "\n" + block : text.substring(0, at) + block + text.substring(to + end.length()));
    }
}
