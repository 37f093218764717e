package ukaz.report.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import ukaz.model.SourceRef;
import ukaz.report.out.Utf8Out;

/**
 * A workbook on its way out, sheet after sheet; only what the sheets share is held in memory. Not thread-safe.
 *
 * <p>Tabs may stand in another order than the sheets are written in.
 */
public final class XlsxFile implements Closeable {

    /** The most rows a sheet of this format has. */
    public static final int MOST_ROWS = 1_048_576;

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    /** Beyond these a text is written where it stands, so that memory stays bounded. */
    private static final int MOST_SHARED = 50_000;
    /** Half the work of the level that is usual, and a file larger by a tenth. */
    private static final int COMPRESSION = 2;

    /**
     * What the file says of itself.
     *
     * @param footer the middle of the foot of each printed page, {@code &P} being its number and {@code &N} their count
     */
    public record Properties(String title, String subject, Instant created, String footer) {}

    private record Tab(int position, String name, int part, int headRow, int printedColumns) {}

    private final ZipOutputStream zip;
    private final Utf8Out out;
    private final Properties properties;
    private final int mostRows;
    private final List<Tab> tabs = new ArrayList<>();
    private final Map<String, Integer> shared = new LinkedHashMap<>();
    private final StringBuilder overrides = new StringBuilder();
    private int tables;
    private int charts;
    private int drawings;

    /** @param mostRows {@link #MOST_ROWS}, or fewer where a test wants continuations */
    public XlsxFile(OutputStream to, Properties properties, int mostRows) throws IOException {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        zip.setLevel(COMPRESSION);
        this.out = new Utf8Out(zip);
        this.properties = properties;
        this.mostRows = mostRows;
        part(
                "_rels/.rels",
                XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation(1, RELATIONS + "/officeDocument", "xl/workbook.xml")
                        + relation(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
                        + relation(3, RELATIONS + "/extended-properties", "docProps/app.xml")
                        + "</Relationships>");
        part("docProps/core.xml", coreProperties());
        part(
                "docProps/app.xml",
                XML
                        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        + "<Application>Ukaz</Application></Properties>");
        part("xl/styles.xml", Look.stylesXml());
    }

    /** Starts a sheet that is a table; it is closed before the next sheet starts. */
    public TableSheet table(int position, TableSpec spec) throws IOException {
        return new TableSheet(this, position, spec, mostRows);
    }

    /** Starts a sheet of free cells, one printed page wide; it is closed before the next sheet starts. */
    public FreeSheet sheet(int position, String name, String tabColour, List<Double> widths) throws IOException {
        return new FreeSheet(this, position, name, tabColour, widths);
    }

    Utf8Out out() {
        return out;
    }

    Properties properties() {
        return properties;
    }

    /**
     * Opens the part of a sheet and answers its number.
     *
     * @param headRow the row that every printed page repeats; 0 for none
     * @param printedColumns 0 for all
     */
    int openSheet(int position, String name, int headRow, int printedColumns) throws IOException {
        int number = tabs.size() + 1;
        tabs.add(new Tab(position, name, number, headRow, printedColumns));
        open("xl/worksheets/sheet" + number + ".xml");
        overrides.append(override("/xl/worksheets/sheet" + number + ".xml", "spreadsheetml.worksheet+xml"));
        return number;
    }

    void closePart() throws IOException {
        out.flush();
        zip.closeEntry();
    }

    /** The table of a sheet; a sheet has one at the most. */
    int nextTable() {
        return ++tables;
    }

    void writeTable(int sheet, int table, String xml) throws IOException {
        part("xl/tables/table" + table + ".xml", xml);
        overrides.append(override("/xl/tables/table" + table + ".xml", "spreadsheetml.table+xml"));
        part(
                "xl/worksheets/_rels/sheet" + sheet + ".xml.rels",
                XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation(1, RELATIONS + "/table", "../tables/table" + table + ".xml")
                        + "</Relationships>");
    }

    void writeCharts(int sheet, List<BarChart> drawn) throws IOException {
        int drawing = ++drawings;
        StringBuilder relations = new StringBuilder(XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        List<BarChart.Place> places = new ArrayList<>();
        List<String> titles = new ArrayList<>();
        for (BarChart chart : drawn) {
            int number = ++charts;
            part("xl/charts/chart" + number + ".xml", ChartXml.chart(chart));
            overrides.append(override("/xl/charts/chart" + number + ".xml", "drawingml.chart+xml"));
            places.add(chart.place());
            titles.add(chart.title());
            relations.append(relation(places.size(), RELATIONS + "/chart", "../charts/chart" + number + ".xml"));
        }
        part("xl/drawings/drawing" + drawing + ".xml", ChartXml.drawing(places, titles));
        overrides.append(override("/xl/drawings/drawing" + drawing + ".xml", "drawing+xml"));
        part(
                "xl/drawings/_rels/drawing" + drawing + ".xml.rels",
                relations.append("</Relationships>").toString());
        part(
                "xl/worksheets/_rels/sheet" + sheet + ".xml.rels",
                XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                        + relation(1, RELATIONS + "/drawing", "../drawings/drawing" + drawing + ".xml")
                        + "</Relationships>");
    }

    /** The index of the text among those that the sheets share; -1 where there are too many. */
    int share(String text) {
        Integer known = shared.get(text);
        if (known != null) {
            return known;
        }
        if (shared.size() >= MOST_SHARED) {
            return -1;
        }
        shared.put(text, shared.size());
        return shared.size() - 1;
    }

    /** Writes what the sheets share and the table of contents. */
    public void finish() throws IOException {
        tabs.sort(Comparator.comparingInt(Tab::position).thenComparingInt(Tab::part));
        writeShared();
        writeWorkbook();
        part(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/docProps/core.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                        + override("/docProps/app.xml", "extended-properties+xml")
                        + override("/xl/workbook.xml", "spreadsheetml.sheet.main+xml")
                        + override("/xl/styles.xml", "spreadsheetml.styles+xml")
                        + override("/xl/sharedStrings.xml", "spreadsheetml.sharedStrings+xml")
                        + overrides
                        + "</Types>");
        zip.finish();
        zip.flush();
    }

    private void writeShared() throws IOException {
        open("xl/sharedStrings.xml");
        out.put(XML)
                .put("<sst xmlns=\"" + MAIN + "\" uniqueCount=\"")
                .put(shared.size())
                .put("\">");
        for (String text : shared.keySet()) {
            out.put(CellText.keepsSpace(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>")
                    .xml(CellText.of(text))
                    .put("</t></si>");
        }
        out.put("</sst>");
        closePart();
    }

    private void writeWorkbook() throws IOException {
        open("xl/workbook.xml");
        out.put(XML)
                .put("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">"
                        + "<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"28800\""
                        + " windowHeight=\"15000\" tabRatio=\"850\"/></bookViews><sheets>");
        for (Tab tab : tabs) {
            out.put("<sheet name=\"").xml(tab.name).put("\" sheetId=\"").put(tab.part);
            out.put("\" r:id=\"rId").put(tab.part).put("\"/>");
        }
        out.put("</sheets><definedNames>");
        for (int i = 0; i < tabs.size(); i++) {
            Tab tab = tabs.get(i);
            if (tab.printedColumns > 0) {
                out.put("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"")
                        .put(i)
                        .put("\">");
                out.xml(quoted(tab.name)).put("!$A:$").put(SourceRef.columnLetters(tab.printedColumns - 1));
                out.put("</definedName>");
            }
            if (tab.headRow > 0) {
                out.put("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"")
                        .put(i)
                        .put("\">");
                out.xml(quoted(tab.name))
                        .put("!$")
                        .put(tab.headRow)
                        .put(":$")
                        .put(tab.headRow)
                        .put("</definedName>");
            }
        }
        out.put("</definedNames><calcPr calcId=\"0\"/></workbook>");
        closePart();
        StringBuilder relations = new StringBuilder(XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (Tab tab : tabs) {
            relations.append(relation(tab.part, RELATIONS + "/worksheet", "worksheets/sheet" + tab.part + ".xml"));
        }
        relations.append(relation(tabs.size() + 1, RELATIONS + "/styles", "styles.xml"));
        relations.append(relation(tabs.size() + 2, RELATIONS + "/sharedStrings", "sharedStrings.xml"));
        part("xl/_rels/workbook.xml.rels", relations.append("</Relationships>").toString());
    }

    /** The name of a sheet as formulas write it. */
    public static String quoted(String sheet) {
        return "'" + sheet.replace("'", "''") + "'";
    }

    private String coreProperties() {
        String created = properties.created.truncatedTo(ChronoUnit.SECONDS).toString();
        return XML + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" + escaped(properties.title)
                + "</dc:title><dc:subject>" + escaped(properties.subject) + "</dc:subject><dc:creator>Ukaz</dc:creator>"
                + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" + created + "</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + created
                + "</dcterms:modified></cp:coreProperties>";
    }

    static String escaped(String text) {
        return Utf8Out.escaped(text);
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(properties.created.toEpochMilli());
        zip.putNextEntry(entry);
    }

    private void part(String name, String xml) throws IOException {
        open(name);
        out.put(xml);
        closePart();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
