package ukaz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/ukaz}: which Java it starts, and how. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final List<String> TOOLS = List.of(
            "sh", "sed", "head", "dirname", "readlink", "find", "ls", "cat", "mkdir", "touch", "uname", "du", "mv");

    private static final String PLAINLY = "-XX:TieredStopAtLevel=1";

    @TempDir
    private Path work;

    private Path path;

    /** What a process said on standard error, and how it ended. */
    private record Ended(int exitCode, List<String> errors, String out) {}

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
        Ended ended = start(Map.of("LANG", "en_US.UTF-8"), "--version");

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("ukaz: ").contains("Java 17"));
    }

    @Test
    void without_java_it_says_so_in_russian_too() throws Exception {
        Ended ended = start(Map.of("LANG", "ru_RU.UTF-8"), "--version");

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

        Ended ended = start(Map.of("LANG", "en_US.UTF-8", "JAVA_HOME", home.toString()), "--version");

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.errors())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("Java 17").contains("11.0.2"));
    }

    @Test
    void for_small_inputs_java_is_to_compile_plainly() throws Exception {
        Path rows = Files.write(work.resolve("rows.csv"), new byte[17 << 20]);
        Path reports = Files.createDirectories(work.resolve("reports"));
        Files.write(reports.resolve("report.xlsx"), new byte[17 << 20]);

        assertThat(options("--version")).contains(PLAINLY);
        assertThat(options("check", rows.toString())).contains(PLAINLY);
        assertThat(options("import", rows.toString(), "--out", reports.toString()))
                .contains(PLAINLY);
    }

    @Test
    void for_large_inputs_and_where_nobody_knows_java_compiles_as_it_does() throws Exception {
        Path folder = Files.createDirectories(work.resolve("папка со списками"));
        Path workbook = Files.write(folder.resolve("список.xlsx"), new byte[17 << 20]);

        assertThat(options("check", workbook.toString())).doesNotContain(PLAINLY);
        assertThat(options("check", folder.toString())).doesNotContain(PLAINLY);
        assertThat(options("check", "s3://lists/of-heroes")).doesNotContain(PLAINLY);
        assertThat(options("watch", work.resolve("none").toString())).doesNotContain(PLAINLY);
    }

    /** What Java is given for this command. */
    private List<String> options(String... command) throws Exception {
        Path home = Files.createDirectories(work.resolve("java"));
        Files.createDirectories(home.resolve("bin"));
        script(home.resolve("bin/java"), "printf '%s\\n' \"$@\"");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        Ended ended = start(Map.of("JAVA_HOME", home.toString()), command);
        assertThat(ended.exitCode()).as(ended.errors().toString()).isZero();
        return ended.out().lines().toList();
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended start(Map<String, String> environment, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("/bin/sh", "../bin/ukaz"));
        all.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectError(work.resolve("errors").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), Files.readAllLines(work.resolve("errors")), out);
    }
}
