package ukaz.ingest.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hands a target to Jazzer, which goes by what code an input reaches, in a process of its own. What it says, and all inputs
 * that reached something new, lie in {@code target/fuzz}, where the next run begins. {@code fuzz.beside} of them run at a time, by
 * default as many as there are processors, so that each has one to itself.
 */
final class Guided {

    static final boolean WANTED = Boolean.getBoolean("fuzz.guided");

    private static final Semaphore BESIDE =
            new Semaphore(Integer.getInteger("fuzz.beside", Runtime.getRuntime().availableProcessors()), true);
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern COVERED = Pattern.compile("cov: (\\d+) ft: (\\d+)");

    private Guided() {}

    static long run(Class<?> targets, String name, List<byte[]> seeds) throws IOException, InterruptedException {
        BESIDE.acquire();
        try {
            return driven(targets, name, seeds);
        } finally {
            BESIDE.release();
        }
    }

    private static long driven(Class<?> targets, String name, List<byte[]> seeds)
            throws IOException, InterruptedException {
        Path folder = Path.of("target", "fuzz", name).toAbsolutePath();
        Path begun = Files.createDirectories(folder.resolve("seeds"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(begun.resolve(Integer.toString(i)), seeds.get(i));
        }
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+EnableDynamicAgentLoading",
                        "-Duser.timezone=UTC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + targets.getName(),
                        "--instrumentation_includes=ukaz.**",
                        "--reproducer_path=" + folder,
                        "--keep_going=20",
                        "-max_total_time=" + Fuzz.SECONDS,
                        "-seed=" + Fuzz.SEED,
                        "-max_len=" + Fuzz.LONGEST,
                        "-use_value_profile=1",
                        "-timeout=600",
                        "-rss_limit_mb=3000",
                        "-artifact_prefix=" + folder + File.separator,
                        Files.createDirectories(folder.resolve("found")).toString(),
                        begun.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        String said = Files.readString(log);
        Matcher done = DONE.matcher(said);
        if (process.exitValue() != 0 || said.contains("== Java Exception") || !done.find()) {
            throw new AssertionError(name + " ended with " + process.exitValue() + ", see " + log);
        }
        Matcher covered = COVERED.matcher(said);
        String reached = "";
        while (covered.find()) {
            reached = covered.group(1) + " | " + covered.group(2);
        }
        System.out.println("| " + name + " | " + done.group(1) + " | " + done.group(2) + " s | " + cpu.toSeconds()
                + " s | " + reached + " |");
        return Long.parseLong(done.group(1));
    }
}
