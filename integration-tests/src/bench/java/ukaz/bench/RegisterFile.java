package ukaz.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import ukaz.bench.Register.Format;

/** Writes a register row by row, for a model of four million rows fits into no memory. */
final class RegisterFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final long EPOCH = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final int DATE_STYLE = 1;
    /** What a sheet of each kind holds, without its header. */
    private static final int XLSX_ROWS = 1_048_575;

    private static final int XLS_ROWS = 65_535;

    private final Register register;
    private final boolean shared;
    private final Map<String, Integer> strings = new LinkedHashMap<>();

    private RegisterFile(Register register, boolean shared) {
        this.register = register;
        this.shared = shared;
    }

    static void write(Path file, Format format, Register register) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        RegisterFile writer = new RegisterFile(register, format == Format.SHARED);
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            switch (format) {
                case SHARED, INLINE -> writer.xlsx(out);
                case CSV -> writer.csv(out);
                case XLS -> writer.xls(out);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void csv(OutputStream out) throws IOException {
        Writer text = writer(out);
        text.write(String.join(",", Register.TITLES) + "\n");
        for (int i = 0; i < register.rows(); i++) {
            Object[] row = register.row(i);
            for (int column = 0; column < row.length; column++) {
                String cell = row[column] instanceof LocalDate day ? DAY.format(day) : row[column].toString();
                text.write(column == 0 ? "" : ",");
                text.write(cell.indexOf(',') < 0 ? cell : '"' + cell + '"');
            }
            text.write('\n');
        }
        text.flush();
    }

    private void xls(OutputStream out) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            var date = workbook.createCellStyle();
            date.setDataFormat((short) 14);
            for (int i = 0; i < register.rows(); i++) {
                if (i % XLS_ROWS == 0) {
                    var titles = workbook.createSheet().createRow(0);
                    for (int column = 0; column < Register.TITLES.size(); column++) {
                        titles.createCell(column).setCellValue(Register.TITLES.get(column));
                    }
                }
                var row = workbook.getSheetAt(i / XLS_ROWS).createRow(i % XLS_ROWS + 1);
                Object[] cells = register.row(i);
                for (int column = 0; column < cells.length; column++) {
                    if (cells[column] instanceof Integer number) {
                        row.createCell(column).setCellValue(number);
                    } else if (cells[column] instanceof LocalDate day) {
                        var cell = row.createCell(column);
                        cell.setCellValue((double) day.toEpochDay() - EPOCH);
                        cell.setCellStyle(date);
                    } else if (!cells[column].equals("")) {
                        row.createCell(column).setCellValue(cells[column].toString());
                    }
                }
            }
            workbook.write(out);
        }
    }

    private void xlsx(OutputStream out) throws IOException {
        int sheets = (register.rows() + XLSX_ROWS - 1) / XLSX_ROWS;
        ZipOutputStream zip = new ZipOutputStream(out);
        StringBuilder types = new StringBuilder(
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>");
        StringBuilder tabs =
                new StringBuilder("<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
                        + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets>");
        StringBuilder arrows = new StringBuilder();
        type(types, "workbook.xml", "sheet.main");
        for (int sheet = 1; sheet <= sheets; sheet++) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheet + ".xml"));
            sheet(writer(zip), (sheet - 1) * XLSX_ROWS);
            zip.closeEntry();
            type(types, "worksheets/sheet" + sheet + ".xml", "worksheet");
            tabs.append("<sheet name='Лист").append(sheet).append("' sheetId='").append(sheet);
            tabs.append("' r:id='r").append(sheet).append("'/>");
            arrow(arrows, "r" + sheet, "worksheet", "worksheets/sheet" + sheet + ".xml");
        }
        type(types, "styles.xml", "styles");
        arrow(arrows, "styles", "styles", "styles.xml");
        part(
                zip,
                "xl/styles.xml",
                "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><fonts count='1'><font/></fonts>"
                        + "<fills count='1'><fill/></fills><borders count='1'><border/></borders><cellStyleXfs count='1'><xf/></cellStyleXfs>"
                        + "<cellXfs count='2'><xf numFmtId='0' fontId='0'/><xf numFmtId='14' fontId='0' applyNumberFormat='1'/></cellXfs></styleSheet>");
        if (shared) {
            type(types, "sharedStrings.xml", "sharedStrings");
            arrow(arrows, "strings", "sharedStrings", "sharedStrings.xml");
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            Writer text = writer(zip);
            text.write("<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' uniqueCount='"
                    + strings.size() + "'>");
            for (String string : strings.keySet()) {
                text.write("<si><t>" + string + "</t></si>");
            }
            text.write("</sst>");
            text.flush();
            zip.closeEntry();
        }
        part(zip, "[Content_Types].xml", types + "</Types>");
        part(zip, "xl/workbook.xml", tabs + "</sheets></workbook>");
        part(zip, "xl/_rels/workbook.xml.rels", relationships(arrows.toString()));
        StringBuilder main = new StringBuilder();
        arrow(main, "r1", "officeDocument", "xl/workbook.xml");
        part(zip, "_rels/.rels", relationships(main.toString()));
        zip.finish();
    }

    private void sheet(Writer out, int first) throws IOException {
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        row(out, 1, Register.TITLES.toArray());
        for (int i = 0; i < XLSX_ROWS && first + i < register.rows(); i++) {
            row(out, i + 2, register.row(first + i));
        }
        out.write("</sheetData></worksheet>");
        out.flush();
    }

    private void row(Writer out, int number, Object[] cells) throws IOException {
        out.write("<row r=\"" + number + "\" spans=\"1:18\">");
        for (int column = 0; column < cells.length; column++) {
            String start = "<c r=\"" + (char) ('A' + column) + number + "\"";
            Object value = cells[column];
            if (value instanceof Integer) {
                out.write(start + "><v>" + value + "</v></c>");
            } else if (value instanceof LocalDate day) {
                out.write(start + " s=\"" + DATE_STYLE + "\"><v>" + (day.toEpochDay() - EPOCH) + "</v></c>");
            } else if (!value.equals("")) {
                if (shared) {
                    int index = strings.computeIfAbsent(value.toString(), text -> strings.size());
                    out.write(start + " t=\"s\"><v>" + index + "</v></c>");
                } else {
                    out.write(start + " t=\"inlineStr\"><is><t>" + value + "</t></is></c>");
                }
            }
        }
        out.write("</row>");
    }

    private static void type(StringBuilder types, String part, String type) {
        types.append("<Override PartName='/xl/").append(part);
        types.append("' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.")
                .append(type);
        types.append("+xml'/>");
    }

    private static void arrow(StringBuilder arrows, String id, String type, String target) {
        arrows.append("<Relationship Id='").append(id);
        arrows.append("' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
                .append(type);
        arrows.append("' Target='").append(target).append("'/>");
    }

    private static String relationships(String arrows) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + arrows
                + "</Relationships>";
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }
}
