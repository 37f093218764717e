package ukaz.hostile;

import static ukaz.hostile.Office.utf8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ukaz.hostile.HostileFile.Corpus;

/** OpenDocument spreadsheets, and texts that are to be tables. */
final class HostileDocuments {

    private static final String MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";
    private static final String CONTENT = "content.xml";
    private static final String HEADER = "ФИО;Награда;Дата указа\n";
    private static final String SOUND = HEADER + "Безошибкин Пётр Ильич;ГСТ;29.10.1949\n";

    private final Corpus corpus = new Corpus();
    private final Bait bait;

    private HostileDocuments(Bait bait) {
        this.bait = bait;
    }

    static List<HostileFile> files(Bait bait) {
        HostileDocuments documents = new HostileDocuments(bait);
        documents.packages();
        documents.tables();
        documents.texts();
        documents.noTexts();
        return documents.corpus.files();
    }

    private static Map<String, byte[]> parts(String content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8(MIMETYPE));
        parts.put(
                "META-INF/manifest.xml",
                utf8("<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                        + "<manifest:file-entry manifest:full-path='/' manifest:media-type='" + MIMETYPE + "'/>"
                        + "</manifest:manifest>"));
        parts.put(CONTENT, utf8(content));
        return parts;
    }

    private static byte[] ods(String table) {
        return RawZip.of(parts(document(table))).bytes();
    }

    private static String document(String table) {
        return "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                + " xmlns:xlink='http://www.w3.org/1999/xlink'>"
                + "<office:body><office:spreadsheet><table:table table:name='Лист1'>" + table
                + "</table:table></office:spreadsheet></office:body></office:document-content>";
    }

    private static String cell(String text) {
        return "<table:table-cell office:value-type='string'><text:p>" + text + "</text:p></table:table-cell>";
    }

    private static String rows(String more) {
        return "<table:table-row>" + cell("ФИО") + cell("Награда") + cell("Дата указа") + "</table:table-row>"
                + "<table:table-row>" + cell("Безошибкин Пётр Ильич") + cell("ГСТ") + cell("29.10.1949") + more
                + "</table:table-row>";
    }

    private void packages() {
        byte[] sound = ods(rows(""));
        for (int percent : new int[] {20, 60, 95}) {
            corpus.unreadable(
                    "truncated-at-" + percent + ".ods",
                    Arrays.copyOf(sound, sound.length * percent / 100),
                    "ends before its end");
        }
        Map<String, byte[]> letter = parts(document(rows("")));
        letter.put("mimetype", utf8("application/vnd.oasis.opendocument.text"));
        corpus.unsupported("letter.ods", RawZip.of(letter).bytes(), ".odt");
        letter.put("mimetype", utf8("application/<script>"));
        corpus.unsupported("mimetype-of-noise.ods", RawZip.of(letter).bytes(), "");
        Map<String, byte[]> empty = parts("");
        corpus.unreadable("content-of-no-bytes.ods", RawZip.of(empty).bytes(), "");
        empty.remove(CONTENT);
        corpus.unsupported("no-content.ods", RawZip.of(empty).bytes(), "ZIP");
        Map<String, byte[]> locked = parts(document(rows("")));
        locked.put(
                "META-INF/manifest.xml",
                utf8(
                        "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                                + "<manifest:file-entry manifest:full-path='content.xml' manifest:size='10'>"
                                + "<manifest:encryption-data manifest:checksum='x'/></manifest:file-entry></manifest:manifest>"));
        corpus.encrypted("locked.ods", RawZip.of(locked).bytes());
        Map<String, byte[]> manifest = parts(document(rows("")));
        manifest.put("META-INF/manifest.xml", utf8("<!DOCTYPE x SYSTEM '" + bait.url() + "'><x/>"));
        corpus.unreadable("manifest-with-a-definition.ods", RawZip.of(manifest).bytes(), "damaged");
        corpus.unreadable(
                "entity-of-a-file.ods",
                RawZip.of(parts("<!DOCTYPE x [<!ENTITY x SYSTEM '" + bait.file() + "'>]>"
                                + document(rows(cell("&x;")))))
                        .bytes(),
                "damaged");
        Map<String, byte[]> scripts = parts(document(rows("")));
        scripts.put("Basic/Standard/Module1.xml", utf8("<script:module>Shell(\"calc\")</script:module>"));
        corpus.noticed("scripts.ods", RawZip.of(scripts).bytes(), "source-active", "macros");
    }

    private void tables() {
        corpus.unsupported("flat.ods", utf8("<?xml version='1.0'?>" + document(rows(""))), "XML");
        corpus.unreadable("rows-in-an-unknown-element.ods", ods(rows("") + "<x>" + rows("") + "</x>"), "damaged");
        corpus.unreadable("cell-in-an-unknown-element.ods", ods(rows("<x>" + cell("Иванов") + "</x>")), "damaged");
        corpus.harmless(
                "table-in-a-shape.ods",
                ods("<table:shapes><x><table:table>" + rows("") + "</table:table></x></table:shapes>" + rows("")));
        String wide = rows(
                "<table:table-cell table:number-columns-repeated='2147483647' office:value-type='float' office:value='7'/>");
        corpus.tooLarge("two-thousand-million-columns.ods", ods(wide), "--max-columns");
        corpus.harmless(
                "two-thousand-million-blank-columns.ods",
                ods(rows("<table:table-cell table:number-columns-repeated='2147483647'/>")));
        corpus.tooLarge(
                "two-thousand-million-rows.ods",
                ods(rows("") + "<table:table-row table:number-rows-repeated='2147483647'>"
                        + cell("Примеров Савелий Карпович") + cell("ГСТ") + cell("29.10.1949") + "</table:table-row>"),
                "--max-rows");
        corpus.harmless(
                "blank-rows-below-zero.ods",
                ods(
                        rows("")
                                + "<table:table-row table:number-rows-repeated='-7'/><table:table-row table:number-rows-repeated='x'/>"));
        corpus.tooLarge(
                "two-thousand-million-spaces.ods",
                ods(rows(cell("a<text:s text:c='2147483647'/>b"))),
                "--max-cell-chars");
        corpus.tooLarge(
                "paragraphs-without-end.ods",
                ods(rows(cell("a</text:p><text:p>".repeat(20_000) + "a"))),
                "--max-cell-chars");
        corpus.unreadable(
                "table-in-a-table.ods", ods("<table:table-row><table:table-cell><table:table>".repeat(200)), "damaged");
        corpus.noticed(
                "date-beyond-all.ods",
                ods(rows("").replace(
                                cell("29.10.1949"),
                                "<table:table-cell office:value-type='date' office:date-value='99999-99-99T99:99'/>")),
                "date-",
                "");
        corpus.harmless(
                "number-of-letters.ods",
                ods(rows("<table:table-cell office:value-type='float' office:value='evil'/>"
                        + "<table:table-cell office:value-type='zzz' office:value='1e999'/>"
                        + "<table:table-cell office:value-type='boolean' office:boolean-value='maybe'/>")));
        corpus.harmless(
                "links-and-formulas.ods",
                ods(rows("<table:table-cell table:formula='of:=WEBSERVICE(\"" + bait.url()
                        + "\")' office:value-type='float' " + "office:value='1'/>"
                        + cell("<text:a xlink:href='" + bait.url() + "'>щёлкни</text:a>"))));
        corpus.noticed(
                "table-elsewhere.ods",
                ods(rows("") + "<table:table-source xlink:href='" + bait.url() + "x.ods'/>"),
                "",
                "");
    }

    private void texts() {
        corpus.unreadable("quote-never-closed.csv", utf8(HEADER + "\"Безошибкин;ГСТ;29.10.1949\n".repeat(3)), "");
        corpus.noticed(
                "a-million-quotes.csv",
                utf8(SOUND + "\"\"".repeat(500_000) + "\n"),
                "source-too-large",
                "--max-cell-chars");
        corpus.noticed(
                "one-line-of-megabytes.csv", utf8(SOUND + "Ж".repeat(3 << 20)), "source-too-large", "--max-cell-chars");
        corpus.noticed(
                "a-million-columns.csv",
                utf8(SOUND + ";".repeat(1_000_000) + "x"),
                "source-too-large",
                "--max-columns");
        corpus.harmless("a-million-blank-lines.csv", utf8(SOUND + "\n".repeat(1_000_000)));
        corpus.harmless("old-line-ends.csv", utf8(SOUND.replace('\n', '\r')));
        corpus.harmless("marks-in-the-middle.csv", utf8("\uFEFF" + SOUND.replace("ГСТ", "\uFEFFГСТ")));
        corpus.harmless("end-mark-of-dos.csv", utf8(SOUND + "\u001A"));
        corpus.unreadable("zero-in-a-text.csv", utf8(SOUND + "a\0b;c\0d\n"), "");
        byte[] wide = SOUND.getBytes(StandardCharsets.UTF_16LE);
        corpus.harmless("half-a-character.csv", joined(new byte[] {-1, -2}, wide, new byte[] {0x41}));
        corpus.noticed(
                "half-a-pair.csv", joined(new byte[] {-1, -2}, wide, new byte[] {0x41, (byte) 0xD8, 0x0A, 0}), "", "");
        corpus.unreadable(
                "four-bytes-each.csv",
                joined(new byte[] {0, 0, -2, -1}, SOUND.getBytes(Charset.forName("UTF-32BE"))),
                "");
        corpus.noticed("overlong.csv", joined(utf8(SOUND), new byte[] {(byte) 0xC0, (byte) 0xAF, '\n'}), "", "");
        corpus.noticed("seven-bits.csv", utf8("+BCQEGAQe-;+BB0EMAQzBEAEMAQ0BDA-\n+ADw-script+AD4-;x\n"), "", "");
        corpus.harmless("delimiter-of-its-own.csv", utf8("sep=;\n" + SOUND));
        corpus.harmless("delimiter-of-nothing.csv", utf8("sep=\n" + SOUND));
        corpus.noticed(
                "header-twice-as-wide.csv",
                utf8("ФИО;ФИО;Награда;Награда;Дата указа;Дата указа\nа;б;в;г;д;е\n"),
                "column-repeated",
                "");
        corpus.noticed("no-header.csv", utf8("1;2;3\n4;5;6\n"), "sheet-no-table", "");
    }

    private void noTexts() {
        corpus.unsupported("packed.csv", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0}, "gzip");
        corpus.unsupported("page.csv", utf8("<html><script>alert(1)</script></html>"), "HTML");
        corpus.unsupported(
                "page-in-the-old-way.xls", utf8("<!DOCTYPE HTML><table><tr><td>ФИО</td></tr></table>"), "HTML");
        corpus.unsupported(
                "markup.xls",
                utf8("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>"),
                "XML");
        corpus.unsupported("pages.xlsx", utf8("%PDF-1.7\n%\u00E2\u00E3\n"), "PDF");
        corpus.unsupported("rich.xls", utf8("{\\rtf1 {\\object\\objdata 0105}}"), "RTF");
        corpus.unsupported("seven.xlsx", RawZip.ascii("7z\274\257\47\34\0\4"), "7z");
        corpus.unsupported("rar.xlsx", RawZip.ascii("Rar!\32\7\1\0"), "RAR");
        corpus.unsupported("picture.ods", RawZip.ascii("GIF89a;ФИО"), "GIF");
        corpus.unsupported("base.csv", RawZip.ascii("SQLite format 3\0\20\0\1\1\0"), "SQLite");
        corpus.unsupported("excel-4.xls", RawZip.ascii("\t\4\6\0\0\4\20\0\0\0"), "Excel 2.0");
        corpus.unreadable("program.csv", RawZip.ascii("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0"), "");
        byte[] noise = new byte[20_000];
        new Random(7).nextBytes(noise);
        noise[0] = 1;
        corpus.unreadable("noise.csv", noise.clone(), "");
        noise[0] = 2;
        corpus.unreadable("noise.ods", noise.clone(), "not what the file's name says");
        corpus.unreadable("nothing.csv", new byte[0], "empty");
        corpus.unreadable("nothing.xls", new byte[0], "empty");
        corpus.unreadable("zeros.xlsx", new byte[100_000], "not what the file's name says");
    }

    private static byte[] joined(byte[]... parts) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
