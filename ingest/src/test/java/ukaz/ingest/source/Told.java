package ukaz.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import ukaz.model.Fault;

/** All that a reader of xlsx says of a file, for the comparison of its two ways: from bytes, and by a parser. */
public record Told(List<Sheet> sheets, List<SourceRow> rows, List<Fault> faults) {

    /** Reads the file to its end, or until it cannot be read any further. */
    public static Told of(Path file, boolean fromBytes) throws IOException {
        return of(file, fromBytes, Limits.DEFAULT);
    }

    public static Told of(Path file, boolean fromBytes, Limits limits) throws IOException {
        Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Origin origin = new Origin("told.xlsx", false);
        try (GuardedZip zip = new GuardedZip(Files.newByteChannel(file), limits, origin)) {
            OfficePackage parts = new OfficePackage(zip);
            Workbook workbook =
                    new GuardedWorkbook(new XlsxReader(parts, "xlsx", limits, origin, fromBytes), origin, false);
            for (int failures = 0; failures < 10; ) {
                try {
                    Sheet sheet = workbook.nextSheet();
                    if (sheet == null) {
                        break;
                    }
                    told.sheets.add(sheet);
                    for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                        told.rows.add(row);
                    }
                } catch (SourceException e) {
                    told.faults.add(e.fault());
                    failures++;
                }
            }
            told.faults.addAll(workbook.faults());
        } catch (IOException | XMLStreamException | RuntimeException e) {
            told.faults.add(GuardedWorkbook.translated(e, origin).fault());
        }
        return told;
    }
}
