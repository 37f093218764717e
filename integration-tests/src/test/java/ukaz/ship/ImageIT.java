package ukaz.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Json;
import ukaz.store.Docker;

/** The image for containers: a tar, built without a daemon. */
class ImageIT {

    @TempDir
    private Path work;

    private Path tar;
    private Map<String, byte[]> layout;

    @BeforeEach
    void read() throws IOException {
        tar = Shipped.file("-image.tar");
        layout = new LinkedHashMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                layout.put(entry.getName(), in.readAllBytes());
            }
        }
    }

    @Test
    void it_is_what_every_docker_can_load() throws IOException {
        assertThat(manifest()).containsKeys("Config", "Layers");
        assertThat(list(manifest(), "RepoTags")).singleElement().asString().startsWith("ukaz:");
        assertThat(layout.keySet()).contains(manifest().get("Config").toString());
        assertThat(layout.keySet()).containsAll(texts(list(manifest(), "Layers")));
    }

    @Test
    void its_layers_are_what_their_names_say() throws Exception {
        List<Object> expected = list(object(config(), "rootfs"), "diff_ids");
        List<Object> found = new ArrayList<>();
        for (String layer : texts(list(manifest(), "Layers"))) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(layout.get(layer)))) {
                found.add("sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes())));
            }
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void it_runs_the_program_and_not_as_root() throws IOException {
        Map<String, Object> container = object(config(), "config");

        assertThat(container).containsEntry("User", "10001:10001").containsEntry("WorkingDir", "/data");
        assertThat(list(container, "Env")).contains("LC_ALL=C.UTF-8");
        assertThat(list(container, "Entrypoint"))
                .startsWith("java")
                .containsSequence("-cp", "@/app/jib-classpath-file", "ukaz.app.Main");
    }

    @Test
    void it_holds_every_jar_of_the_distribution_and_a_folder_to_write_to() throws IOException {
        Map<String, TarArchiveEntry> files = new LinkedHashMap<>();
        for (String layer : texts(list(manifest(), "Layers"))) {
            try (TarArchiveInputStream in =
                    new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(layout.get(layer))))) {
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    files.put(entry.getName().replaceFirst("^/", "").replaceFirst("/$", ""), entry);
                }
            }
        }
        List<String> jars;
        try (Stream<Path> lib = Files.list(Path.of("../report/target/lib"))) {
            jars = lib.map(jar -> "app/libs/" + jar.getFileName()).toList();
        }

        assertThat(files.keySet()).containsAll(jars);
        assertThat(files.get("data").isDirectory()).isTrue();
        assertThat(files.get("data").getMode() & 0777).isEqualTo(0777);
    }

    @Test
    void it_checks_a_list_in_a_container() throws Exception {
        Docker.need();
        Path data = Files.createDirectories(work.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.copy(Path.of("../samples/geroi-truda.csv"), data.resolve("герои.csv"));
        String image = "ukaz-it:" + ProcessHandle.current().pid();
        String loaded = docker("load", "-i", tar.toString());
        String name = loaded.strip().replaceFirst("(?s).*Loaded image(?: ID)?: ", "");
        docker("tag", name, image);
        try {
            // The image of the tests has no Java and no C library: those of this machine are lent to it.
            List<String> run = new ArrayList<>(List.of("run", "--rm", "--network", "none", "--read-only"));
            run.addAll(List.of("--tmpfs", "/tmp:exec", "-v", data + ":/data"));
            for (String folder : List.of("/usr", "/lib", "/lib64", "/etc", System.getProperty("java.home"))) {
                if (Files.exists(Path.of(folder)) && !run.contains(folder + ":" + folder + ":ro")) {
                    run.addAll(List.of("-v", folder + ":" + folder + ":ro"));
                }
            }
            run.addAll(List.of("-e", "PATH=" + System.getProperty("java.home") + "/bin:/usr/bin", image));
            run.addAll(List.of("check", "герои.csv", "--fail-on", "never", "--lang", "ru"));

            String said = docker(run.toArray(String[]::new));

            assertThat(said).contains("Записей");
            assertThat(Files.readString(data.resolve("ukaz-report/summary.json")))
                    .contains("герои.csv");
            assertThat(Files.getAttribute(data.resolve("ukaz-report"), "unix:uid"))
                    .isEqualTo(10001);
        } finally {
            docker("rmi", "-f", image);
        }
    }

    private static String docker(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** A list of one image: the tar is written for one. */
    private Map<String, Object> manifest() throws IOException {
        String list = new String(layout.get("manifest.json"), StandardCharsets.UTF_8).strip();
        return object(list.substring(1, list.length() - 1));
    }

    private Map<String, Object> config() throws IOException {
        return object(new String(layout.get(manifest().get("Config").toString()), StandardCharsets.UTF_8));
    }

    private Map<String, Object> object(String json) throws IOException {
        return Json.file(Files.writeString(work.resolve("part.json"), json));
    }

    private static List<String> texts(List<Object> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static Map<String, Object> object(Map<String, Object> from, String key) {
        return asObject(from.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> from, String key) {
        return (List<Object>) from.get(key);
    }
}
