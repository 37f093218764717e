package ukaz.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ukaz.run.Json;

/** What the distribution says it is made of is what lies in it, each part under a licence that the docs name. */
class BillOfMaterialsIT {

    private static final Path PAGE = Path.of("../docs/licences.md");
    private static final String HEAD = "| licence | parts |\n| --- | --- |\n";

    /**
     * Something that Ukaz is made of.
     *
     * @param licences by their short names, where one may choose
     */
    private record Part(String group, String name, String version, List<String> licences, List<String> checksums) {

        @SuppressWarnings("unchecked")
        static Part of(Map<String, Object> component) {
            List<Map<String, Map<String, Object>>> licences =
                    (List<Map<String, Map<String, Object>>>) component.getOrDefault("licenses", List.of());
            return new Part(
                    (String) component.get("group"),
                    (String) component.get("name"),
                    (String) component.get("version"),
                    licences.stream()
                            .map(licence -> licence.get("license"))
                            .map(licence -> licence.containsKey("id") ? licence.get("id") : licence.get("name"))
                            .map(String::valueOf)
                            .toList(),
                    ((List<Map<String, Object>>) component.get("hashes"))
                            .stream().map(hash -> (String) hash.get("alg")).toList());
        }

        String jar() {
            return name + "-" + version + ".jar";
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Part> parts() throws IOException {
        List<Map<String, Object>> components =
                (List<Map<String, Object>>) Json.file(Shipped.file(".cdx.json")).get("components");
        return components.stream()
                .map(Part::of)
                .filter(part -> !part.group().equals("ukaz"))
                .toList();
    }

    @Test
    void every_jar_is_listed_with_checksum_and_licence_and_nothing_else_is() throws Exception {
        Process tar = new ProcessBuilder("tar", "-tzf", Shipped.file(".tar.gz").toString()).start();
        Set<String> jars = new TreeSet<>();
        try (Stream<String> names = tar.inputReader().lines()) {
            names.map(name -> name.substring(name.lastIndexOf('/') + 1))
                    .filter(name -> name.endsWith(".jar") && !name.startsWith("ukaz-"))
                    .forEach(jars::add);
        }
        assertThat(tar.waitFor()).isZero();

        assertThat(parts()).extracting(Part::jar).containsExactlyInAnyOrderElementsOf(jars);
        assertThat(parts()).allSatisfy(part -> {
            assertThat(part.licences()).isNotEmpty();
            assertThat(part.checksums()).contains("SHA-256");
        });
    }

    @Test
    void the_docs_name_every_part_with_its_version_under_its_licence() throws IOException {
        Map<String, Set<String>> byLicence = new TreeMap<>();
        parts().forEach(part -> byLicence
                .computeIfAbsent(String.join(" or ", part.licences()), licence -> new TreeSet<>())
                .add(part.name() + " " + part.version()));
        String table = byLicence.entrySet().stream()
                .map(entry -> "| " + entry.getKey() + " | " + String.join(", ", entry.getValue()) + " |\n")
                .collect(Collectors.joining("", HEAD, "\n"));
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        String now = page.replaceFirst("(?s)\\| licence \\| parts \\|\n.*?\n\n", Matcher.quoteReplacement(table));
        if ("write".equals(System.getProperty("licences"))) {
            Files.writeString(PAGE, now);
        }
        assertThat(page).as("stale? build with -Dlicences=write").isEqualTo(now).contains(HEAD);
    }
}
