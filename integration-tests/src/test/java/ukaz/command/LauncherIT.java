package ukaz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/ukaz} where no Java is, or one that is too old. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final List<String> TOOLS =
            List.of("sh", "sed", "head", "dirname", "readlink", "find", "ls", "cat", "mkdir", "touch", "uname");

    @TempDir
    private Path work;

    private Path path;

    /** What a process said on standard error, and how it ended. */
    private record Ended(int exitCode, List<String> errors) {}

    @BeforeEach
    void make_a_path_without_java() throws IOException {
        path = Files.createDirectories(work.resolve("path"));
        for (String tool : TOOLS) {
            for (String folder : List.of("/bin", "/usr/bin")) {
                Path program = Path.of(folder, tool);
                if (Files.exists(program) && !Files.exists(path.resolve(tool))) {
                    script(path.resolve(tool), "exec " + program + " \"$@\"");
                }
            }
        }
    }

    @Test
    void without_java_it_says_so_in_one_line() throws Exception {
        Ended ended = start(Map.of("LANG", "en_US.UTF-8"));

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("ukaz: ").contains("Java 17"));
    }

    @Test
    void without_java_it_says_so_in_russian_too() throws Exception {
        Ended ended = start(Map.of("LANG", "ru_RU.UTF-8"));

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("ukaz: ").contains("нужна Java 17"));
    }

    @Test
    void with_an_old_java_it_names_the_version() throws Exception {
        Path home = Files.createDirectories(work.resolve("old"));
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), "exit 1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        Ended ended = start(Map.of("LANG", "en_US.UTF-8", "JAVA_HOME", home.toString()));

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Java 17").contains("11.0.2"));
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended start(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "../bin/ukaz", "--version");
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), errors.lines().toList());
    }
}
