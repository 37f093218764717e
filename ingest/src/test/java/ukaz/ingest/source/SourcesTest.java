package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ukaz.model.Fault;
import ukaz.model.Term;

class SourcesTest {

    private static final Limits SMALL = new Limits(10_000_000, 20_000_000, 200, 50, 20, 100, 5_000);

    @TempDir
    Path folder;

    private String refused(Path file) throws IOException {
        return Faults.reason(Reading.faultOf(file, OpenOptions.DEFAULT));
    }

    private String refused(Path file, Limits limits) throws IOException {
        return Faults.reason(Reading.faultOf(file, new OpenOptions(limits, null)));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path rows(String sheetData) throws IOException {
        return new RawXlsx().rows(sheetData).write(folder.resolve("raw.xlsx"));
    }

    /** So many characters of comments, which say nothing. */
    private static String nothing(int length) {
        return ("<!--" + " ".repeat(50_000) + "-->").repeat(length / 50_000);
    }

    private static byte[] honest() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("s");
            for (int i = 0; i < 300; i++) {
                sheet.createRow(i).createCell(0).setCellValue("Иванов " + i * 7919L);
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void an_empty_file() throws IOException {
        assertThat(refused(file("a.xlsx", new byte[0]))).isEqualTo("source-unreadable empty-file");
    }

    @Test
    void a_missing_file_and_a_folder() throws IOException {
        assertThat(refused(folder.resolve("none.xlsx"))).isEqualTo("source-unreadable no-such-file");
        assertThat(refused(folder)).isEqualTo("source-unreadable read-error");
    }

    @Test
    void a_truncated_package() throws IOException {
        byte[] whole = honest();
        assertThat(refused(file("a.xlsx", Arrays.copyOf(whole, whole.length - 100))))
                .isEqualTo("source-unreadable truncated");
        assertThat(refused(file("b.xlsx", Arrays.copyOf(whole, 10)))).isEqualTo("source-unreadable truncated");
    }

    @Test
    void a_truncated_sheet() throws IOException {
        Path file = new RawXlsx()
                .part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row>")
                .write(folder.resolve("t.xlsx"));
        Fault fault = Reading.faultOf(file, OpenOptions.DEFAULT);
        assertThat(fault.rule()).isEqualTo("source-unreadable");
        assertThat(fault.at().sheet()).isEqualTo("Лист1");
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, PDF",
        "{\\rtf1 text}, RTF",
        "<html><table>, HTML",
        "<?xml version='1.0'?><a/>, XML",
        "Rar!x, RAR",
    })
    void other_formats_are_named(String start, String format) throws IOException {
        Fault fault = Reading.faultOf(file("a.xls", start.getBytes(StandardCharsets.UTF_8)), OpenOptions.DEFAULT);
        assertThat(fault.rule()).isEqualTo("source-unsupported");
        assertThat(fault.values()).containsEntry("format", format).containsEntry("supported", Origin.SUPPORTED);
    }

    @Test
    void a_letter_in_a_package_of_the_same_kind() throws IOException {
        Path file = new RawXlsx()
                .part(
                        "[Content_Types].xml",
                        "<Types><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>")
                .write(folder.resolve("a.xlsx"));
        assertThat(Reading.faultOf(file, OpenOptions.DEFAULT).values()).containsEntry("format", ".docx");
    }

    @Test
    void noise_is_called_by_what_its_name_promised() throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        noise[0] = 1;
        assertThat(refused(file("a.xlsx", noise))).isEqualTo("source-unreadable not-what-its-name-says");
        assertThat(refused(file("a.csv", noise))).isEqualTo("source-unreadable not-text");
        assertThat(refused(file("a.bin", noise))).startsWith("source-unsupported");
    }

    @Test
    void content_counts_and_the_name_does_not() throws IOException {
        assertThat(Reading.of(file("a.csv", honest())).format()).isEqualTo("xlsx");
        assertThat(Reading.of(file("a.xlsx", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)))
                        .format())
                .isEqualTo("csv");
    }

    @Test
    void no_permission() throws IOException {
        Path file = file("a.csv", "a;b\n".getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_WRITE));
        // whoever may read everything is not refused
        org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(file));
        assertThat(refused(file)).isEqualTo("source-unreadable no-permission");
    }

    @Test
    void a_bomb_is_refused_by_its_ratio() throws IOException {
        Path file = rows("<row><c><v>1</v></c></row>" + nothing(15_000_000));
        assertThat(refused(file)).isEqualTo("source-too-large zip-ratio");
        Fault fault = Reading.faultOf(file, OpenOptions.DEFAULT);
        assertThat(fault.values())
                .containsEntry("allowed", 200L)
                .containsEntry("option", "--max-ratio")
                .containsEntry("limit", new Term(Term.Kind.PHRASE, "zip-ratio"));
        assertThat((Long) fault.values().get("found")).isGreaterThan(200);
        Limits raised = new Limits(1L << 30, 1L << 30, 100_000, 10, 10, 32_767, 100);
        assertThat(Reading.of(file, new OpenOptions(raised, null)).rows()).hasSize(1);
    }

    @Test
    void each_limit_has_its_name() throws IOException {
        assertThat(refused(rows("<row><c><v>1</v></c></row>".repeat(51)), SMALL))
                .isEqualTo("source-too-large rows");
        assertThat(refused(rows("<row><c r='U1'><v>1</v></c></row>"), SMALL)).isEqualTo("source-too-large columns");
        assertThat(refused(rows("<row><c r='ZZZZZZ1'><v>1</v></c></row>"))).isEqualTo("source-too-large columns");
        assertThat(refused(rows("<row><c t='str'><v>" + "я".repeat(101) + "</v></c></row>"), SMALL))
                .isEqualTo("source-too-large cell-length");
        assertThat(refused(rows("<row><c r='" + "A".repeat(500_000) + "'/></row>")))
                .isEqualTo("source-too-large cell-length");
        assertThat(refused(file("a.csv", new byte[11_000_000]), SMALL)).isEqualTo("source-too-large file-size");
        Limits noRatio = new Limits(1 << 30, 1 << 24, 1 << 30, 50, 20, 32_767, 5_000);
        assertThat(refused(rows(nothing(1 << 25)), noRatio)).isEqualTo("source-too-large entry-size");
        Path strings = new RawXlsx()
                .part(
                        "xl/_rels/workbook.xml.rels",
                        RawXlsx.relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "strings.xml"))
                .part("xl/strings.xml", "<sst>" + "<si><t>Иванов</t></si>".repeat(300) + "</sst>")
                .rows("")
                .write(folder.resolve("s.xlsx"));
        assertThat(refused(strings, SMALL)).isEqualTo("source-too-large shared-strings");
        assertThat(refused(file("w.csv", ("a;".repeat(30) + "\n").getBytes(StandardCharsets.UTF_8)), SMALL))
                .isEqualTo("source-too-large columns");
        assertThat(refused(file("c.csv", ("a;" + "b".repeat(101) + "\n").getBytes(StandardCharsets.UTF_8)), SMALL))
                .isEqualTo("source-too-large cell-length");
        assertThat(refused(file("r.csv", "a;b\n".repeat(51).getBytes(StandardCharsets.UTF_8)), SMALL))
                .isEqualTo("source-too-large rows");
    }

    @Test
    void a_row_of_a_million_columns_and_the_longest_cell() throws IOException {
        assertThat(refused(rows("<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>")))
                .isIn("source-too-large columns", "source-too-large zip-ratio");
        String longest = "Ж".repeat(32_767);
        assertThat(Reading.of(rows("<row><c t='str'><v>" + longest + "</v></c></row>"))
                        .cell("A1")
                        .text())
                .isEqualTo(longest);
        assertThat(refused(rows("<row><c t='str'><v>" + longest + "Ж</v></c></row>")))
                .isEqualTo("source-too-large cell-length");
    }

    @Test
    void no_entity_is_expanded_and_no_other_file_read() throws IOException {
        Path secret = file("secret.txt", "тайна".getBytes(StandardCharsets.UTF_8));
        String outside = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                + "<worksheet><sheetData><row><c t='str'><v>&x;</v></c></row></sheetData></worksheet>";
        StringBuilder laughs = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        laughs.append("]><worksheet><sheetData><row><c t='str'><v>&a29;</v></c></row></sheetData></worksheet>");
        for (String xml : List.of(outside, laughs.toString())) {
            Path file = new RawXlsx().part("xl/worksheets/sheet1.xml", xml).write(folder.resolve("x.xlsx"));
            assertThat(refused(file)).isEqualTo("source-unreadable damaged");
            Path types = new RawXlsx().part("[Content_Types].xml", xml).write(folder.resolve("y.xlsx"));
            assertThat(refused(types)).isEqualTo("source-unreadable damaged");
        }
    }

    @Test
    void a_depth_without_end_is_damage() throws IOException {
        assertThat(refused(rows("<row><c>" + "<a>".repeat(100_000)))).isEqualTo("source-unreadable damaged");
    }

    @Test
    void a_part_cannot_be_outside_the_package() throws IOException {
        file(
                "secret.xml",
                "<worksheet><sheetData><row><c><v>42</v></c></row></sheetData></worksheet>"
                        .getBytes(StandardCharsets.UTF_8));
        Path file = new RawXlsx()
                .part("xl/_rels/workbook.xml.rels", RawXlsx.relations("worksheet", "../../../../secret.xml"))
                .write(folder.resolve("o.xlsx"));
        assertThat(refused(file)).isEqualTo("source-unreadable damaged");
    }

    @Test
    void names_that_fill_the_memory_are_refused() throws IOException {
        Path file = new RawXlsx()
                .part(
                        "_rels/.rels",
                        "<Relationships>" + ("<Relationship Id='" + "x".repeat(100_000) + "'/>").repeat(800))
                .write(folder.resolve("r.xlsx"));
        Limits noRatio = new Limits(1 << 30, 1L << 40, 1 << 30, 50, 20, 32_767, 5_000);
        assertThat(refused(file, noRatio)).isEqualTo("source-too-large entry-size");
    }

    @Test
    void after_damage_a_file_of_one_stream_is_at_its_end() throws IOException {
        Path file = file("a.csv", "a;b\n\"c;d\n".getBytes(StandardCharsets.UTF_8));
        try (Workbook workbook = Sources.open(file, "a.csv", OpenOptions.DEFAULT)) {
            workbook.nextSheet();
            workbook.nextRow();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(workbook::nextRow))
                    .isInstanceOf(SourceException.class);
            assertThat(workbook.nextRow()).isNull();
            assertThat(workbook.nextSheet()).isNull();
        }
    }

    @Test
    void rows_out_of_order_and_strings_that_are_not_there() throws IOException {
        assertThat(refused(rows("<row r='2'/><row r='1'/>"))).isEqualTo("source-unreadable damaged");
        assertThat(refused(rows("<row><c t='s'><v>5</v></c></row>"))).isEqualTo("source-unreadable damaged");
    }

    @Test
    void a_damaged_sheet_leaves_the_next_one() throws IOException {
        Path file = new RawXlsx()
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='r0'/><sheet name='b' r:id='r1'/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        RawXlsx.relations("worksheet", "worksheets/sheet1.xml", "worksheet", "worksheets/sheet2.xml"))
                .rows("<row r='3'/><row r='2'/><row r='5'/>")
                .part(
                        "xl/worksheets/sheet2.xml",
                        "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>")
                .write(folder.resolve("two.xlsx"));
        try (Workbook workbook = Sources.open(file, "two.xlsx", OpenOptions.DEFAULT)) {
            workbook.nextSheet();
            workbook.nextRow();
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(SourceException.class, workbook::nextRow)
                            .fault()
                            .at()
                            .row())
                    .isEqualTo(2);
            assertThat(workbook.nextRow()).isNull();
            assertThat(workbook.nextSheet()).isEqualTo(new Sheet(1, "b", false, false));
            assertThat(workbook.nextRow()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMode.class,
            names = {"standard", "agile"})
    void a_password_opens_a_package_and_nothing_else_does(EncryptionMode mode)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve("p.xlsx");
        Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
        encryptor.confirmPassword("ключ");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            try (OutputStream in = encryptor.getDataStream(container)) {
                in.write(honest());
            }
            container.writeFilesystem(out);
        }
        assertThat(Reading.of(file, new OpenOptions(Limits.DEFAULT, "ключ")).rows())
                .hasSize(300);
        assertThat(refused(file)).isEqualTo("source-encrypted password-needed");
        assertThat(Faults.reason(Reading.faultOf(file, new OpenOptions(Limits.DEFAULT, "нет"))))
                .isEqualTo("source-encrypted password-wrong");
        try (var left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left.filter(path -> path.getFileName().toString().matches("ukaz\\d+\\.tmp")))
                    .isEmpty();
        }
    }

    @Test
    void what_could_act_by_itself_is_said_and_not_followed() throws IOException {
        assertThat(Reading.of(file("plain.xlsx", honest())).faults()).isEmpty();
        Path file = new RawXlsx()
                .rows("<row><c><v>1</v></c></row>")
                .part("xl/vbaProject.bin", "x")
                .part("xl/externalLinks/externalLink1.xml", "<a/>")
                .part("xl/embeddings/oleObject1.bin", "x")
                .write(folder.resolve("a.xlsm"));
        Reading read = Reading.of(file);
        assertThat(read.texts()).containsExactly(List.of("1"));
        assertThat(read.faults()).hasSize(1);
        assertThat(read.faults().get(0).values().get("what"))
                .isEqualTo(List.of(
                        new Term(Term.Kind.PHRASE, "embedded-objects"),
                        new Term(Term.Kind.PHRASE, "external-links"),
                        new Term(Term.Kind.PHRASE, "macros")));
    }

    @Test
    void noise_in_any_place_of_a_file_gives_a_fault_or_rows_and_nothing_else() throws IOException {
        Random random = new Random(3);
        byte[] xlsx = honest();
        byte[] xls;
        try (var book = new org.apache.poi.hssf.usermodel.HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Cells.fill(book, random);
            book.write(out);
            xls = out.toByteArray();
        }
        int refusals = 0;
        for (int i = 0; i < 150; i++) {
            byte[] damaged = (i % 2 == 0 ? xlsx : xls).clone();
            for (int hits = 1 + random.nextInt(20); hits > 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(5) == 0) {
                damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
            }
            try {
                Reading.of(file("noise", damaged));
            } catch (SourceException e) {
                assertThat(e.fault().rule()).startsWith("source-");
                refusals++;
            }
        }
        assertThat(refusals).isGreaterThan(30);
    }

    @Test
    void sheets_that_are_read_by_themselves_are_as_they_are_among_the_others() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (String name : List.of("а", "б", "в", "г")) {
                for (int i = 0; i < 3; i++) {
                    var row = (i == 0 ? book.createSheet(name) : book.getSheet(name)).createRow(i);
                    row.createCell(0).setCellValue("общее");
                    row.createCell(1).setCellValue(name + i);
                }
            }
            book.setSheetHidden(2, true);
            book.write(out);
        }
        Reading whole = Reading.of(file);

        assertThat(Sources.sheetBytes(file, "book.xlsx", OpenOptions.DEFAULT))
                .containsOnlyKeys(0, 1, 2, 3)
                .allSatisfy((sheet, bytes) -> assertThat(bytes).isGreaterThan(100));
        Reading some = Reading.of(file, OpenOptions.DEFAULT, new SheetRange(1, 2));
        assertThat(some.sheets())
                .hasSize(2)
                .allSatisfy((sheet, rows) ->
                        assertThat(rows).isEqualTo(whole.sheets().get(sheet)));
        assertThat(some.sheet(1)).isEqualTo(new Sheet(2, "в", true, false));
    }

    @Test
    void what_is_one_stream_or_can_not_be_opened_has_no_sheets_to_be_read_by_themselves() throws IOException {
        assertThat(Sources.sheetBytes(
                        file("a.csv", "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8)), "a.csv", OpenOptions.DEFAULT))
                .isEmpty();
        assertThat(Sources.sheetBytes(file("b.xlsx", Arrays.copyOf(honest(), 900)), "b.xlsx", OpenOptions.DEFAULT))
                .isEmpty();
        assertThat(Sources.sheetBytes(folder.resolve("none.xlsx"), "none.xlsx", OpenOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void a_package_that_could_be_refused_as_a_whole_is_not_taken_apart() throws IOException {
        Path file = rows(nothing(2_000_000));

        assertThat(Sources.sheetBytes(file, "raw.xlsx", OpenOptions.DEFAULT)).isEmpty();
    }

    @Test
    void a_search_takes_spreadsheets_and_leaves_locks_and_reports() throws IOException {
        for (String name : List.of("a.xlsx", "B.XLS", "c.csv", "d.ods", "e.txt", "f.xlsb")) {
            assertThat(Sources.looksLikeSpreadsheet(folder.resolve(name)))
                    .as(name)
                    .isTrue();
        }
        for (String name : List.of("~$a.xlsx", ".a.xlsx", "a.docx", "xlsx", ".~lock.a.ods#")) {
            assertThat(Sources.looksLikeSpreadsheet(folder.resolve(name)))
                    .as(name)
                    .isFalse();
        }
        assertThat(Sources.looksLikeSpreadsheet(folder.resolve("report.xlsx"))).isTrue();
        file("summary.json", new byte[] {'{', '}'});
        assertThat(Sources.looksLikeSpreadsheet(folder.resolve("report.xlsx"))).isFalse();
        assertThat(Sources.looksLikeSpreadsheet(folder.resolve("annotated/a.xlsx")))
                .isFalse();
        assertThat(Sources.looksLikeSpreadsheet(folder.resolve("a.xlsx"))).isTrue();
    }
}
