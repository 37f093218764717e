package ukaz.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import ukaz.app.Main;

/** The command line in a process of its own, which can be killed or kept short of memory. */
public final class ChildProcess {

    private ChildProcess() {}

    /** Starts it; what it says goes to the file. */
    public static Process start(String memory, Path log, Object... arguments) throws IOException {
        return start(memory, List.of(), log, arguments);
    }

    /** Starts it with more options of Java. */
    public static Process start(String memory, List<String> options, Path log, Object... arguments) throws IOException {
        return builder(memory, log, options, arguments).start();
    }

    /** The words of the command line. */
    public static List<String> command(String memory, Object... arguments) {
        return builder(memory, Path.of("unused"), List.of(), arguments).command();
    }

    private static ProcessBuilder builder(String memory, Path log, List<String> options, Object... arguments) {
        return builder(memory, log, Classes.KEPT, options, arguments);
    }

    private static ProcessBuilder builder(
            String memory, Path log, List<String> classes, List<String> options, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                // What the second compiler makes comes too late for so short a run.
                "-XX:TieredStopAtLevel=1",
                "-Dukaz.waits.percent=" + Integer.getInteger("ukaz.waits.percent", 100),
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(classes);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    }

    /** An archive of loaded classes, as the launcher makes one: a process starts a fifth sooner. Made by the first that starts. */
    private static final class Classes {

        static final List<String> KEPT = kept();

        private static List<String> kept() {
            try {
                Path folder = Path.of("target", "classes-kept").toAbsolutePath();
                FileSystemUtils.deleteRecursively(folder);
                Path archive = Files.createDirectories(folder).resolve("ukaz.jsa");
                Path list = Files.writeString(
                        folder.resolve("list.csv"),
                        "ФИО;Дата рождения;Награда;Дата указа\nИванов Иван Ильич;12.03.1905;ГСТ;29.10.1949\n");
                Path log = folder.resolve("log");
                builder(
                                "256m",
                                log,
                                List.of(),
                                List.of("-XX:ArchiveClassesAtExit=" + archive),
                                "import",
                                list,
                                "--archive",
                                folder.resolve("archive"),
                                "--out",
                                folder.resolve("out"))
                        .start()
                        .waitFor();
                return Files.exists(archive)
                        ? List.of("-Xshare:auto", "-Xlog:disable", "-XX:SharedArchiveFile=" + archive)
                        : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
    }

    /** The program without the tests, whose folders no archive of loaded classes can be made of. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(each -> !each.contains("integration-tests"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Runs it to its end, with a folder of its own as home, as working folder and for temporary files. */
    public static int runAlone(String memory, Path log, Path home, Object... arguments)
            throws IOException, InterruptedException {
        return builder(
                        memory,
                        log,
                        List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + home, "-XX:-UsePerfData"),
                        arguments)
                .directory(home.toFile())
                .start()
                .waitFor();
    }

    /** Waits for what a process does that runs, and tells nobody when it has. */
    public static void await(Process process, Path log, Callable<Boolean> done) throws Exception {
        while (!done.call()) {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(5);
        }
    }

    /** Runs it to its end, and tells the exit code. */
    public static int run(String memory, Path log, Object... arguments) throws IOException, InterruptedException {
        int exitCode = start(memory, log, arguments).waitFor();
        if (exitCode != 0) {
            System.out.println(Files.readString(log));
        }
        return exitCode;
    }
}
