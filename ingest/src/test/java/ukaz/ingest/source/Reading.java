package ukaz.ingest.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;

/** A whole file read for a test: its sheets, their rows, and what was noticed. */
record Reading(
        String format, Map<Sheet, List<SourceRow>> sheets, List<Fault> faults, Map<Sheet, List<MergedCells>> merged) {

    static Reading of(Path file) throws IOException {
        return of(file, OpenOptions.DEFAULT);
    }

    static Reading of(Path file, OpenOptions options) throws IOException {
        return of(file, options, SheetRange.ALL);
    }

    static Reading of(Path file, OpenOptions options, SheetRange only) throws IOException {
        Map<Sheet, List<SourceRow>> sheets = new LinkedHashMap<>();
        Map<Sheet, List<MergedCells>> merged = new LinkedHashMap<>();
        try (Workbook workbook = Sources.open(file, String.valueOf(file.getFileName()), options, only)) {
            for (Sheet sheet = workbook.nextSheet(); sheet != null; sheet = workbook.nextSheet()) {
                List<SourceRow> rows = new ArrayList<>();
                for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                    rows.add(row);
                }
                sheets.put(sheet, rows);
            }
            for (Sheet sheet : sheets.keySet()) {
                merged.put(sheet, workbook.merged(sheet));
            }
            return new Reading(workbook.format(), sheets, workbook.faults(), merged);
        }
    }

    /** The fault of a file that must not be readable to its end. */
    static Fault faultOf(Path file, OpenOptions options) throws IOException {
        try {
            of(file, options);
        } catch (SourceException e) {
            return e.fault();
        }
        throw new AssertionError("was read without a fault");
    }

    Sheet sheet(int index) {
        return List.copyOf(sheets.keySet()).get(index);
    }

    List<SourceRow> rows() {
        return List.copyOf(sheets.values()).get(0);
    }

    /** What the first sheet and the second have merged over several rows. */
    List<List<MergedCells>> mergedBySheet() {
        return List.copyOf(merged.values());
    }

    @Nullable
    SourceRow row(int number) {
        return rows().stream().filter(row -> row.number() == number).findFirst().orElse(null);
    }

    /** The cell of the first sheet at an address such as {@code B7}. */
    SourceCell cell(String address) {
        SourceRow row = row(CellAddress.row(address));
        return row == null ? SourceCell.EMPTY : row.cell(CellAddress.column(address));
    }

    /** The texts of the first sheet, row by row. */
    List<List<String>> texts() {
        return rows().stream()
                .map(row -> row.cells().stream().map(SourceCell::text).toList())
                .toList();
    }
}
