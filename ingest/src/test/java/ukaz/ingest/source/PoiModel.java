package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.binary.XSSFBSharedStringsTable;
import org.apache.poi.xssf.binary.XSSFBSheetHandler;
import org.apache.poi.xssf.eventusermodel.XSSFBReader;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads a workbook beside POI's own model, and compares the two cell by cell. */
public final class PoiModel {

    /** What POI's model of more would take is the time of a whole test. */
    private static final int MOST_CELLS = 200_000;

    /** Who says so need not read what POI reads. */
    private static final Set<String> REFUSALS =
            Set.of("source-unreadable", "source-unsupported", "source-too-large", "source-encrypted");

    private PoiModel() {}

    /**
     * What came of it.
     *
     * @param cells how many were compared; none where one of the two does not read the file, or it is a large one
     * @param difference the first one; null where there is none
     */
    public record Compared(int cells, @Nullable String difference) {

        private static final Compared NOTHING = new Compared(0, null);
    }

    public static Compared compare(Path file) throws IOException {
        Map<Sheet, List<SourceRow>> read = new LinkedHashMap<>();
        int cells = 0;
        try (Workbook workbook = Sources.open(file, String.valueOf(file.getFileName()), OpenOptions.DEFAULT)) {
            for (Sheet sheet = workbook.nextSheet(); sheet != null; sheet = workbook.nextSheet()) {
                List<SourceRow> rows = new ArrayList<>();
                read.put(sheet, rows);
                for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                    rows.add(row);
                    cells += (int) row.cells().stream()
                            .filter(cell -> !cell.text().isEmpty())
                            .count();
                    if (cells > MOST_CELLS) {
                        return Compared.NOTHING;
                    }
                }
            }
            if (workbook.faults().stream().anyMatch(fault -> REFUSALS.contains(fault.rule()))) {
                return Compared.NOTHING;
            }
            return switch (workbook.format()) {
                case "xlsb" -> new Compared(cells, binary(read, file));
                case "xlsx", "xlsm", "xls" -> inMemory(read, file, cells);
                default -> Compared.NOTHING;
            };
        } catch (SourceException e) {
            return Compared.NOTHING;
        }
    }

    private static Compared inMemory(Map<Sheet, List<SourceRow>> read, Path file, int cells) throws IOException {
        org.apache.poi.ss.usermodel.Workbook opened;
        try {
            opened = WorkbookFactory.create(file.toFile(), null, true);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI refuses more than Ukaz: what is strict, and packages with a part in disorder
            return Compared.NOTHING;
        }
        try (var book = opened) {
            Map<String, Sheet> ours = new HashMap<>();
            read.keySet().forEach(sheet -> ours.put(String.valueOf(sheet.name()), sheet));
            for (var sheet : book) {
                Sheet of = ours.get(sheet.getSheetName());
                List<SourceRow> rows = of == null ? List.of() : read.get(of);
                String difference = Cells.difference(rows == null ? List.of() : rows, sheet);
                boolean hidden = book.getSheetVisibility(book.getSheetIndex(sheet)) != SheetVisibility.VISIBLE;
                if (difference == null && of != null && of.hidden() != hidden) {
                    difference = "hidden: " + of.hidden();
                }
                if (difference != null) {
                    return new Compared(cells, sheet.getSheetName() + ": " + difference);
                }
            }
            return new Compared(cells, null);
        }
    }

    /** Of binary workbooks POI has no model, but tells what is to be shown. */
    private static @Nullable String binary(Map<Sheet, List<SourceRow>> read, Path file) {
        Map<String, String> shown = new HashMap<>();
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFBReader reader = new XSSFBReader(parts);
            var strings = new XSSFBSharedStringsTable(parts);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream in = sheets.next()) {
                    String name = sheets.getSheetName();
                    new XSSFBSheetHandler(
                                    in,
                                    reader.getXSSFBStylesTable(),
                                    null,
                                    strings,
                                    shownIn(name, shown),
                                    new DataFormatter(),
                                    false)
                            .parse();
                }
            }
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
            return null;
        }
        for (Map.Entry<Sheet, List<SourceRow>> sheet : read.entrySet()) {
            for (SourceRow row : sheet.getValue()) {
                for (int c = 0; c < row.cells().size(); c++) {
                    SourceCell cell = row.cell(c);
                    String place =
                            sheet.getKey().name() + "!" + new CellReference(row.number() - 1, c).formatAsString();
                    String other = shown.remove(place);
                    boolean text = cell.kind() == SourceCell.Kind.TEXT;
                    if (text && !cell.text().equals(other) || cell.text().isEmpty() != (other == null)) {
                        return place + " " + cell + " and not " + other;
                    }
                }
            }
        }
        return shown.isEmpty() ? null : "lost " + shown;
    }

    private static SheetContentsHandler shownIn(String sheet, Map<String, String> shown) {
        return new SheetContentsHandler() {
            @Override
            public void startRow(int row) {}

            @Override
            public void endRow(int row) {}

            @Override
            public void cell(String address, @Nullable String text, @Nullable XSSFComment comment) {
                if (text != null && !text.isEmpty()) {
                    shown.put(sheet + "!" + address, text);
                }
            }
        };
    }
}
