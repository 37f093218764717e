package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.source.SourceCell.Kind;

class OdsReaderTest {

    @TempDir
    Path folder;

    private Path ods(String styles, String tables) throws IOException {
        return ods(styles, tables, "");
    }

    private Path ods(String styles, String tables, String manifest) throws IOException {
        Path file = folder.resolve("book.ods");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            entry(
                    zip,
                    "content.xml",
                    "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                            + " xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                            + " xmlns:x='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                            + " xmlns:s='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
                            + " xmlns:c='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
                            + "<o:automatic-styles>" + styles + "</o:automatic-styles><o:body><o:spreadsheet>" + tables
                            + "</o:spreadsheet></o:body></o:document-content>");
            entry(zip, "META-INF/manifest.xml", "<m:manifest xmlns:m='m'>" + manifest + "</m:manifest>");
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void cells_merged_over_several_rows_are_told() throws IOException {
        String text = "<x:p>x</x:p></t:table-cell>";
        Reading read = Reading.of(ods(
                "",
                "<t:table t:name='Лист1'><t:table-row><t:table-cell t:number-columns-spanned='3' t:number-rows-spanned='1'>"
                        + text + "<t:covered-table-cell t:number-columns-repeated='2'/></t:table-row>"
                        + "<t:table-row t:number-rows-repeated='2'><t:table-cell/></t:table-row>"
                        + "<t:table-row><t:table-cell/><t:table-cell t:number-columns-spanned='2' t:number-rows-spanned='3'>"
                        + text + "</t:table-row></t:table><t:table t:name='Лист2'><t:table-row><t:table-cell>" + text
                        + "</t:table-row></t:table>"));
        assertThat(read.mergedBySheet()).containsExactly(List.of(new MergedCells(4, 6, 1, 2)), List.of());
    }

    @Test
    void each_kind_of_cell_is_told_apart() throws IOException {
        Reading read = Reading.of(ods(
                "<s:style s:name='z'><s:text-properties s:text-line-through-style='solid'/></s:style>",
                "<t:table t:name='Лист1'><t:table-row>"
                        + "<t:table-cell o:value-type='string'><x:p>Иванов<x:s x:c='2'/>И.</x:p><x:p>мл.</x:p></t:table-cell>"
                        + "<t:table-cell o:value-type='float' o:value='2.5' c:value-type='float'><x:p>2,50</x:p></t:table-cell>"
                        + "<t:table-cell o:value-type='date' o:date-value='1945-05-09'><x:p>09.05.45</x:p></t:table-cell>"
                        + "<t:table-cell o:value-type='date' o:date-value='1894-05-12'><x:p>12.05.94</x:p></t:table-cell>"
                        + "<t:table-cell o:value-type='boolean' o:boolean-value='true'><x:p>ИСТИНА</x:p></t:table-cell>"
                        + "<t:table-cell t:formula='of:=1/0' o:value-type='string' o:string-value='' c:value-type='error'><x:p>#ДЕЛ/0!</x:p></t:table-cell>"
                        + "<t:table-cell t:formula='of:=1+1' o:value-type='percentage' o:value='2'><x:p>200 %</x:p></t:table-cell>"
                        + "<t:table-cell t:style-name='z' o:value-type='string'><o:annotation><d:creator xmlns:d='d'>я</d:creator><x:p>верно?</x:p></o:annotation><x:p>зачёркнут</x:p></t:table-cell>"
                        + "<t:table-cell o:value-type='currency' o:value='3'/>"
                        + "</t:table-row></t:table>"));
        assertThat(read.format()).isEqualTo("ods");
        assertThat(read.sheet(0)).isEqualTo(new Sheet(0, "Лист1", false, false));
        assertThat(read.rows().get(0).cells())
                .containsExactly(
                        SourceCell.text("Иванов  И.\nмл."),
                        SourceCell.number(2.5),
                        SourceCell.date(16_566),
                        SourceCell.text("1894-05-12"),
                        new SourceCell(Kind.BOOLEAN, "TRUE", Double.NaN, false, false, false, null),
                        new SourceCell(Kind.ERROR, "#ДЕЛ/0!", Double.NaN, true, false, false, null),
                        new SourceCell(Kind.NUMBER, "2", 2, true, false, false, null),
                        new SourceCell(Kind.TEXT, "зачёркнут", Double.NaN, false, true, false, "верно?"),
                        SourceCell.number(3));
    }

    @Test
    void repetition_is_followed_where_there_is_something_and_counted_where_there_is_nothing() throws IOException {
        Reading read = Reading.of(ods(
                "",
                "<t:tracked-changes><t:table t:name='old'/></t:tracked-changes>"
                        + "<t:table t:name='a'><t:table-column t:number-columns-repeated='2'/>"
                        + "<t:table-column t:visibility='collapse' t:number-columns-repeated='1022'/>"
                        + "<t:table-header-rows><t:table-row><t:table-cell t:number-columns-repeated='2'/>"
                        + "<t:table-cell t:number-columns-repeated='3'><x:p>x</x:p></t:table-cell>"
                        + "<t:table-cell t:number-columns-repeated='16000'/></t:table-row></t:table-header-rows>"
                        + "<t:table-row t:number-rows-repeated='5'><t:table-cell/></t:table-row>"
                        + "<t:table-row-group><t:table-row t:visibility='filter' t:number-rows-repeated='2'>"
                        + "<t:table-cell><x:p>y</x:p></t:table-cell></t:table-row></t:table-row-group>"
                        + "<t:table-row t:number-rows-repeated='1048568'><t:table-cell/></t:table-row></t:table>"
                        + "<t:table t:name='b'/>"));
        assertThat(read.rows()).extracting(SourceRow::number).containsExactly(1, 7, 8);
        assertThat(read.rows()).extracting(SourceRow::hidden).containsExactly(false, true, true);
        assertThat(read.texts()).containsExactly(List.of("", "", "x", "x", "x"), List.of("y"), List.of("y"));
        assertThat(read.cell("C1").hidden()).isTrue();
        assertThat(read.cell("A7").hidden()).isFalse();
        assertThat(read.sheets()).hasSize(2);
    }

    @Test
    void repetition_beyond_reason_is_refused() throws IOException {
        Path file = ods(
                "",
                "<t:table t:name='a'><t:table-row t:number-rows-repeated='4000000'>"
                        + "<t:table-cell t:number-columns-repeated='16000'><x:p>x</x:p></t:table-cell></t:table-row></t:table>");
        try (Workbook workbook = Sources.open(file, "book.ods", OpenOptions.DEFAULT)) {
            workbook.nextSheet();
            int rows = 0;
            SourceException refused = null;
            while (refused == null) {
                try {
                    assertThat(workbook.nextRow()).isNotNull();
                    rows++;
                } catch (SourceException e) {
                    refused = e;
                }
            }
            assertThat(Faults.reason(refused.fault())).isEqualTo("source-too-large rows");
            assertThat(rows).isLessThan(2_000);
        }
    }

    @Test
    void a_password_is_asked_for() throws IOException {
        Path file = ods("", "<t:table/>", "<m:file-entry><m:encryption-data/></m:file-entry>");
        assertThat(Faults.reason(Reading.faultOf(file, OpenOptions.DEFAULT)))
                .isEqualTo("source-encrypted password-needed");
    }

    @Test
    void a_chart_is_harmless_and_an_embedded_text_is_not() throws IOException {
        String chart =
                "<m:file-entry m:full-path='Object 1/' m:media-type='application/vnd.oasis.opendocument.chart'/>";
        assertThat(Reading.of(ods("", "<t:table/>", chart)).faults()).isEmpty();
        String text = "<m:file-entry m:full-path='Object 2/' m:media-type='application/vnd.oasis.opendocument.text'/>";
        assertThat(Reading.of(ods("", "<t:table/>", text)).faults())
                .extracting("rule")
                .containsExactly("source-active");
    }
}
