package ukaz.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import ukaz.ingest.store.StoredChange;
import ukaz.model.Change;
import ukaz.model.Field;
import ukaz.model.SourceRef;
import ukaz.report.run.Wording;
import ukaz.report.xlsx.XlsxFile;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;
import ukaz.rules.text.Language;

class ChangeSheetTest {

    private static final Wording WORDING = new Wording(Language.RU, RuleBook.of(Settings.standard()));

    @Test
    void a_word_that_the_report_writes_as_its_source_does_is_counted_and_not_listed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XlsxFile file = new XlsxFile(bytes, new XlsxFile.Properties("", "", Instant.EPOCH, ""), 100)) {
            ChangeSheet sheet = new ChangeSheet(file, 0, WORDING, new SourceLinks(Path.of("."), List.of()), 1);
            sheet.add(change("Герой Социалистического Труда", 40));
            sheet.add(change("ГСТ", 2));
            sheet.close();
            file.finish();
            assertThat(sheet.lines(Change.Kind.VOCABULARY)).isEqualTo(1);
        }

        List<String> texts = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (Row row : workbook.getFirstSheet().read()) {
                texts.add(String.join(
                        "|",
                        row.stream()
                                .map(cell -> cell == null ? "" : cell.getText())
                                .toList()));
            }
        }
        assertThat(texts).hasSize(3);
        assertThat(texts.get(1)).contains("|ГСТ|Герой Социалистического Труда|2|");
        assertThat(texts.get(2)).endsWith("ячеек с ними: 40.");
    }

    private static StoredChange change(String from, long times) {
        return new StoredChange(
                new SourceRef("list.xlsx", "Лист1", 2, 1),
                "Награда",
                "r",
                new Change(Field.AWARD, Change.Kind.VOCABULARY, from, "HSL"),
                times);
    }
}
