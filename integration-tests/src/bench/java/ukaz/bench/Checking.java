package ukaz.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The whole check, by the launcher people use, against a program that merely reads the same file.
 *
 * <p>{@code -Dbench.python} names a Python that has pandera: it then checks the columns of a text file.
 */
final class Checking {

    private Checking() {}

    static Benchmark.Suite suite(Path work, Register.Format format, int rows) throws IOException {
        Path file = Register.file(work, format, rows);
        List<Benchmark.Contender> contenders = new ArrayList<>();
        contenders.add(new Benchmark.Contender(
                "Ukaz, check with all reports",
                false,
                List.of(
                        Path.of(System.getProperty("bench.ukaz", "../bin/ukaz")).toString(),
                        "check",
                        file.toString(),
                        "--out",
                        work.resolve("report").toString(),
                        "--format",
                        "xlsx,html,jsonl,csv",
                        "--no-progress")));
        String python = System.getProperty("bench.python", "");
        boolean pandera = format == Register.Format.CSV && !python.isEmpty();
        if (pandera) {
            contenders.add(new Benchmark.Contender(
                    "pandera, columns alone",
                    true,
                    List.of(python, Path.of("src/bench/python/columns.py").toString(), file.toString())));
        }
        Reading.Peer reader = switch (format) {
            case SHARED, INLINE -> Reading.Peer.FASTEXCEL;
            case XLS -> Reading.Peer.POI_USER;
            case CSV -> Reading.Peer.FASTCSV;
        };
        contenders.add(new Benchmark.Contender(reader + " merely reading", !pandera, reader.command(file)));
        return new Benchmark.Suite(
                String.format(Locale.ROOT, "Checking, %s, %,d rows", format.title, rows), contenders);
    }
}
