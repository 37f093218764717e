package ukaz.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Workbook;
import ukaz.model.RowCounts;

class TextRowCountsTest {

    @TempDir
    Path folder;

    private final List<TableRow> rows = new ArrayList<>();

    private RowCounts read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        try (Workbook workbook = Sources.open(file, "table.csv", OpenOptions.DEFAULT)) {
            TableReader tables = new TableReader(workbook, "table.csv");
            for (TableRow row = tables.next(); row != null; row = tables.next()) {
                rows.add(row);
            }
            assertThat(workbook.share()).isEqualTo(1);
            return tables.sheets().get(0).counts();
        }
    }

    @Test
    void a_record_over_several_lines_is_one_row() throws IOException {
        assertThat(read("""
                ФИО;Награда;Дата указа;Примечание
                Иванов Иван;ГСТ;05.03.1976;"первая строка
                вторая строка
                третья"
                Петров Пётр;ГСТ;06.03.1976;
                """)).isEqualTo(new RowCounts(3, 2, 0, 1, 0));
        assertThat(rows).extracting(row -> row.row().number()).containsExactly(1, 2, 5);
    }

    @Test
    void an_empty_line_is_a_blank_row_unless_nothing_follows() throws IOException {
        assertThat(read("""
                ФИО;Награда;Дата указа;Примечание

                Иванов Иван;ГСТ;05.03.1976;"одна
                две"

                ;;;
                Петров Пётр;ГСТ;06.03.1976;


                """)).isEqualTo(new RowCounts(6, 2, 3, 1, 0));
        assertThat(rows).extracting(TableRow::blankBefore).containsExactly(0, 1, 2);
    }
}
