package ukaz.report.annotate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.model.Severity;

/** Marks workbooks and reads them back with POI and fastexcel. */
final class PackageCopyTest {

    private static final String SHEET = "Лист & «один»";

    @TempDir
    Path folder;

    private Path source;
    private final SheetMarks.Budget budget = new SheetMarks.Budget(100, 1_000);

    @BeforeEach
    void write_a_workbook_with_everything_that_must_survive() throws IOException {
        source = folder.resolve("source.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet(SHEET);
            XSSFCellStyle red = workbook.createCellStyle();
            red.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
            red.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            red.setWrapText(true);
            red.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
            for (int r = 0; r < 40; r++) {
                if (r == 7) {
                    continue;
                }
                Row row = sheet.createRow(r);
                row.createCell(0).setCellValue("Выдумкин " + r);
                row.createCell(1).setCellValue(r * 1.5);
                Cell dated = row.createCell(3);
                dated.setCellValue(18_000 + r);
                dated.setCellStyle(red);
                row.createCell(4).setCellFormula("B" + (r + 1) + "*2");
                row.createCell(5).setCellValue("=1+2");
            }
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 7, 9));
            sheet.createFreezePane(1, 1);
            XSSFSheet second = workbook.createSheet("Второй");
            second.createRow(0).createCell(0).setCellValue("есть примечание");
            ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
            Comment comment = second.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(workbook.getCreationHelper().createRichTextString("прежнее"));
            second.getRow(0).getCell(0).setCellComment(comment);
            workbook.createSheet("Третий").createRow(0).createCell(0).setCellValue("не тронут");
            try (OutputStream out = Files.newOutputStream(source)) {
                workbook.write(out);
            }
        }
    }

    @Test
    void marked_cells_are_coloured_and_commented_and_all_else_is_as_it_was() throws IOException {
        SheetMarks marks = new SheetMarks(budget);
        marks.add(5, 3, Severity.WARNING, "▲ второе");
        marks.add(5, 3, Severity.ERROR, "■ первое\n=формула & <разметка>");
        marks.add(2, 0, Severity.INFO, "○ _x0041_");
        marks.add(6, 2, Severity.ERROR, "нет ячейки");
        marks.add(8, 1, Severity.ERROR, "нет строки");
        marks.add(99, 12, Severity.WARNING, "за концом");

        Path copy = copy(Map.of(SHEET, marks));

        Set<String> marked = Set.of("D5", "A2", "C6", "B8", "M99");
        try (XSSFWorkbook before = open(source);
                XSSFWorkbook after = open(copy)) {
            XSSFSheet sheet = after.getSheet(SHEET);
            assertSameBut(before, after, marked);
            assertThat(colour(sheet, 4, 3)).isEqualTo("FFF2A9A2");
            assertThat(colour(sheet, 1, 0)).isEqualTo("FFD3E4F2");
            assertThat(colour(sheet, 5, 2)).isEqualTo("FFF2A9A2");
            assertThat(colour(sheet, 7, 1)).isEqualTo("FFF2A9A2");
            assertThat(colour(sheet, 98, 12)).isEqualTo("FFFBDF93");
            assertThat(sheet.getRow(4).getCell(3).getCellStyle().getWrapText()).isTrue();
            assertThat(sheet.getRow(4).getCell(3).getCellStyle().getDataFormatString())
                    .isEqualTo("dd.mm.yyyy");
            assertThat(comment(sheet, 4, 3)).isEqualTo("▲ второе\n\n■ первое\n=формула & <разметка>");
            assertThat(comment(sheet, 1, 0)).isEqualTo("○ _x0041_");
            assertThat(comment(sheet, 98, 12)).isEqualTo("за концом");
            assertThat(sheet.getCellComments()).hasSize(5);
        }
        assertThat(textsWithFastexcel(copy)).isEqualTo(textsWithFastexcel(source));
        assertThat(changedParts(copy))
                .containsExactlyInAnyOrder("[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet1.xml");
    }

    @Test
    void what_is_said_joins_the_comments_that_are_there() throws IOException {
        SheetMarks marks = new SheetMarks(budget);
        marks.add(1, 0, Severity.ERROR, "новое");
        marks.add(3, 1, Severity.ERROR, "ещё одно");

        Path copy = copy(Map.of("Второй", marks));

        try (XSSFWorkbook after = open(copy)) {
            XSSFSheet sheet = after.getSheet("Второй");
            assertThat(comment(sheet, 0, 0)).isEqualTo("прежнее\n\nновое");
            assertThat(comment(sheet, 2, 1)).isEqualTo("ещё одно");
            assertThat(sheet.getVMLDrawing(false).findCommentShape(2, 1)).isNotNull();
            assertThat(sheet.getVMLDrawing(false).findCommentShape(0, 0)).isNotNull();
        }
    }

    @Test
    void without_marks_every_part_is_the_same() throws IOException {
        Path copy = copy(Map.of());

        assertThat(changedParts(copy)).isEmpty();
    }

    @Test
    void comments_are_capped_and_colours_are_not() throws IOException {
        SheetMarks.Budget small = new SheetMarks.Budget(3, 10);
        SheetMarks marks = new SheetMarks(small);
        for (int row = 1; row <= 40; row++) {
            marks.add(row, 0, Severity.ERROR, "строка " + row);
        }

        Path copy = copy(Map.of(SHEET, marks));

        assertThat(marks.omitted()).isEqualTo(37);
        try (XSSFWorkbook after = open(copy)) {
            assertThat(after.getSheet(SHEET).getCellComments()).hasSize(3);
            assertThat(colour(after.getSheet(SHEET), 39, 0)).isEqualTo("FFF2A9A2");
        }
    }

    @Test
    void prefixed_elements_cells_without_addresses_and_parts_behind_the_drawing_are_kept() throws IOException {
        Path odd = rewritten("xl/worksheets/sheet3.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <!-- <row r="1"> --><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t><![CDATA[a > </c> b]]></x:t></x:is></x:c><x:c/></x:row>\
                <x:row r='3' spans='1:2'/></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" \
                footer="1"/><x:extLst/></x:worksheet>""");
        SheetMarks marks = new SheetMarks(budget);
        marks.add(1, 0, Severity.ERROR, "один");
        marks.add(1, 1, Severity.ERROR, "два");
        marks.add(2, 0, Severity.ERROR, "три");
        marks.add(3, 4, Severity.ERROR, "четыре");
        source = odd;

        Path copy = copy(Map.of("Третий", marks));

        String sheet = part(copy, "xl/worksheets/sheet3.xml");
        assertThat(sheet)
                .contains("<x:row r=\"2\"><x:c r=\"A2\"", "<x:row r='3'><x:c r=\"E3\"", "<![CDATA[a > </c> b]]>")
                .containsSubsequence("<x:pageMargins", "<x:legacyDrawing", "<x:extLst/>");
        try (XSSFWorkbook after = open(copy)) {
            assertThat(after.getSheet("Третий").getCellComments()).hasSize(4);
        }
    }

    @Test
    void a_sheet_in_another_alphabet_of_bytes_is_not_copied_part_by_part() throws IOException {
        String xml = part(source, "xl/worksheets/sheet1.xml").replace("UTF-8", "UTF-16");
        Path odd = folder.resolve("utf16.xlsx");
        rewrite(odd, "xl/worksheets/sheet1.xml", xml.getBytes(StandardCharsets.UTF_16));
        source = odd;
        SheetMarks marks = new SheetMarks(budget);
        marks.add(1, 0, Severity.ERROR, "один");

        assertThatThrownBy(() -> copy(Map.of(SHEET, marks))).isInstanceOf(NotCopyableException.class);
    }

    private Path copy(Map<String, SheetMarks> marks) throws IOException {
        marks.values().forEach(SheetMarks::seal);
        Path target = folder.resolve("copy.xlsx");
        try (PackageCopy copy = new PackageCopy(source, 1L << 30);
                OutputStream out = Files.newOutputStream(target)) {
            copy.write(marks, out);
        }
        return target;
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static String colour(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row)
                .getCell(column)
                .getCellStyle()
                .getFillForegroundXSSFColor()
                .getARGBHex();
    }

    private static String comment(XSSFSheet sheet, int row, int column) {
        XSSFComment comment = sheet.getRow(row).getCell(column) == null
                ? sheet.getCellComments().get(new org.apache.poi.ss.util.CellAddress(row, column))
                : sheet.getRow(row).getCell(column).getCellComment();
        return comment.getString().getString();
    }

    private static void assertSameBut(XSSFWorkbook before, XSSFWorkbook after, Set<String> marked) {
        assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets());
        for (int i = 0; i < before.getNumberOfSheets(); i++) {
            XSSFSheet old = before.getSheetAt(i);
            XSSFSheet now = after.getSheetAt(i);
            assertThat(now.getMergedRegions()).isEqualTo(old.getMergedRegions());
            assertThat(now.getPaneInformation() == null).isEqualTo(old.getPaneInformation() == null);
            for (Row row : old) {
                for (Cell cell : row) {
                    XSSFRow other = now.getRow(row.getRowNum());
                    XSSFCell same = other.getCell(cell.getColumnIndex());
                    assertThat(same.getRawValue()).isEqualTo(((XSSFCell) cell).getRawValue());
                    assertThat(same.getCellType()).isEqualTo(cell.getCellType());
                    assertThat(same.toString()).isEqualTo(cell.toString());
                    if (!marked.contains(cell.getAddress().formatAsString())) {
                        assertThat(same.getCellStyle().getIndex())
                                .isEqualTo(cell.getCellStyle().getIndex());
                    }
                }
            }
        }
    }

    private static List<String> textsWithFastexcel(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            return workbook.getSheets()
                    .flatMap(sheet -> {
                        try {
                            return sheet.openStream().toList().stream();
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .flatMap(row -> row.stream())
                    .filter(cell -> cell != null && cell.getRawValue() != null)
                    .map(cell -> cell.getAddress() + " " + cell.getFormula() + " " + cell.getRawValue())
                    .toList();
        }
    }

    private Set<String> changedParts(Path copy) throws IOException {
        Set<String> changed = new HashSet<>();
        Map<String, byte[]> before = parts(source);
        Map<String, byte[]> after = parts(copy);
        before.forEach((name, bytes) -> {
            if (!Arrays.equals(bytes, after.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    private static String part(Path file, String name) throws IOException {
        return new String(parts(file).getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private Path rewritten(String name, String text) throws IOException {
        Path file = folder.resolve("odd.xlsx");
        rewrite(file, name, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private void rewrite(Path file, String name, byte[] bytes) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts(source).entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getKey().equals(name) ? bytes : part.getValue());
                out.closeEntry();
            }
        }
    }
}
