package ukaz.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed samples are what the lists make of them; {@code -Dsamples=write} makes them anew. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("../samples");

    @Test
    void the_committed_files_are_what_the_generator_makes(@TempDir Path made) throws IOException {
        SamplesGenerator.generate(made);
        if ("write".equals(System.getProperty("samples"))) {
            SamplesGenerator.generate(SAMPLES);
        }

        assertThat(SamplesGenerator.filesIn(SAMPLES)).containsExactlyElementsOf(SamplesGenerator.filesIn(made));
        for (String name : SamplesGenerator.FILES) {
            assertThat(cells(SAMPLES.resolve(name)))
                    .as(name + ": if the change is intended, run with -Dsamples=write")
                    .containsExactlyElementsOf(cells(made.resolve(name)));
        }
    }

    /** Every cell with its sheet, address, kind and raw value; the bytes of a text file. */
    private static List<String> cells(Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx")) {
            return List.of(new String(Files.readAllBytes(file), "windows-1251"));
        }
        List<String> cells = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.stream()
                            .filter(cell -> cell != null)
                            .forEach(cell -> cells.add(sheet.getName() + "!" + cell.getAddress() + " " + cell.getType()
                                    + " " + cell.getRawValue() + " " + cell.getDataFormatString()));
                }
            }
        }
        return cells;
    }
}
