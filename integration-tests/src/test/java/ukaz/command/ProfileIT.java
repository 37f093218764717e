package ukaz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.run.Json;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;
import ukaz.workbook.TextSheet;

class ProfileIT {

    private static final Path SAMPLES = Path.of("../samples");

    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dvazhdy-i-trizhdy-geroi.xlsx",
                "geroi-socialisticheskogo-truda.xlsx",
                "geroi-truda.csv",
                "heroes-of-the-soviet-union.xlsx",
                "uchebnye-oshibki.xlsx"
            })
    void a_mapping_as_it_was_written_changes_nothing(String sample) {
        Path file = SAMPLES.resolve(sample);
        Path mapping = work.resolve("mapping.yaml");

        Ukaz profile = Ukaz.run("profile", file, "--write", mapping);

        assertThat(profile.exitCode()).as(profile.err()).isZero();
        assertThat(profile.out()).contains(sample).contains("mapping.yaml").doesNotContain("null");
        Ukaz.run("check", file, "--out", work.resolve("without"), "--quiet", "--format", "jsonl");
        Ukaz mapped = Ukaz.run(
                "check",
                file,
                "--out",
                work.resolve("with"),
                "--format",
                "jsonl",
                "--mapping",
                mapping,
                "--no-progress");
        assertThat(mapped.err()).doesNotContain("mapping.yaml");
        for (String name : List.of("records.jsonl", "discrepancies.jsonl")) {
            assertThat(work.resolve("with").resolve(name))
                    .hasSameTextualContentAs(work.resolve("without").resolve(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"list.xlsx", "list.xls"})
    void merged_cells_are_offered_and_not_guessed(String name) throws IOException {
        Path list = work.resolve(name);
        try (Workbook workbook = name.endsWith("x") ? new XSSFWorkbook() : new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(list)) {
            Sheet sheet = workbook.createSheet("Лист1");
            TextSheet cells = new TextSheet(sheet);
            cells.row(1, List.of("ФИО", "Награда", "Дата указа"));
            cells.row(2, List.of("Безошибкин Пётр Ильич", "дважды ГСТ", "29.10.1949"));
            cells.row(3, List.of("", "", "08.12.1951"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A3"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("B2:B3"));
            workbook.write(out);
        }
        Path mapping = work.resolve("mapping.yaml");

        Ukaz profile = Ukaz.run(Locale.forLanguageTag("ru"), "profile", list, "--write", mapping);
        Ukaz.run("check", list, "--out", work.resolve("as-it-is"), "--format", "jsonl", "--mapping", mapping);
        Files.writeString(mapping, Files.readString(mapping).replace("# same-as-above", "same-as-above"));
        Ukaz.run("check", list, "--out", work.resolve("said"), "--format", "jsonl", "--mapping", mapping);

        assertThat(profile.out()).contains("объединённые ячейки: 1 (A2:A3)").contains("same-as-above: [A, B]");
        assertThat(names("as-it-is")).containsExactly("Безошибкин");
        assertThat(names("said")).containsExactly("Безошибкин", "Безошибкин");
    }

    private List<Object> names(String out) {
        return new Outputs(work.resolve(out))
                .records().stream().map(record -> record.get("surname")).toList();
    }

    @Test
    void a_list_that_nothing_recognises_is_read_by_an_edited_mapping() throws IOException {
        Path list = Files.writeString(work.resolve("список.csv"), """
                Кто;Бумага;Прочее
                Иванов Иван Иванович;05.03.1976;
                Петров Пётр Петрович;;стахановец
                """);
        Path mapping = work.resolve("mapping.yaml");
        Ukaz profile = Ukaz.run(Locale.forLanguageTag("ru"), "profile", list, "--write", mapping);
        assertThat(profile.out()).contains("Заголовок таблицы не найден");

        Files.writeString(mapping, """
                tables:
                  - file: "*.csv"
                    header-row: 1
                    columns: {A: fullName, Бумага: decreeDate, C: remarks}
                    constants: {award: HSL}
                    same-as-above: [B]
                """);
        Ukaz again = Ukaz.run("profile", list, "--mapping", mapping);
        assertThat(again.out()).contains("Decree date").contains("100%");
        Path out = work.resolve("out");
        Ukaz check =
                Ukaz.run("check", list, "--mapping", mapping, "--out", out, "--format", "xlsx,jsonl,csv", "--quiet");

        assertThat(check.exitCode()).as(check.err()).isLessThanOrEqualTo(1);
        Outputs outputs = new Outputs(out);
        outputs.assertThatTheyAgree();
        List<Map<String, Object>> records = Json.lines(out.resolve("records.jsonl"));
        assertThat(records)
                .extracting(
                        record -> record.get("surname") + " " + record.get("award") + " " + record.get("decreeDate"))
                .containsExactly("Иванов HSL 1976-03-05", "Петров HSL 1976-03-05");
        assertThat(outputs.findings()).noneMatch(finding -> finding.get("rule").equals("column-missing"));
        assertThat(Files.readString(out.resolve("summary.json"))).contains("mapping.yaml");
    }

    @Test
    void a_partial_register_may_lack_first_conferrals() throws IOException {
        Path list = Files.writeString(work.resolve("list.csv"), """
                ФИО;Награда;Раз;Дата указа
                Иванов Иван Иванович;ГСТ;1;05.03.1976
                Петров Пётр Петрович;ГСТ;2;05.03.1976
                """);
        Path mapping = Files.writeString(work.resolve("mapping.yaml"), "register: partial");

        assertThat(gap(list)).isEqualTo("error");
        assertThat(gap(list, "--mapping", mapping)).isEqualTo("info");
    }

    private Object gap(Path list, Object... more) {
        Path out = work.resolve("out" + more.length);
        Ukaz.run(Stream.concat(Stream.of("check", list, "--out", out, "--format", "jsonl", "--quiet"), Stream.of(more))
                .toArray());
        return Json.lines(out.resolve("discrepancies.jsonl")).stream()
                .filter(finding -> finding.get("rule").equals("history-ordinal-gap"))
                .findFirst()
                .orElseThrow()
                .get("severity");
    }

    @Test
    void a_mapping_that_is_there_is_not_replaced() throws IOException {
        Path mapping = Files.writeString(work.resolve("mapping.yaml"), "mine");

        Ukaz profile = Ukaz.run("profile", SAMPLES.resolve("geroi-truda.csv"), "--write", mapping);

        assertThat(profile.exitCode()).isEqualTo(2);
        assertThat(profile.errors()).singleElement().asString().contains("mapping.yaml already exists");
        assertThat(mapping).hasContent("mine");
    }

    @Test
    void a_wrong_mapping_is_one_sentence_with_the_place() throws IOException {
        Path mapping = Files.writeString(work.resolve("mapping.yaml"), "columns:\n  A: fulName\n");

        for (String command : List.of("check", "profile")) {
            Ukaz ukaz = Ukaz.run(command, SAMPLES.resolve("geroi-truda.csv"), "--mapping", mapping);

            assertThat(ukaz.exitCode()).isEqualTo(2);
            assertThat(ukaz.errors())
                    .singleElement()
                    .asString()
                    .contains("mapping.yaml, line 2, column 6: unknown field 'fulName'; did you mean 'fullName'?");
        }
    }

    @Test
    void a_pattern_for_no_file_is_said() throws IOException {
        Path mapping = Files.writeString(work.resolve("mapping.yaml"), "{file: heroes-*.xls, register: partial}");

        Ukaz ukaz = Ukaz.run("profile", SAMPLES.resolve("geroi-truda.csv"), "--mapping", mapping);

        assertThat(ukaz.exitCode()).isZero();
        assertThat(ukaz.errors()).singleElement().asString().contains("heroes-*.xls");
    }

    @Test
    void a_file_that_cannot_be_read_is_one_sentence() throws IOException {
        Path broken = Files.write(work.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});

        Ukaz ukaz = Ukaz.run("profile", broken);

        assertThat(ukaz.exitCode()).isEqualTo(3);
        assertThat(ukaz.out()).isEmpty();
        assertThat(ukaz.errors()).singleElement().asString().contains("broken.xlsx");
    }

    @Test
    void what_a_cell_says_does_not_reach_the_terminal_as_a_command() throws IOException {
        Path list = Files.writeString(
                work.resolve("list.csv"), "ФИО;Награда;Дата указа\n\u202eИванов Иван;ГСТ;05.03.1976\n");
        Path mapping = work.resolve("mapping.yaml");

        Ukaz ukaz = Ukaz.run("profile", list, "--write", mapping);

        assertThat(ukaz.out()).contains("Иванов").doesNotContain("\u202e");
        assertThat(Files.readString(mapping)).doesNotContain("\u202e");
    }
}
