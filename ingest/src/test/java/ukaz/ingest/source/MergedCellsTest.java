package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedCellsTest {

    private static final List<List<MergedCells>> EXPECTED =
            List.of(List.of(new MergedCells(2, 4, 0, 0), new MergedCells(5, 6, 1, 2)), List.of());

    @TempDir
    private Path folder;

    private Path saved(org.apache.poi.ss.usermodel.Workbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Лист1");
            for (int row = 0; row < 7; row++) {
                sheet.createRow(row).createCell(0).setCellValue("x");
            }
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A2:A4"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("B5:C6"));
            workbook.createSheet("Лист2").createRow(0).createCell(0).setCellValue("y");
            workbook.write(out);
        }
        return file;
    }

    @Test
    void cells_merged_over_several_rows_are_told_of_an_xlsx() throws IOException {
        assertThat(Reading.of(saved(new XSSFWorkbook(), "book.xlsx")).mergedBySheet())
                .isEqualTo(EXPECTED);
    }

    @Test
    void cells_merged_over_several_rows_are_told_of_an_xls() throws IOException {
        assertThat(Reading.of(saved(new HSSFWorkbook(), "book.xls")).mergedBySheet())
                .isEqualTo(EXPECTED);
    }

    @Test
    void a_range_that_is_none_is_left_out() {
        for (String text : new String[] {"", "A1", "A1:", ":B2", "A4:A2", "B1:A9", "1:2", "A0:A5", "A1:C1"}) {
            assertThat(MergedCells.of(text)).as(text).isNull();
        }
        assertThat(MergedCells.of("$A$2:$A$4")).isEqualTo(new MergedCells(2, 4, 0, 0));
    }
}
