package ukaz.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.run.Ukaz;
import ukaz.workbook.OdsFile;
import ukaz.workbook.XlsbFile;

/** Marked copies of sources in every format, opened by another program than the one that made them. */
class AnnotatedCopiesIT {

    private static final String PASSWORD = "архив";
    private static final List<List<Object>> ROWS = List.of(
            List.of("ФИО", "Дата рождения", "Награда", "Дата указа", "Кем присвоено"),
            List.of("Выдумкин Пётр Ильич", "12.03.1905", "Герой Социалистического Труда", "05.03.1931", "ПВС СССР"),
            List.of("Небылова Зоя Фоминична", "02.11.1907", "Герой Социалистического Труда", "08.12.1951", "ПВС СССР"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "list.xlsx,      list.xlsx,      ''",
        "list.xls,       list.xls.xlsx,  in another format",
        "list.xlsb,      list.xlsb.xlsx, in another format",
        "list.ods,       list.ods.xlsx,  in another format",
        "list.csv,       list.csv.xlsx,  in another format",
        "encrypted.xlsx, encrypted.xlsx, has a password"
    })
    void the_faulty_cell_is_marked_where_it_stood(String name, String copy, String reason) throws Exception {
        Path source = folder.resolve(name);
        write(source);
        byte[] before = Files.readAllBytes(source);
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Path out = folder.resolve("out");

        Ukaz run = Ukaz.run("check", source, "--out", out, "--annotate", "--password-file", password, "--lang", "en");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(source).hasBinaryContent(before);
        List<String> made = names(out.resolve("annotated"));
        assertThat(made).hasSize(1);
        assertThat(made.get(0)).endsWith(".xlsx");
        try (Workbook workbook =
                WorkbookFactory.create(Files.newInputStream(out.resolve("annotated/" + made.get(0))))) {
            Sheet sheet = workbook.getSheetAt(0);
            Cell date = sheet.getRow(1).getCell(3);
            assertThat(new DataFormatter().formatCellValue(date)).contains("31");
            assertThat(date.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
            assertThat(date.getCellComment().getString().getString()).contains("Expected");
            assertThat(sheet.getRow(2).getCell(3).getCellComment()).isNull();
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("Небылова Зоя Фоминична");
            if (reason.isEmpty()) {
                assertThat(sheet.getRow(0).getCell(0).getCellComment()).isNull();
            } else {
                assertThat(sheet.getRow(0)
                                .getCell(0)
                                .getCellComment()
                                .getString()
                                .getString())
                        .contains(reason);
            }
        }
        assertThat(summary(out)).anyMatch(text -> text.contains("marked copy") == !reason.isEmpty());
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> summary(Path out) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook report = new XSSFWorkbook(Files.newInputStream(out.resolve("report.xlsx")))) {
            for (Row row : report.getSheetAt(0)) {
                row.forEach(cell -> texts.add(new DataFormatter().formatCellValue(cell)));
            }
        }
        return texts;
    }

    private static void write(Path file) throws Exception {
        String name = file.getFileName().toString();
        if (name.endsWith(".xlsb")) {
            XlsbFile.write(ROWS, file);
        } else if (name.endsWith(".ods")) {
            OdsFile.write(ROWS, file);
        } else if (name.endsWith(".csv")) {
            StringBuilder text = new StringBuilder();
            for (List<Object> row : ROWS) {
                text.append(String.join(";", row.stream().map(Object::toString).toList()))
                        .append('\n');
            }
            Files.writeString(file, text);
        } else {
            try (Workbook workbook = filled(name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook());
                    OutputStream out = Files.newOutputStream(file)) {
                if (name.startsWith("encrypted")) {
                    encrypt(workbook, out);
                } else {
                    workbook.write(out);
                }
            }
        }
    }

    private static Workbook filled(Workbook workbook) {
        Sheet sheet = workbook.createSheet("Лист1");
        for (List<Object> values : ROWS) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (Object value : values) {
                row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value.toString());
            }
        }
        return workbook;
    }

    private static void encrypt(Workbook workbook, OutputStream out) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OutputStream inside = encryptor.getDataStream(container)) {
                workbook.write(inside);
            }
            container.writeFilesystem(out);
        }
    }
}
