package ukaz.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes a workbook of a folder with a CSV file for each sheet, "1 Лист1.csv" and so on, in the order of the names.
 *
 * <p>Cells are as in {@link TextSheet}. A line whose first cell begins with {@code #!} is no row: {@code #!hide-sheet},
 * {@code #!hide-row 5}, {@code #!hide-column C}, {@code #!merge A1:C1}, {@code #!date1904}.
 */
public final class DescribedWorkbook {

    private static final String DIRECTIVE = "#!";

    private DescribedWorkbook() {}

    public static void write(Path folder, Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                Stream<Path> sheets = Files.list(folder)) {
            for (Path csv : sheets.sorted().toList()) {
                String name = String.valueOf(csv.getFileName())
                        .replaceFirst("^\\d+ ", "")
                        .replaceFirst("\\.csv$", "");
                fill(workbook, workbook.createSheet(name), Csv.rows(csv));
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    /** A workbook with one sheet of these rows. */
    public static void write(List<List<String>> rows, String sheet, Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook, workbook.createSheet(sheet), rows);
            workbook.write(out);
        }
    }

    private static void fill(XSSFWorkbook workbook, Sheet sheet, List<List<String>> rows) {
        TextSheet cells = new TextSheet(sheet);
        int number = 0;
        for (List<String> row : rows) {
            if (!row.get(0).startsWith(DIRECTIVE)) {
                cells.row(++number, row);
            }
        }
        for (List<String> row : rows) {
            if (row.get(0).startsWith(DIRECTIVE)) {
                obey(workbook, sheet, row.get(0).substring(DIRECTIVE.length()).split(" "));
            }
        }
    }

    private static void obey(XSSFWorkbook workbook, Sheet sheet, String[] words) {
        switch (words[0]) {
            case "hide-sheet" -> workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
            case "hide-row" -> sheet.getRow(Integer.parseInt(words[1]) - 1).setZeroHeight(true);
            case "hide-column" -> sheet.setColumnHidden(CellReference.convertColStringToIndex(words[1]), true);
            case "merge" -> sheet.addMergedRegion(CellRangeAddress.valueOf(words[1]));
            case "date1904" -> workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);
            default -> throw new IllegalArgumentException("no directive " + words[0]);
        }
    }
}
