package ukaz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.ingest.store.Store;
import ukaz.report.workbook.ReportWorkbook;
import ukaz.rules.text.Language;

/** All outputs of one run, read back by other readers than their makers. */
class ReportsTest {

    private static final int ROWS = 240;
    private static final int FAULTY = 3;
    private static final int FINDINGS = 2 * ROWS / FAULTY;

    @TempDir
    static Path folder;

    private static Store store;
    private static List<Path> written;

    @BeforeAll
    static void write() throws IOException {
        store = InventedRun.fill(folder, 2, ROWS, FAULTY);
        written = report(store, Language.RU, out());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static List<Path> report(Store run, Language language, Path out) throws IOException {
        ReportRequest request = ReportRequest.of(InventedRun.BOOK, language, EnumSet.allOf(Format.class), out);
        return Reports.write(run, InventedRun.info(), request).files();
    }

    private static Path out() {
        return folder.resolve("out");
    }

    @Test
    void every_output_is_written_and_nothing_else_is_left() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files).containsExactlyInAnyOrderElementsOf(written);
        }
        assertThat(written)
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "report.xlsx",
                        "report.html",
                        "discrepancies.jsonl",
                        "records.jsonl",
                        "normalisation.jsonl",
                        "skipped.jsonl",
                        "discrepancies.csv",
                        "records.csv",
                        "corrections.csv",
                        "summary.json");
    }

    @Test
    void a_run_that_fails_while_reporting_leaves_the_earlier_report_and_no_parts() throws IOException {
        Path out = folder.resolve("interrupted");
        Files.createDirectories(out.resolve("summary.json.part"));
        Files.writeString(out.resolve("report.xlsx"), "earlier");
        assertThatThrownBy(() -> report(store, Language.EN, out)).isInstanceOf(IOException.class);
        assertThat(out.resolve("report.xlsx")).hasContent("earlier");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactlyInAnyOrder(out.resolve("report.xlsx"), out.resolve("summary.json.part"));
        }
    }

    @Test
    void the_same_numbers_stand_in_every_output() throws IOException {
        Map<String, Object> summary = JsonText.file(out().resolve("summary.json"));
        List<Map<String, Object>> lines = JsonText.lines(out().resolve("discrepancies.jsonl"));
        assertThat(summary).containsEntry("findings", FINDINGS).containsEntry("records", 2 * ROWS);
        assertThat(lines).hasSize(FINDINGS);
        assertThat(csv("discrepancies.csv")).hasSize(FINDINGS);
        assertThat(csv("records.csv")).hasSize(2 * ROWS);
        assertThat(JsonText.lines(out().resolve("records.jsonl"))).hasSize(2 * ROWS);
        assertThat(JsonText.lines(out().resolve("normalisation.jsonl"))).hasSize(ROWS);
        assertThat(JsonText.lines(out().resolve("skipped.jsonl"))).hasSize(2);
        try (ReadableWorkbook workbook = workbook(out())) {
            assertThat(rows(workbook, "Расхождения")).hasSize(FINDINGS + 1);
            assertThat(rows(workbook, "Записи")).hasSize(2 * ROWS + 1);
            assertThat(rows(workbook, "Нормализация")).hasSize(ROWS + 1);
            assertThat(rows(workbook, "Пропущенные строки")).hasSize(2 + 1);
        }
        Map<String, Object> page = page();
        assertThat((List<?>) page.get("findings")).hasSize(FINDINGS);
        assertThat(page).containsEntry("found", FINDINGS).containsEntry("records", 2 * ROWS);

        Map<String, Integer> severities = new LinkedHashMap<>();
        Map<String, Integer> rules = new LinkedHashMap<>();
        for (Map<String, Object> line : lines) {
            severities.merge((String) line.get("severity"), 1, Integer::sum);
            rules.merge((String) line.get("rule"), 1, Integer::sum);
        }
        assertThat(summary.get("severities")).isEqualTo(severities);
        assertThat(csv("discrepancies.csv").stream().collect(counted(row -> row.getField("rule"))))
                .isEqualTo(rules);
        assertThat(csv("discrepancies.csv").stream().collect(counted(row -> row.getField("severity"))))
                .isEqualTo(severities);
        List<?> order = List.of("error", "warning", "info");
        Map<String, Integer> shown = new LinkedHashMap<>();
        for (Object each : (List<?>) page.get("rules")) {
            Map<?, ?> rule = (Map<?, ?>) each;
            int sum = sum((List<?>) rule.get("counts"));
            if (sum > 0) {
                shown.put((String) rule.get("id"), sum);
            }
        }
        assertThat(shown).isEqualTo(rules);
        for (Map.Entry<String, Integer> severity : severities.entrySet()) {
            int at = order.indexOf(severity.getKey());
            assertThat(((List<?>) page.get("counts")).get(at)).isEqualTo(severity.getValue());
        }
        int bySource = 0;
        for (Object each : (List<?>) page.get("sources")) {
            bySource += sum((List<?>) ((Map<?, ?>) each).get("counts"));
        }
        assertThat(bySource).isEqualTo(FINDINGS);
        try (ReadableWorkbook workbook = workbook(out())) {
            assertThat(rows(workbook, "Расхождения").stream().skip(1).collect(counted(row -> row.getCellText(25))))
                    .isEqualTo(rules);
        }
        Map<String, Integer> found = new LinkedHashMap<>();
        for (Object each : (List<?>) summary.get("rules")) {
            Map<?, ?> rule = (Map<?, ?>) each;
            if (!rule.get("found").equals(0)) {
                found.put((String) rule.get("rule"), (Integer) rule.get("found"));
            }
        }
        assertThat(found).isEqualTo(rules);
        try (ReadableWorkbook workbook = workbook(out())) {
            Map<String, Integer> sheet = new LinkedHashMap<>();
            for (Row row : rows(workbook, "Правила")
                    .subList(1, InventedRun.BOOK.cards().size() + 1)) {
                if (row.getCellAsNumber(3).orElseThrow().intValue() > 0) {
                    sheet.put(
                            row.getCellText(11),
                            row.getCellAsNumber(3).orElseThrow().intValue());
                }
            }
            assertThat(sheet).isEqualTo(rules);
        }
    }

    @Test
    void outputs_for_programs_keep_to_their_schemas() throws IOException {
        for (String name : List.of("discrepancies", "records", "normalisation", "skipped")) {
            Schema schema = Schema.named(name);
            List<Map<String, Object>> lines = JsonText.lines(out().resolve(name + ".jsonl"));
            assertThat(lines).isNotEmpty();
            for (Map<String, Object> line : lines) {
                assertThat(schema.faults(line)).isEmpty();
            }
        }
        assertThat(Schema.named("summary").faults(JsonText.file(out().resolve("summary.json"))))
                .isEmpty();
        assertThat(Schema.named("discrepancies").faults(Map.of("rule", 1))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"discrepancies", "records", "normalisation", "skipped", "revisions", "summary"})
    void schemas_in_the_documentation_are_those_shipped(String name) throws IOException {
        Path documented = Path.of("..", "docs", "schema", name + ".schema.json");
        try (InputStream shipped = Reports.class.getResourceAsStream("schema/" + name + ".schema.json")) {
            assertThat(documented).hasBinaryContent(shipped.readAllBytes());
        }
    }

    @Test
    void the_workbook_keeps_to_the_schemas_of_its_format() throws Exception {
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(out().resolve("report.xlsx").toFile())) {
            assertValid(workbook.getCTWorkbook());
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                assertValid(sheet.getCTWorksheet());
                assertThat(sheet.getTables()).hasSize(i == 0 ? 0 : 1);
            }
            assertThat(workbook.getSheetAt(0).createDrawingPatriarch().getCharts())
                    .hasSize(3);
        }
    }

    private static void assertValid(XmlObject part) {
        List<XmlError> errors = new ArrayList<>();
        part.validate(new XmlOptions().setErrorListener(errors));
        // xml:space is the one attribute that every maker writes and the schema does not foresee.
        assertThat(errors).extracting(XmlError::getMessage).allMatch(error -> error.contains("space@"));
    }

    @Test
    void typed_values_come_back_from_every_output_as_they_were() throws IOException {
        List<String> lines = JsonText.lines(out().resolve("records.jsonl")).stream()
                .map(line -> (String) ((Map<?, ?>) line.get("raw")).get("Прим. <b>"))
                .distinct()
                .toList();
        assertThat(lines).containsExactlyInAnyOrderElementsOf(InventedRun.HOSTILE);
        List<?> strings = (List<?>) page().get("strings");
        assertThat(strings.containsAll(InventedRun.HOSTILE)).isTrue();
    }

    @Test
    void no_text_becomes_a_formula_in_the_workbook() throws IOException {
        List<String> values = new ArrayList<>();
        try (ReadableWorkbook workbook = workbook(out())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    for (Cell cell : row) {
                        if (cell != null && cell.getType() == CellType.FORMULA) {
                            assertThat(cell.getFormula()).startsWith("HYPERLINK(\"../sources/");
                        } else if (cell != null && cell.getType() == CellType.STRING) {
                            values.add(cell.asString());
                        }
                    }
                }
            }
        }
        assertThat(values).contains("=HYPERLINK(\"http://example.org\",\"x\")", "+1+2", "@SUM(A1)", "-2+3");
    }

    @Test
    void cells_of_the_csv_are_defused() throws IOException {
        assertThat(Files.readAllBytes(out().resolve("discrepancies.csv")))
                .startsWith(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        for (NamedCsvRecord record : csv("discrepancies.csv")) {
            for (String value : record.getFields()) {
                assertThat(value).doesNotMatch("^[=+@\\t\\r-].*");
            }
        }
        assertThat(csv("discrepancies.csv"))
                .anyMatch(row -> row.getField("value").equals("'=HYPERLINK(\"http://example.org\",\"x\")"));
    }

    @Test
    void links_lead_from_the_folder_of_the_report_into_the_cell() throws IOException {
        try (ReadableWorkbook workbook = workbook(out())) {
            List<String> links = rows(workbook, "Расхождения").stream()
                    .skip(1)
                    .map(row -> row.getCell(11).getFormula())
                    .toList();
            assertThat(links.get(0))
                    .isEqualTo("HYPERLINK(\"../sources/герои/Герои & «прочие».xlsx#'Лист ''один'''!A4\",\"A4\")");
            assertThat(links).last().asString().startsWith("HYPERLINK(\"../sources/герои/heroes-1.csv\",");
            assertThat(rows(workbook, "Расхождения").get(1).getCell(12).getFormula())
                    .as("the other cell")
                    .isEqualTo(links.get(0).replace("A4", "C4"));
        }
    }

    @Test
    void sheets_continue_and_floods_are_capped_and_the_summary_says_so() throws IOException {
        Path out = folder.resolve("small");
        Reports.write(
                store,
                InventedRun.info(),
                ReportRequest.of(InventedRun.BOOK, Language.EN, EnumSet.of(Format.XLSX, Format.JSONL), out)
                        .within(new ReportWorkbook.Limits(200, 1, 10)));
        try (ReadableWorkbook workbook = workbook(out)) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            assertThat(names)
                    .containsExactly(
                            "Summary",
                            "Discrepancies",
                            "By person",
                            "Records",
                            "Records (2)",
                            "Records (3)",
                            "Normalisation",
                            "Rejected and skipped",
                            "Sources",
                            "Rules");
            List<String> summary = texts(rows(workbook, "Summary"));
            assertThat(summary).contains("The sheet \"Records\" is continued; sheets in all: 3.");
            assertThat(summary)
                    .anyMatch(text ->
                            text.matches("Rule \".*\": the sheet Discrepancies shows 1 of \\d+; all of them.*"));
            assertThat(summary).anyMatch(text -> text.contains("the sheet shows 10 of 240"));
            assertThat(texts(rows(workbook, "Records"))).contains("Continued on the sheet \"Records (2)\".");
            int records = 0;
            for (String name : List.of("Records", "Records (2)", "Records (3)")) {
                records += (int) rows(workbook, name).stream()
                        .filter(row -> row.getRowNum() > 1 && row.getCellCount() > 10)
                        .count();
            }
            assertThat(records).isEqualTo(2 * ROWS);
        }
    }

    @Test
    void an_empty_run_is_reported_too() throws IOException {
        Path out = folder.resolve("empty");
        Path database = Files.createDirectories(folder.resolve("empty-run"));
        try (Store empty = InventedRun.fill(database, 1, 0, 0)) {
            report(empty, Language.EN, out);
        }
        try (ReadableWorkbook workbook = workbook(out)) {
            assertThat(texts(rows(workbook, "Discrepancies"))).contains("No discrepancies were found.");
            assertThat(texts(rows(workbook, "Summary"))).contains("No discrepancies found");
        }
    }

    @Test
    void nothing_in_the_page_can_break_out_of_its_data() throws IOException {
        String html = Files.readString(out().resolve("report.html"));
        String data = between(html, "id=\"data\">", "</script>");
        assertThat(data).doesNotContain("<").doesNotContain(">").doesNotContain("&");
        assertThat(html.split("<script", -1)).hasSize(3);
        String page = html.replace(data, "").replace("http://www.w3.org/2000/svg", "");
        assertThat(page)
                .doesNotContain("http:")
                .doesNotContain("https:")
                .doesNotContain("src=")
                .doesNotContain("unsafe-")
                .doesNotContain("style=");
    }

    private static <T> Collector<T, ?, Map<String, Integer>> counted(Function<T, String> key) {
        return Collectors.groupingBy(key, Collectors.summingInt(one -> 1));
    }

    private static int sum(List<?> counts) {
        return counts.stream().mapToInt(count -> ((Number) count).intValue()).sum();
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static Map<String, Object> page() throws IOException {
        return JsonText.object(between(Files.readString(out().resolve("report.html")), "id=\"data\">", "</script>"));
    }

    private static List<NamedCsvRecord> csv(String name) throws IOException {
        String text = Files.readString(out().resolve(name), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
            return reader.stream().toList();
        }
    }

    private static ReadableWorkbook workbook(Path out) throws IOException {
        return new ReadableWorkbook(
                Files.newInputStream(out.resolve("report.xlsx")),
                new org.dhatim.fastexcel.reader.ReadingOptions(false, true));
    }

    private static List<Row> rows(ReadableWorkbook workbook, String sheet) throws IOException {
        return workbook.findSheet(sheet).orElseThrow().read();
    }

    private static List<String> texts(List<Row> rows) {
        List<String> texts = new ArrayList<>();
        for (Row row : rows) {
            for (Cell cell : row) {
                if (cell != null && cell.getType() == CellType.STRING) {
                    texts.add(cell.asString());
                }
            }
        }
        return texts;
    }
}
