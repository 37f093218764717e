package ukaz.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.run.Outputs;
import ukaz.run.Ukaz;

/** A limit is named when it is met, and the option that is named raises it. */
class LimitsIT {

    private static final int COMMENTS = 300;

    @TempDir
    private static Path folder;

    private static Path list;

    @BeforeAll
    static void write_a_list_with_much_of_nothing_in_it() throws IOException {
        list = folder.resolve("list.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(list)) {
            Sheet sheet = workbook.createSheet("Лист1");
            for (List<String> values : List.of(
                    List.of("ФИО", "Награда", "Дата указа"),
                    List.of("Безошибкин Пётр Ильич", "ГСТ", "29.10.1949"),
                    List.of("Примеров Савелий Карпович", "ГСТ", "29.10.1949"))) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                values.forEach(value ->
                        row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value));
            }
            workbook.write(out);
        }
        try (FileSystem zip = FileSystems.newFileSystem(list)) {
            Path sheet = zip.getPath("xl/worksheets/sheet1.xml");
            String comments = ("<!--" + " ".repeat(50_000) + "-->").repeat(COMMENTS);
            Files.writeString(sheet, Files.readString(sheet).replace("</sheetData>", comments + "</sheetData>"));
        }
    }

    private record Checked(int exitCode, List<Map<String, Object>> findings) {}

    private static Checked check(String language, Object... options) {
        Path out = folder.resolve("out");
        List<Object> arguments = new ArrayList<>(
                List.of("check", list, "--out", out, "--format", "jsonl", "--lang", language, "--fail-on", "never"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--max-ratio")) {
            arguments.addAll(List.of("--max-ratio", "100000"));
        }
        int exitCode = Ukaz.run(arguments.toArray()).exitCode();
        return new Checked(exitCode, new Outputs(out).findings());
    }

    @ParameterizedTest
    @CsvSource({
        "--max-file-bytes, 100, 'размер файла, байт', 'file size, bytes'",
        "--max-entry-bytes, 100, 'размер части файла, байт', 'size of a part, bytes'",
        "--max-ratio, 150, степень сжатия, compression ratio",
        "--max-rows, 2, число строк листа, number of rows",
        "--max-columns, 2, число столбцов, number of columns",
        "--max-cell-chars, 20, 'длина ячейки, знаков', 'cell length, characters'",
        "--max-shared-string-bytes, 30, 'объём общих строк книги, байт', 'shared strings of the workbook, bytes'",
    })
    void is_named_in_plain_words_and_raised_by_the_option_named(
            String option, String low, String russian, String english) {
        Checked refused = check("ru", option, low);
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.get("rule")).isEqualTo("source-too-large");
            assertThat((String) finding.get("message"))
                    .startsWith("Превышен предел «" + russian + "»: ")
                    .contains("при допустимых " + low)
                    .endsWith("предел меняется параметром " + option);
        });
        assertThat((String) check("en", option, low).findings().get(0).get("message"))
                .startsWith("Beyond the limit “" + english + "”: ")
                .contains(low + " is allowed")
                .endsWith(option + " changes the limit");

        Checked raised = check("ru", option, "1000000000");
        assertThat(raised.exitCode()).isZero();
        assertThat(raised.findings()).extracting(finding -> finding.get("rule")).doesNotContain("source-too-large");
    }
}
