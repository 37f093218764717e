package ukaz.report.xlsx;

import java.util.List;

/** The parts of a workbook that draw charts. */
final class ChartXml {

    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String SHEET_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    private ChartXml() {}

    static String drawing(List<BarChart.Place> places, List<String> titles) {
        StringBuilder xml = new StringBuilder(4_000);
        xml.append(XlsxFile.XML).append("<xdr:wsDr xmlns:xdr=\"%s\" xmlns:a=\"%s\">".formatted(SHEET_DRAWING, DRAWING));
        for (int i = 0; i < places.size(); i++) {
            BarChart.Place place = places.get(i);
            xml.append("<xdr:twoCellAnchor>")
                    .append(corner("from", place.fromColumn(), place.fromRow()))
                    .append(corner("to", place.toColumn(), place.toRow()))
                    .append(("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"%d\" name=\"%s\""
                                    + " descr=\"%s\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\""
                                    + " y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData uri=\"%s\">"
                                    + "<c:chart xmlns:c=\"%s\" xmlns:r=\"%s\" r:id=\"rId%d\"/></a:graphicData></a:graphic>"
                                    + "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>")
                            .formatted(
                                    i + 2,
                                    XlsxFile.escaped(titles.get(i)),
                                    XlsxFile.escaped(titles.get(i)),
                                    CHART,
                                    CHART,
                                    XlsxFile.RELATIONS,
                                    i + 1));
        }
        return xml.append("</xdr:wsDr>").toString();
    }

    private static String corner(String which, int column, int row) {
        return ("<xdr:%s><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff>"
                        + "</xdr:%s>")
                .formatted(which, column, row, which);
    }

    static String chart(BarChart chart) {
        boolean several = chart.series().size() > 1;
        StringBuilder xml = new StringBuilder(8_000);
        xml.append(XlsxFile.XML)
                .append(
                        "<c:chartSpace xmlns:c=\"%s\" xmlns:a=\"%s\" xmlns:r=\"%s\"><c:roundedCorners val=\"0\"/><c:chart>"
                                .formatted(CHART, DRAWING, XlsxFile.RELATIONS))
                .append("<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1100\" b=\"1\"/></a:pPr><a:r>")
                .append(
                        "<a:rPr lang=\"en-US\" sz=\"1100\" b=\"1\"><a:solidFill><a:srgbClr val=\"22313F\"/></a:solidFill>")
                .append("</a:rPr><a:t>")
                .append(XlsxFile.escaped(chart.title()))
                .append("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>")
                .append("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"")
                .append(chart.across() ? "bar" : "col")
                .append("\"/><c:grouping val=\"")
                .append(several ? "stacked" : "clustered")
                .append("\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.series().size(); i++) {
            appendSeries(xml, chart, i);
        }
        xml.append("<c:gapWidth val=\"45\"/>")
                .append(several ? "<c:overlap val=\"100\"/>" : "")
                .append("<c:axId val=\"111\"/><c:axId val=\"222\"/></c:barChart>")
                .append("<c:catAx><c:axId val=\"111\"/><c:scaling><c:orientation val=\"")
                .append(chart.across() ? "maxMin" : "minMax")
                .append("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"")
                .append(chart.across() ? "l" : "b")
                .append("\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>")
                .append("<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>")
                .append(line("9AA5B1"))
                .append(smallText())
                .append(
                        "<c:crossAx val=\"222\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>")
                .append("<c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>")
                .append(
                        "<c:valAx><c:axId val=\"222\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling>")
                .append("<c:delete val=\"0\"/><c:axPos val=\"")
                .append(chart.across() ? "b" : "l")
                .append("\"/><c:majorGridlines>")
                .append(line("E4E7EB"))
                .append("</c:majorGridlines><c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/>")
                .append("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>")
                .append(line("FFFFFF"))
                .append(smallText())
                .append("<c:crossAx val=\"111\"/><c:crosses val=\"")
                .append(chart.across() ? "max" : "autoZero")
                .append("\"/><c:crossBetween val=\"between\"/></c:valAx>")
                .append("<c:spPr><a:noFill/></c:spPr></c:plotArea>")
                .append(
                        several
                                ? "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>" + smallText()
                                        + "</c:legend>"
                                : "")
                .append("<c:plotVisOnly val=\"0\"/><c:dispBlanksAs val=\"gap\"/></c:chart>")
                .append("<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill><a:ln w=\"6350\"><a:solidFill>")
                .append("<a:srgbClr val=\"CBD2D9\"/></a:solidFill></a:ln></c:spPr></c:chartSpace>");
        return xml.toString();
    }

    private static void appendSeries(StringBuilder xml, BarChart chart, int index) {
        BarChart.Series series = chart.series().get(index);
        xml.append("<c:ser><c:idx val=\"%d\"/><c:order val=\"%d\"/><c:tx><c:v>%s</c:v></c:tx>"
                        .formatted(index, index, XlsxFile.escaped(series.name())))
                .append(solid(series.colour()))
                .append("<c:invertIfNegative val=\"0\"/>");
        for (int i = 0; i < series.pointColours().size(); i++) {
            xml.append("<c:dPt><c:idx val=\"%d\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>%s</c:dPt>"
                    .formatted(i, solid(series.pointColours().get(i))));
        }
        if (chart.series().size() == 1) {
            xml.append(
                            "<c:dLbls><c:numFmt formatCode=\"#,##0\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/>")
                    .append("</a:ln></c:spPr>")
                    .append(smallText())
                    .append("<c:dLblPos val=\"outEnd\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>")
                    .append("<c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>")
                    .append("<c:showBubbleSize val=\"0\"/></c:dLbls>");
        }
        List<String> categories = chart.categories();
        xml.append("<c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val=\"%d\"/>"
                .formatted(XlsxFile.escaped(chart.categoryCells()), categories.size()));
        for (int i = 0; i < categories.size(); i++) {
            xml.append("<c:pt idx=\"%d\"><c:v>%s</c:v></c:pt>".formatted(i, XlsxFile.escaped(categories.get(i))));
        }
        List<Long> values = series.values();
        xml.append(
                "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val=\"%d\"/>"
                        .formatted(XlsxFile.escaped(series.valueCells()), values.size()));
        for (int i = 0; i < values.size(); i++) {
            xml.append("<c:pt idx=\"")
                    .append(i)
                    .append("\"><c:v>")
                    .append(values.get(i))
                    .append("</c:v></c:pt>");
        }
        xml.append("</c:numCache></c:numRef></c:val></c:ser>");
    }

    private static String solid(String colour) {
        return "<c:spPr><a:solidFill><a:srgbClr val=\"" + colour + "\"/></a:solidFill></c:spPr>";
    }

    private static String line(String colour) {
        return "<c:spPr><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"" + colour
                + "\"/></a:solidFill></a:ln></c:spPr>";
    }

    private static String smallText() {
        return "<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"><a:solidFill><a:srgbClr val=\"3E4C59\"/></a:solidFill>"
                + "</a:defRPr></a:pPr><a:endParaRPr lang=\"en-US\"/></a:p></c:txPr>";
    }
}
