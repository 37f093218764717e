package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsReaderTest {

    @TempDir
    Path folder;

    private Path saved(HSSFWorkbook workbook) throws IOException {
        Path file = folder.resolve("book.xls");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    @Test
    void every_cell_agrees_with_the_model_of_poi() throws IOException {
        Random random = new Random(5);
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            Cells.fill(book, random);
            Reading read = Reading.of(saved(book));
            assertThat(read.format()).isEqualTo("xls");
            Cells.assertSame(read, book);
        }
    }

    @Test
    void what_is_hidden_struck_or_commented_is_seen() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet("Лист");
            book.createSheet("скрытый").createRow(0).createCell(0).setCellValue("z");
            book.setSheetHidden(1, true);
            Row row = sheet.createRow(3);
            HSSFFont struck = book.createFont();
            struck.setStrikeout(true);
            CellStyle style = book.createCellStyle();
            style.setFont(struck);
            row.createCell(0).setCellValue("x");
            row.getCell(0).setCellStyle(style);
            HSSFRichTextString half = new HSSFRichTextString("было стало");
            half.applyFont(0, 4, struck);
            row.createCell(1).setCellValue(half);
            row.createCell(2).setCellValue("y");
            row.setZeroHeight(true);
            sheet.setColumnHidden(2, true);
            HSSFPatriarch drawing = sheet.createDrawingPatriarch();
            comment(drawing, 3, 1, "проверить");
            comment(drawing, 0, 2, "выше");
            Reading read = Reading.of(saved(book));
            assertThat(read.sheets().keySet())
                    .containsExactly(new Sheet(0, "Лист", false, false), new Sheet(1, "скрытый", true, false));
            assertThat(read.rows()).extracting(SourceRow::number).containsExactly(1, 4);
            assertThat(read.row(4)).extracting(SourceRow::hidden).isEqualTo(true);
            assertThat(read.cell("C1").comment()).isEqualTo("выше");
            assertThat(read.cell("B4").comment()).isEqualTo("проверить");
            assertThat(List.of(
                            read.cell("A4").struck(),
                            read.cell("B4").struck(),
                            read.cell("C4").struck()))
                    .containsExactly(true, true, false);
            assertThat(List.of(read.cell("B4").hidden(), read.cell("C4").hidden()))
                    .containsExactly(false, true);
        }
    }

    private static void comment(HSSFPatriarch drawing, int row, int column, String text) {
        var comment = drawing.createCellComment(
                new HSSFClientAnchor(0, 0, 0, 0, (short) column, row, (short) (column + 2), row + 2));
        comment.setAddress(row, column);
        comment.setString(new HSSFRichTextString(text));
    }

    @Test
    void long_texts_run_over_the_end_of_a_record() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            HSSFSheet sheet = book.createSheet();
            for (int i = 0; i < 40; i++) {
                sheet.createRow(i).createCell(0).setCellValue((i % 2 == 0 ? "Ж" : "z").repeat(1000 + 731 * i) + i);
            }
            Reading read = Reading.of(saved(book));
            for (int i = 0; i < 40; i++) {
                assertThat(read.cell("A" + (i + 1)).text())
                        .isEqualTo(sheet.getRow(i).getCell(0).getStringCellValue());
            }
        }
    }

    @Test
    void a_password_opens_it_and_nothing_else_does() throws IOException {
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("s").createRow(0).createCell(0).setCellValue("тайна");
            Path file;
            try {
                Biff8EncryptionKey.setCurrentUserPassword("ключ");
                file = saved(book);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
            assertThat(Reading.of(file, new OpenOptions(Limits.DEFAULT, "ключ")).texts())
                    .containsExactly(List.of("тайна"));
            assertThat(Faults.reason(Reading.faultOf(file, OpenOptions.DEFAULT)))
                    .isEqualTo("source-encrypted password-needed");
            assertThat(Faults.reason(Reading.faultOf(file, new OpenOptions(Limits.DEFAULT, "нет"))))
                    .isEqualTo("source-encrypted password-wrong");
        }
    }

    /** Globals and one sheet as Excel 5 wrote them; {@code cells} are the records of the sheet. */
    private Path excel5(Biff cells) throws IOException {
        Biff book = Biff.xls()
                .record(0x809, (short) 0x500, (short) 5, 0)
                .record(0x42, (short) 1251)
                .record(0x31, (short) 200, (short) 8, new byte[11])
                .record(0x41E, (short) 164, (byte) 8, Biff.cp1251("dd.mm.yy"))
                .record(0xE0, (short) 1, (short) 0, new byte[12])
                .record(0xE0, (short) 1, (short) 164, new byte[12])
                .record(0xE0, (short) 0, (short) 0, new byte[12])
                .record(0x85, 0, (byte) 0, (byte) 0, (byte) 6, Biff.cp1251("Список"))
                .record(0x0A)
                .record(0x809, (short) 0x500, (short) 0x10, 0);
        Path file = folder.resolve("old.xls");
        byte[] globals = book.bytes();
        byte[] sheet = cells.record(0x0A).bytes();
        byte[] all = Arrays.copyOf(globals, globals.length + sheet.length);
        System.arraycopy(sheet, 0, all, globals.length, sheet.length);
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(all), "Book");
            container.writeFilesystem(out);
        }
        return file;
    }

    @Test
    void excel_5_wrote_bytes_in_the_code_page() throws IOException {
        Reading read = Reading.of(excel5(Biff.xls()
                .record(0x208, (short) 1, (short) 0, (short) 9, (short) 255, 0, (short) 0x20, (short) 0)
                .record(0x204, (short) 0, (short) 0, (short) 0, (short) 6, Biff.cp1251("Иванов"))
                .record(0x203, (short) 0, (short) 1, (short) 1, 15_000d)
                .record(0x27E, (short) 0, (short) 2, (short) 0, 17 << 2 | 2)
                .record(0xBD, (short) 0, (short) 3, (short) 0, 1 << 2 | 2, (short) 0, 250 << 2 | 3, (short) 4)
                .record(0x06, (short) 0, (short) 5, (short) 0, 0, 0xFFFF0000, (short) 0, 0, (short) 0)
                .record(0x207, (short) 4, Biff.cp1251("итог"))
                .record(0xD6, (short) 1, (short) 0, (short) 2, (short) 4, Biff.cp1251("чёрт"), (byte) 0)
                .record(0x1C, (short) 1, (short) 0, (short) 7, Biff.cp1251("сверить"))));
        assertThat(read.sheet(0).name()).isEqualTo("Список");
        assertThat(read.rows().get(0).cells())
                .containsExactly(
                        SourceCell.text("Иванов"),
                        SourceCell.date(15_000),
                        SourceCell.number(17),
                        SourceCell.number(1),
                        SourceCell.number(2.5),
                        new SourceCell(SourceCell.Kind.TEXT, "итог", Double.NaN, true, false, false, null));
        assertThat(read.rows().get(1))
                .isEqualTo(new SourceRow(
                        2,
                        true,
                        List.of(new SourceCell(
                                SourceCell.Kind.TEXT, "чёрт", Double.NaN, false, true, false, "сверить"))));
    }

    @Test
    void rows_in_disorder_are_put_in_order() throws IOException {
        Reading read = Reading.of(excel5(Biff.xls()
                .record(0x27E, (short) 5, (short) 0, (short) 0, 5 << 2 | 2)
                .record(0x27E, (short) 2, (short) 1, (short) 0, 2 << 2 | 2)
                .record(0x27E, (short) 5, (short) 2, (short) 0, 7 << 2 | 2)));
        assertThat(read.rows()).extracting(SourceRow::number).containsExactly(3, 6);
        assertThat(read.texts()).containsExactly(List.of("", "2"), List.of("5", "", "7"));
    }
}
