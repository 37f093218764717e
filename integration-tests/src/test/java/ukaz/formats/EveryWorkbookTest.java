package ukaz.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.ingest.source.EveryWorkbook;
import ukaz.ingest.source.PoiModel;

/**
 * Every workbook of the tests and of the samples is read cell by cell as POI's own model reads it; those that tests write
 * are compared by {@link EveryWorkbook}.
 */
class EveryWorkbookTest {

    /** Those that nobody can read, or that are no workbooks. */
    private static final List<String> DAMAGED = List.of("broken.xlsx", "empty.xlsx", "letter.xlsx");

    private static @Nullable Path left;

    @TempDir
    private Path folder;

    static Stream<Path> workbooks() throws IOException {
        try (Stream<Path> cases = Files.walk(Path.of("src/test/resources"));
                Stream<Path> samples = Files.walk(Path.of("../samples"))) {
            return Stream.concat(cases, samples)
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(xlsx|xlsm|xls)"))
                    .filter(file -> !DAMAGED.contains(file.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void of_tests_and_samples(Path file) throws IOException {
        assertSame(file);
    }

    /** With shared strings, and with strings in their cells. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void generated(boolean shared) throws IOException {
        Path file = folder.resolve("generated.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                SXSSFWorkbook streamed = new SXSSFWorkbook(book, 100, false, shared);
                OutputStream out = Files.newOutputStream(file)) {
            fill(streamed, new Random(21));
            rich(book);
            streamed.write(out);
        }
        assertSame(file);
    }

    private static void fill(SXSSFWorkbook book, Random random) {
        var date = book.createCellStyle();
        date.setDataFormat(book.createDataFormat().getFormat("d mmmm yyyy \"г.\""));
        var scientific = book.createCellStyle();
        scientific.setDataFormat((short) 11);
        for (int s = 0; s < 3; s++) {
            var sheet = book.createSheet();
            for (int r = random.nextInt(4); r < 1_500; r += 1 + random.nextInt(2)) {
                Row row = sheet.createRow(r);
                for (int c = random.nextInt(4); c < 40; c += 1 + random.nextInt(2)) {
                    Cell cell = row.createCell(c);
                    switch (random.nextInt(10)) {
                        case 0 -> cell.setCellValue(random.nextLong());
                        case 1 -> cell.setCellValue(random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300));
                        case 2 -> {
                            cell.setCellValue(random.nextInt(60_000) - 4_000);
                            cell.setCellStyle(date);
                        }
                        case 3 -> {
                            cell.setCellValue(random.nextInt(100_000) / 100.0);
                            cell.setCellStyle(scientific);
                        }
                        case 4 -> cell.setCellValue(random.nextBoolean());
                        case 5 -> cell.setCellErrorValue(FormulaError.values()[1 + random.nextInt(7)].getCode());
                        case 6 -> {
                            cell.setCellFormula("A1&\"<&>\"");
                            cell.setCellValue("итог " + random.nextInt(9));
                        }
                        case 7 -> cell.setCellValue("№ " + random.nextInt(50) + "\n«Ё» _x000D_ & <b>\t\ud83c\udfc5");
                        case 8 -> cell.setBlank();
                        default -> cell.setCellValue("ж".repeat(1 + random.nextInt(40)));
                    }
                }
            }
        }
    }

    private static void rich(XSSFWorkbook book) {
        var sheet = book.createSheet("Особое");
        sheet.addMergedRegion(new CellRangeAddress(0, 3, 0, 0));
        sheet.setColumnHidden(2, true);
        XSSFRichTextString rich = new XSSFRichTextString("Иванов Иван");
        rich.applyFont(0, 6, (short) 0);
        for (int r = 0; r < 20; r++) {
            Row row = sheet.createRow(r);
            row.setZeroHeight(r % 5 == 0);
            row.createCell(0).setCellValue(rich);
            row.createCell(1).setCellValue("");
            row.createCell(2).setCellValue(r);
            row.createCell(16_383).setCellValue(" с краю ");
        }
        var last = sheet.createRow(1_048_575);
        last.createCell(5).setCellValue("ж".repeat(32_767));
        book.setSheetHidden(book.getSheetIndex(sheet), true);
    }

    /** Others are compared where tests write them, as long as the hook for that is in its place. */
    @Test
    void left_in_the_folder_of_a_test() throws IOException {
        left = folder.resolve("left.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(left)) {
            book.createSheet().createRow(0).createCell(0).setCellValue("Иванов");
            book.write(out);
        }
        assertThat(EveryWorkbook.hasCompared(left)).isFalse();
    }

    @AfterAll
    static void what_is_left_was_compared() {
        if (left != null) {
            assertThat(EveryWorkbook.hasCompared(left)).isTrue();
        }
    }

    private static void assertSame(Path file) throws IOException {
        PoiModel.Compared compared = PoiModel.compare(file);
        assertThat(compared.difference()).as(file.toString()).isNull();
        assertThat(compared.cells()).as(file.toString()).isPositive();
    }
}
