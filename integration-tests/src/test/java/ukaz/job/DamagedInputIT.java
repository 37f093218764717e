package ukaz.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.run.Outputs;
import ukaz.workbook.RawPackage;

/** Everything that can be wrong with a file, in one folder with sound files, in 512 MB. */
class DamagedInputIT {

    private static final String HEADER = "ФИО;Награда;Дата указа\n";
    private static final String SOUND = HEADER + "Безошибкин Пётр Ильич;ГСТ;29.10.1949\n";

    private static final String PROSE = """
            Список Героев Социалистического Труда

            Список, увы, утерян при переезде архива, восстановить его не удалось.
            О награждённых см. фонд 7523; о прочих — у заведующей, тов. Сидоровой.
            """;

    /** A header and a row, and room for what is tried. */
    private static final String ROWS = "<row>" + RawPackage.cell("ФИО") + RawPackage.cell("Награда")
            + RawPackage.cell("Дата указа") + "</row><row>" + RawPackage.cell("Безошибкин Пётр Ильич")
            + RawPackage.cell("ГСТ") + RawPackage.cell("29.10.1949") + "%s</row>";

    private static int exitCode;
    private static Map<String, Object> summary;
    private static List<Map<String, Object>> findings;
    private static Path folder;

    @BeforeAll
    static void check_all_of_them_at_once(@TempDir Path work) throws Exception {
        folder = Files.createDirectory(work.resolve("in"));
        fill();
        Path password = Files.writeString(work.resolve("password"), "не тот\n");
        Path out = work.resolve("out");
        exitCode = ChildProcess.run(
                "512m",
                work.resolve("log"),
                "check",
                folder,
                "--out",
                out,
                "--format",
                "jsonl",
                "--password-file",
                password,
                "--lang",
                "en");
        summary = new Outputs(out).summary();
        findings = new Outputs(out).findings();
    }

    private static void fill() throws IOException, GeneralSecurityException {
        byte[] xlsx = workbook(new XSSFWorkbook());
        byte[] xls = workbook(new HSSFWorkbook());
        file("a-sound.xlsx", xlsx);
        file("z-sound.csv", SOUND.getBytes(StandardCharsets.UTF_8));
        file("truncated.xlsx", Arrays.copyOf(xlsx, xlsx.length * 2 / 3));
        file("truncated.xls", Arrays.copyOf(xls, xls.length / 2));
        file("truncated.ods", Arrays.copyOf(xlsx, 100));
        file("renamed-picture.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13});
        file("renamed-page.xls", "<html><table><tr><td>ФИО</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        noise[0] = 1;
        file("noise.xlsx", noise);
        file("zero-byte.xlsx", new byte[0]);
        file("empty.xlsx", RawPackage.zip(Map.of(), 0));
        file("blank.csv", "\n\n  \n".getBytes(StandardCharsets.UTF_8));
        file("prose.xlsx", PROSE.getBytes(StandardCharsets.UTF_8));
        file("prose.ods", PROSE.getBytes(Charset.forName("windows-1251")));
        file("prose.txt", PROSE.strip().getBytes(StandardCharsets.UTF_8));
        file("export.xls", SOUND.replace("Пётр", "Прокл").replace(";", "\t").getBytes(Charset.forName("windows-1251")));
        file("locked.xlsx", RawPackage.encrypted(xlsx));
        file("locked.xls", encryptedXls());
        // more than the memory there is, in two megabytes
        file(
                "bomb.xlsx",
                RawPackage.part("<worksheet xmlns='" + RawPackage.MAIN + "'><sheetData>" + ROWS.formatted(""), 12_000));
        file("million-columns.xlsx", RawPackage.sheet("<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>"));
        file("million-columns.csv", (HEADER + ";".repeat(1_000_000) + "x\n").getBytes(StandardCharsets.UTF_8));
        file("longest-cell.xlsx", RawPackage.sheet(ROWS.formatted(RawPackage.cell("Ж".repeat(32_767)))));
        file("too-long-cell.xlsx", RawPackage.sheet(ROWS.formatted(RawPackage.cell("Ж".repeat(32_768)))));
        file("too-long-cell.csv", (SOUND + "Ж".repeat(32_768) + ";ГСТ;\n").getBytes(StandardCharsets.UTF_8));
        file(
                "external-entity.xlsx",
                RawPackage.part("<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + "<worksheet xmlns='"
                        + RawPackage.MAIN + "'><sheetData><row>" + RawPackage.cell("&x;")
                        + "</row></sheetData></worksheet>"));
        file(
                "billion-laughs.xlsx",
                RawPackage.part("<!DOCTYPE worksheet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>" + "<worksheet xmlns='"
                        + RawPackage.MAIN + "'><sheetData><row>" + RawPackage.cell("&b;")
                        + "</row></sheetData></worksheet>"));
        file(
                "cyclic-formulas.xlsx",
                RawPackage.sheet(ROWS.formatted("<c r='D2'><f t='shared' ref='D2:E2' si='0'>E2</f><v>1</v></c>"
                        + "<c r='E2'><f t='shared' si='0'/><v>2</v></c><c r='F2'><f>F2+D2</f><v>3</v></c>")));
        Path closed = file("no-permission.csv", SOUND.replace("Пётр", "Павел").getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.createSymbolicLink(folder.resolve("dangling.xlsx"), folder.resolve("nowhere.xlsx"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            truncated.xlsx       | source-unreadable  | ends before its end
            truncated.xls        | source-unreadable  | damaged
            truncated.ods        | source-unreadable  | ends before its end
            renamed-picture.xlsx | source-unsupported | PNG
            renamed-page.xls     | source-unsupported | HTML
            noise.xlsx           | source-unreadable  | not what the file's name says
            prose.xlsx           | source-unreadable  | not what the file's name says
            prose.ods            | source-unreadable  | not what the file's name says
            zero-byte.xlsx       | source-unreadable  | empty
            empty.xlsx           | source-unsupported | ZIP
            locked.xlsx          | source-encrypted   | password
            locked.xls           | source-encrypted   | password
            bomb.xlsx            | source-too-large   | --max-ratio
            million-columns.xlsx | source-too-large   | --max-columns
            million-columns.csv  | source-too-large   | --max-columns
            too-long-cell.xlsx   | source-too-large   | --max-cell-chars
            too-long-cell.csv    | source-too-large   | --max-cell-chars
            external-entity.xlsx | source-unreadable  | damaged
            billion-laughs.xlsx  | source-unreadable  | damaged
            dangling.xlsx        | source-unreadable  | no such file
            no-permission.csv    | source-unreadable  | permission
            """)
    void is_one_finding_and_a_sentence(String name, String rule, String words) {
        Assumptions.assumeFalse(
                name.equals("no-permission.csv") && Files.isReadable(folder.resolve(name)),
                "whoever may read everything is not refused");

        assertThat(of(name)).singleElement().satisfies(finding -> {
            assertThat(finding.get("rule")).isEqualTo(rule);
            assertThat(finding.get("severity")).isEqualTo("error");
            assertThat((String) finding.get("message")).containsIgnoringCase(words);
        });
    }

    @Test
    void the_run_says_that_some_input_could_not_be_processed() {
        assertThat(exitCode).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-sound.xlsx", "z-sound.csv", "export.xls", "longest-cell.xlsx", "cyclic-formulas.xlsx"})
    @SuppressWarnings("unchecked")
    void the_other_files_are_read_as_ever(String name) {
        assertThat((List<Map<String, Object>>) summary.get("files"))
                .filteredOn(file -> name.equals(file.get("file")))
                .singleElement()
                .satisfies(file -> assertThat(Outputs.counts(file, "rows")).containsEntry("records", 1L));
        assertThat(of(name))
                .extracting(finding -> (String) finding.get("rule"))
                .noneMatch(rule -> rule.startsWith("source-"));
    }

    @Test
    void prose_under_the_name_of_a_text_has_no_table() {
        assertThat(of("prose.txt")).extracting(finding -> finding.get("rule")).containsExactly("sheet-no-table");
    }

    @Test
    void a_text_of_blank_lines_has_nothing_to_say() {
        assertThat(of("blank.csv")).isEmpty();
    }

    /** What is said of the file itself; that all of them tell of one person is found as well, and not in question here. */
    private static List<Map<String, Object>> of(String name) {
        return findings.stream()
                .filter(finding -> name.equals(finding.get("file")))
                .filter(finding -> !"duplicate-exact".equals(finding.get("rule")))
                .toList();
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        Sheet sheet = workbook.createSheet("Лист1");
        for (String line : SOUND.split("\n")) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (String value : line.split(";")) {
                row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value);
            }
        }
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] encryptedXls() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("ключ");
        try {
            return workbook(new HSSFWorkbook());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
