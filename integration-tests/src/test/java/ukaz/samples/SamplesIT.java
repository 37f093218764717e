package ukaz.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.Csv;

/** The samples are what the README says: sound where history is told, faulty where faults are taught. */
class SamplesIT {

    private static final Path SAMPLES = Path.of("../samples");

    /** Rules that one row by itself can break. */
    private static final Pattern OF_A_ROW =
            Pattern.compile("(statute|life|field|date|name|award|authority|citizenship|number|row|cell|text)-");

    private static final int SMALL_PRINT = 7;

    @TempDir
    private static Path folder;

    private static Outputs outputs;
    private static Ukaz ukaz;

    @BeforeAll
    static void check() {
        ukaz = Ukaz.run("check", SAMPLES, "--out", folder, "--format", "xlsx,jsonl,csv", "--lang", "ru");
        outputs = new Outputs(folder);
    }

    @Test
    void the_run_ends_with_findings_and_its_outputs_agree() {
        assertThat(ukaz.exitCode()).as(ukaz.err()).isEqualTo(1);
        outputs.assertThatTheyAgree();
        outputs.assertThatNothingIsLeftOver();
    }

    @Test
    void nothing_is_wrong_with_history() {
        assertThat(soundFindings())
                .noneSatisfy(finding -> assertThat(finding.get("severity")).isEqualTo("error"));
    }

    @Test
    void history_raises_few_doubts() {
        assertThat(soundFindings())
                .filteredOn(finding -> finding.get("severity").equals("warning"))
                .extracting(SamplesIT::told)
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void every_conferral_of_the_lists_becomes_a_record() {
        long listed = Csv.records(Path.of("src/test/resources/samples/conferrals.csv"))
                .size();

        assertThat(outputs.records())
                .filteredOn(record -> !record.get("file").equals(SamplesGenerator.FAULTS_FILE)
                        && !record.get("file").equals(SamplesGenerator.HOL_FILE))
                .hasSize((int) listed)
                .allSatisfy(record -> {
                    assertThat(record.get("award")).isIn("HSL", "HSU");
                    assertThat(record.get("surname")).isNotNull();
                    assertThat(record.get("givenName")).isNotNull();
                    assertThat(record.get("patronymic")).isNotNull();
                    assertThat(record.get("decreeDate")).isNotNull();
                    assertThat(record.get("authority")).isNotNull();
                });
    }

    @Test
    void the_records_say_what_the_lists_say() {
        Map<String, Long> listed = Csv.records(Path.of("src/test/resources/samples/conferrals.csv")).stream()
                .map(row ->
                        row.get("name") + " " + row.get("award") + " " + row.get("ordinal") + " " + row.get("decree"))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));

        Map<String, Long> read = outputs.records().stream()
                .filter(record -> !record.get("file").equals(SamplesGenerator.FAULTS_FILE)
                        && !record.get("file").equals(SamplesGenerator.HOL_FILE))
                .map(record -> record.get("surname") + " " + record.get("givenName") + " " + record.get("patronymic")
                        + " " + record.get("award") + " " + record.get("ordinal") + " " + record.get("decreeDate"))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));

        assertThat(read).isEqualTo(listed);
    }

    @Test
    void rows_of_the_report_are_as_high_as_their_texts_and_no_higher() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(folder.resolve("report.xlsx").toFile())) {
            for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
                XSSFSheet sheet = workbook.getSheetAt(i);
                for (int r = 1; r <= sheet.getLastRowNum() && sheet.getRow(r) != null; r++) {
                    XSSFRow row = sheet.getRow(r);
                    long lines = Math.round((row.getHeightInPoints() - 2) / 12);
                    softly.assertThat(lines)
                            .as(sheet.getSheetName() + ", row " + (r + 1))
                            .isBetween((long) lines(row, 0.85), (long) lines(row, 1.15));
                }
            }
        }
        softly.assertAll();
    }

    /** The lines of the highest text of the row, were every character so wide. */
    private static int lines(XSSFRow row, double character) {
        int most = 1;
        for (Cell cell : row) {
            boolean wrapped = cell.getCellType() == CellType.STRING
                    && cell.getCellStyle().getWrapText()
                    && ((XSSFCell) cell).getCellStyle().getFont().getFontHeightInPoints() > SMALL_PRINT
                    && !row.getSheet().isColumnHidden(cell.getColumnIndex());
            if (wrapped) {
                double width = row.getSheet().getColumnWidth(cell.getColumnIndex()) / 256.0 - 1;
                most = Math.max(
                        most,
                        cell.getStringCellValue()
                                .lines()
                                .mapToInt(line -> lines(line, width / character))
                                .sum());
            }
        }
        return most;
    }

    private static int lines(String text, double width) {
        int lines = 1;
        double used = 0;
        for (String word : text.split(" ")) {
            if (used > 0 && used + 1 + word.length() > width) {
                lines++;
                used = 0;
            }
            used += (used > 0 ? 1 : 0) + word.length();
            for (; used > width; used -= width) {
                lines++;
            }
        }
        return lines;
    }

    @Test
    void words_are_listed_once_for_their_column_by_the_names_that_readers_know() throws IOException {
        try (ReadableWorkbook workbook =
                        new ReadableWorkbook(folder.resolve("report.xlsx").toFile());
                Stream<Row> rows =
                        workbook.findSheet("Нормализация").orElseThrow().openStream()) {
            List<Row> read = rows.filter(row -> row.getCellText(2).equals("ГСТ")
                            && row.getCellText(6).equals("1946–1991"))
                    .toList();
            assertThat(read).singleElement().satisfies(row -> {
                assertThat(row.getCellText(3)).isEqualTo("Герой Социалистического Труда");
                assertThat(row.getCellText(4)).isEqualTo("14");
            });
        }
    }

    @Test
    void each_training_fault_is_found_on_its_row() {
        Map<Long, Set<String>> found = outputs.findings().stream()
                .filter(finding ->
                        finding.get("file").equals(SamplesGenerator.FAULTS_FILE) && finding.get("row") != null)
                .collect(Collectors.groupingBy(
                        finding -> (Long) finding.get("row"),
                        Collectors.mapping(
                                finding -> finding.get("rule") + ":" + finding.get("severity"), Collectors.toSet())));
        SoftAssertions softly = new SoftAssertions();
        List<Map<String, String>> faults = SamplesGenerator.faults();
        for (int i = 0; i < faults.size(); i++) {
            long row = SamplesGenerator.FIRST_FAULT_ROW + i;
            Set<String> onRow = found.getOrDefault(row, Set.of());
            String expected = faults.get(i).get("expects");
            if (expected.isEmpty()) {
                softly.assertThat(onRow).as("row " + row).noneMatch(each -> !each.endsWith(":info"));
            } else {
                softly.assertThat(onRow)
                        .as("row " + row + ": " + faults.get(i).get("ФИО"))
                        .anyMatch(each -> each.equals(expected) || each.startsWith(expected + ":"));
            }
        }
        softly.assertAll();
    }

    @Test
    void each_rule_of_statute_life_and_value_has_a_training_fault() {
        Set<String> taught = new HashSet<>();
        SamplesGenerator.faults()
                .forEach(fault -> taught.add(fault.get("expects").split(":")[0]));

        assertThat(outputs.rules())
                .filteredOn(rule ->
                        rule.equals("column-shift") || OF_A_ROW.matcher(rule).lookingAt())
                .isSubsetOf(taught);
    }

    @Test
    void a_row_without_a_fault_has_no_other_rule_against_it() {
        // One fault, one finding: a training row that collects more than two errors teaches nothing.
        Map<Object, List<String>> errors = outputs.findings().stream()
                .filter(finding -> finding.get("file").equals(SamplesGenerator.FAULTS_FILE))
                .filter(finding -> finding.get("severity").equals("error"))
                .collect(Collectors.groupingBy(
                        finding -> String.valueOf(finding.get("row")),
                        Collectors.mapping(SamplesIT::told, Collectors.toList())));

        assertThat(errors).allSatisfy((row, rules) -> assertThat(rules).hasSizeLessThanOrEqualTo(2));
    }

    private static List<Map<String, Object>> soundFindings() {
        return outputs.findings().stream()
                .filter(finding -> !finding.get("file").equals(SamplesGenerator.FAULTS_FILE))
                .toList();
    }

    private static String told(Map<String, Object> finding) {
        return finding.get("rule") + " " + finding.get("file") + " " + finding.get("cell") + " "
                + finding.get("message");
    }
}
