package ukaz.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import ukaz.run.Ukaz;

/** What the operator's guide and the files beside it tell people to type is there to be typed. */
class GuideIT {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern CODE = Pattern.compile("(?s)```[a-z]*\\n(.*?)```|`([^`\\n]+)`");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern VARIABLE = Pattern.compile("UKAZ_[A-Z_]*[A-Z]");
    private static final Pattern KEY = Pattern.compile("(?m)^#?([a-z.]+?)(?:-file)?=");
    private static final Pattern ADDRESS = Pattern.compile("^(?:jdbc:postgresql|amqp)://([a-z-]+)[:/]");
    private static final Map<String, String> API =
            Map.of("Service", "v1", "StatefulSet", "apps/v1", "Deployment", "apps/v1", "Job", "batch/v1");
    private static final Set<String> VARIABLES = Set.of(
            "UKAZ_BROKER_USER",
            "UKAZ_BROKER_PASSWORD",
            "UKAZ_DB_USER",
            "UKAZ_DB_PASSWORD",
            "UKAZ_JAVA_OPTS",
            "UKAZ_LOG_FORMAT");

    @TempDir
    private Path work;

    /** The help of every command named so far, by its words. */
    private final Map<String, String> helps = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"operate.md", "operate.ru.md", "../README.md", "README.ru.md"})
    void commands_and_options_are_there(String page) throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> anywhere = new TreeSet<>();
        for (String command : List.of("check", "import", "worker", "watch", "archive", "report")) {
            anywhere.addAll(optionsOf(command));
        }
        for (String code : codeOf(DOCS.resolve(page))) {
            for (String line : code.replace("\\\n", " ").lines().toList()) {
                List<String> words = wordsAfterUkaz(line);
                if (words != null) {
                    wrong.addAll(notThere(words));
                } else if (line.startsWith("--")) {
                    allOf(OPTION, line).stream()
                            .filter(option -> !anywhere.contains(option))
                            .forEach(wrong::add);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void both_languages_name_the_same() throws IOException {
        List<String> english = codeOf(DOCS.resolve("operate.md"));
        List<String> russian = codeOf(DOCS.resolve("operate.ru.md"));

        for (Pattern each : List.of(OPTION, VARIABLE, Pattern.compile("(ukaz|spring|jvm|process)_[a-z_]+"))) {
            assertThat(allOf(each, String.join("\n", russian))).isEqualTo(allOf(each, String.join("\n", english)));
        }
        assertThat(allOf(
                        Pattern.compile("\\]\\([^)]*operate/[a-z.]+\\)"),
                        Files.readString(DOCS.resolve("operate.ru.md"))))
                .isEqualTo(allOf(
                        Pattern.compile("\\]\\([^)]*operate/[a-z.]+\\)"),
                        Files.readString(DOCS.resolve("operate.md"))));
    }

    @Test
    void variables_are_those_that_the_program_reads() throws IOException {
        Set<String> known = new TreeSet<>(VARIABLES);
        Matcher key = KEY.matcher(Files.readString(DOCS.resolve("operate/notify.properties")));
        while (key.find()) {
            String variable = "UKAZ_" + key.group(1).toUpperCase(Locale.ROOT).replace('.', '_');
            known.add(variable);
            known.add(variable + "_FILE");
        }
        Set<String> named = new TreeSet<>();
        for (String file : List.of(
                "operate.md",
                "operate.ru.md",
                "operate/compose.yaml",
                "operate/cronjob.yaml",
                "operate/workers.compose.yaml",
                "operate/workers.yaml",
                "operate/ukaz.service")) {
            named.addAll(allOf(VARIABLE, Files.readString(DOCS.resolve(file))));
        }

        assertThat(known).containsAll(named);
    }

    @Test
    void the_unit_of_systemd_starts_what_there_is() throws Exception {
        Properties unit = new Properties();
        unit.load(new StringReader(Files.readString(DOCS.resolve("operate/ukaz.service"))));

        assertThat(notThere(wordsAfterUkaz(unit.getProperty("ExecStart")))).isEmpty();
    }

    @Test
    void systemd_takes_the_unit_and_its_timer() throws Exception {
        Path program = Files.writeString(work.resolve("ukaz"), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        for (String name : List.of("ukaz.service", "ukaz.timer")) {
            String unit = Files.readString(DOCS.resolve("operate").resolve(name))
                    .replace("/opt/ukaz/bin/ukaz", program.toString());
            command.add(Files.writeString(work.resolve(name), unit).toString());
        }
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("systemd-analyze is not here");
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.lines().filter(line -> line.contains("ukaz."))).isEmpty();
        assertThat(process.exitValue()).as(said).isZero();
    }

    @Test
    void compose_starts_what_there_is() throws IOException {
        Map<String, Object> compose = yaml("compose.yaml");
        Map<String, Object> services = object(compose, "services");

        assertThat(services).containsOnlyKeys("db", "ukaz");
        assertThat(notThere(texts(object(services, "ukaz").get("command")))).isEmpty();
        assertThat(object(compose, "volumes")).containsKey("db");
    }

    @Test
    void the_job_of_kubernetes_starts_what_there_is() throws IOException {
        Map<String, Object> job = yaml("cronjob.yaml");
        assertThat(job).containsEntry("kind", "CronJob").containsEntry("apiVersion", "batch/v1");
        Map<String, Object> pod =
                object(object(object(object(object(job, "spec"), "jobTemplate"), "spec"), "template"), "spec");
        Map<String, Object> container = first(pod.get("containers"));

        assertThat(notThere(texts(container.get("args")))).isEmpty();
        Set<Object> volumes = ((List<?>) pod.get("volumes"))
                .stream().map(volume -> asObject(volume).get("name")).collect(Collectors.toSet());
        assertThat(((List<?>) container.get("volumeMounts")))
                .allSatisfy(
                        mount -> assertThat(volumes).contains(asObject(mount).get("name")));
    }

    @Test
    void manager_workers_broker_and_database_start_together() throws IOException {
        Map<String, Object> compose = yaml("workers.compose.yaml");
        Map<String, Object> services = object(compose, "services");
        assertThat(services).containsOnlyKeys("db", "broker", "worker", "manager");
        assertThat(object(compose, "volumes")).containsOnlyKeys("db", "broker");
        for (String name : List.of("worker", "manager")) {
            assertThat(notThere(texts(object(services, name).get("command")))).isEmpty();
            assertThat(object(services, name)).containsKeys("image", "environment", "depends_on");
            assertThat(object(object(services, name), "depends_on")).containsOnlyKeys("db", "broker");
            assertThat(hosts(texts(object(services, name).get("command")))).containsExactly("db", "broker");
            assertThat(object(services, name)).containsEntry("image", "ukaz:" + version());
        }
        for (Object service : services.values()) {
            object(asObject(service), "environment").forEach((variable, value) -> {
                if (variable.contains("PASS")) {
                    assertThat(value.toString()).as(variable).matches("\\$\\{UKAZ_(DB|BROKER)_PASSWORD:\\?[^}]+}");
                }
            });
        }
        assertThat(object(services, "db")).containsKey("healthcheck");
        assertThat(object(services, "broker")).containsKey("healthcheck");
    }

    @Test
    void what_kubernetes_is_given_fits_together() throws IOException {
        Set<Object> addresses = new TreeSet<>();
        Set<String> selected = new TreeSet<>();
        Map<String, Object> ports = new TreeMap<>();
        List<Map<String, Object>> pods = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (Object each :
                new Yaml().loadAll(Files.readString(DOCS.resolve("operate").resolve("workers.yaml")))) {
            String kind = String.valueOf(asObject(each).get("kind"));
            kinds.add(kind);
            Map<String, Object> spec = object(asObject(each), "spec");
            assertThat(asObject(each))
                    .containsEntry("apiVersion", API.get(kind))
                    .containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
            String name = String.valueOf(object(asObject(each), "metadata").get("name"));
            if (kind.equals("Service")) {
                addresses.add(name);
                String of = String.valueOf(object(spec, "selector"));
                selected.add(of);
                ports.put(of, first(spec.get("ports")).get("port"));
            } else {
                Map<String, Object> template = object(spec, "template");
                pods.add(object(template, "spec"));
                if (!kind.equals("Job")) {
                    String labels = String.valueOf(object(object(template, "metadata"), "labels"));
                    assertThat(object(object(spec, "selector"), "matchLabels")).hasToString(labels);
                    if (selected.remove(labels)) {
                        Object listens = first(object(template, "spec").get("containers"))
                                .get("ports");
                        assertThat(first(listens)).containsEntry("containerPort", ports.get(labels));
                    }
                }
                Set<String> volumes = namesIn(object(template, "spec").get("volumes"));
                if (spec.get("volumeClaimTemplates") instanceof List<?> claims) {
                    claims.forEach(claim -> volumes.add(
                            String.valueOf(object(asObject(claim), "metadata").get("name"))));
                }
                Map<String, Object> container = first(object(template, "spec").get("containers"));
                assertThat(volumes).containsAll(namesIn(container.get("volumeMounts")));
                for (Object variable : (List<?>) container.get("env")) {
                    if (String.valueOf(asObject(variable).get("name")).matches(".*_(USER|PASS|PASSWORD)")) {
                        assertThat(asObject(variable)).containsOnlyKeys("name", "valueFrom");
                        Map<String, Object> secret = object(object(asObject(variable), "valueFrom"), "secretKeyRef");
                        assertThat(List.of("ukaz-db", "ukaz-broker")).contains(String.valueOf(secret.get("name")));
                        assertThat(List.of("user", "password")).contains(String.valueOf(secret.get("key")));
                    }
                }
            }
            if (kind.equals("Deployment") || kind.equals("Job")) {
                Map<String, Object> pod = object(object(object(asObject(each), "spec"), "template"), "spec");
                Map<String, Object> container = first(pod.get("containers"));
                assertThat(notThere(texts(container.get("args")))).isEmpty();
                assertThat(container).containsKeys("env", "volumeMounts", "resources");
                assertThat(container).containsEntry("image", "registry.example.org/ukaz:" + version());
                assertThat(addresses).containsAll(hosts(texts(container.get("args"))));
            }
        }
        assertThat(selected).as("services of no pod").isEmpty();
        assertThat(pods).hasSize(4);
        assertThat(kinds).containsExactly("Service", "StatefulSet", "Service", "StatefulSet", "Deployment", "Job");
    }

    private static String version() throws IOException {
        Matcher version = Pattern.compile("<artifactId>ukaz</artifactId>\\s*<version>([^<]+)<")
                .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    /** The machines that a command line names in addresses. */
    private static List<String> hosts(List<String> command) {
        return command.stream()
                .map(ADDRESS::matcher)
                .filter(Matcher::find)
                .map(address -> address.group(1))
                .toList();
    }

    private static Set<String> namesIn(Object list) {
        return list == null
                ? new TreeSet<>()
                : ((List<?>) list)
                        .stream()
                                .map(each -> String.valueOf(asObject(each).get("name")))
                                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Object> yaml(String name) throws IOException {
        return new Yaml().load(Files.readString(DOCS.resolve("operate").resolve(name)));
    }

    private static Map<String, Object> object(Map<String, Object> from, String key) {
        return asObject(from.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> first(Object list) {
        return asObject(((List<?>) list).get(0));
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(Object::toString).toList();
    }

    private static List<String> codeOf(Path page) throws IOException {
        List<String> codes = new ArrayList<>();
        Matcher code = CODE.matcher(Files.readString(page));
        while (code.find()) {
            codes.add(code.group(1) == null ? code.group(2) : code.group(1));
        }
        return codes;
    }

    /** The arguments of {@code ukaz} in this line of a shell; null where the line starts something else. */
    private static List<String> wordsAfterUkaz(String line) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("ukaz") || word.endsWith("bin/ukaz")) {
                return words.subList(i + 1, words.size());
            }
        }
        return null;
    }

    /** Which words of a command line name a command or an option that is not there. */
    private List<String> notThere(List<String> words) {
        List<String> wrong = new ArrayList<>();
        if (words.isEmpty() || words.get(0).startsWith("-")) {
            return wrong;
        }
        String command = words.get(0);
        Set<String> options = optionsOf(command);
        if (words.size() > 1
                && words.get(1).matches("[a-z]+")
                && helpOf(command).matches("(?s).*\\n  " + words.get(1) + " .*")) {
            options = optionsOf(command + " " + words.get(1));
        }
        if (options.isEmpty()) {
            wrong.add("ukaz " + command);
        }
        for (String word : words) {
            Matcher option = OPTION.matcher(word);
            if (option.lookingAt() && !options.contains(option.group())) {
                wrong.add("ukaz " + command + " " + word);
            }
        }
        return wrong;
    }

    private Set<String> optionsOf(String command) {
        return allOf(OPTION, helpOf(command));
    }

    private String helpOf(String command) {
        return helps.computeIfAbsent(command, words -> {
            List<Object> arguments = new ArrayList<>(List.of((Object[]) words.split(" ")));
            arguments.add("--help");
            Ukaz help = Ukaz.run(arguments.toArray());
            return help.exitCode() == 0 ? help.out() : "";
        });
    }

    private static Set<String> allOf(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
