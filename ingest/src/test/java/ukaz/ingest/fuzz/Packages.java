package ukaz.ingest.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import ukaz.ingest.source.Biff;

/** Small sound files of every format to begin with, and packages of which one part is another. */
final class Packages {

    private static final String[][] TABLE = {
        {"№ п/п", "ФИО", "Дата рожд.", "Награда", "Дата указа", "№ медали", "Прим."},
        {"1", "Безошибкин Пётр Ильич", "12.05.1905", "ГСТ", "29.10.1949", "5007", "сверить"},
        {
            "2",
            "Примерова (Образцова) А. И.",
            "6 (18) декабря 1878",
            "дважды ГСТ",
            "указ от 05.03.1976 № 3555-IX",
            "II/15",
            ""
        },
    };

    private static final Map<String, byte[]> XLSX = unzipped(written(new XSSFWorkbook()));
    private static final Map<String, byte[]> XLSB = xlsb();
    private static final Map<String, byte[]> ODS = ods();

    private Packages() {}

    /** Whole files. */
    static List<byte[]> files() {
        List<byte[]> files =
                new ArrayList<>(List.of(zipped(XLSX), zipped(XLSB), zipped(ODS), written(new HSSFWorkbook())));
        files.addAll(texts());
        return files;
    }

    /** A table as lines of text, in the encodings and with the marks that programs use. */
    static List<byte[]> texts() {
        String text = "ФИО;Награда;Дата указа\n\"Безошибкин; Пётр\";ГСТ;\"29.10.1949\n\"\n";
        return List.of(
                text.getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("windows-1251")),
                text.getBytes(StandardCharsets.UTF_16),
                text.replace(';', '\t').getBytes(Charset.forName("IBM866")),
                ("sep=,\r\n" + text.replace(';', ',')).getBytes(StandardCharsets.UTF_8));
    }

    /** Parts, each behind the number of its name. */
    static List<byte[]> parts() {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < Targets.OfParts.PARTS.size(); i++) {
            String name = Targets.OfParts.PARTS.get(i);
            byte[] part = base(name).getOrDefault(name, new byte[0]);
            byte[] seed = new byte[part.length + 1];
            seed[0] = (byte) i;
            System.arraycopy(part, 0, seed, 1, part.length);
            seeds.add(seed);
        }
        return seeds;
    }

    static byte[] with(String name, byte[] content) {
        return with(Map.of(name, content));
    }

    /** A package of which these parts are others. */
    static byte[] with(Map<String, byte[]> others) {
        Map<String, byte[]> parts =
                new LinkedHashMap<>(base(others.keySet().iterator().next()));
        parts.putAll(others);
        return zipped(parts);
    }

    private static Map<String, byte[]> base(String name) {
        return name.endsWith(".bin") ? XLSB : ODS.containsKey(name) ? ODS : XLSX;
    }

    private static byte[] written(Workbook workbook) {
        Sheet sheet = workbook.createSheet("Лист1");
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat((short) 14);
        CellStyle struck = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setStrikeout(true);
        struck.setFont(font);
        for (String[] values : TABLE) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (String value : values) {
                row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value);
            }
        }
        Row last = sheet.createRow(3);
        last.createCell(0).setCellValue(3);
        last.createCell(1).setCellValue("Учебников Савелий Карпович");
        Cell birth = last.createCell(2);
        birth.setCellValue(LocalDate.of(1905, 3, 12));
        birth.setCellStyle(date);
        Cell award = last.createCell(3);
        award.setCellValue("Герой Социалистического Труда");
        award.setCellStyle(struck);
        last.createCell(4).setCellFormula("DATE(1949,10,29)");
        last.createCell(5).setCellErrorValue((byte) 0x17);
        last.setZeroHeight(true);
        sheet.setColumnHidden(6, true);
        var anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setCol2(3);
        anchor.setRow2(3);
        var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(workbook.getCreationHelper().createRichTextString("проверено?"));
        last.getCell(1).setCellComment(comment);
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> xlsb() {
        Biff sheet =
                Biff.xlsb().record(129).record(60, 6, 6, 2304, 0, (short) 1).record(145);
        for (int row = 0; row < TABLE.length; row++) {
            sheet.record(0, row, 0, (short) 300, (byte) 0, (byte) 0, (byte) 0, 0);
            for (int column = 0; column < TABLE[row].length; column++) {
                if (column == 1 && row > 0) {
                    sheet.record(7, column, 0, row - 1);
                } else if (column == 0 && row > 0) {
                    sheet.record(5, column, 0, (double) row);
                } else {
                    sheet.record(6, column, 0, TABLE[row][column]);
                }
            }
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                utf8("<Types><Override PartName='/xl/workbook.bin' ContentType="
                        + "'application/vnd.ms-excel.sheet.binary.macroEnabled.main'/></Types>"));
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.bin"));
        parts.put(
                "xl/_rels/workbook.bin.rels",
                relations(
                        "worksheet",
                        "worksheets/sheet1.bin",
                        "styles",
                        "styles.bin",
                        "sharedStrings",
                        "sharedStrings.bin"));
        parts.put(
                "xl/workbook.bin",
                Biff.xlsb()
                        .record(131)
                        .record(153, 0, 0, "")
                        .record(143)
                        .record(156, 0, 1, "r0", "Лист1")
                        .record(144)
                        .record(132)
                        .bytes());
        parts.put(
                "xl/styles.bin",
                Biff.xlsb()
                        .record(278)
                        .record(44, (short) 200, "dd.mm.yyyy")
                        .record(43, (short) 220, (short) 8)
                        .record(617)
                        .record(47, (short) 0, (short) 200, (short) 0)
                        .record(618)
                        .record(279)
                        .bytes());
        parts.put(
                "xl/sharedStrings.bin",
                Biff.xlsb()
                        .record(159, 2, 2)
                        .record(19, (byte) 0, TABLE[1][1])
                        .record(19, (byte) 1, TABLE[2][1], 1, (short) 0, (short) 0)
                        .record(160)
                        .bytes());
        parts.put("xl/worksheets/sheet1.bin", sheet.record(146).record(130).bytes());
        return parts;
    }

    private static Map<String, byte[]> ods() {
        StringBuilder rows = new StringBuilder("<t:table-column t:visibility='collapse'/>");
        for (String[] values : TABLE) {
            rows.append("<t:table-row t:number-rows-repeated='2'>");
            for (String value : values) {
                rows.append("<t:table-cell o:value-type='string' t:style-name='z'><x:p>")
                        .append(value)
                        .append("<x:s x:c='2'/></x:p></t:table-cell>");
            }
            rows.append(
                    "<t:table-cell o:value-type='date' o:date-value='1894-05-12' t:number-columns-repeated='2'>"
                            + "<o:annotation><x:p>сверить</x:p></o:annotation><x:p>12.05.94</x:p></t:table-cell></t:table-row>");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put(
                "content.xml",
                utf8("<o:document-content xmlns:o='o' xmlns:t='t' xmlns:x='x' xmlns:s='s'><o:automatic-styles>"
                        + "<s:style s:name='z'><s:text-properties s:text-line-through-style='solid'/></s:style>"
                        + "</o:automatic-styles><o:body><o:spreadsheet><t:table t:name='Лист1'>" + rows
                        + "</t:table></o:spreadsheet></o:body></o:document-content>"));
        parts.put(
                "META-INF/manifest.xml", utf8("<m:manifest xmlns:m='m'><m:file-entry m:full-path='/'/></m:manifest>"));
        return parts;
    }

    private static byte[] relations(String... typesAndTargets) {
        StringBuilder xml = new StringBuilder("<Relationships>");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            xml.append("<Relationship Id='r" + i / 2 + "' Type='x/" + typesAndTargets[i] + "' Target='"
                    + typesAndTargets[i + 1] + "'/>");
        }
        return utf8(xml.append("</Relationships>").toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zipped(Map<String, byte[]> parts) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(1);
                for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> unzipped(byte[] content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
