package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.source.SourceCell.Kind;

class XlsbReaderTest {

    private static final byte PLAIN = 0;

    @TempDir
    Path folder;

    private Path book(Biff sheet) throws IOException {
        return new RawXlsx()
                .part(
                        "[Content_Types].xml",
                        "<Types><Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                                + "<Override PartName='/xl/workbook.bin' ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/>"
                                + "<Override PartName='/xl/worksheets/sheet1.bin' ContentType='application/vnd.ms-excel.worksheet'/></Types>")
                .part("_rels/.rels", RawXlsx.relations("officeDocument", "xl/workbook.bin"))
                .part(
                        "xl/_rels/workbook.bin.rels",
                        RawXlsx.relations(
                                "worksheet",
                                "worksheets/sheet1.bin",
                                "styles",
                                "styles.bin",
                                "sharedStrings",
                                "sharedStrings.bin"))
                .part("xl/worksheets/_rels/sheet1.bin.rels", RawXlsx.relations("comments", "../comments1.bin"))
                .part(
                        "xl/workbook.bin",
                        Biff.xlsb()
                                .record(131)
                                .record(153, 1, 0, "")
                                .record(143)
                                .record(156, 1, 1, "r0", "Лист")
                                .record(144)
                                .record(132)
                                .bytes())
                .part(
                        "xl/styles.bin",
                        Biff.xlsb()
                                .record(278)
                                .record(44, (short) 200, "dd.mm.yyyy")
                                .record(43, (short) 220, (short) 0)
                                .record(43, (short) 220, (short) 8)
                                .record(626)
                                .record(47, (short) -1, (short) 14, (short) 1)
                                .record(627)
                                .record(617)
                                .record(47, (short) 0, (short) 0, (short) 0)
                                .record(47, (short) 0, (short) 200, (short) 0)
                                .record(47, (short) 0, (short) 0, (short) 1)
                                .record(618)
                                .record(279)
                                .bytes())
                .part(
                        "xl/sharedStrings.bin",
                        Biff.xlsb()
                                .record(159, 2, 2)
                                .record(19, PLAIN, "Иванов")
                                .record(19, (byte) 1, "было стало", 1, (short) 0, (short) 1)
                                .record(160)
                                .bytes())
                .part(
                        "xl/comments1.bin",
                        Biff.xlsb()
                                .record(635, 0, 2, 2, 0, 0, new byte[16])
                                .record(637, PLAIN, "сверить")
                                .record(636)
                                .bytes())
                .part("xl/worksheets/sheet1.bin", sheet.bytes())
                .write(folder.resolve("book.xlsb"));
    }

    @Test
    void a_sheet_can_be_read_by_itself() throws IOException {
        Path file = book(Biff.xlsb()
                .record(129)
                .record(145)
                .record(0, 0, 0, (short) 300, PLAIN, PLAIN, PLAIN, 0)
                .record(6, 0, 0, "один")
                .record(146)
                .record(130));

        assertThat(Sources.sheetBytes(file, "book.xlsb", OpenOptions.DEFAULT)).containsOnlyKeys(0);
        assertThat(Reading.of(file, OpenOptions.DEFAULT, new SheetRange(0, 0)).texts())
                .isEqualTo(Reading.of(file).texts());
        assertThat(Reading.of(file, OpenOptions.DEFAULT, new SheetRange(1, 9)).sheets())
                .isEmpty();
    }

    @Test
    void each_kind_of_cell_is_told_apart() throws IOException {
        byte[] rest = new byte[2];
        Reading read = Reading.of(book(Biff.xlsb()
                .record(129)
                .record(60, 3, 3, 2304, 0, (short) 1)
                .record(145)
                .record(0, 0, 0, (short) 300, PLAIN, PLAIN, PLAIN, 0)
                .record(7, 0, 0, 0)
                .record(7, 1, 0, 1)
                .record(2, 2, 0, 17 << 2 | 2)
                .record(2, 3, 0, 250 << 2 | 3)
                .record(5, 4, 1, 15_000.5)
                .record(4, 5, 0, (byte) 1)
                .record(3, 6, 0, (byte) 0x17)
                .record(6, 7, 2, "прямо")
                .record(1, 8, 0)
                .record(8, 9, 0, "итог", rest)
                .record(9, 10, 0, 34d, rest)
                .record(2, 11, 1, -700 << 2 | 2)
                .record(0, 4, 0, (short) 300, PLAIN, (byte) 0x10, PLAIN, 0)
                .record(6, 0, 0, "скрыто")
                .record(146)
                .record(130)));
        assertThat(read.format()).isEqualTo("xlsb");
        assertThat(read.sheet(0)).isEqualTo(new Sheet(0, "Лист", true, true));
        assertThat(read.rows()).extracting(SourceRow::number).containsExactly(1, 3, 5);
        assertThat(read.rows()).extracting(SourceRow::hidden).containsExactly(false, false, true);
        assertThat(read.rows().get(0).cells())
                .containsExactly(
                        SourceCell.text("Иванов"),
                        new SourceCell(Kind.TEXT, "было стало", Double.NaN, false, true, false, null),
                        SourceCell.number(17),
                        new SourceCell(Kind.NUMBER, "2.5", 2.5, false, false, true, null),
                        SourceCell.date(15_000.5),
                        new SourceCell(Kind.BOOLEAN, "TRUE", Double.NaN, false, false, false, null),
                        new SourceCell(Kind.ERROR, "#REF!", Double.NaN, false, false, false, null),
                        new SourceCell(Kind.TEXT, "прямо", Double.NaN, false, true, false, null),
                        SourceCell.EMPTY,
                        new SourceCell(Kind.TEXT, "итог", Double.NaN, true, false, false, null),
                        new SourceCell(Kind.NUMBER, "34", 34, true, false, false, null),
                        SourceCell.date(-700));
        assertThat(read.cell("A3").comment()).isEqualTo("сверить");
        assertThat(read.cell("A5").text()).isEqualTo("скрыто");
        assertThat(read.faults()).isEmpty();
    }

    @Test
    void cells_merged_over_several_rows_are_told() throws IOException {
        Reading read = Reading.of(book(Biff.xlsb()
                .record(129)
                .record(145)
                .record(0, 0, 0, (short) 300, PLAIN, PLAIN, PLAIN, 0)
                .record(7, 0, 0, 0)
                .record(146)
                .record(177, 2)
                .record(176, 0, 0, 0, 5)
                .record(176, 1, 3, 0, 0)
                .record(178)
                .record(130)));
        assertThat(read.mergedBySheet()).containsExactly(List.of(new MergedCells(2, 4, 0, 0)));
    }

    @Test
    void a_text_longer_than_its_record_is_damage() throws IOException {
        Path file = book(Biff.xlsb()
                .record(145)
                .record(0, 0, 0, (short) 1, PLAIN, PLAIN, PLAIN, 0)
                .record(6, 0, 0, 1 << 30));
        assertThat(Faults.reason(Reading.faultOf(file, OpenOptions.DEFAULT))).isEqualTo("source-unreadable damaged");
    }

    @Test
    void a_sheet_that_stops_is_truncated() throws IOException {
        Path file = book(Biff.xlsb().record(145).record(0, 0, 0, (short) 1, PLAIN, PLAIN, PLAIN, 0));
        assertThat(Faults.reason(Reading.faultOf(file, OpenOptions.DEFAULT))).isEqualTo("source-unreadable truncated");
    }
}
