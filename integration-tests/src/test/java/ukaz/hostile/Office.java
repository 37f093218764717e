package ukaz.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a small sound package, and packages of which some are something else. */
final class Office {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String SHEET = "xl/worksheets/sheet1.xml";

    private Office() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A cell with this text. */
    static String cell(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    /** A header, and a row with room for more behind its three cells. */
    static String rows(String more) {
        return "<row>" + cell("ФИО") + cell("Награда") + cell("Дата указа") + "</row><row>"
                + cell("Безошибкин Пётр Ильич") + cell("ГСТ") + cell("29.10.1949") + more + "</row>";
    }

    static String worksheet(String rows) {
        return worksheet(rows, "");
    }

    /** A sheet with something behind its rows. */
    static String worksheet(String rows, String after) {
        return "<worksheet xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><sheetData>" + rows + "</sheetData>" + after
                + "</worksheet>";
    }

    static String workbook(String sheets) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><sheets>" + sheets + "</sheets></workbook>";
    }

    static String relation(String id, String type, String target, String mode) {
        return "<Relationship Id='" + id + "' Type='" + RELATIONS + "/" + type + "' Target='" + target + "'"
                + (mode.isEmpty() ? "" : " TargetMode='" + mode + "'") + "/>";
    }

    static String relations(String... relations) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                + String.join("", relations) + "</Relationships>";
    }

    /** The parts of a package with one sheet. */
    static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                utf8("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType="
                        + "'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"));
        parts.put("_rels/.rels", utf8(relations(relation("r1", "officeDocument", "xl/workbook.xml", ""))));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                utf8(relations(
                        relation("r1", "worksheet", "worksheets/sheet1.xml", ""),
                        relation("r2", "sharedStrings", "sharedStrings.xml", ""),
                        relation("r3", "styles", "styles.xml", ""))));
        parts.put("xl/workbook.xml", utf8(workbook("<sheet name='Лист1' sheetId='1' r:id='r1'/>")));
        parts.put("xl/sharedStrings.xml", utf8("<sst xmlns='" + MAIN + "'><si><t>общая</t></si></sst>"));
        parts.put(
                "xl/styles.xml",
                utf8("<styleSheet xmlns='" + MAIN + "'><fonts><font/></fonts><cellXfs><xf numFmtId='0'/>"
                        + "<xf numFmtId='14'/></cellXfs></styleSheet>"));
        parts.put(SHEET, utf8(worksheet(rows(""))));
        return parts;
    }

    /** The package with another part. */
    static byte[] with(String name, byte[] content) {
        Map<String, byte[]> parts = parts();
        parts.put(name, content);
        return RawZip.of(parts).bytes();
    }

    static byte[] with(String name, String content) {
        return with(name, utf8(content));
    }

    /** The package with these rows. */
    static byte[] sheet(String rows) {
        return with(SHEET, worksheet(rows));
    }

    /** The package with other relationships of the sheet, and one part more. */
    static byte[] linked(String relations, String name, String content) {
        Map<String, byte[]> parts = parts();
        parts.put("xl/worksheets/_rels/sheet1.xml.rels", utf8(relations));
        parts.put(name, utf8(content));
        return RawZip.of(parts).bytes();
    }
}
