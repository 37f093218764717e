package ukaz.report.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ukaz.model.SourceRef;
import ukaz.report.out.Utf8Out;

/** A sheet that is one table, continued on further sheets where the rows are too many for one. */
public final class TableSheet implements Closeable {

    private static final int HEAD_HEIGHT = 30;
    private static final double LINE_HEIGHT = 12;
    private static final int MOST_LINES = 30;

    private final XlsxFile file;
    private final int position;
    private final TableSpec spec;
    private final int mostRows;
    private final Cells cells;
    private String name;
    private int part;
    private int parts;
    private long rows;
    private String note = "";

    TableSheet(XlsxFile file, int position, TableSpec spec, int mostRows) throws IOException {
        this.file = file;
        this.position = position;
        this.spec = spec;
        this.mostRows = mostRows;
        this.name = spec.name();
        this.cells = new Cells(
                file, spec.columns().stream().mapToDouble(Column::width).toArray());
        startPart();
    }

    /** Starts the next row; {@link #endRow()} follows when its cells are written. */
    public Cells row() throws IOException {
        if (cells.row() >= mostRows - 2) {
            String next = partName(parts + 1);
            endPart(spec.continued().formatted(next));
            startPart();
        }
        rows++;
        cells.startRow(cells.row() + 1);
        return cells;
    }

    /** Ends the row, high enough for its texts. */
    public void endRow() throws IOException {
        cells.endRow(LINE_HEIGHT * Math.min(MOST_LINES, cells.lines()) + 2);
    }

    /** Data rows so far, over all parts. */
    public long rows() {
        return rows;
    }

    /** How many sheets it takes. */
    public int parts() {
        return parts;
    }

    /** Says something under the table. */
    public void note(String text) {
        this.note = text;
    }

    private String partName(int number) {
        return number == 1 ? spec.name() : spec.name() + " (" + number + ")";
    }

    private void startPart() throws IOException {
        parts++;
        name = partName(parts);
        part = file.openSheet(position, name, 1, spec.printedColumns());
        Utf8Out out = file.out();
        out.put(PageXml.sheetStart(spec.tabColour())).put("<sheetViews><sheetView workbookViewId=\"0\"><pane ");
        if (spec.frozenColumns() > 0) {
            out.put("xSplit=\"").put(spec.frozenColumns()).put("\" ");
        }
        String pane = spec.frozenColumns() > 0 ? "bottomRight" : "bottomLeft";
        out.put("ySplit=\"1\" topLeftCell=\"")
                .put(SourceRef.columnLetters(spec.frozenColumns()))
                .put("2\" activePane=\"" + pane + "\" state=\"frozen\"/><selection pane=\"" + pane
                        + "\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
                        + "<sheetFormatPr defaultRowHeight=\"14\"/><cols>");
        List<Column> columns = spec.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            out.put("<col min=\"").put(i + 1).put("\" max=\"").put(i + 1).put("\" width=\"");
            out.put(Double.toString(column.width())).put('"');
            out.put(column.hidden() ? " hidden=\"1\"" : "").put(" customWidth=\"1\"/>");
        }
        out.put("</cols><sheetData>");
        cells.startRow(1);
        for (Column column : columns) {
            cells.shared(column.title(), Look.HEAD);
        }
        cells.endRow(HEAD_HEIGHT);
    }

    private void endPart(String under) throws IOException {
        Utf8Out out = file.out();
        if (cells.row() == 1) {
            cells.startRow(2);
            cells.shared(spec.empty(), Look.NOTE);
            cells.endRow(0);
        }
        int last = cells.row();
        if (!under.isEmpty()) {
            cells.startRow(Math.min(last + 2, XlsxFile.MOST_ROWS));
            cells.text(under, Look.NOTE);
            cells.endRow(0);
        }
        out.put("</sheetData>");
        int priority = 1;
        List<Condition> conditions = new ArrayList<>(spec.conditions());
        conditions.add(new Condition(0, spec.columns().size() - 1, "TRUE", Look.Tint.RULED));
        for (Condition condition : conditions) {
            out.put("<conditionalFormatting sqref=\"")
                    .put(SourceRef.columnLetters(condition.from()))
                    .put("2:");
            out.put(SourceRef.columnLetters(condition.to())).put(last).put("\"><cfRule type=\"expression\" dxfId=\"");
            out.put(condition.tint().ordinal())
                    .put("\" priority=\"")
                    .put(priority++)
                    .put("\"><formula>");
            out.xml(condition.formula()).put("</formula></cfRule></conditionalFormatting>");
        }
        writeDropDowns(out, last);
        out.put(PageXml.printing(name, file.properties()));
        String lastColumn = SourceRef.columnLetters(spec.columns().size() - 1);
        out.put("<ignoredErrors><ignoredError sqref=\"A1:").put(lastColumn).put(last);
        out.put("\" numberStoredAsText=\"1\"/></ignoredErrors>");
        out.put("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>");
        file.closePart();
        int table = file.nextTable();
        file.writeTable(part, table, tableXml(table, "A1:" + lastColumn + last));
    }

    private void writeDropDowns(Utf8Out out, int last) throws IOException {
        List<Column> columns = spec.columns();
        long count =
                columns.stream().filter(column -> !column.choices().isEmpty()).count();
        if (count == 0) {
            return;
        }
        out.put("<dataValidations count=\"").put(count).put("\">");
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).choices().isEmpty()) {
                String letters = SourceRef.columnLetters(i);
                out.put("<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"");
                out.put(letters).put("2:").put(letters).put(last).put("\"><formula1>");
                out.xml('"' + String.join(",", columns.get(i).choices()) + '"').put("</formula1></dataValidation>");
            }
        }
        out.put("</dataValidations>");
    }

    private String tableXml(int table, String range) {
        String id = parts == 1 ? spec.id() : spec.id() + "_" + parts;
        StringBuilder numbered = new StringBuilder(1_000);
        for (int i = 0; i < spec.columns().size(); i++) {
            numbered.append("<tableColumn id=\"")
                    .append(i + 1)
                    .append("\" name=\"")
                    .append(XlsxFile.escaped(spec.columns().get(i).title()))
                    .append("\"/>");
        }
        return XlsxFile.XML
                + "<table xmlns=\"%s\" id=\"%d\" name=\"%s\" displayName=\"%s\" ref=\"%s\" totalsRowShown=\"0\">"
                        .formatted(XlsxFile.MAIN, table, id, id, range)
                + "<autoFilter ref=\"%s\"/><tableColumns count=\"%d\">"
                        .formatted(range, spec.columns().size())
                + numbered
                + "</tableColumns><tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" showLastColumn=\"0\""
                + " showRowStripes=\"1\" showColumnStripes=\"0\"/></table>";
    }

    @Override
    public void close() throws IOException {
        endPart(note);
    }
}
