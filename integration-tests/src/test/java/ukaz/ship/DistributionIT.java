package ukaz.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is handed out, unpacked where no checkout and no Maven is. */
@DisabledOnOs(OS.WINDOWS)
class DistributionIT {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    /** Somebody who owns nothing here. */
    private static final String NOBODY = "54321";

    @TempDir
    private Path work;

    private Path home;

    /** How a command ended, with all it said. */
    private record Ended(int exitCode, String said) {}

    private void unpackInto(String name) throws Exception {
        Path archive = Shipped.file(".tar.gz");
        Path folder = Files.createDirectories(work.resolve(name));
        assertThat(run(List.of("tar", "-xzf", archive.toString(), "-C", folder.toString()), Map.of())
                        .exitCode())
                .isZero();
        try (Stream<Path> unpacked = Files.list(folder)) {
            home = unpacked.toList().get(0);
        }
    }

    @Test
    void it_checks_the_samples_it_brings_and_starts_faster_the_next_time() throws Exception {
        unpackInto("opt");
        Path out = work.resolve("out");

        Ended first = ukaz(Map.of(), "check", home.resolve("samples"), "--out", out);

        assertThat(first.exitCode()).as(first.said()).isEqualTo(1);
        Path loaded = work.resolve("loaded");
        Ended second = ukaz(
                Map.of("UKAZ_JAVA_OPTS", "-XX:+UseSerialGC -Xlog:class+load:file=" + loaded), "rules", "date-missing");
        Path classes = onlyClassArchive(home.resolve("lib"));
        assertThat(second.said()).doesNotContain("warning");
        assertThat(Files.readAllLines(loaded))
                .as("classes that come from %s", classes)
                .anyMatch(line -> line.contains(" ukaz.") && line.contains("shared objects file (top)"));
        FileTime made = Files.getLastModifiedTime(classes);
        ukaz(Map.of(), "check", home.resolve("samples"), "--out", out);
        assertThat(Files.getLastModifiedTime(classes)).isEqualTo(made);
    }

    @Test
    void the_names_of_its_folders_may_hold_blanks_and_any_letters() throws Exception {
        unpackInto("Программы и данные");
        Path out = work.resolve("отчёт за январь");

        for (int run = 0; run < 2; run++) {
            Ended ended = ukaz(Map.of(), "check", home.resolve("samples"), "--out", out, "--lang", "ru");

            assertThat(ended.exitCode()).as(ended.said()).isEqualTo(1);
            assertThat(ended.said()).contains("Прочитано строк").doesNotContain("warning");
        }
        assertThat(out.resolve("report.xlsx")).exists();
    }

    @Test
    void from_a_folder_that_nobody_may_write_to_it_uses_the_cache_of_the_user() throws Exception {
        unpackInto("opt");
        Path cache = work.resolve("cache");
        Path out = work.resolve("out");
        Files.createDirectories(cache);
        Files.createDirectories(out);
        List<String> as = new ArrayList<>();
        if (Files.isWritable(Path.of("/proc/1/environ")) || "root".equals(System.getProperty("user.name"))) {
            // For root every folder can be written to.
            Assumptions.assumeTrue(
                    run(List.of("setpriv", "--version"), Map.of()).exitCode() == 0, "setpriv is not here");
            as.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
            for (Path folder : List.of(work, cache, out)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            }
        }
        assertThat(run(List.of("chmod", "-R", "a-w,a+rX", home.toString()), Map.of())
                        .exitCode())
                .isZero();

        try {
            Ended ended = ukaz(
                    as,
                    Map.of("XDG_CACHE_HOME", cache.toString()),
                    "check",
                    home.resolve("samples"),
                    "--out",
                    out.resolve("report"));

            assertThat(ended.exitCode()).as(ended.said()).isEqualTo(1);
            ukaz(as, Map.of("XDG_CACHE_HOME", cache.toString()), "rules", "date-missing");
            try (Stream<Path> folders = Files.list(cache.resolve("ukaz"))) {
                assertThat(onlyClassArchive(folders.findFirst().orElseThrow())).isNotEmptyFile();
            }
        } finally {
            run(List.of("chmod", "-R", "u+w", home.toString()), Map.of());
        }
    }

    @Test
    void its_guides_lead_to_files_that_it_brings() throws Exception {
        unpackInto("opt");
        assertThat(home.resolve("LICENSE")).exists();
        assertThat(home.resolve("bin/ukaz")).isExecutable();
        List<String> broken = new ArrayList<>();
        List<Path> guides;
        try (Stream<Path> files = Files.walk(home)) {
            guides = files.filter(file -> file.toString().endsWith(".md")).toList();
        }
        for (Path guide : guides) {
            Matcher link = LINK.matcher(Files.readString(guide));
            while (link.find()) {
                if (!Files.exists(guide.resolveSibling(link.group(1)))) {
                    broken.add(home.relativize(guide) + " -> " + link.group(1));
                }
            }
        }
        assertThat(guides).hasSizeGreaterThan(5);
        assertThat(broken).isEmpty();
    }

    private static Path onlyClassArchive(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(
                            file -> file.getFileName().toString().contains(".jsa"))
                    .toList();
            assertThat(archives).hasSize(1);
            assertThat(archives.get(0).toString()).endsWith(".jsa");
            return archives.get(0);
        }
    }

    private Ended ukaz(Map<String, String> environment, Object... arguments) throws Exception {
        return ukaz(List.of(), environment, arguments);
    }

    private Ended ukaz(List<String> before, Map<String, String> environment, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(before);
        command.add(home.resolve("bin/ukaz").toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return run(command, environment);
    }

    /** Runs a command in an environment with a Java, the usual tools, and nothing else. */
    private Ended run(List<String> command, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(work.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Ended(127, String.valueOf(e.getMessage()));
        }
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
