package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.ingest.source.SourceCell.Kind;

class XlsxReaderTest {

    @TempDir
    Path folder;

    private Path saved(XSSFWorkbook workbook) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private Reading raw(String sheetData) throws IOException {
        return Reading.of(new RawXlsx().rows(sheetData).write(folder.resolve("raw.xlsx")));
    }

    @Test
    void each_kind_of_cell_is_told_apart() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Список");
            Row row = sheet.createRow(0);
            row.createCell(0).setCellValue("Иванов");
            row.createCell(1).setCellValue(17);
            row.createCell(2).setCellValue(2.5);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellErrorValue(FormulaError.REF.getCode());
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy"));
            row.createCell(5).setCellValue(15_000);
            row.getCell(5).setCellStyle(date);
            row.createCell(7).setCellFormula("B1*2");
            row.getCell(7).setCellValue(34);
            row.createCell(8).setCellFormula("A1&\"!\"");
            row.getCell(8).setCellValue("Иванов!");
            Reading read = Reading.of(saved(book));
            assertThat(read.format()).isEqualTo("xlsx");
            assertThat(read.sheet(0)).isEqualTo(new Sheet(0, "Список", false, false));
            assertThat(read.rows())
                    .containsExactly(new SourceRow(
                            1,
                            false,
                            List.of(
                                    SourceCell.text("Иванов"),
                                    SourceCell.number(17),
                                    SourceCell.number(2.5),
                                    new SourceCell(Kind.BOOLEAN, "TRUE", Double.NaN, false, false, false, null),
                                    new SourceCell(Kind.ERROR, "#REF!", Double.NaN, false, false, false, null),
                                    SourceCell.date(15_000),
                                    SourceCell.EMPTY,
                                    new SourceCell(Kind.NUMBER, "34", 34, true, false, false, null),
                                    new SourceCell(Kind.TEXT, "Иванов!", Double.NaN, true, false, false, null))));
        }
    }

    @Test
    void hidden_sheets_rows_and_columns_are_read_and_marked() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("a");
            book.createSheet("b");
            book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
            sheet.createRow(2).createCell(0).setCellValue("x");
            sheet.createRow(4).createCell(1).setCellValue("y");
            sheet.getRow(4).setZeroHeight(true);
            sheet.setColumnHidden(1, true);
            Reading read = Reading.of(saved(book));
            assertThat(read.sheets().keySet()).extracting(Sheet::hidden).containsExactly(false, true);
            assertThat(read.rows()).extracting(SourceRow::number).containsExactly(3, 5);
            assertThat(read.rows()).extracting(SourceRow::hidden).containsExactly(false, true);
            assertThat(read.cell("A3").hidden()).isFalse();
            assertThat(read.cell("B5").hidden()).isTrue();
        }
    }

    @Test
    void struck_fonts_and_struck_runs_mark_the_cell() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Row row = book.createSheet().createRow(0);
            XSSFFont struck = book.createFont();
            struck.setStrikeout(true);
            CellStyle style = book.createCellStyle();
            style.setFont(struck);
            row.createCell(0).setCellValue("вся");
            row.getCell(0).setCellStyle(style);
            XSSFRichTextString half = new XSSFRichTextString("было стало");
            half.applyFont(0, 4, struck);
            row.createCell(1).setCellValue(half);
            row.createCell(2).setCellValue("нет");
            Reading read = Reading.of(saved(book));
            assertThat(read.cell("A1").struck()).isTrue();
            assertThat(read.cell("B1").struck()).isTrue();
            assertThat(read.cell("B1").text()).isEqualTo("было стало");
            assertThat(read.cell("C1").struck()).isFalse();
        }
    }

    @Test
    void comments_are_kept_even_beside_all_cells() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet();
            sheet.createRow(1).createCell(1).setCellValue("x");
            comment(sheet, 0, 0, "выше");
            comment(sheet, 1, 1, "на ячейке");
            comment(sheet, 1, 3, "справа");
            comment(sheet, 9, 2, "ниже");
            Reading read = Reading.of(saved(book));
            assertThat(read.rows()).extracting(SourceRow::number).containsExactly(1, 2, 10);
            assertThat(read.cell("A1").comment()).isEqualTo("выше");
            assertThat(read.cell("B2").comment()).isEqualTo("на ячейке");
            assertThat(read.cell("B2").text()).isEqualTo("x");
            assertThat(read.cell("D2").comment()).isEqualTo("справа");
            assertThat(read.cell("C10").comment()).isEqualTo("ниже");
        }
    }

    private static void comment(XSSFSheet sheet, int row, int column, String text) {
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 2, row + 2);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setAddress(row, column);
        comment.setString(new XSSFRichTextString(text));
    }

    @Test
    void a_threaded_comment_stands_for_the_old_one_of_its_cell() throws IOException {
        Reading read = Reading.of(new RawXlsx()
                .rows("<row r='1'><c r='A1'><v>1</v></c></row>")
                .part(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        RawXlsx.relations("comments", "../comments1.xml", "threadedComment", "/xl/threaded1.xml"))
                .part(
                        "xl/comments1.xml",
                        "<comments><commentList><comment ref='A1'><text><t>[Threaded comment]</t></text></comment>"
                                + "<comment ref='B1'><text><r><t>a</t></r><r><t>b</t></r></text></comment></commentList></comments>")
                .part(
                        "xl/threaded1.xml",
                        "<ThreadedComments><threadedComment ref='A1'><text>Проверить</text></threadedComment>"
                                + "<threadedComment ref='A1'><text>Верно</text></threadedComment></ThreadedComments>")
                .write(folder.resolve("t.xlsx")));
        assertThat(read.cell("A1").comment()).isEqualTo("Проверить\nВерно");
        assertThat(read.cell("B1").comment()).isEqualTo("ab");
    }

    @Test
    void the_1904_system_is_said_of_the_sheet() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("a");
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            assertThat(Reading.of(saved(book)).sheet(0).date1904()).isTrue();
        }
    }

    @Test
    void a_chart_sheet_is_no_table() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("a");
            Path file = saved(book);
            assertThat(Reading.of(file).sheets()).hasSize(1);
        }
        Path file = new RawXlsx()
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r='r'><sheets><sheet name='g' r:id='r0'/><sheet name='t' r:id='r1'/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        RawXlsx.relations("chartsheet", "chart.xml", "worksheet", "worksheets/sheet1.xml"))
                .rows("<row><c><v>1</v></c></row>")
                .write(folder.resolve("c.xlsx"));
        assertThat(Reading.of(file).sheets().keySet()).containsExactly(new Sheet(1, "t", false, false));
    }

    @Test
    void addresses_may_be_missing() throws IOException {
        Reading read =
                raw("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='7'><c><v>4</v></c></row>"
                        + "<row><c><v>5</v></c></row>");
        assertThat(read.rows()).extracting(SourceRow::number).containsExactly(1, 7, 8);
        assertThat(read.texts()).containsExactly(List.of("1", "", "", "2", "3"), List.of("4"), List.of("5"));
    }

    @Test
    void inline_strings_runs_escapes_and_furigana() throws IOException {
        Reading read = raw("<row><c t='inlineStr'><is><t xml:space='preserve'> a_x000D_b </t></is></c>"
                + "<c t='inlineStr'><is><r><t>Се</t></r><r><rPr><b/></rPr><t>рп</t></r><rPh><t>ふ</t></rPh></is></c>"
                + "<c t='str'><f>A1</f><v>_x005F_x0041_&amp;&#x416;<![CDATA[<]]></v></c>"
                + "<c t='str'><v>_xZZZZ_ _x00</v></c></row>");
        assertThat(read.texts()).containsExactly(List.of(" a\rb ", "Серп", "_x0041_&Ж<", "_xZZZZ_ _x00"));
    }

    @Test
    void iso_dates_become_serials_where_serials_are_certain() throws IOException {
        Reading read = raw(
                "<row><c t='d'><v>1945-05-09</v></c><c t='d'><v>1894-05-12</v></c>"
                        + "<c t='d'><v>1945-05-09T12:00:00Z</v></c><c t='d'><v>1900-02-28T00:00:00</v></c><c t='d'><v>1945</v></c></row>");
        assertThat(read.rows().get(0).cells())
                .containsExactly(
                        SourceCell.date(DateUtil.getExcelDate(java.time.LocalDate.of(1945, 5, 9))),
                        SourceCell.text("1894-05-12"),
                        SourceCell.date(16_566.5),
                        SourceCell.text("1900-02-28"),
                        SourceCell.text("1945"));
    }

    @Test
    void a_formula_without_a_value_and_a_styled_blank() throws IOException {
        Reading read = raw("<row><c><f>NOW()</f></c><c s='1'/><c r='XFD1' s='2'/></row><row r='3'/>");
        assertThat(read.rows()).hasSize(2);
        assertThat(read.row(1).cells())
                .containsExactly(new SourceCell(Kind.EMPTY, "", Double.NaN, true, false, false, null));
        assertThat(read.row(3).isBlank()).isTrue();
    }

    @Test
    void numbers_are_read_to_the_last_bit() throws IOException {
        Reading read =
                raw("<row><c><v>0.1</v></c><c><v>1E-7</v></c><c><v>-36500.25</v></c><c><v>123456789012345680</v></c>"
                        + "<c><v>1.0</v></c><c><v>abc</v></c></row>");
        assertThat(read.rows().get(0).cells())
                .extracting(SourceCell::number)
                .containsExactly(0.1, 1e-7, -36500.25, 123456789012345680d, 1.0, Double.NaN);
        assertThat(read.texts().get(0))
                .containsExactly("0.1", "1.0E-7", "-36500.25", "1.2345678901234568E17", "1", "abc");
    }

    @Test
    void prefixes_and_the_strict_dialect_make_no_difference() throws IOException {
        String strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        String relations = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        Path file = new RawXlsx()
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Id='a' Type='" + relations
                                + "/officeDocument' Target='/xl/workbook.xml'/></Relationships>")
                .part(
                        "xl/workbook.xml",
                        "<x:workbook xmlns:x='" + strict + "' xmlns:q='" + relations
                                + "'><x:sheets><x:sheet name='s' sheetId='1' q:id='b'/></x:sheets></x:workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='b' Type='" + relations
                                + "/worksheet' Target='worksheets/sheet1.xml'/></Relationships>")
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<x:worksheet xmlns:x='" + strict
                                + "'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>")
                .write(folder.resolve("s.xlsx"));
        assertThat(Reading.of(file).texts()).containsExactly(List.of("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1251", "x-UTF-8-BOM"})
    void a_part_may_be_in_any_encoding_that_it_declares(String charset) throws IOException {
        boolean marked = charset.equals("x-UTF-8-BOM");
        String xml = (marked ? "\uFEFF" : "") + "<?xml version=\"1.0\" encoding=\"" + (marked ? "utf-8" : charset)
                + "\"?><worksheet><sheetData><row><c t='str'><v>Ёж</v></c></row></sheetData></worksheet>";
        Path file = new RawXlsx()
                .part("xl/worksheets/sheet1.xml", xml.getBytes(marked ? "UTF-8" : charset))
                .write(folder.resolve("e.xlsx"));
        assertThat(Reading.of(file).texts()).containsExactly(List.of("Ёж"));
    }

    @Test
    void every_cell_agrees_with_the_model_of_poi() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Cells.fill(book, new Random(8));
            Cells.assertSame(Reading.of(saved(book)), book);
        }
    }
}
