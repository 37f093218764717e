package ukaz.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.SourceCell.Kind;

/** Fills workbooks at random and compares what a reader made of them with POI's own model. */
public final class Cells {

    private Cells() {}

    static void fill(org.apache.poi.ss.usermodel.Workbook book, Random random) {
        CellStyle date = book.createCellStyle();
        date.setDataFormat((short) 14);
        CellStyle percent = book.createCellStyle();
        percent.setDataFormat((short) 9);
        for (int s = 0; s < 3; s++) {
            org.apache.poi.ss.usermodel.Sheet sheet = book.createSheet();
            for (int r = random.nextInt(5); r < 200; r += 1 + random.nextInt(3)) {
                Row row = sheet.createRow(r);
                for (int c = random.nextInt(3); c < 30; c += 1 + random.nextInt(3)) {
                    fill(row.createCell(c), random, date, percent);
                }
            }
        }
    }

    private static void fill(Cell cell, Random random, CellStyle date, CellStyle percent) {
        switch (random.nextInt(9)) {
            case 0 -> cell.setCellValue(random.nextInt());
            case 1 -> cell.setCellValue(random.nextGaussian() * Math.pow(10, random.nextInt(20) - 5));
            case 2 -> {
                cell.setCellValue(random.nextInt(40_000) - 5_000);
                cell.setCellStyle(date);
            }
            case 3 -> {
                cell.setCellValue(random.nextDouble());
                cell.setCellStyle(percent);
            }
            case 4 -> cell.setCellValue(random.nextBoolean());
            case 5 -> {
                cell.setCellFormula("1+1");
                cell.setCellValue(random.nextInt(10));
            }
            case 6 -> cell.setCellErrorValue(FormulaError.NAME.getCode());
            case 7 -> {
                cell.setCellFormula("\"a\"&\"b\"");
                cell.setCellValue(text(random));
            }
            default -> cell.setCellValue(text(random));
        }
    }

    private static String text(Random random) {
        String alphabet = "абвАЯёЁ <>&\"'\n\t№ID«»_x0041_\u00a0𝄞ﬁ";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.appendCodePoint(alphabet.codePointAt(
                    alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())))));
        }
        return text.toString();
    }

    static void assertSame(Reading read, org.apache.poi.ss.usermodel.Workbook book) {
        int index = 0;
        for (List<SourceRow> rows : read.sheets().values()) {
            org.apache.poi.ss.usermodel.Sheet sheet = book.getSheetAt(index++);
            assertThat(rows).hasSize(sheet.getPhysicalNumberOfRows()).hasSizeGreaterThan(50);
            for (SourceRow row : rows) {
                for (int c = 0; c < 40; c++) {
                    Cell expected = sheet.getRow(row.number() - 1).getCell(c);
                    assertThat(row.cell(c))
                            .as(sheet.getSheetName() + " " + row.number() + " " + c)
                            .isEqualTo(expected == null ? SourceCell.EMPTY : model(expected));
                }
            }
        }
        assertThat(index).isEqualTo(book.getNumberOfSheets());
    }

    /**
     * The first cell of which the two say something different, or the first row or column hidden for one of them only;
     * null where there is none. Comments and looks are left aside.
     */
    public static @Nullable String difference(List<SourceRow> rows, org.apache.poi.ss.usermodel.Sheet sheet) {
        Map<String, SourceCell> expected = new TreeMap<>();
        Set<String> refused = new HashSet<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                try {
                    SourceCell model = model(cell);
                    if (hasTwoValues(cell)) {
                        refused.add(cell.getAddress().formatAsString());
                    } else if (!model.text().isEmpty()) {
                        expected.put(cell.getAddress().formatAsString(), model);
                    }
                } catch (RuntimeException e) {
                    // POI's model has no days written out, and no texts where numbers should be
                    refused.add(cell.getAddress().formatAsString());
                }
            }
        }
        for (SourceRow row : rows) {
            Row of = sheet.getRow(row.number() - 1);
            if (of != null && of.getZeroHeight() != row.hidden()) {
                return "row " + row.number() + " hidden: " + row.hidden();
            }
            for (int c = 0; c < row.cells().size(); c++) {
                SourceCell read = row.cell(c);
                String address = new CellReference(row.number() - 1, c).formatAsString();
                if (!read.text().isEmpty() && !refused.contains(address)) {
                    SourceCell wanted = expected.remove(address);
                    if (wanted == null || !isSame(read, wanted)) {
                        return address + " " + read + " and not " + wanted;
                    } else if (read.hidden() != sheet.isColumnHidden(c)) {
                        return address + " in a column hidden: " + read.hidden();
                    }
                }
            }
        }
        return expected.isEmpty() ? null : "lost " + expected;
    }

    /** POI writes a new text beside the earlier one, and reads the earlier one. */
    private static boolean hasTwoValues(Cell cell) {
        return cell instanceof XSSFCell raw
                && raw.getCTCell().isSetIs()
                && raw.getCTCell().isSetV();
    }

    private static boolean isSame(SourceCell read, SourceCell wanted) {
        return read.kind() == wanted.kind()
                && read.text().equals(wanted.text())
                && read.formula() == wanted.formula()
                && Double.compare(read.number(), wanted.number()) == 0;
    }

    private static SourceCell model(Cell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (formula && cell instanceof XSSFCell raw) {
            // POI says formula of every cell that is filled by the one of another
            formula = raw.getCTCell().isSetF();
            if (!raw.getCTCell().isSetIs()
                    && (raw.getRawValue() == null || raw.getRawValue().isEmpty())) {
                // and 0 where there is no result
                return SourceCell.EMPTY;
            }
        }
        return switch (type) {
            case NUMERIC ->
                new SourceCell(
                        DateUtil.isADateFormat(
                                        cell.getCellStyle().getDataFormat(),
                                        cell.getCellStyle().getDataFormatString())
                                ? Kind.DATE
                                : Kind.NUMBER,
                        SourceCell.plain(cell.getNumericCellValue()),
                        cell.getNumericCellValue(),
                        formula,
                        false,
                        false,
                        null);
            case STRING ->
                new SourceCell(Kind.TEXT, cell.getStringCellValue(), Double.NaN, formula, false, false, null);
            case BOOLEAN ->
                new SourceCell(
                        Kind.BOOLEAN,
                        cell.getBooleanCellValue() ? "TRUE" : "FALSE",
                        Double.NaN,
                        formula,
                        false,
                        false,
                        null);
            case ERROR ->
                new SourceCell(
                        Kind.ERROR,
                        FormulaError.forInt(cell.getErrorCellValue()).getString(),
                        Double.NaN,
                        formula,
                        false,
                        false,
                        null);
            default -> SourceCell.EMPTY;
        };
    }
}
