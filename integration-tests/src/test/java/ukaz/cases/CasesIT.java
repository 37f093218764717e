package ukaz.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.DescribedWorkbook;

/**
 * The whole pipeline, case by case.
 *
 * <p>A case is a folder of {@code src/test/resources/cases}: {@code in/} is checked, each line of {@code options} is an
 * argument more, and the findings and counts must be those of {@code findings.csv} and {@code counts.csv}. A folder in
 * {@code in/} whose name ends with {@code .xlsx} describes a workbook ({@link DescribedWorkbook}). {@code -Dcases=write}
 * writes what comes out, to be reviewed like code.
 */
class CasesIT {

    private static final Path CASES = Path.of("src/test/resources/cases");

    @TempDir
    private Path work;

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted()
                    .map(folder -> DynamicTest.dynamicTest(
                            String.valueOf(folder.getFileName()).replace('-', ' '), () -> run(folder)))
                    .toList();
        }
    }

    private void run(Path folder) throws IOException {
        Path place = Files.createDirectories(work.resolve(String.valueOf(folder.getFileName())));
        Path in = place.resolve("in");
        prepare(folder.resolve("in"), in);
        Path out = place.resolve("out");
        List<Object> arguments = new ArrayList<>(
                List.of("check", in, "--out", out, "--format", "xlsx,jsonl,csv", "--lang", "en", "--quiet"));
        Path options = folder.resolve("options");
        if (Files.exists(options)) {
            for (String line : Files.readAllLines(options)) {
                arguments.add(line.replace("{case}", folder.toString()));
            }
        }

        Ukaz ukaz = Ukaz.run(arguments.toArray());

        Outputs outputs = new Outputs(out);
        String findings = csv(
                List.of("rule", "severity", "certainty", "file", "sheet", "cell", "value"),
                outputs.findings().stream()
                        .map(finding -> List.of(
                                text(finding.get("rule")),
                                text(finding.get("severity")),
                                text(finding.get("certainty")),
                                text(finding.get("file")),
                                text(finding.get("sheet")),
                                place(finding),
                                text(finding.get("value"))))
                        .toList());
        String counts = counts(ukaz, outputs.summary());
        if ("write".equals(System.getProperty("cases"))) {
            Files.writeString(folder.resolve("findings.csv"), findings);
            Files.writeString(folder.resolve("counts.csv"), counts);
        }
        assertThat(findings).isEqualTo(Files.readString(folder.resolve("findings.csv")));
        assertThat(counts).isEqualTo(Files.readString(folder.resolve("counts.csv")));
        assertThat(ukaz.out() + ukaz.err()).doesNotContain("\tat ").doesNotContain("Exception");
        outputs.assertThatTheyAgree();
        outputs.assertThatNothingIsLeftOver();
    }

    private static void prepare(Path described, Path in) throws IOException {
        Files.createDirectories(in);
        try (Stream<Path> files = Files.list(described)) {
            for (Path file : files.sorted().toList()) {
                Path target = in.resolve(String.valueOf(file.getFileName()));
                if (!Files.isDirectory(file)) {
                    Files.copy(file, target);
                } else if (file.toString().endsWith(".xlsx")) {
                    DescribedWorkbook.write(file, target);
                } else {
                    prepare(file, target);
                }
            }
        }
    }

    private static String place(Map<String, Object> finding) {
        Object cell = finding.get("cell");
        Object row = finding.get("row");
        return cell != null ? cell.toString() : row != null ? "row " + row : "";
    }

    private static String counts(Ukaz ukaz, Map<String, Object> summary) {
        Map<String, Long> rows = Outputs.counts(summary, "rows");
        Map<String, Long> severities = Outputs.counts(summary, "severities");
        List<String> titles = new ArrayList<>(List.of("exit"));
        List<String> values = new ArrayList<>(List.of(Integer.toString(ukaz.exitCode())));
        titles.addAll(rows.keySet());
        rows.values().forEach(count -> values.add(count.toString()));
        titles.add("made");
        values.add(text(summary.get("records")));
        titles.addAll(severities.keySet());
        severities.values().forEach(count -> values.add(count.toString()));
        return csv(titles, List.of(values));
    }

    private static String csv(List<String> titles, List<List<String>> rows) {
        return Stream.concat(Stream.of(titles), rows.stream())
                .map(row -> row.stream().map(CasesIT::quoted).collect(Collectors.joining(",", "", "\n")))
                .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** Control characters are written as escapes, so that the file can be read. */
    private static String text(Object value) {
        return value == null
                ? ""
                : value.toString()
                        .codePoints()
                        .mapToObj(
                                c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || c == 0xA0
                                        ? "\\u%04x".formatted(c)
                                        : Character.toString(c))
                        .collect(Collectors.joining());
    }
}
