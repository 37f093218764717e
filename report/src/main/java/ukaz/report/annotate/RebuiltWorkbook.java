package ukaz.report.annotate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Workbook;
import ukaz.model.SourceRef;
import ukaz.report.out.Utf8Out;
import ukaz.report.xlsx.CellText;
import ukaz.report.xlsx.XlsxFile;

/** Writes the rows of a source in another format as a plain xlsx with the same addresses. */
final class RebuiltWorkbook {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final Set<String> ERRORS =
            Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A");
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);

    private static final int DATE = 1;
    private static final int QUOTED = 2;
    /** Rows that decide how wide the columns are. */
    private static final int SAMPLE = 200;

    private static final int WIDEST = 48;
    private static final int MOST_NAME = 31;

    /** Told of what a rebuilt sheet is called, and of comments that the source has. */
    interface Listener {
        void sheet(Sheet sheet, String name);

        void comment(int row, int column, String text);
    }

    private final Utf8Out out;
    private final ZipOutputStream zip;
    private final Listener listener;
    private final String defaultName;
    private final List<String> names = new ArrayList<>();
    private final List<Boolean> hidden = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private boolean date1904;
    private long rowsLeftOut;
    private boolean broken;

    private RebuiltWorkbook(OutputStream to, String defaultName, Listener listener) {
        this.zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        zip.setLevel(1);
        this.out = new Utf8Out(zip);
        this.defaultName = defaultName;
        this.listener = listener;
    }

    /**
     * Writes the workbook.
     *
     * @param defaultName of a sheet that has no name
     * @return how many rows did not fit, or -1 where the source breaks off
     */
    static long write(
            Path source, String path, OpenOptions options, String defaultName, OutputStream to, Listener listener)
            throws IOException {
        RebuiltWorkbook rebuilt = new RebuiltWorkbook(to, defaultName, listener);
        try (Workbook workbook = Sources.open(source, path, options)) {
            for (Sheet sheet = rebuilt.next(workbook); sheet != null; sheet = rebuilt.next(workbook)) {
                rebuilt.sheet(workbook, sheet);
            }
        }
        rebuilt.finish();
        return rebuilt.broken ? -1 : rebuilt.rowsLeftOut;
    }

    private @Nullable Sheet next(Workbook workbook) {
        for (int failures = 0; failures < 1_000; failures++) {
            try {
                return workbook.nextSheet();
            } catch (SourceException e) {
                broken = true;
            }
        }
        return null;
    }

    private @Nullable SourceRow nextRow(Workbook workbook) {
        try {
            return workbook.nextRow();
        } catch (SourceException e) {
            broken = true;
            return null;
        }
    }

    private void sheet(Workbook workbook, Sheet sheet) throws IOException {
        String name = name(sheet.name() == null ? defaultName : sheet.name());
        names.add(name);
        hidden.add(sheet.hidden());
        date1904 = sheet.date1904();
        listener.sheet(sheet, name);
        List<SourceRow> sample = new ArrayList<>();
        for (SourceRow row = nextRow(workbook); row != null; row = nextRow(workbook)) {
            sample.add(row);
            if (sample.size() == SAMPLE) {
                break;
            }
        }
        open("xl/worksheets/sheet" + names.size() + ".xml");
        out.put(XML + "<worksheet xmlns=\"" + MAIN + "\">");
        columns(sample);
        out.put("<sheetData>");
        for (SourceRow row : sample) {
            row(row);
        }
        if (sample.size() == SAMPLE) {
            for (SourceRow row = nextRow(workbook); row != null; row = nextRow(workbook)) {
                row(row);
            }
        }
        out.put("</sheetData></worksheet>");
        closePart();
    }

    private void columns(List<SourceRow> sample) throws IOException {
        int[] widths = new int[0];
        boolean[] hides = new boolean[0];
        for (SourceRow row : sample) {
            int count = row.cells().size();
            if (count > widths.length) {
                widths = Arrays.copyOf(widths, count);
                hides = Arrays.copyOf(hides, count);
            }
            for (int i = 0; i < count; i++) {
                SourceCell cell = row.cells().get(i);
                widths[i] = Math.max(widths[i], Math.min(WIDEST, cell.text().length()));
                hides[i] |= cell.hidden();
            }
        }
        if (widths.length == 0) {
            return;
        }
        out.put("<cols>");
        for (int i = 0; i < widths.length; i++) {
            out.put("<col min=\"").put(i + 1L).put("\" max=\"").put(i + 1L).put("\" width=\"");
            out.put(Math.max(9L, widths[i] + 2L)).put(hides[i] ? "\" hidden=\"1" : "");
            out.put("\" customWidth=\"1\"/>");
        }
        out.put("</cols>");
    }

    private void row(SourceRow row) throws IOException {
        if (row.number() > XlsxFile.MOST_ROWS) {
            rowsLeftOut++;
            return;
        }
        out.put("<row r=\"").put(row.number()).put(row.hidden() ? "\" hidden=\"1\">" : "\">");
        for (int i = 0; i < row.cells().size(); i++) {
            SourceCell cell = row.cells().get(i);
            String comment = cell.comment();
            if (comment != null && !comment.isBlank()) {
                listener.comment(row.number(), i, comment);
            }
            if (cell.kind() != SourceCell.Kind.EMPTY) {
                out.put("<c r=\"").put(SourceRef.columnLetters(i)).put(row.number());
                value(cell);
            }
        }
        out.put("</row>");
    }

    private void value(SourceCell cell) throws IOException {
        switch (cell.kind()) {
            case NUMBER -> out.put("\"><v>").put(cell.text()).put("</v></c>");
            case DATE -> {
                if (cell.number() < 0) {
                    LocalDate day = (date1904 ? ZERO_1904 : ZERO).plusDays((long) Math.floor(cell.number()));
                    text(day.toString());
                } else {
                    out.put("\" s=\"").put(DATE).put("\"><v>").put(cell.text()).put("</v></c>");
                }
            }
            case BOOLEAN ->
                out.put("\" t=\"b\"><v>")
                        .put(cell.text().equals("TRUE") ? "1" : "0")
                        .put("</v></c>");
            case ERROR -> {
                if (ERRORS.contains(cell.text())) {
                    out.put("\" t=\"e\"><v>").xml(cell.text()).put("</v></c>");
                } else {
                    text(cell.text());
                }
            }
            default -> text(cell.text());
        }
    }

    private void text(String text) throws IOException {
        if (CellText.looksLikeFormula(text)) {
            out.put("\" s=\"").put(QUOTED);
        }
        out.put("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .xml(CellText.of(text))
                .put("</t></is></c>");
    }

    /** A name that the format allows and no other sheet has. */
    private String name(String wanted) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < wanted.length() && name.length() < MOST_NAME; i++) {
            char c = wanted.charAt(i);
            name.append("[]:*?/\\".indexOf(c) >= 0 || c < ' ' || Character.isSurrogate(c) ? '_' : c);
        }
        if (name.isEmpty()) {
            name.append(defaultName);
        }
        if (name.charAt(0) == '\'') {
            name.setCharAt(0, '_');
        }
        if (name.charAt(name.length() - 1) == '\'') {
            name.setCharAt(name.length() - 1, '_');
        }
        String free = name.toString();
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            String suffix = " (" + i + ")";
            free = name.substring(0, Math.min(name.length(), MOST_NAME - suffix.length())) + suffix;
        }
        return free;
    }

    private void finish() throws IOException {
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        open("xl/workbook.xml");
        out.put(XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">");
        out.put(date1904 ? "<workbookPr date1904=\"1\"/><sheets>" : "<sheets>");
        boolean allHidden = !hidden.contains(false);
        for (int i = 1; i <= names.size(); i++) {
            out.put("<sheet name=\"").xml(names.get(i - 1)).put("\" sheetId=\"").put(i);
            out.put(hidden.get(i - 1) && !allHidden ? "\" state=\"hidden" : "");
            out.put("\" r:id=\"rId").put(i).put("\"/>");
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
            relations.append(relation(i, RELATIONS + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        out.put("</sheets></workbook>");
        closePart();
        relations.append(relation(names.size() + 1, RELATIONS + "/styles", "styles.xml"));
        part("xl/_rels/workbook.xml.rels", relationships(relations.toString()));
        part("_rels/.rels", relationships(relation(1, RELATIONS + "/officeDocument", "xl/workbook.xml")));
        part(
                "xl/styles.xml",
                XML + "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"1\"><font><sz val=\"11\"/>"
                        + "<name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/>"
                        + "</fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/>"
                        + "</borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>"
                        + "<xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf quotePrefix=\"1\"/></cellXfs></styleSheet>");
        part(
                "[Content_Types].xml",
                XML + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                        + " PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/><Override"
                        + " PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>" + types + "</Types>");
        zip.finish();
        zip.flush();
    }

    private static String relationships(String relations) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    private void part(String name, String xml) throws IOException {
        open(name);
        out.put(xml);
        closePart();
    }

    private void closePart() throws IOException {
        out.flush();
        zip.closeEntry();
    }
}
