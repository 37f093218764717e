package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.model.Fault;

/** What is read from bytes is what a parser reads. */
class SheetBytesTest {

    private static final String STRINGS = """
        <sst><si><t>Иванов</t></si><si><t xml:space="preserve"> a &amp; &#x416;_x0041_</t></si><si/><si><t/></si>\
        <si><r><rPr><b/><strike/><sz val="11"/></rPr><t>Се</t></r> <r><t>рп</t></r><rPh sb="0" eb="1"><t>ふ</t></rPh>\
        <phoneticPr fontId="1"/></si><si><r><rPr><strike val="0"/></rPr><t>x\r\ny</t></r></si><si><t><![CDATA[<]]></t></si>\
        <si><t>𝄞 \uFB01 «№»</t></si></sst>\
        """;

    @TempDir
    Path folder;

    private void same(String sheet, String strings) throws IOException {
        Path file = new RawXlsx()
                .part(
                        "xl/_rels/workbook.xml.rels",
                        RawXlsx.relations(
                                "worksheet",
                                "worksheets/sheet1.xml",
                                "sharedStrings",
                                "sharedStrings.xml",
                                "styles",
                                "styles.xml"))
                .part(
                        "xl/styles.xml",
                        "<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId='14'/>"
                                + "<xf fontId='1'/><xf numFmtId='14' fontId='1'/></cellXfs></styleSheet>")
                .part("xl/sharedStrings.xml", strings)
                .part("xl/worksheets/sheet1.xml", sheet)
                .write(folder.resolve("book.xlsx"));
        Told fast = Told.of(file, true);
        Told slow = Told.of(file, false);
        assertThat(fast.faults()).isEqualTo(slow.faults());
        assertThat(fast).isEqualTo(slow);
    }

    private void same(String rows) throws IOException {
        same(
                "<?xml version='1.0'?>\n"
                        + "<worksheet xmlns='m' xmlns:x14ac='a'><cols><col min='3' max='3' hidden='1'/></cols><sheetData>"
                        + rows + "</sheetData></worksheet>",
                STRINGS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<row/>",
                "<row r='2' spans='1:3' x14ac:dyDescent='0.25'/><row r='9' hidden='true'><c/></row>",
                "<row r='1'><c r='A1'><v>1</v></c><c r='C1' s='1'><v>15000</v></c></row>",
                "<row><c"
                        + " r='A1'><v>-1</v></c><c><v>0.1</v></c><c><v>1E-7</v></c><c><v>-0</v></c><c><v>-007</v></c><c s='1'><v>-32768</v></c><c s='1'><v>-32769</v></c><c><v>65536</v></c><c><v>007</v></c><c><v>.5</v></c><c><v>5.</v></c><c><v>123456789012345678</v></c><c><v>9007199254740993.5</v></c><c><v>"
                        + " 1 </v></c>"
                        + "<c><v>abc</v></c><c><v>0.000000000000001</v></c><c><v>12345678.12345678</v></c><c><v>NaN</v></c></row>",
                "<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>3</v></c><c"
                        + " t='s'><v>4</v></c><c t='s'><v>5</v></c><c t='s'><v>6</v></c><c t='s' s='2'><v>7</v></c></row>",
                "<row><c t='s'><v>99</v></c></row>",
                "<row r=\"17\"><c r=\"A17\"><v>1</v></c><c r=\"B17\" s=\"1\"><v>-5</v></c><c r=\"C177\"><v>3</v></c>"
                        + "<c r=\"D1\" t=\"s\"><v>0</v></c><c r=\"E\"><v>1234567890</v></c></row><row r=\"18\"><c r=\"F18\" t=\"s\"><v>1x</v></c></row>",
                "<row r=\"4999999\"><c r=\"A4999999\"><v>1</v></c><c r=\"B499\"><v>2</v></c></row>",
                "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='b'><v>true</v></c><c t='e'><v>#REF!</v></c>"
                        + "<c t='d'><v>1945-05-09</v></c><c t='x'><v>1</v></c></row>",
                "<row><c s='3'><f>A1+1</f><v>5</v></c><c><f t='shared' si='0'/><v>7</v></c><c><f>A1</f></c><c"
                        + " t='str'><f>A1</f><v></v></c><c><v>5</v><f>A1</f></c></row>",
                "<row><c t='inlineStr'><is><t>Ж &lt;b&gt; &quot;&apos;&#1046;&#x1D11E;</t></is></c><c t='inlineStr'"
                        + " s='2'><is><t/></is></c><c t='inlineStr'><is/></c><c"
                        + " t='inlineStr'><is><r><t>a</t></r><r><rPr><strike/></rPr><t>b</t></r></is></c></row>",
                "<row><c r=\"A1\" t=\"inlineStr\"><is><t>Ж &amp; &#1046;_x0041_</t></is></c><c r=\"B1\" s=\"2\" t=\"inlineStr\"><is><t></t></is></c>"
                        + "<c r=\"D1\" t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\" s=\"2\"><is><t>Ж</t></is></c>"
                        + "<c r=\"F1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a </t></is></c>"
                        + "<c r=\"G1\" t=\"inlineStr\"><is><t>a</t><rPh><t>b</t></rPh></is></c></row><row><c r=\"H2\" t=\"inlineString\"/></row>",
                "<row><c t='inlineStr'><is><t>a</t></is></c></row><row><!-- b --><c"
                        + " t='inlineStr'><is><t>c</t></is></c></row><row><c t='inlineStr'><is><t>a<!-- b"
                        + " -->d<![CDATA[&]]></t></is></c></row>",
                "<row><c><v>1</v></c></row><row><x:c"
                        + " xmlns:x='m'><x:v>2</x:v></x:c><c><v>3</v></c></row><row><c><v>4</v></c></row>",
                "<row r='5'><c><v>1</v></c></row><row r='5'><c><v>2</v></c></row>",
                "<row r='5'><c><v>1</v></c></row><row r='3'><c><v>2</v></c></row>",
                "<row r='0'/>",
                "<row r='99999999'/>",
                "<row><c r='D1'><v>1</v></c><c r='B1'><v>2</v></c><c><v>3</v></c><c r='B1'><v>4</v></c></row>",
                "<row><c r='ZZZZ1'><v>1</v></c></row>",
                "<row><c r='$A$1'><v>1</v></c><c r='b1'><v>2</v></c></row>",
                "<row><c t='str'><v>a\r\n"
                        + "b\r"
                        + "c\n"
                        + "\td</v></c><c t='str'><v xml:space='preserve'> x </v></c><c t='str'><v>]]&gt;]</v></c></row>",
                "<row><c><extLst><ext/></extLst><v>1</v></c><c cm='1' vm='2' ph='1'><v>2</v></c></row>",
                "<row><c><v>1</v></c></row><row><c><v>2</c></row>",
                "<row><c t='str'><v>&unknown;</v></c></row>",
                "<row><c t='str'><v>a\u0001b</v></c></row>",
                "<row><c t='str'><v>&#0;</v></c></row>",
                "<row><c t='str'><v>\uFFFE</v></c></row>",
                "<row><c><v>1</v>"
            })
    void every_way_to_write_a_cell(String rows) throws IOException {
        same(rows);
    }

    @Test
    void bytes_that_are_no_text() throws IOException {
        for (int lead = 0x80; lead < 0x100; lead++) {
            byte[] sheet = "<worksheet><sheetData><row><c t='str'><v>a??b</v></c></row></sheetData></worksheet>"
                    .getBytes(StandardCharsets.US_ASCII);
            int at = new String(sheet, StandardCharsets.US_ASCII).indexOf('?');
            sheet[at] = (byte) lead;
            sheet[at + 1] = (byte) 0xA0;
            Path file = new RawXlsx().part("xl/worksheets/sheet1.xml", sheet).write(folder.resolve("bytes.xlsx"));
            Told told = Told.of(file, true);
            Told expected = Told.of(file, false);
            assertThat(told.rows()).isEqualTo(expected.rows());
            // the parser decodes ahead, and so fails earlier
            assertThat(told.faults())
                    .extracting(Fault::rule)
                    .isEqualTo(expected.faults().stream().map(Fault::rule).toList());
        }
    }

    @Test
    void rows_that_lie_across_the_window_or_are_larger() throws IOException {
        StringBuilder rows = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            rows.append("<row r='").append(2 * i + 1).append("'>");
            for (int c = random.nextInt(20); c > 0; c--) {
                rows.append("<c t='inlineStr'><is><t>")
                        .append("Ёж ".repeat(random.nextInt(60)))
                        .append("</t></is></c>");
            }
            rows.append("</row>");
        }
        rows.append("<row>");
        for (int c = 0; c < 60; c++) {
            rows.append("<c t='str'><v>");
            random.ints(30_000, 'а', 'я' + 1).forEach(rows::appendCodePoint);
            rows.append("</v></c>");
        }
        rows.append("</row>");
        rows.append("<row><c><v>1</v></c></row>");
        same(rows.toString());
    }

    @Test
    void empty_rows_and_what_stands_behind_the_rows_lie_across_the_window() throws IOException {
        StringBuilder rows = new StringBuilder();
        Random random = new Random(6);
        for (int i = 1; i <= 60_000; i++) {
            rows.append("<row r=\"").append(i).append(random.nextInt(9) == 0 ? "\"><c><v>1</v></c></row>\n" : "\"/>");
        }
        same("<worksheet><sheetData>" + rows + "</sheetData>" + "<x y='/>'/>".repeat(50_000) + "</worksheet>", STRINGS);
    }

    @Test
    void of_a_part_that_breaks_off_every_row_before_is_read() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            rows.append(i % 3 == 0 ? "<row/>" : "<row><c><v>" + i + "</v></c></row>");
        }
        for (String end : List.of("", "<", "<ro", "<row>", "<row><c><v>1</v></c>", "<row r=\"9", "</sheetDa")) {
            same("<worksheet><sheetData>" + rows + end, STRINGS);
        }
    }

    @Test
    void what_a_library_writes_is_never_unfamiliar() throws IOException, XMLStreamException, SheetRows.Unfamiliar {
        Path file = folder.resolve("poi.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Cells.fill(book, new Random(4));
            book.write(out);
        }
        Origin origin = new Origin("poi.xlsx", false);
        try (GuardedZip zip = new GuardedZip(Files.newByteChannel(file), Limits.DEFAULT, origin)) {
            OfficePackage parts = new OfficePackage(zip);
            TextPool strings = new TextPool(Limits.DEFAULT, origin);
            StringBytes.read(parts.open("xl/sharedStrings.xml"), strings, Limits.DEFAULT, origin);
            assertThat(strings.size()).isGreaterThan(100);
            RowCells cells = new RowCells(Limits.DEFAULT, origin);
            SheetBytes rows = new SheetBytes(
                    parts.open("xl/worksheets/sheet1.xml"),
                    new SheetBytes.Around() {
                        @Override
                        public void before(byte[] xml) {}

                        @Override
                        public void behind(InputStream xml) {}
                    },
                    cells,
                    new CellStyles(),
                    strings,
                    false,
                    Limits.DEFAULT,
                    origin);
            int read = 0;
            for (; rows.next(); read++) {
                cells.take(rows.number(), rows.hidden());
            }
            assertThat(read).isGreaterThan(50);
        }
    }
}
