package ukaz.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one run of a process took.
 *
 * @param cpu seconds of processor time, of user and system, with all its children
 * @param wall seconds
 * @param peak most memory held by any of its processes, in MB
 */
record Measured(double cpu, double wall, double peak) {

    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final Pattern HIGHEST = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /** Runs the command under a shell, which knows what its children used; exit code 1 is a check that found something. */
    static Measured run(List<String> command, Path log) throws IOException, InterruptedException {
        Path times = log.resolveSibling("times");
        List<String> shell = new ArrayList<>(
                List.of("sh", "-c", "times=$1; shift; \"$@\"; code=$?; times >\"$times\"; exit $code", "sh"));
        shell.add(times.toString());
        shell.addAll(command);
        long started = System.nanoTime();
        Process process = new ProcessBuilder(shell)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        while (process.isAlive()) {
            peak = Math.max(
                    peak,
                    process.descendants().mapToLong(Measured::highest).max().orElse(0));
            Thread.sleep(5);
        }
        double wall = (System.nanoTime() - started) / 1e9;
        if (process.waitFor() > 1) {
            throw new IOException(String.join(" ", command) + " failed: " + Files.readString(log));
        }
        double cpu = 0;
        Matcher each = TIMES.matcher(Files.readString(times));
        while (each.find()) {
            cpu += 60 * Double.parseDouble(each.group(1)) + Double.parseDouble(each.group(2));
        }
        return new Measured(cpu, wall, peak / 1024.0);
    }

    private static long highest(ProcessHandle process) {
        try {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            Matcher highest = HIGHEST.matcher(Files.readString(status, StandardCharsets.ISO_8859_1));
            return highest.find() ? Long.parseLong(highest.group(1)) : 0;
        } catch (IOException e) {
            // it has ended meanwhile
            return 0;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "cpu %.2f s, wall %.2f s, peak %.0f MB", cpu, wall, peak);
    }
}
