package ukaz.workbook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small CSV files of the tests, in UTF-8. */
public final class Csv {

    private Csv() {}

    public static List<List<String>> rows(Path file) {
        return rows(file, ',');
    }

    public static List<List<String>> rows(Path file, char separator) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.readString(file))) {
            reader.forEach(row -> rows.add(row.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The rows below the first one, by its titles. */
    public static List<Map<String, String>> records(Path file) {
        List<List<String>> rows = rows(file);
        List<Map<String, String>> records = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() == 1 && row.get(0).isEmpty()) {
                continue;
            }
            Map<String, String> record = new LinkedHashMap<>();
            for (int column = 0; column < row.size(); column++) {
                record.put(rows.get(0).get(column), row.get(column));
            }
            records.add(record);
        }
        return records;
    }
}
