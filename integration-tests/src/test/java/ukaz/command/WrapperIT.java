package ukaz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code mvnw} never runs a Maven that is not the one it was promised, whichever archive it takes. */
@DisabledOnOs(OS.WINDOWS)
class WrapperIT {

    private static final List<String> TOOLS = List.of(
            "sh",
            "tr",
            "cat",
            "mktemp",
            "rm",
            "mkdir",
            "dirname",
            "basename",
            "sha256sum",
            "shasum",
            "tar",
            "gzip",
            "mv",
            "uname");

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refuses_another_archive(boolean unzip) throws Exception {
        Path path = Files.createDirectory(work.resolve("path"));
        for (String tool : TOOLS) {
            for (String folder : List.of("/bin", "/usr/bin")) {
                Path program = Path.of(folder, tool);
                if (Files.exists(program) && !Files.exists(path.resolve(tool))) {
                    script(path.resolve(tool), "exec " + program + " \"$@\"");
                }
            }
        }
        Path asked = work.resolve("asked");
        // "downloads" something else to where the fourth word says
        script(path.resolve("wget"), "echo \"$2\" >'" + asked + "'; echo evil >\"$4\"");
        if (unzip) {
            script(path.resolve("unzip"), "exit 0");
        }

        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "../mvnw", "-v").redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", path.toString());
        builder.environment().put("HOME", work.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(1);
        assertThat(said).contains("Failed to validate Maven distribution SHA-256");
        assertThat(asked).content().contains(unzip ? "-bin.zip" : "-bin.tar.gz");
        assertThat(work.resolve(".m2/wrapper/dists")).isDirectoryNotContaining(dist -> !isEmpty(dist));
    }

    private static boolean isEmpty(Path folder) {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void script(Path file, String command) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
