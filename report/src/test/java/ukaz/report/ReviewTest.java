package ukaz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.store.Store;
import ukaz.model.Severity;
import ukaz.report.review.EarlierFinding;
import ukaz.report.review.EarlierReport;
import ukaz.rules.text.Language;

/** Decisions filled in one report and found in the next. */
class ReviewTest {

    private static final int FAULTY = 3;

    @TempDir
    Path folder;

    private Path first;

    @BeforeEach
    void firstReport() throws IOException {
        first = write("first", 60, Language.RU, null);
    }

    private Path write(String name, int rows, Language language, @Nullable Path previous) throws IOException {
        Path out = folder.resolve(name);
        try (Store store = InventedRun.fill(Files.createDirectories(folder.resolve(name + "-run")), 1, rows, FAULTY)) {
            ReportRequest request = ReportRequest.of(InventedRun.BOOK, language, EnumSet.allOf(Format.class), out)
                    .against(previous);
            settled = Reports.write(store, InventedRun.info(), request).settled();
        }
        return out;
    }

    private Map<Severity, Long> settled = Map.of();

    /** Saves the report again after a reviewer has worked on it. */
    private static void edit(Path report, Consumer<Table> work) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(report))) {
            work.accept(new Table(workbook.getSheetAt(1)));
            try (OutputStream out = Files.newOutputStream(report)) {
                workbook.write(out);
            }
        }
    }

    /** A sheet of findings, its cells by the titles of their columns. */
    private record Table(Sheet sheet) {

        void put(int row, String title, String value) {
            for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
                if (sheet.getRow(0).getCell(i).getStringCellValue().equals(title)) {
                    sheet.getRow(row)
                            .getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                            .setCellValue(value);
                    return;
                }
            }
            throw new IllegalArgumentException(title);
        }

        void decide(int row, String decision, String until) {
            put(row, "Решение", decision);
            put(row, "Обоснование", "дело № 7, л. 3");
            put(row, "Проверил", "Н. Архивова");
            put(row, "Действует до", until);
        }
    }

    private static List<Map<String, Object>> lines(Path out) throws IOException {
        return JsonText.lines(out.resolve("discrepancies.jsonl"));
    }

    private static Map<String, Integer> statuses(Path out) throws IOException {
        Map<String, Integer> statuses = new HashMap<>();
        lines(out).forEach(line -> statuses.merge((String) line.get("status"), 1, Integer::sum));
        return statuses;
    }

    private static Map<String, Object> review(Path out) throws IOException {
        @SuppressWarnings("unchecked")
        Map<String, Object> review =
                (Map<String, Object>) JsonText.file(out.resolve("summary.json")).get("review");
        return review;
    }

    @Test
    void without_an_earlier_report_every_finding_is_new_and_seen_today() throws IOException {
        assertThat(lines(first))
                .hasSize(20)
                .allSatisfy(line -> assertThat(line)
                        .containsEntry("status", "new")
                        .containsEntry("firstSeen", "2026-11-22")
                        .containsEntry("ruleChanged", false)
                        .containsEntry("decision", null));
        assertThat(review(first)).containsEntry("compared", false).containsEntry("new", 20);
    }

    @Test
    void findings_persist_appear_and_are_resolved() throws IOException {
        Path report = first.resolve("report.xlsx");
        Path more = write("more", 66, Language.EN, report);
        assertThat(statuses(more)).isEqualTo(Map.of("persisting", 20, "new", 2));
        Path fewer = write("fewer", 30, Language.EN, more.resolve("report.xlsx"));
        assertThat(statuses(fewer)).isEqualTo(Map.of("persisting", 10, "resolved", 12));
        assertThat(review(fewer)).containsEntry("persisting", 10).containsEntry("resolved", 12);
        Path again = write("again", 36, Language.RU, fewer.resolve("report.xlsx"));
        assertThat(statuses(again)).isEqualTo(Map.of("persisting", 10, "reopened", 2, "resolved", 10));
        assertThat(review(again)).containsEntry("resolved", 0).containsEntry("resolvedBefore", 10);
    }

    @Test
    void the_lines_for_programs_serve_as_the_workbook_does() throws IOException {
        Path fewer = write("fewer", 30, Language.EN, first.resolve("discrepancies.jsonl"));
        assertThat(statuses(fewer)).isEqualTo(Map.of("persisting", 10, "resolved", 10));
        Path again = write("again", 36, Language.RU, fewer.resolve("discrepancies.jsonl"));
        assertThat(statuses(again)).isEqualTo(Map.of("persisting", 10, "reopened", 2, "resolved", 8));
        Schema schema = Schema.named("discrepancies");
        assertThat(lines(again))
                .allSatisfy(line -> assertThat(schema.faults(line)).isEmpty());
        assertThat(Schema.named("summary").faults(JsonText.file(again.resolve("summary.json"))))
                .isEmpty();
    }

    @Test
    void decisions_stay_with_their_findings_in_both_languages() throws IOException {
        Path report = first.resolve("report.xlsx");
        edit(report, table -> {
            table.decide(1, "источник верен", "");
            table.decide(2, " Допустимо ", "2026-11-22");
            table.decide(3, "ask", "01.02.2027");
        });
        Path english = write("english", 60, Language.EN, report);
        Path russian = write("russian", 60, Language.RU, english.resolve("report.xlsx"));
        for (Path out : List.of(english, russian)) {
            List<Map<String, Object>> lines = lines(out);
            assertThat(lines.get(0).get("decision")).isEqualTo(decision("source-right", null));
            assertThat(lines.get(1).get("decision")).isEqualTo(decision("waived", "2026-11-22"));
            assertThat(lines.get(2).get("decision")).isEqualTo(decision("ask", "2027-02-01"));
            assertThat(lines.subList(3, 20)).allSatisfy(line -> assertThat(line).containsEntry("decision", null));
            assertThat(review(out)).containsEntry("decided", 3).containsEntry("toDecideAgain", 0);
        }
        assertThat(settled.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
    }

    private static Map<String, Object> decision(String key, @Nullable String until) {
        Map<String, Object> decision = new HashMap<>();
        decision.put("decision", key);
        decision.put("reason", "дело № 7, л. 3");
        decision.put("reviewer", "Н. Архивова");
        decision.put("until", until);
        return decision;
    }

    @Test
    void a_decision_that_holds_no_longer_stands_beside_its_finding() throws IOException {
        Path report = first.resolve("report.xlsx");
        edit(report, table -> {
            table.decide(1, "допустимо", "2026-11-21");
            table.decide(2, "исправлено", "");
            table.decide(3, "источник верен", "");
            table.put(3, "Метка правила и данных", "00000000-12345678");
            table.put(3, "Как в источнике", "прежнее");
        });
        Path next = write("next", 60, Language.EN, report);
        List<Map<String, Object>> lines = lines(next);
        assertThat(lines.subList(0, 3)).allSatisfy(line -> assertThat(line).containsEntry("decision", null));
        assertThat(lines.get(0).get("earlierDecision"))
                .isEqualTo(
                        "The decision has expired; decided earlier: waived; дело № 7, л. 3; Н. Архивова; until 2026-11-21");
        assertThat(lines.get(1)).containsEntry("status", "reopened");
        assertThat(lines.get(1).get("earlierDecision")).asString().startsWith("The finding is back");
        assertThat(lines.get(2).get("earlierDecision")).asString().contains("(was \"прежнее\")", "source is right");
        assertThat(settled.values()).containsOnly(0L);
        Path later = write("later", 60, Language.EN, next.resolve("report.xlsx"));
        assertThat(lines(later).get(0).get("earlierDecision"))
                .isEqualTo(lines.get(0).get("earlierDecision"));
        assertThat(review(later)).containsEntry("toDecideAgain", 3);
    }

    @Test
    void a_changed_rule_is_told_apart_from_changed_data() throws IOException {
        Path report = first.resolve("report.xlsx");
        edit(report, table -> {
            String rule = lines0(first).get("rule").toString();
            Sheet rules = table.sheet().getWorkbook().getSheet("Правила");
            for (Row row : rules) {
                if (row.getCell(11) != null
                        && row.getCell(11).getStringCellValue().equals(rule)) {
                    row.getCell(12).setCellValue("00000000");
                }
            }
        });
        List<Map<String, Object>> lines = lines(write("next", 60, Language.EN, report));
        Set<Object> rules = Set.of(lines.get(0).get("rule"));
        assertThat(lines)
                .allSatisfy(line -> assertThat(line).containsEntry("ruleChanged", rules.contains(line.get("rule"))));
    }

    private static Map<String, Object> lines0(Path out) {
        try {
            return lines(out).get(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_reviewer_wrote_and_nobody_understands_is_said() throws IOException {
        Path report = first.resolve("report.xlsx");
        edit(report, table -> {
            table.decide(1, "наверное", "");
            table.decide(2, "допустимо", "скоро");
            table.decide(3, "допустимо", "");
            Row row = table.sheet().getRow(3);
            row.removeCell(row.getCell(row.getLastCellNum() - 1));
        });
        Path next = write("next", 60, Language.EN, report);
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(next.resolve("report.xlsx")))) {
            for (Row row : workbook.getSheetAt(0)) {
                row.forEach(cell -> texts.add(cell.toString()));
            }
        }
        assertThat(texts)
                .contains(
                        "Earlier report, Расхождения:2: the decision \"наверное\" was not understood and is left out.",
                        "Earlier report, Расхождения:3: the day \"скоро\" was not understood; the decision is taken to hold for ever.")
                .anyMatch(text -> text.startsWith("Earlier report, Расхождения:4: the row with the decision"));
    }

    @Test
    void what_a_program_wrote_and_nobody_understands_is_said_as_well() throws IOException {
        Path earlier = folder.resolve("earlier.jsonl");
        Files.writeString(
                earlier,
                "{\"fingerprint\":\"0123456789abcdef\",\"decision\":{\"decision\":\"maybe\"}}\n"
                        + "{\"fingerprint\":\"0123456789abcdee\",\"decision\":{\"decision\":\"waived\",\"until\":\"20311\"}}\n"
                        + "{\"fingerprint\":\"0123456789abcded\",\"decision\":{\"decision\":\"waived\",\"until\":\"2031-01-01\"}}\n"
                        + "{\"rule\":\"date-future\",\"decision\":{\"decision\":\"waived\"}}\n"
                        + "{\"rule\":\"date-future\"}\n");
        EarlierReport report = Reports.earlier(earlier);
        List<EarlierFinding> findings = new ArrayList<>();

        report.read(findings::add);

        assertThat(findings).hasSize(3);
        assertThat(report.remarks())
                .extracting(EarlierReport.Remark::key, EarlierReport.Remark::text)
                .containsExactly(
                        tuple("note-decision-unknown", "maybe"),
                        tuple("note-until-unknown", "20311"),
                        tuple("note-decision-lost", "waived"));
    }

    @Test
    void findings_of_a_file_that_was_not_read_are_not_resolved() throws IOException {
        Path out = folder.resolve("both");
        try (Store store = InventedRun.fill(Files.createDirectories(folder.resolve("both-run")), 2, 60, FAULTY)) {
            ReportRequest request = ReportRequest.of(InventedRun.BOOK, Language.EN, EnumSet.of(Format.XLSX), out);
            Reports.write(store, InventedRun.info(), request);
        }
        Path next = write("next", 60, Language.EN, out.resolve("report.xlsx"));
        assertThat(statuses(next)).isEqualTo(Map.of("persisting", 20, "unchecked", 20));
        assertThat(statuses(write("later", 60, Language.EN, next.resolve("report.xlsx"))))
                .isEqualTo(Map.of("persisting", 20, "unchecked", 20));
    }

    @Test
    void a_date_of_the_spreadsheet_is_read_as_the_day_it_shows() throws IOException {
        Path report = first.resolve("report.xlsx");
        edit(report, table -> {
            table.decide(1, "допустимо", "");
            Row row = table.sheet().getRow(1);
            row.getCell(16).setCellValue(LocalDate.of(2027, 3, 1));
        });
        assertThat(lines(write("next", 60, Language.EN, report)).get(0).get("decision"))
                .isEqualTo(decision("waived", "2027-03-01"));
    }

    @Test
    void a_workbook_that_is_no_report_is_refused() throws IOException {
        Path other = folder.resolve("other.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(other)) {
            workbook.createSheet("Лист1").createRow(0).createCell(0).setCellValue("ФИО");
            workbook.write(out);
        }
        assertThatThrownBy(() -> Reports.checkedEarlier(other)).isInstanceOf(IOException.class);
        assertThat(Reports.checkedEarlier(first.resolve("report.xlsx"))).exists();
        assertThat(Reports.checkedEarlier(first.resolve("discrepancies.jsonl"))).exists();
    }
}
