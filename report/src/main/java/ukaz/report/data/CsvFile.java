package ukaz.report.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.report.out.PartFile;
import ukaz.report.xlsx.CellText;

/**
 * A CSV file that a spreadsheet opens without harm: UTF-8 with a mark, and an apostrophe before what it would take for a
 * formula.
 */
final class CsvFile implements WrittenFile {

    private final PartFile file;
    private final Writer text;
    private final CsvWriter csv;
    private final List<String> row = new ArrayList<>();

    CsvFile(Path name, List<String> titles) throws IOException {
        this.file = new PartFile(name);
        this.text = new BufferedWriter(new OutputStreamWriter(file.out(), StandardCharsets.UTF_8), 1 << 16);
        text.write('\uFEFF');
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(titles);
    }

    CsvFile add(@Nullable String value) {
        row.add(value == null ? "" : defused(value));
        return this;
    }

    CsvFile addPlain(@Nullable Object value) {
        row.add(value == null ? "" : value.toString());
        return this;
    }

    void endRow() {
        csv.writeRecord(row);
        row.clear();
    }

    static String defused(String value) {
        return CellText.looksLikeFormula(value) ? "'" + value : value;
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
        text.flush();
    }

    @Override
    public PartFile part() {
        return file;
    }
}
