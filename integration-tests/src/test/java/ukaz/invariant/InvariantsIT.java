package ukaz.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.Csv;
import ukaz.workbook.TextSheet;

/** What must hold of every table, tried on one with a fault of almost every rule. */
class InvariantsIT {

    /** Faults of the rows of a table, whatever stands in the other rows. */
    private static final Set<String> OF_SEVERAL_RECORDS =
            Set.of("duplicate-", "history-", "register-", "conflict-", "reference-", "row-");

    @TempDir
    private static Path work;

    private static List<List<String>> table;
    private static List<Map<String, Object>> findings;

    @BeforeAll
    static void check_the_table_as_it_is() throws IOException {
        // its first column says which fault is meant, and a prefix of which kind a cell is in a workbook
        table = Csv.rows(Path.of("src/test/resources/samples/training-faults.csv"), ',').stream()
                .filter(row -> !row.get(0).startsWith("#!"))
                .map(row -> row.stream()
                        .skip(1)
                        .map(cell -> cell.replaceFirst("^(number|date|text):", ""))
                        .toList())
                .toList();
        findings = check("as-it-is", table, "en");
        assertThat(findings).hasSizeGreaterThan(50);
    }

    private static List<Map<String, Object>> check(String name, List<List<String>> rows, String language)
            throws IOException {
        Path in = Files.createDirectories(work.resolve(name));
        Files.writeString(in.resolve("list.csv"), text(rows));
        return check(name + "-out", in, language);
    }

    private static List<Map<String, Object>> check(String name, Path in, String language) {
        Path out = work.resolve(name);
        Ukaz ukaz = Ukaz.run(
                "check",
                in,
                "--out",
                out,
                "--format",
                "xlsx,jsonl,csv",
                "--no-progress",
                "--lang",
                language,
                "--fail-on",
                "never");
        assertThat(ukaz.exitCode()).as(ukaz.err()).isZero();
        Outputs outputs = new Outputs(out);
        outputs.assertThatTheyAgree();
        return outputs.findings();
    }

    private static String text(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Map<String, Long> fingerprints(List<Map<String, Object>> of) {
        return of.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.get("rule") + " " + finding.get("fingerprint"),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private static boolean isOfOneRecord(Map<String, Object> finding) {
        String rule = (String) finding.get("rule");
        return OF_SEVERAL_RECORDS.stream().noneMatch(rule::startsWith);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_order_of_rows_changes_no_finding(long seed) throws IOException {
        List<List<String>> body = new ArrayList<>(table.subList(1, table.size()));
        Collections.shuffle(body, new Random(seed));
        List<List<String>> shuffled = new ArrayList<>(List.of(table.get(0)));
        shuffled.addAll(body);

        List<Map<String, Object>> after = check("shuffled-" + seed, shuffled, "en");

        assertThat(fingerprints(
                        after.stream().filter(InvariantsIT::isOfOneRecord).toList()))
                .isEqualTo(fingerprints(
                        findings.stream().filter(InvariantsIT::isOfOneRecord).toList()));
        assertThat(after).hasSameSizeAs(findings);
    }

    @Test
    void the_order_of_files_changes_no_finding() throws IOException {
        int half = table.size() / 2;
        List<List<String>> first = table.subList(0, half);
        List<List<String>> second = new ArrayList<>(List.of(table.get(0)));
        second.addAll(table.subList(half, table.size()));
        Path in = Files.createDirectories(work.resolve("ab"));
        Files.writeString(in.resolve("a.csv"), text(first));
        Files.writeString(in.resolve("b.csv"), text(second));
        Path turned = Files.createDirectories(work.resolve("ba"));
        Files.writeString(turned.resolve("a.csv"), text(second));
        Files.writeString(turned.resolve("b.csv"), text(first));

        List<Map<String, Object>> one = check("ab-out", in, "en");
        List<Map<String, Object>> other = check("ba-out", turned, "en");

        assertThat(rules(other)).isEqualTo(rules(one));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_order_of_sheets_changes_no_finding(long seed) throws IOException {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        List<Map<String, Object>> before = check("sheets-out-" + seed, workbook("sheets-" + seed, order), "en");
        Collections.shuffle(order, new Random(seed));

        List<Map<String, Object>> after = check("turned-out-" + seed, workbook("turned-" + seed, order), "en");

        assertThat(fingerprints(
                        after.stream().filter(InvariantsIT::isOfOneRecord).toList()))
                .isEqualTo(fingerprints(
                        before.stream().filter(InvariantsIT::isOfOneRecord).toList()));
        assertThat(rules(after)).isEqualTo(rules(before));
    }

    /** The table cut into sheets of a workbook, in this order. */
    private static Path workbook(String name, List<Integer> order) throws IOException {
        Path in = Files.createDirectories(work.resolve(name));
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream file = Files.newOutputStream(in.resolve("list.xlsx"))) {
            int rows = table.size() - 1;
            for (int part : order) {
                TextSheet sheet = new TextSheet(book.createSheet("Лист" + part));
                sheet.header(1, table.get(0));
                int number = 1;
                for (List<String> row : table.subList(1 + rows * part / 5, 1 + rows * (part + 1) / 5)) {
                    sheet.row(++number, row);
                }
            }
            book.write(file);
        }
        return in;
    }

    @Test
    void what_is_normalised_is_normalised_no_further() throws IOException {
        Path in = Files.createDirectories(work.resolve("again"));
        Files.copy(work.resolve("as-it-is-out/records.csv"), in.resolve("records.csv"));

        check("again-out", in, "en");

        assertThat(values(work.resolve("again-out/records.csv")))
                .hasSizeGreaterThan(50)
                .containsExactlyElementsOf(values(work.resolve("as-it-is-out/records.csv")));
    }

    /** What the records say, whichever cells they come from. */
    private static List<Map<String, String>> values(Path records) {
        return Csv.records(records).stream()
                .map(record -> {
                    Map<String, String> values = new TreeMap<>(record);
                    // the mark of UTF-8 stands before the first title
                    values.keySet().removeAll(Set.of("\uFEFFid", "file", "sheet", "row", "person"));
                    return values;
                })
                .toList();
    }

    private static Map<String, Long> rules(List<Map<String, Object>> of) {
        return of.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.get("rule") + " " + finding.get("severity"),
                        TreeMap::new,
                        Collectors.counting()));
    }

    @Test
    void a_row_put_in_changes_no_fingerprint() throws IOException {
        List<List<String>> longer = new ArrayList<>(table);
        List<String> sound = new ArrayList<>(table.get(1));
        Collections.fill(sound, "");
        longer.add(1, sound);
        longer.add(table.size() / 2, sound);

        List<Map<String, Object>> after = check("put-in", longer, "en");

        assertThat(fingerprints(after)).containsAllEntriesOf(fingerprints(findings));
    }

    @Test
    void both_languages_tell_the_same_facts() throws IOException {
        List<Map<String, Object>> russian = check("russian", table, "ru");

        assertThat(russian).hasSameSizeAs(findings);
        IntStream.range(0, findings.size()).forEach(i -> {
            Map<String, Object> ru = facts(russian.get(i));
            assertThat(ru).isEqualTo(facts(findings.get(i)));
        });
    }

    /** Everything but the words. */
    private static Map<String, Object> facts(Map<String, Object> finding) {
        Map<String, Object> facts = new TreeMap<>(finding);
        facts.keySet().removeAll(Set.of("message", "expected", "firstSeen"));
        facts.put("worded", finding.get("message") != null);
        facts.put("expects", finding.get("expected") != null);
        facts.values().removeIf(java.util.Objects::isNull);
        return facts;
    }

    @Test
    void a_faulty_cell_taken_out_adds_no_error_in_another_row() throws IOException {
        Set<String> tried = new HashSet<>();
        for (Map<String, Object> finding : findings) {
            String cell = (String) finding.get("cell");
            if (cell == null || !"error".equals(finding.get("severity")) || !tried.add((String) finding.get("rule"))) {
                continue;
            }
            int row = ((Long) finding.get("row")).intValue();
            int column = cell.charAt(0) - 'A';
            List<List<String>> less = new ArrayList<>(table);
            List<String> changed = new ArrayList<>(table.get(row - 1));
            changed.set(column, "");
            less.set(row - 1, changed);

            List<Map<String, Object>> after = check("without-" + cell, less, "en");

            assertThat(errorsBeside(after, row))
                    .as("without " + cell + " for " + finding.get("rule"))
                    .isSubsetOf(errorsBeside(findings, row));
        }
        assertThat(tried).hasSizeGreaterThan(10);
    }

    private static Set<String> errorsBeside(List<Map<String, Object>> of, int row) {
        return of.stream()
                .filter(finding -> "error".equals(finding.get("severity")))
                .filter(finding -> finding.get("row") == null || ((Long) finding.get("row")).intValue() != row)
                .map(finding -> finding.get("rule") + " " + finding.get("cell") + " " + finding.get("value"))
                .collect(Collectors.toSet());
    }
}
