package ukaz.report.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import ukaz.report.out.Utf8Out;

/** A sheet of free cells with charts. */
public final class FreeSheet implements Closeable {

    private final XlsxFile file;
    private final String name;
    private final int part;
    private final Cells cells;
    private final List<BarChart> charts = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private final List<Integer> breaks = new ArrayList<>();
    private boolean inRow;
    private double height;

    FreeSheet(XlsxFile file, int position, String name, String tabColour, List<Double> widths) throws IOException {
        this.file = file;
        this.name = name;
        this.part = file.openSheet(position, name, 0, 0);
        this.cells = new Cells(file);
        Utf8Out out = file.out();
        out.put(PageXml.sheetStart(tabColour))
                .put("<sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
                        + "<sheetFormatPr defaultRowHeight=\"14\"/><cols>");
        for (int i = 0; i < widths.size(); i++) {
            out.put("<col min=\"").put(i + 1).put("\" max=\"").put(i + 1).put("\" width=\"");
            out.put(widths.get(i).toString()).put("\" customWidth=\"1\"/>");
        }
        out.put("</cols><sheetData>");
    }

    /** Goes to the row, counted from 1, further down. */
    public Cells row(int number) throws IOException {
        return row(number, 0);
    }

    /** Goes to the row and gives it a height in points. */
    public Cells row(int number, double height) throws IOException {
        endRow();
        cells.startRow(number);
        inRow = true;
        this.height = height;
        return cells;
    }

    /** Joins cells into one, {@code A1:D1}. */
    public void merge(String range) {
        merged.add(range);
    }

    /** Starts a new printed page below this row. */
    public void pageBreak(int below) {
        breaks.add(below);
    }

    public void chart(BarChart chart) {
        charts.add(chart);
    }

    private void endRow() throws IOException {
        if (inRow) {
            cells.endRow(height);
            inRow = false;
        }
    }

    @Override
    public void close() throws IOException {
        endRow();
        Utf8Out out = file.out();
        out.put("</sheetData>");
        if (!merged.isEmpty()) {
            out.put("<mergeCells count=\"").put(merged.size()).put("\">");
            for (String range : merged) {
                out.put("<mergeCell ref=\"").put(range).put("\"/>");
            }
            out.put("</mergeCells>");
        }
        out.put(PageXml.printing(name, file.properties()));
        if (!breaks.isEmpty()) {
            out.put("<rowBreaks count=\"")
                    .put(breaks.size())
                    .put("\" manualBreakCount=\"")
                    .put(breaks.size())
                    .put("\">");
            for (int below : breaks) {
                out.put("<brk id=\"").put(below).put("\" max=\"16383\" man=\"1\"/>");
            }
            out.put("</rowBreaks>");
        }
        if (!charts.isEmpty()) {
            out.put("<drawing r:id=\"rId1\"/>");
        }
        out.put("</worksheet>");
        file.closePart();
        if (!charts.isEmpty()) {
            file.writeCharts(part, charts);
        }
    }
}
