package ukaz.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import ukaz.workbook.Csv;

/** The files that a run with all formats left, read back with other libraries than wrote them. */
public final class Outputs {

    private static final int DISCREPANCIES = 1;
    private static final int RECORDS = 3;
    private static final int SKIPPED = 5;
    private static final int SEVERITY = 1;
    private static final int VALUE = 5;
    /** The title of the column with the rule's id, in both languages of the reports. */
    private static final Set<String> RULE = Set.of("Rule id", "Код правила");

    private final Path folder;

    public Outputs(Path folder) {
        this.folder = folder;
    }

    public List<Map<String, Object>> findings() {
        return Json.lines(folder.resolve("discrepancies.jsonl"));
    }

    public List<Map<String, Object>> records() {
        return Json.lines(folder.resolve("records.jsonl"));
    }

    public Map<String, Object> summary() {
        return Json.file(folder.resolve("summary.json"));
    }

    /** Every rule of the catalogue. */
    public List<String> rules() {
        return list(summary(), "rules").stream()
                .map(rule -> (String) rule.get("rule"))
                .toList();
    }

    /** Of rows or severities, by name. */
    @SuppressWarnings("unchecked")
    public static Map<String, Long> counts(Map<String, Object> of, String name) {
        return (Map<String, Long>) of.get(name);
    }

    /** The objects under this name. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.get(name);
    }

    /** The same numbers stand in every output, and nothing was lost. */
    public void assertThatTheyAgree() {
        Map<String, Object> summary = summary();
        List<Map<String, Object>> findings = findings();
        List<Map<String, Object>> records = records();

        assertThat(summary.get("findings")).as("findings").isEqualTo((long) findings.size());
        assertThat(summary.get("records")).as("records").isEqualTo((long) records.size());
        assertThat(nonZero(counts(summary, "severities"))).isEqualTo(countedBy(findings, "severity"));
        Map<String, Long> found = new HashMap<>();
        list(summary, "rules").forEach(rule -> {
            found.put((String) rule.get("rule"), (Long) rule.get("found"));
            if ((Long) rule.get("found") > 0) {
                assertThat((Long) rule.get("checked"))
                        .as(rule.get("rule") + " looked at something")
                        .isPositive();
            }
        });
        assertThat(nonZero(found)).isEqualTo(countedBy(findings, "rule"));

        assertBalance("the run", summary);
        Map<String, Long> sum = new HashMap<>();
        list(summary, "files").forEach(file -> {
            assertBalance((String) file.get("file"), file);
            counts(file, "rows").forEach((name, count) -> sum.merge(name, count, Long::sum));
            list(file, "sheets").forEach(sheet -> assertBalance(file.get("file") + " " + sheet.get("sheet"), sheet));
        });
        if (!sum.isEmpty()) {
            assertThat(counts(summary, "rows")).isEqualTo(sum);
        }
        Set<Object> ids = records.stream().map(record -> record.get("id")).collect(Collectors.toSet());
        assertThat(findings.stream().map(finding -> finding.get("record")).filter(Objects::nonNull))
                .isSubsetOf(ids);

        assertTables(findings, records);
        assertWorkbook(summary, findings, records);
    }

    private void assertTables(List<Map<String, Object>> findings, List<Map<String, Object>> records) {
        assertThat(Csv.records(folder.resolve("discrepancies.csv")))
                .extracting(row -> row.get("fingerprint"))
                .containsExactlyElementsOf(findings.stream()
                        .map(finding -> (String) finding.get("fingerprint"))
                        .toList());
        assertThat(Csv.records(folder.resolve("records.csv"))).hasSize(records.size());
    }

    private void assertWorkbook(
            Map<String, Object> summary, List<Map<String, Object>> findings, List<Map<String, Object>> records) {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(folder.resolve("report.xlsx").toFile())) {
            List<Sheet> sheets = workbook.getSheets().toList();
            List<Row> discrepancies = body(sheets.get(DISCREPANCIES));
            int rule = column(sheets.get(DISCREPANCIES), RULE);
            assertThat(discrepancies.stream().map(row -> row.getCellText(rule) + " " + row.getCellText(VALUE)))
                    .containsExactlyElementsOf(findings.stream()
                            .map(finding -> finding.get("rule") + " " + shown(finding.get("value")))
                            .toList());
            assertThat(discrepancies)
                    .allSatisfy(row -> assertThat(row.getCellText(SEVERITY)).isNotBlank());
            assertThat(body(sheets.get(RECORDS))).hasSize(records.size());
            Map<String, Long> rows = counts(summary, "rows");
            assertThat(body(sheets.get(SKIPPED))).hasSize((int) (rows.get("notData") + rows.get("rejected")));
            for (Sheet sheet : sheets) {
                try (Stream<Row> all = sheet.openStream()) {
                    assertThat(all.flatMap(Row::stream).filter(Objects::nonNull))
                            .as(sheet.getName() + " has no formula but links")
                            .allSatisfy(cell -> {
                                if (cell.getFormula() != null) {
                                    assertThat(cell.getFormula()).startsWith("HYPERLINK(");
                                }
                            });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a cell shows it: what no XML can hold is replaced, and what no cell can hold is cut. */
    private static String shown(Object value) {
        return value == null ? "" : value.toString();
    }

    /** The rows of a table, without its titles and the line that says that there are none. */
    private static int column(Sheet sheet, Set<String> titles) throws IOException {
        Row header = sheet.read().get(0);
        for (int i = 0; i < header.getCellCount(); i++) {
            if (titles.contains(header.getCellText(i))) {
                return i;
            }
        }
        throw new AssertionError("no column " + titles + " on " + sheet.getName());
    }

    private static List<Row> body(Sheet sheet) throws IOException {
        List<Row> rows = sheet.read();
        return rows.stream()
                .skip(1)
                .filter(row -> row.stream()
                                .filter(cell -> cell != null && !cell.getText().isEmpty())
                                .count()
                        > 1)
                .toList();
    }

    private static void assertBalance(String of, Map<String, Object> counted) {
        Map<String, Long> rows = counts(counted, "rows");
        assertThat(rows.get("read"))
                .as("rows read of " + of + ": " + rows)
                .isEqualTo(rows.get("records") + rows.get("blank") + rows.get("notData") + rows.get("rejected"));
    }

    private static Map<String, Long> countedBy(List<Map<String, Object>> findings, String key) {
        return findings.stream()
                .collect(Collectors.groupingBy(finding -> (String) finding.get(key), Collectors.counting()));
    }

    private static Map<String, Long> nonZero(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Nothing half-written lies in the folder. */
    public void assertThatNothingIsLeftOver() {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(name -> name.endsWith(".part") || name.endsWith(".tmp") || name.contains(".db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
