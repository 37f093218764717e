package ukaz.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ukaz.job.ChildProcess;
import ukaz.run.Json;
import ukaz.run.Outputs;
import ukaz.workbook.Csv;

/**
 * Files from strangers, in one folder and in a quarter of a gigabyte: each is refused in a sentence, or read, and does
 * nothing else.
 */
class HostileFilesIT {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static Path work;
    private static Path out;
    private static List<HostileFile> files;
    private static Bait bait;
    private static int exitCode;
    private static Duration took;
    private static String said;
    private static Map<String, FileTime> before;
    private static Map<String, FileTime> after;
    private static Map<String, Map<String, Object>> sources;
    private static Map<String, List<Map<String, Object>>> findings;

    @BeforeAll
    static void check_them_all(@TempDir Path folder) throws Exception {
        work = folder;
        bait = new Bait(folder);
        files = all(folder);
        Path in = Files.createDirectory(folder.resolve("in"));
        for (HostileFile file : files) {
            Files.write(in.resolve(file.name()), file.content());
        }
        out = folder.resolve("out");
        Path log = Files.createFile(folder.resolve("log"));
        Path home = Files.createDirectory(folder.resolve("home"));
        before = snapshot();
        long began = System.nanoTime();
        exitCode = ChildProcess.runAlone(
                "256m",
                log,
                home,
                "check",
                in,
                "--out",
                out,
                "--format",
                "xlsx,html,jsonl,csv",
                "--annotate",
                "--lang",
                "en",
                "--no-progress");
        took = Duration.ofNanos(System.nanoTime() - began);
        after = snapshot();
        said = Files.readString(log);
        sources = summary();
        findings = Json.lines(out.resolve("discrepancies.jsonl")).stream()
                .collect(Collectors.groupingBy(finding -> (String) finding.get("file")));
    }

    @AfterAll
    static void stop_listening() throws IOException {
        bait.close();
    }

    private static List<HostileFile> all(Path work) throws Exception {
        List<HostileFile> all = new ArrayList<>();
        all.addAll(HostileZips.files());
        all.addAll(HostileParts.files(bait));
        all.addAll(HostileBinaries.files(work));
        all.addAll(HostileDocuments.files(bait));
        all.addAll(HostileCells.files(bait));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> summary() {
        List<Map<String, Object>> of = (List<Map<String, Object>>)
                Json.file(out.resolve("summary.json")).get("files");
        return of.stream().collect(Collectors.toMap(file -> (String) file.get("file"), Function.identity()));
    }

    /** Everything around the output folder, and when it was written last. */
    private static Map<String, FileTime> snapshot() throws IOException {
        Map<String, FileTime> seen = new TreeMap<>();
        try (Stream<Path> all = Files.walk(work)) {
            all.filter(path -> Files.isRegularFile(path)
                            && !path.startsWith(out)
                            && !path.equals(work)
                            && !path.endsWith("log"))
                    .forEach(path -> seen.put(path.toString(), modified(path)));
        }
        return seen;
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<HostileFile> files() {
        return files;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void gets_the_verdict_it_deserves(HostileFile file) {
        Map<String, Object> source = sources.get(file.name());
        assertThat(source).isNotNull();
        List<Map<String, Object>> found = findings.getOrDefault(file.name(), List.of()).stream()
                // that all of them tell of one person is found as well, and not in question here
                .filter(finding -> !rule(finding).startsWith("duplicate-"))
                .toList();
        List<Map<String, Object>> refusals = found.stream()
                .filter(finding -> rule(finding).startsWith("source-"))
                .filter(finding -> !rule(finding).equals("source-active"))
                .toList();
        switch (file.verdict()) {
            case REFUSED ->
                assertThat(refusals).singleElement().satisfies(refusal -> {
                    assertThat(rule(refusal)).isEqualTo(file.rule());
                    assertThat(refusal.get("severity")).isEqualTo("error");
                    assertThat(message(refusal)).containsIgnoringCase(file.words());
                });
            case NOTICED ->
                assertThat(found).anySatisfy(finding -> {
                    assertThat(rule(finding)).startsWith(file.rule());
                    assertThat(message(finding)).containsIgnoringCase(file.words());
                });
            case HARMLESS -> {
                assertThat(refusals).isEmpty();
                assertThat(Outputs.counts(source, "rows")).containsEntry("records", 1L);
            }
            default -> throw new IllegalStateException();
        }
    }

    private static String rule(Map<String, Object> finding) {
        return (String) finding.get("rule");
    }

    private static String message(Map<String, Object> finding) {
        return (String) finding.get("message");
    }

    @Test
    void there_are_many_and_of_every_format() {
        assertThat(files.stream().map(HostileFile::name))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(300);
        assertThat(files.stream().map(file -> file.name().replaceAll(".*[.]", "")))
                .contains("xlsx", "xlsm", "xlsb", "xls", "ods", "csv");
    }

    @Test
    void each_finding_is_a_sentence_and_none_shows_the_program_from_inside() {
        assertThat(findings.values().stream().flatMap(List::stream))
                .allSatisfy(finding -> assertThat(message(finding))
                        .isNotBlank()
                        .doesNotContain("Exception", "org.apache", "java.lang", "null"));
        assertThat(said).doesNotContain("Exception", "\tat ", "WARN", "ERROR");
    }

    @Test
    void the_run_ends_soon_and_says_that_some_input_could_not_be_processed() {
        assertThat(exitCode).as(said).isEqualTo(3);
        assertThat(took).isLessThan(LONGEST);
    }

    @Test
    void nothing_beside_the_reports_is_touched() {
        assertThat(after).isEqualTo(before);
        assertThat(Path.of("/tmp/ukaz-slipped.txt")).doesNotExist();
    }

    @Test
    void nobody_is_called_and_no_secret_is_told() throws IOException {
        assertThat(bait.calls()).isZero();
        try (Stream<Path> written = Files.walk(out)) {
            assertThat(written.filter(Files::isRegularFile))
                    .allSatisfy(path -> assertThat(new String(Files.readAllBytes(path), StandardCharsets.UTF_8))
                            .doesNotContain(Bait.SECRET));
        }
    }

    @Test
    void the_reports_agree_with_each_other() {
        Outputs outputs = new Outputs(out);
        assertThat(outputs.summary())
                .containsEntry("findings", (long) outputs.findings().size())
                .containsEntry("records", (long) outputs.records().size());
        assertThat(Csv.records(out.resolve("discrepancies.csv"))).hasSameSizeAs(outputs.findings());
        assertThat(Csv.records(out.resolve("records.csv"))).hasSameSizeAs(outputs.records());
        outputs.assertThatNothingIsLeftOver();
    }
}
