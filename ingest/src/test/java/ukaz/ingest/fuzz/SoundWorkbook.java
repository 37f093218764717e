package ukaz.ingest.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A whole workbook as the standard allows, and as few programs write it: every choice is made by a seed. */
final class SoundWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int[] BUILT_IN = {0, 1, 2, 9, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, 49};
    private static final String[] CUSTOM = {
        "dd.mm.yyyy",
        "d mmmm yyyy &quot;г.&quot;",
        "[$-419]d\\ mmm\\ yyyy;@",
        "yyyy",
        "[h]:mm",
        "#,##0 &quot;дней&quot;",
        "[Red]0.00",
        "General",
        "&quot;день &quot;0"
    };
    private static final int STYLES = BUILT_IN.length + CUSTOM.length;

    private final Random random;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, byte[]> encoded = new LinkedHashMap<>();

    SoundWorkbook(int seed) {
        this.random = new Random(seed);
        SoundWorksheet first = new SoundWorksheet(choices(), STYLES, null);
        int sheets = 1 + random.nextInt(3);
        StringBuilder tabs = new StringBuilder();
        StringBuilder types = new StringBuilder(override("workbook", "sheet.main")
                + override("styles", "styles")
                + override("sharedStrings", "sharedStrings"));
        StringBuilder relations = new StringBuilder(
                relation("s", "styles", "styles.xml") + relation("t", "sharedStrings", "sharedStrings.xml"));
        for (int i = 1; i <= sheets; i++) {
            SoundWorksheet sheet = i == 1 ? first : new SoundWorksheet(choices(), STYLES, first);
            String name = "worksheets/sheet" + i;
            types.append(override(name, "worksheet"));
            relations.append(relation("r" + i, "worksheet", name + ".xml"));
            String state = i == 1 ? "" : one("", "", " state='hidden'", " state='veryHidden'");
            tabs.append("<sheet name='Лист " + i + "' sheetId='" + i + "'" + state + " r:id='r" + i + "'/>");
            parts.put("xl/" + name + ".xml", new String(sheet.sheet(), StandardCharsets.UTF_8));
        }
        String old = one("", "<workbookPr/>", "<workbookPr date1904='1'/>", "<workbookPr date1904='false'/>");
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='" + PACKAGE
                        + "content-types'><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + types + "</Types>");
        parts.put("_rels/.rels", relations(relation("w", "officeDocument", "xl/workbook.xml")));
        parts.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'>" + old + "<sheets>" + tabs
                        + "</sheets></workbook>");
        parts.put("xl/sharedStrings.xml", new String(first.strings(), StandardCharsets.UTF_8));
        parts.put("xl/styles.xml", styles());
        parts.forEach((name, content) -> encoded.put(name, encoded(name, content)));
    }

    /** The package in the transitional dialect. */
    byte[] transitional() {
        return Packages.zipped(encoded);
    }

    /** The same in the strict one, which POI's model refuses. */
    byte[] strict() {
        Map<String, byte[]> strict = new LinkedHashMap<>();
        parts.forEach((name, content) -> strict.put(
                name,
                content.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
                        .replace(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
                        .getBytes(StandardCharsets.UTF_8)));
        return Packages.zipped(strict);
    }

    private byte[] choices() {
        byte[] choices = new byte[50 + random.nextInt(2_000)];
        random.nextBytes(choices);
        return choices;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String override(String part, String type) {
        return "<Override PartName='/xl/" + part + ".xml' ContentType='" + TYPES + type + "+xml'/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + RELATIONS + "/" + type + "' Target='" + target + "'/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns='" + PACKAGE + "relationships'>" + relations + "</Relationships>";
    }

    private static String styles() {
        StringBuilder formats = new StringBuilder();
        StringBuilder styles = new StringBuilder();
        for (int format : BUILT_IN) {
            styles.append("<xf numFmtId='" + format + "'/>");
        }
        for (int i = 0; i < CUSTOM.length; i++) {
            formats.append("<numFmt numFmtId='" + (164 + i) + "' formatCode='" + CUSTOM[i] + "'/>");
            styles.append("<xf numFmtId='" + (164 + i) + "' applyNumberFormat='1'/>");
        }
        return "<styleSheet xmlns='" + MAIN + "'><numFmts>" + formats + "</numFmts><cellXfs>" + styles
                + "</cellXfs></styleSheet>";
    }

    /** Mostly in UTF-8; a sheet or its strings in UTF-16 at times, as the standard allows. */
    private byte[] encoded(String name, String content) {
        boolean data = name.startsWith("xl/worksheets/") || name.equals("xl/sharedStrings.xml");
        int choice = data ? random.nextInt(8) : 7;
        if (choice > 2) {
            return content.getBytes(StandardCharsets.UTF_8);
        } else if (choice == 2) {
            return ("\uFEFF" + content).getBytes(StandardCharsets.UTF_8);
        }
        Charset charset = choice == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        String undeclared = content.replaceFirst("^<\\?xml[^>]*>\\s*", "");
        return ("\uFEFF<?xml version='1.0' encoding='UTF-16'?>" + undeclared).getBytes(charset);
    }
}
