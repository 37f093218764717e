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
import ukaz.app.Main;

/**
 * Imports one workbook after the other into one archive, and tells how long each took: {@code growth 200 10000}, on a server
 * {@code growth 200 10000 0 jdbc:postgresql://…}.
 *
 * <p>In one process, so that its start does not hide how the rest grows. The workbooks take turns at the rows of one register,
 * so each tells of all its years. A third number goes on with an archive into which so many have been imported already.
 */
final class Growth {

    private Growth() {}

    static void run(Path work, int imports, int rows, int first, String... archive) throws IOException {
        Path output = work.resolve("growth-out");
        PrintStream log =
                new PrintStream(Files.newOutputStream(work.resolve("growth.log")), true, StandardCharsets.UTF_8);
        System.out.println("| records before | s | rows/s | cpu s |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int i = first; i < imports; i++) {
            Path file = work.resolve("growth-" + i + ".xlsx");
            RegisterFile.write(file, Register.Format.SHARED, new Register(imports * rows, i, imports));
            String[] arguments = {
                "import",
                file.toString(),
                "--archive",
                archive.length > 0 ? archive[0] : work.resolve("growth-archive").toString(),
                "--out",
                output.toString(),
                "--format",
                "jsonl",
                "--fail-on",
                "never",
                "--quiet",
                "--timings",
                "--lang",
                "en"
            };
            long begun = System.nanoTime();
            double worked = processorSeconds();
            int exitCode = Main.run(log, log, Clock.systemDefaultZone(), Locale.ENGLISH, arguments);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (exitCode != 0) {
                throw new IOException("import " + i + " ended with " + exitCode + ", see growth.log");
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.2f | %,.0f | %.2f |%n",
                    (long) i * rows,
                    seconds,
                    rows / seconds,
                    processorSeconds() - worked);
            Files.delete(file);
        }
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }
}
