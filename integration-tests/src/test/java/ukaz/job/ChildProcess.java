package ukaz.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ukaz.app.Main;

/** The command line in a process of its own, which can be killed or kept short of memory. */
public final class ChildProcess {

    private ChildProcess() {}

    /** Starts it; what it says goes to the file. */
    public static Process start(String memory, Path log, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
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
