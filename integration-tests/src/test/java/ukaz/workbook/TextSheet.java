package ukaz.workbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * Puts cells described as text into a real sheet.
 *
 * <p>A text stands for itself. {@code date:1949-10-29}, {@code serial:-3653} (a date by its number), {@code number:125},
 * {@code error:#REF!}, {@code bool:true} and {@code formula:1/0} stand for the other kinds of cells; {@code struck|} and
 * {@code comment(words)|} may stand before any of them.
 */
public final class TextSheet {

    private static final String COMMENT = "comment(";
    private static final String STRUCK = "struck|";

    private final Sheet sheet;
    private final Map<String, CellStyle> styles = new HashMap<>();

    public TextSheet(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Fills a row, counted from 1. */
    public void row(int number, List<String> cells) {
        row(number, cells, false);
    }

    /** Fills a row in bold, with borders. */
    public void header(int number, List<String> cells) {
        row(number, cells, true);
    }

    private void row(int number, List<String> cells, boolean header) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (!text.isEmpty() || header) {
                var row = sheet.getRow(number - 1);
                fill((row == null ? sheet.createRow(number - 1) : row).createCell(column), text, header);
            }
        }
    }

    private void fill(Cell cell, String described, boolean header) {
        String text = described;
        if (text.startsWith(COMMENT)) {
            int end = text.indexOf(")|");
            comment(cell, text.substring(COMMENT.length(), end));
            text = text.substring(end + 2);
        }
        boolean struck = text.startsWith(STRUCK);
        if (struck) {
            text = text.substring(STRUCK.length());
        }
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String value = text.substring(colon + 1);
        boolean date = false;
        switch (kind) {
            case "date" -> {
                cell.setCellValue(LocalDate.parse(value));
                date = true;
            }
            case "serial" -> {
                cell.setCellValue(Double.parseDouble(value));
                date = true;
            }
            case "number" -> cell.setCellValue(Double.parseDouble(value));
            case "bool" -> cell.setCellValue(Boolean.parseBoolean(value));
            case "error" -> cell.setCellErrorValue(FormulaError.forString(value).getCode());
            case "formula" -> {
                cell.setCellFormula(value);
                cell.getSheet()
                        .getWorkbook()
                        .getCreationHelper()
                        .createFormulaEvaluator()
                        .evaluateFormulaCell(cell);
            }
            default -> cell.setCellValue(text);
        }
        if (date || struck || header) {
            cell.setCellStyle(style(date, struck, header));
        }
    }

    private CellStyle style(boolean date, boolean struck, boolean header) {
        return styles.computeIfAbsent(date + " " + struck + " " + header, key -> {
            Workbook workbook = sheet.getWorkbook();
            CellStyle style = workbook.createCellStyle();
            if (date) {
                style.setDataFormat(
                        workbook.getCreationHelper().createDataFormat().getFormat("dd.mm.yyyy"));
            }
            Font font = workbook.createFont();
            font.setStrikeout(struck);
            font.setBold(header);
            style.setFont(font);
            if (header) {
                style.setWrapText(true);
                style.setVerticalAlignment(VerticalAlignment.CENTER);
                style.setBorderBottom(BorderStyle.THIN);
            }
            return style;
        });
    }

    private void comment(Cell cell, String words) {
        CreationHelper creation = sheet.getWorkbook().getCreationHelper();
        ClientAnchor anchor = creation.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 4);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 3);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(creation.createRichTextString(words));
        cell.setCellComment(comment);
    }
}
