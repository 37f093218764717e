package ukaz.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a binary workbook of one sheet, of texts, whole numbers and dates; no library does. */
public final class XlsbFile {

    private static final int CELL_REAL = 5;
    private static final int CELL_TEXT = 6;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private XlsbFile() {}

    public static void write(List<? extends List<?>> rows, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            part(zip, "[Content_Types].xml", text("""
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>
                    <Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/>
                    <Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/></Types>"""));
            part(zip, "_rels/.rels", relations("officeDocument", "xl/workbook.bin"));
            part(
                    zip,
                    "xl/_rels/workbook.bin.rels",
                    relations("worksheet", "worksheets/sheet1.bin", "styles", "styles.bin"));
            part(
                    zip,
                    "xl/workbook.bin",
                    new XlsbFile()
                            .record(131)
                            .record(153, 0, 0, "")
                            .record(143)
                            .record(156, 0, 1, "r0", "Лист1")
                            .record(144)
                            .record(132)
                            .bytes());
            part(
                    zip,
                    "xl/styles.bin",
                    new XlsbFile()
                            .record(278)
                            .record(617)
                            .record(47, (short) 0, (short) 0, (short) 0)
                            .record(47, (short) 0, (short) 14, (short) 0)
                            .record(618)
                            .record(279)
                            .bytes());
            part(zip, "xl/worksheets/sheet1.bin", sheet(rows));
        }
    }

    private static byte[] sheet(List<? extends List<?>> rows) {
        XlsbFile sheet = new XlsbFile().record(129).record(145);
        for (int row = 0; row < rows.size(); row++) {
            sheet.record(0, row, 0, (short) 300, (byte) 0, (byte) 0, (byte) 0, 0);
            List<?> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                Object value = cells.get(column);
                if (value instanceof LocalDate date) {
                    sheet.record(CELL_REAL, column, 1, (double) ChronoUnit.DAYS.between(DAY_ZERO, date));
                } else if (value instanceof Integer number) {
                    sheet.record(CELL_REAL, column, 0, number.doubleValue());
                } else if (!value.toString().isEmpty()) {
                    sheet.record(CELL_TEXT, column, 0, value.toString());
                }
            }
        }
        return sheet.record(146).record(130).bytes();
    }

    /** A record of Integers (four bytes), Shorts, Bytes, Doubles and Strings (with their length, in UTF-16). */
    private XlsbFile record(int number, Object... values) {
        ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        for (Object value : values) {
            if (value instanceof Integer v) {
                data.putInt(v);
            } else if (value instanceof Short v) {
                data.putShort(v);
            } else if (value instanceof Byte v) {
                data.put(v);
            } else if (value instanceof Double v) {
                data.putDouble(v);
            } else if (value instanceof String v) {
                data.putInt(v.length()).put(v.getBytes(StandardCharsets.UTF_16LE));
            }
        }
        sevenBits(number);
        sevenBits(data.position());
        out.write(data.array(), 0, data.position());
        return this;
    }

    private void sevenBits(int number) {
        int rest = number;
        for (; rest > 0x7F; rest >>= 7) {
            out.write(rest & 0x7F | 0x80);
        }
        out.write(rest);
    }

    private byte[] bytes() {
        return out.toByteArray();
    }

    private static byte[] relations(String... typesAndTargets) {
        StringBuilder all = new StringBuilder(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            all.append("<Relationship Id='r")
                    .append(i / 2)
                    .append("' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/")
                    .append(typesAndTargets[i])
                    .append("' Target='")
                    .append(typesAndTargets[i + 1])
                    .append("'/>");
        }
        return text(all.append("</Relationships>").toString());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }
}
