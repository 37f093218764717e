package ukaz.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import ukaz.app.Main;

/**
 * Imports one workbook after the other into one archive, and tells how long each took: {@code growth 200 10000}, on a server
 * {@code growth 200 10000 0 jdbc:postgresql://…}.
 *
 * <p>In one process, so that its start does not hide how the rest grows. The workbooks take turns at the rows of one register,
 * so each tells of all its years. Of a third number, so many are in the archive already, or are imported in one run before.
 */
final class Growth {

    private Growth() {}

    static void run(Path work, int imports, int rows, int first, String... archive) throws IOException {
        Path output = work.resolve("growth-out");
        PrintStream log =
                new PrintStream(Files.newOutputStream(work.resolve("growth.log")), true, StandardCharsets.UTF_8);
        String place =
                archive.length > 0 ? archive[0] : work.resolve("growth-archive").toString();
        if (first > 0 && (archive.length > 0 || !Files.exists(Path.of(place)))) {
            Path folder = Files.createDirectories(work.resolve("growth-first"));
            for (int i = 0; i < first; i++) {
                list(folder, rows, i, imports);
            }
            System.out.printf(
                    Locale.ROOT, "%,d records in %s%n", (long) first * rows, taken(log, folder, place, output));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        System.out.println("| records before | s | rows/s | cpu s |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int i = first; i < imports; i++) {
            Path file = list(work, rows, i, imports);
            Taken taken = taken(log, file, place, output);
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.2f | %,.0f | %.2f |%n",
                    (long) i * rows,
                    taken.seconds(),
                    rows / taken.seconds(),
                    taken.processor());
            Files.delete(file);
        }
    }

    private record Taken(double seconds, double processor) {}

    private static Path list(Path folder, int rows, int i, int imports) throws IOException {
        Path file = folder.resolve("growth-" + i + ".xlsx");
        RegisterFile.write(file, Register.Format.SHARED, new Register(imports * rows, i, imports));
        return file;
    }

    private static Taken taken(PrintStream log, Path what, String archive, Path output) throws IOException {
        long begun = System.nanoTime();
        double worked = processorSeconds();
        int exitCode = Main.run(
                log,
                log,
                Clock.systemDefaultZone(),
                Locale.ENGLISH,
                "import",
                what.toString(),
                "--archive",
                archive,
                "--out",
                output.toString(),
                "--format",
                "jsonl",
                "--fail-on",
                "never",
                "--quiet",
                "--timings",
                "--lang",
                "en");
        if (exitCode != 0) {
            throw new IOException("the import of " + what + " ended with " + exitCode + ", see growth.log");
        }
        return new Taken((System.nanoTime() - begun) / 1e9, processorSeconds() - worked);
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
