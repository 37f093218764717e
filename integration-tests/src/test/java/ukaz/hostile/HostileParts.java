package ukaz.hostile;

import static ukaz.hostile.Office.MAIN;
import static ukaz.hostile.Office.SHEET;
import static ukaz.hostile.Office.cell;
import static ukaz.hostile.Office.linked;
import static ukaz.hostile.Office.relation;
import static ukaz.hostile.Office.relations;
import static ukaz.hostile.Office.rows;
import static ukaz.hostile.Office.sheet;
import static ukaz.hostile.Office.utf8;
import static ukaz.hostile.Office.with;
import static ukaz.hostile.Office.worksheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ukaz.hostile.HostileFile.Corpus;

/** Packages that are sound as packages, with parts that are not. */
final class HostileParts {

    private static final String WORKBOOK = "xl/workbook.xml";

    private final Corpus corpus = new Corpus();
    private final Bait bait;

    private HostileParts(Bait bait) {
        this.bait = bait;
    }

    static List<HostileFile> files(Bait bait) {
        HostileParts parts = new HostileParts(bait);
        parts.entities();
        parts.broken();
        parts.deep();
        parts.cells();
        parts.sheets();
        parts.relationships();
        parts.active();
        return parts.corpus.files();
    }

    private void entities() {
        String file = "<!DOCTYPE x [<!ENTITY x SYSTEM '" + bait.file() + "'>]>";
        String url = "<!DOCTYPE x [<!ENTITY x SYSTEM '" + bait.url() + "'>]>";
        String used = worksheet(rows(cell("&x;")));
        corpus.unreadable("entity-of-a-file.xlsx", with(SHEET, file + used), "damaged");
        corpus.unreadable("entity-of-a-page.xlsx", with(SHEET, url + used), "damaged");
        corpus.unreadable(
                "entity-of-parameters.xlsx",
                with(SHEET, "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + bait.url() + "'> %p;]>" + worksheet(rows(""))),
                "damaged");
        corpus.unreadable(
                "external-definition.xlsx",
                with(SHEET, "<!DOCTYPE x SYSTEM '" + bait.url() + "x.dtd'>" + worksheet(rows(""))),
                "damaged");
        corpus.unreadable("doctype-alone.xlsx", with(SHEET, "<!DOCTYPE worksheet>" + worksheet(rows(""))), "damaged");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 'ха'>");
        for (int i = 1; i < 12; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        corpus.unreadable(
                "billion-laughs.xlsx", with(SHEET, laughs + "]>" + worksheet(rows(cell("&l11;")))), "damaged");
        corpus.unreadable(
                "quadratic-laughs.xlsx",
                with(
                        SHEET,
                        "<!DOCTYPE x [<!ENTITY a '" + "ха".repeat(20_000) + "'>]>"
                                + worksheet(rows(cell("&a;".repeat(5_000))))),
                "damaged");
        corpus.unreadable("entity-never-declared.xlsx", sheet(rows(cell("&nobody;"))), "damaged");
        for (String part : List.of(
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels",
                WORKBOOK,
                "xl/sharedStrings.xml",
                "xl/styles.xml")) {
            String sound = new String(Office.parts().get(part), StandardCharsets.UTF_8);
            corpus.unreadable(
                    "entity-in-" + part.replaceAll("[^A-Za-z]+", "-") + ".xlsx",
                    with(part, file + sound.replaceFirst("(?s)</[a-zA-Z]+>$", "&x;$0")),
                    "damaged");
        }
        corpus.harmless(
                "stylesheet-and-include.xlsx",
                with(
                        SHEET,
                        "<?xml-stylesheet type='text/xsl' href='" + bait.url() + "x.xsl'?>"
                                + worksheet(
                                        rows(""),
                                        "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='"
                                                + bait.file() + "'/>")));
        corpus.harmless(
                "schema-elsewhere.xlsx",
                with(
                        SHEET,
                        worksheet(rows(""))
                                .replace(
                                        "<worksheet ",
                                        "<worksheet xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
                                                + "xsi:schemaLocation='" + MAIN + " " + bait.url() + "' ")));
    }

    private void broken() {
        String sound = worksheet(rows(""));
        corpus.unreadable("tags-not-closed.xlsx", with(SHEET, sound.replace("</sheetData>", "")), "damaged");
        corpus.unreadable("tags-crossed.xlsx", with(SHEET, sound.replace("</is></c>", "</c></is>")), "damaged");
        corpus.unreadable("attribute-twice.xlsx", with(SHEET, sound.replace("<c t=", "<c t='n' t=")), "damaged");
        corpus.unreadable("no-xml-at-all.xlsx", with(SHEET, "Иванов;ГСТ"), "damaged");
        corpus.unreadable("part-of-no-bytes.xlsx", with(SHEET, ""), "");
        corpus.unreadable("zero-character.xlsx", sheet(rows(cell("a\0b"))), "damaged");
        corpus.unreadable("zero-reference.xlsx", sheet(rows(cell("a&#0;b"))), "damaged");
        corpus.unreadable("surrogate-reference.xlsx", sheet(rows(cell("&#xD800;"))), "damaged");
        corpus.unreadable("reference-beyond-unicode.xlsx", sheet(rows(cell("&#x110000;"))), "damaged");
        byte[] surrogate = utf8(worksheet(rows(cell("ZZZ"))));
        int at = new String(surrogate, StandardCharsets.ISO_8859_1).indexOf("ZZZ");
        surrogate[at] = (byte) 0xED;
        surrogate[at + 1] = (byte) 0xA0;
        surrogate[at + 2] = (byte) 0x80;
        corpus.unreadable("surrogate-bytes.xlsx", with(SHEET, surrogate), "damaged");
        byte[] overlong = surrogate.clone();
        overlong[at] = (byte) 0xE0;
        overlong[at + 1] = (byte) 0x80;
        overlong[at + 2] = (byte) 0xBC;
        corpus.unreadable("overlong-bytes.xlsx", with(SHEET, overlong), "damaged");
        corpus.unreadable(
                "unknown-encoding.xlsx", with(SHEET, "<?xml version='1.0' encoding='x-evil'?>" + sound), "damaged");
        corpus.unreadable(
                "encoding-that-is-not-so.xlsx",
                with(SHEET, "<?xml version='1.0' encoding='UTF-16'?>" + sound),
                "damaged");
        corpus.unreadable(
                "ebcdic.xlsx",
                with(
                        SHEET,
                        ("<?xml version='1.0' encoding='IBM037'?>" + "<worksheet/>")
                                .getBytes(Charset.forName("IBM037"))),
                "damaged");
        corpus.unreadable("second-version.xlsx", with(SHEET, "<?xml version='9.9'?>" + sound), "damaged");
        for (String part : List.of(
                "[Content_Types].xml",
                "xl/_rels/workbook.xml.rels",
                WORKBOOK,
                "xl/sharedStrings.xml",
                "xl/styles.xml")) {
            corpus.unreadable("noise-in-" + part.replaceAll("[^A-Za-z]+", "-") + ".xlsx", with(part, "<x><y>"), "");
        }
    }

    private void deep() {
        corpus.unreadable(
                "three-hundred-deep.xlsx",
                sheet("<row>" + "<c>".repeat(300) + "</c>".repeat(300) + "</row>"),
                "damaged");
        corpus.unreadable("hundred-thousand-deep.xlsx", sheet("<a>".repeat(100_000)), "damaged");
        String attributes =
                IntStream.range(0, 100_000).mapToObj(i -> " a" + i + "='1'").collect(Collectors.joining());
        corpus.tooLarge("hundred-thousand-attributes.xlsx", sheet("<row" + attributes + "></row>"), "--max-cell-chars");
        corpus.tooLarge(
                "attribute-of-megabytes.xlsx", sheet("<row a='" + "x".repeat(4 << 20) + "'/>"), "--max-cell-chars");
        corpus.tooLarge("name-of-megabytes.xlsx", sheet("<" + "x".repeat(4 << 20) + "/>"), "--max-cell-chars");
        corpus.tooLarge(
                "comment-of-megabytes.xlsx",
                sheet("<!--" + "x".repeat(4 << 20) + "-->" + rows("")),
                "--max-cell-chars");
        corpus.tooLarge("text-of-megabytes.xlsx", sheet(rows(cell("Ж".repeat(2 << 20)))), "--max-cell-chars");
        corpus.tooLarge(
                "text-in-a-million-runs.xlsx",
                sheet(rows("<c t='inlineStr'><is>" + "<r><t>Ж</t></r>".repeat(100_000) + "</is></c>")),
                "--max-cell-chars");
        corpus.tooLarge("text-of-references.xlsx", sheet(rows(cell("&#1046;".repeat(33_000)))), "--max-cell-chars");
        String namespaces = IntStream.range(0, 20_000)
                .mapToObj(i -> "<x xmlns:n" + i + "='u" + i + "'/>")
                .collect(Collectors.joining());
        corpus.harmless("twenty-thousand-namespaces.xlsx", sheet(namespaces + rows("")));
    }

    private void cells() {
        String[][] addresses = {
            {"far-row", "<row r='99999999999'>"},
            {"row-of-letters", "<row r='x'>"},
            {"rows-backwards", "<row r='7'>"},
        };
        for (String[] address : addresses) {
            String head = rows("").replaceFirst("<row>", address[1]);
            corpus.harmless("address-" + address[0] + ".xlsx", sheet(head));
        }
        corpus.unreadable("row-zero.xlsx", sheet(rows("").replaceFirst("<row>", "<row r='0'>")), "damaged");
        corpus.unreadable("row-below-zero.xlsx", sheet(rows("").replaceFirst("<row>", "<row r='-5'>")), "damaged");
        corpus.tooLarge("far-column.xlsx", sheet("<row><c r='AAAAAAAAAAAAAA1'><v>1</v></c></row>"), "--max-columns");
        corpus.tooLarge(
                "row-beyond-the-sheet.xlsx", sheet("<row r='2000000000'>" + cell("x") + "</row>"), "--max-rows");
        corpus.tooLarge(
                "column-beyond-the-sheet.xlsx", sheet("<row><c r='ZZZZZ1'><v>1</v></c></row>"), "--max-columns");
        for (String address : List.of("-1", "1A", "Ж1", "")) {
            corpus.harmless(
                    "cell-at-" + address.replace("Ж", "zh").replaceAll("\\W", "-") + ".xlsx",
                    sheet(rows("<c r='" + address + "'><v>1</v></c>")));
        }
        for (String address : List.of("A0", "A99999999999", "$A$1")) {
            // where the name stands already
            corpus.unreadable(
                    "cell-at-" + address.replace("$", "") + "-again.xlsx",
                    sheet(rows("<c r='" + address + "'><v>1</v></c>")),
                    "damaged");
        }
        corpus.unreadable("cell-twice.xlsx", sheet(rows("<c r='D2'><v>1</v></c><c r='D2'><v>2</v></c>")), "damaged");
        corpus.harmless("cell-twice-but-blank.xlsx", sheet(rows("<c r='D2'><v>1</v></c><c r='D2' s='1'/>")));
        for (String index : List.of("-1", "1", "2147483648", "NaN", "1e9", "0x0")) {
            corpus.noticed(
                    "shared-string-" + index.replace("-", "minus-") + ".xlsx",
                    sheet(rows("<c t='s'><v>" + index + "</v></c>")),
                    "source-unreadable",
                    "damaged");
        }
        for (String number :
                List.of("1e400", "-1e400", "NaN", "Infinity", "0x1F", "1,5", "9".repeat(10_000), "1e-400", "--5")) {
            corpus.harmless(
                    "number-"
                            + number.substring(0, Math.min(9, number.length())).replaceAll("[^A-Za-z0-9]", "_")
                            + ".xlsx",
                    sheet(rows("<c><v>" + number + "</v></c>")));
        }
        for (String serial : List.of("0", "2958466", "1e15", "1e300")) {
            String row = rows("").replace(cell("29.10.1949"), "<c s='1'><v>" + serial + "</v></c>");
            corpus.noticed("date-serial-" + serial.replace("-", "minus-") + ".xlsx", sheet(row), "date-", "");
        }
        for (String date : List.of("99999-13-45", "2024-02-30T25:61:61", "-0001-01-01", "+292278994-08-17")) {
            String row = rows("").replace(cell("29.10.1949"), "<c t='d'><v>" + date + "</v></c>");
            corpus.noticed("iso-date-" + date.replaceAll("\\W", "_") + ".xlsx", sheet(row), "date-", "");
        }
        corpus.harmless(
                "style-beyond-the-styles.xlsx", sheet(rows("<c s='2147483647'><v>1</v></c><c s='-1'><v>1</v></c>")));
        corpus.harmless("truth-of-seven.xlsx", sheet(rows("<c t='b'><v>7</v></c><c t='zzz'><v>7</v></c>")));
        corpus.noticed(
                "error-unheard-of.xlsx",
                sheet(rows("").replace(cell("29.10.1949"), "<c t='e'><v>#EVIL!</v></c>")),
                "cell-formula-error",
                "#EVIL!");
        corpus.harmless(
                "cyclic-formulas.xlsx",
                sheet(rows("<c r='D2'><f t='shared' ref='D2:E2' si='0'>E2</f><v>1</v></c>"
                        + "<c r='E2'><f t='shared' si='0'/><v>2</v></c><c r='F2'><f>F2+D2</f><v>3</v></c>")));
    }

    private void sheets() {
        corpus.unreadable("no-sheets.xlsx", with(WORKBOOK, Office.workbook("")), "no sheet");
        corpus.noticed(
                "sheet-of-nothing.xlsx",
                with(WORKBOOK, Office.workbook("<sheet name='Лист1' sheetId='1' r:id='nobody'/>")),
                "source-unreadable",
                "");
        corpus.unreadable(
                "chart-in-place-of-a-sheet.xlsx", with(SHEET, "<chartsheet><drawing/></chartsheet>"), "damaged");
        corpus.unreadable("dialogue-in-place-of-a-sheet.xlsx", with(SHEET, "<dialogsheet/>"), "damaged");
        corpus.unreadable(
                "texts-in-place-of-a-sheet.xlsx", with(SHEET, "<sst><si><t>Иванов</t></si></sst>"), "damaged");
        corpus.unreadable(
                "rows-in-a-page.xlsx", with(SHEET, worksheet(rows("")).replace("worksheet", "html")), "damaged");
        corpus.unreadable("sheet-without-a-place-for-rows.xlsx", with(SHEET, "<worksheet/>"), "damaged");
        String second = "<sheetData>" + rows("") + "</sheetData>";
        corpus.unreadable("second-place-for-rows.xlsx", with(SHEET, worksheet(rows(""), second)), "damaged");
        corpus.unreadable("second-place-for-rows-behind-none.xlsx", with(SHEET, worksheet("", second)), "damaged");
        corpus.unreadable(
                "place-for-rows-in-an-unknown-element.xlsx",
                with(SHEET, worksheet(rows(""), "<x>" + second + "</x>")),
                "damaged");
        corpus.unreadable("rows-behind-their-place.xlsx", with(SHEET, worksheet(rows(""), rows(""))), "damaged");
        corpus.unreadable(
                "rows-before-their-place.xlsx",
                with(SHEET, worksheet(rows("")).replace("<sheetData>", "<x>" + rows("") + "</x><sheetData>")),
                "damaged");
        corpus.unreadable("rows-in-an-unknown-element.xlsx", sheet(rows("") + "<x>" + rows("") + "</x>"), "damaged");
        corpus.unreadable("cell-in-an-unknown-element.xlsx", sheet(rows("<x>" + cell("Иванов") + "</x>")), "damaged");
        corpus.unreadable("cell-outside-rows.xlsx", sheet(rows("") + cell("Иванов")), "damaged");
        corpus.unreadable("value-in-an-unknown-element.xlsx", sheet(rows("<c><x><v>1</v></x></c>")), "damaged");
        corpus.unreadable("noise-behind-the-rows.xlsx", with(SHEET, worksheet(rows(""), "<x></y>")), "damaged");
        corpus.harmless(
                "rows-of-a-drawing.xlsx",
                with(
                        SHEET,
                        worksheet(
                                rows("<c><v>1</v><extLst><d:v xmlns:d='urn:d'>1</d:v></extLst></c>"),
                                "<controls><d:from xmlns:d='urn:d'><d:col>1</d:col><d:row>1</d:row></d:from></controls>"
                                        + "<rowBreaks><brk id='1'/></rowBreaks>")));
        for (String kind : List.of("chartsheet", "dialogsheet", "xlMacrosheet", "noise")) {
            corpus.harmless(
                    "sheet-said-to-be-" + kind + ".xlsx",
                    with("xl/_rels/workbook.xml.rels", relations(relation("r1", kind, "worksheets/sheet1.xml", ""))));
        }
        Map<String, byte[]> again = Office.parts();
        again.put(
                WORKBOOK,
                utf8(Office.workbook(IntStream.range(0, 100)
                        .mapToObj(i -> "<sheet name='Л" + i + "' sheetId='" + (i + 1) + "' r:id='r1'/>")
                        .collect(Collectors.joining()))));
        again.put(SHEET, utf8(worksheet(rows("") + "<row></row>                    ".repeat(40_000))));
        corpus.noticed("one-sheet-a-hundred-times.xlsx", RawZip.of(again).bytes(), "source-too-large", "--max-ratio");
        corpus.harmless(
                "sheet-with-a-terrible-name.xlsx",
                with(
                        WORKBOOK,
                        Office.workbook(
                                "<sheet name='&lt;script&gt;=1+1 \u202Egnp.\u202C &#9;../../x' sheetId='1' r:id='r1'/>")));
        corpus.harmless(
                "sheet-with-a-name-of-thousands.xlsx",
                with(WORKBOOK, Office.workbook("<sheet name='" + "Ж".repeat(30_000) + "' sheetId='1' r:id='r1'/>")));
        corpus.harmless(
                "merged-to-the-end.xlsx",
                with(SHEET, worksheet(rows(""), "<mergeCells><mergeCell ref='A3:XFD1048576'/></mergeCells>")));
        String merges = IntStream.range(0, 100_000)
                .mapToObj(i -> "<mergeCell ref='A3:XFD1048576'/>")
                .collect(Collectors.joining());
        corpus.harmless(
                "merged-a-hundred-thousand-times.xlsx",
                with(SHEET, worksheet(rows(""), "<mergeCells>" + merges + "</mergeCells>")));
        corpus.harmless(
                "dimension-that-lies.xlsx",
                with(SHEET, worksheet(rows("")).replace("<sheetData>", "<dimension ref='A1:XFD1048576'/><sheetData>")));
        corpus.unreadable(
                "columns-without-end.xlsx",
                with(
                        SHEET,
                        worksheet(rows(""))
                                .replace(
                                        "<sheetData>",
                                        "<cols><col min='4' max='2147483647' hidden='1'/><col min='9' max='-3' hidden='1'/>"
                                                + "<col min='x' max=''/></cols><sheetData>")),
                "damaged");
        String blank = IntStream.range(0, 100_000).mapToObj(i -> "<row/>").collect(Collectors.joining());
        corpus.harmless("hundred-thousand-blank-rows.xlsx", sheet(rows("") + blank));
        corpus.unreadable(
                "format-of-thousands.xlsx",
                with(
                        "xl/styles.xml",
                        "<styleSheet xmlns='" + MAIN + "'><numFmts><numFmt numFmtId='200' formatCode='"
                                + "[$-F800]dd;".repeat(5_000)
                                + "'/></numFmts><cellXfs><xf numFmtId='200'/></cellXfs></styleSheet>"),
                "damaged");
    }

    private void relationships() {
        String workbook = "xl/_rels/workbook.xml.rels";
        corpus.unreadable(
                "sheet-on-another-machine.xlsx",
                with(workbook, relations(relation("r1", "worksheet", bait.url() + "sheet1.xml", "External"))),
                "");
        corpus.unreadable(
                "sheet-is-a-file.xlsx",
                with(workbook, relations(relation("r1", "worksheet", bait.file(), "External"))),
                "");
        corpus.unreadable(
                "sheet-is-not-there.xlsx",
                with(workbook, relations(relation("r1", "worksheet", "worksheets/no.xml", ""))),
                "");
        corpus.harmless(
                "sheet-related-to-itself.xlsx",
                linked(
                        relations(
                                relation("r1", "worksheet", "sheet1.xml", ""),
                                relation("r2", "comments", "sheet1.xml", "")),
                        "xl/x.xml",
                        "<x/>"));
        corpus.unreadable(
                "comments-that-are-not-there.xlsx",
                linked(relations(relation("r1", "comments", "../nobody.xml", "")), "xl/x.xml", "<x/>"),
                "damaged");
        Map<String, byte[]> plain = Office.parts();
        plain.remove("xl/styles.xml");
        corpus.unreadable("styles-that-are-not-there.xlsx", RawZip.of(plain).bytes(), "damaged");
        corpus.unreadable(
                "comments-elsewhere.xlsx",
                linked(relations(relation("r1", "comments", bait.url() + "c.xml", "External")), "xl/x.xml", "<x/>"),
                "damaged");
        corpus.unreadable(
                "styles-elsewhere.xlsx",
                with(
                        workbook,
                        relations(
                                relation("r1", "worksheet", "worksheets/sheet1.xml", ""),
                                relation("r2", "sharedStrings", "sharedStrings.xml", ""),
                                relation("r3", "styles", bait.url() + "styles.xml", "External"))),
                "damaged");
        String comments = "<comments xmlns='" + MAIN + "'><authors><author>A</author></authors><commentList>"
                + "<comment ref='A2' authorId='99'><text><t>чей?</t></text></comment>"
                + "<comment ref='ZZZZZZ9999999999' authorId='-1'><text><t>где?</t></text></comment></commentList></comments>";
        corpus.noticed(
                "comment-of-nobody.xlsx",
                linked(relations(relation("r1", "comments", "../comments1.xml", "")), "xl/comments1.xml", comments),
                "cell-comment",
                "чей?");
        String torrent = "<comments xmlns='" + MAIN + "'><commentList>"
                + "<comment ref='A2'><text><t>много слов</t></text></comment>".repeat(100_000)
                + "</commentList></comments>";
        corpus.tooLarge(
                "hundred-thousand-comments.xlsx",
                linked(relations(relation("r1", "comments", "../comments1.xml", "")), "xl/comments1.xml", torrent),
                "--max-cell-chars");
    }

    private void active() {
        corpus.noticed(
                "dde.xlsx",
                part(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>"),
                "source-active",
                "links to other files");
        corpus.noticed(
                "macros-where-none-may-be.xlsx",
                part("xl/vbaProject.bin", "Sub Auto_Open()"),
                "source-active",
                "macros");
        corpus.noticed(
                "connection.xlsx",
                part(
                        "xl/connections.xml",
                        "<connections><connection><webPr url='" + bait.url() + "'/></connection></connections>"),
                "source-active",
                "external data");
        corpus.noticed("object.xlsx", part("xl/embeddings/oleObject1.bin", "MZ"), "source-active", "embedded");
        corpus.noticed("controls.xlsx", part("xl/activeX/activeX1.bin", "MZ"), "source-active", "");
        corpus.harmless(
                "calls-of-formulas.xlsx",
                sheet(rows(
                        "<c><f>WEBSERVICE(\"" + bait.url() + "\")</f><v>1</v></c><c><f>cmd|'/c calc'!A0</f><v>2</v></c>"
                                + "<c t='str'><f>HYPERLINK(\"" + bait.file() + "\",\"x\")</f><v>x</v></c>")));
        Map<String, byte[]> macros = Office.parts();
        macros.put(
                "[Content_Types].xml",
                utf8(new String(macros.get("[Content_Types].xml"), StandardCharsets.UTF_8)
                        .replace(
                                "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                                "vnd.ms-excel.sheet.macroEnabled.main")));
        macros.put("xl/vbaProject.bin", utf8("not a project"));
        macros.put("xl/macrosheets/sheet1.xml", utf8("<macrosheet>=EXEC(\"calc\")</macrosheet>"));
        corpus.noticed("macros.xlsm", RawZip.of(macros).bytes(), "source-active", "macros");
    }

    private static byte[] part(String name, String content) {
        return with(name, content);
    }
}
