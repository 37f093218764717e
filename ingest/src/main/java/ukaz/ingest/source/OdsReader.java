package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;
import ukaz.model.Fault;

/** Streams ods. What stands there as repeated is repeated, within the limits; what is empty is only counted. */
final class OdsReader implements FormatReader {

    /** More cells than this out of one by repetition are no table. */
    private static final long MAX_REPEATED = 1 << 20;

    private static final String TABLES = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final Set<String> TELLING = Set.of("table-row", "table-cell");

    private final GuardedZip zip;
    private final Limits limits;
    private final Origin origin;
    private final XMLStreamReader xml;
    private final InputStream content;
    private final Set<String> hiddenTables = new HashSet<>();
    private final Set<String> struckStyles = new HashSet<>();
    private final Set<String> active = new TreeSet<>();
    private final RowCells cells;
    private final StringBuilder paragraphs = new StringBuilder();
    private final Map<Integer, List<MergedCells>> merged = new HashMap<>();
    private int tables;
    private boolean inTable;
    private int rowNumber;
    private int columns;
    private @Nullable SourceRow repeated;
    private int repeats;
    private long made;

    OdsReader(GuardedZip zip, Limits limits, Origin origin) throws IOException, XMLStreamException {
        this.zip = zip;
        this.limits = limits;
        this.origin = origin;
        this.cells = new RowCells(limits, origin);
        readManifest();
        InputStream in = zip.open("content.xml");
        if (in == null) {
            throw origin.unreadable("damaged");
        }
        content = in;
        xml = Xml.open(in);
    }

    private void readManifest() throws IOException, XMLStreamException {
        for (String name : zip.names()) {
            if ((name.startsWith("basic/") || name.startsWith("scripts/")) && !name.endsWith("/")) {
                active.add("macros");
            }
        }
        try (InputStream in = zip.openSmall("META-INF/manifest.xml")) {
            if (in == null) {
                return;
            }
            XMLStreamReader manifest = Xml.open(in);
            while (Xml.nextElement(manifest)) {
                if (manifest.getLocalName().equals("encryption-data")) {
                    throw origin.encrypted();
                }
                String path = Xml.attribute(manifest, "full-path");
                String type = Xml.attribute(manifest, "media-type");
                if (path != null && type != null && !path.equals("/") && isObject(type)) {
                    active.add("embedded-objects");
                }
            }
        }
    }

    /** A chart is an object too, but harmless. */
    private static boolean isObject(String mediaType) {
        return mediaType.contains("oleobject")
                || mediaType.startsWith("application/vnd.oasis.opendocument")
                        && !mediaType.endsWith(".chart")
                        && !mediaType.endsWith(".formula");
    }

    @Override
    public boolean sheetsApart() {
        return false;
    }

    @Override
    public String format() {
        return "ods";
    }

    @Override
    public double share() {
        return zip.share();
    }

    @Override
    public List<Fault> faults() {
        return active.isEmpty() ? List.of() : List.of(origin.active(List.copyOf(active)));
    }

    @Override
    public @Nullable Sheet nextSheet() throws IOException, XMLStreamException {
        while (inTable) {
            repeated = null;
            skipRow();
        }
        repeated = null;
        while (xml.hasNext()) {
            if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "style" -> readStyle();
                case "tracked-changes", "shapes", "forms", "scripts", "named-expressions" -> Xml.skip(xml);
                case "dde-link" -> active.add("external-links");
                case "table" -> {
                    String name = Xml.attribute(xml, "name");
                    String style = Xml.attribute(xml, "style-name");
                    boolean hidden = style != null && hiddenTables.contains(style)
                            || "false".equals(Xml.attribute(xml, "display"));
                    origin.enter(name);
                    cells.clear();
                    inTable = true;
                    rowNumber = 0;
                    columns = 0;
                    made = 0;
                    return new Sheet(tables++, name, hidden, false);
                }
                default -> {}
            }
        }
        origin.enter(null);
        return null;
    }

    private void readStyle() throws IOException, XMLStreamException {
        String name = Xml.attribute(xml, "name");
        boolean hidden = false;
        boolean struck = false;
        for (int depth = 1; depth > 0; ) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (xml.getLocalName().equals("table-properties")) {
                    hidden |= "false".equals(Xml.attribute(xml, "display"));
                } else if (xml.getLocalName().equals("text-properties")) {
                    String line = Xml.attribute(xml, "text-line-through-style");
                    String kind = Xml.attribute(xml, "text-line-through-type");
                    struck |= line != null && !line.equals("none") || kind != null && !kind.equals("none");
                }
            }
        }
        if (name != null && name.length() > 1000) {
            throw origin.unreadable("damaged");
        }
        if (name != null && hidden) {
            hiddenTables.add(name);
        }
        if (name != null && struck) {
            struckStyles.add(name);
        }
        if (hiddenTables.size() + struckStyles.size() > 1 << 16) {
            throw origin.unreadable("damaged");
        }
    }

    @Override
    public @Nullable SourceRow nextRow() throws IOException, XMLStreamException {
        while (true) {
            if (repeated != null && repeats > 0) {
                repeats--;
                rowNumber++;
                made += repeated.cells().size();
                check(rowNumber, repeated.cells().size());
                return new SourceRow(rowNumber, repeated.hidden(), repeated.cells());
            }
            repeated = null;
            if (!inTable) {
                return null;
            }
            readNext();
        }
    }

    private void check(int number, int width) throws SourceException {
        if (number > limits.maxRows()) {
            throw origin.tooLarge(Limit.ROWS, number, limits.maxRows());
        } else if (made > MAX_REPEATED && width > 0) {
            throw origin.tooLarge(Limit.ROWS, Math.max(number, limits.maxRows() + 1L), limits.maxRows());
        }
    }

    private void skipRow() throws IOException, XMLStreamException {
        int event = Xml.next(xml);
        if (event == XMLStreamConstants.START_ELEMENT) {
            if (!isGroup(xml.getLocalName())) {
                noteSource();
                Xml.skip(xml);
            }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table")) {
            inTable = false;
        }
    }

    private void noteSource() {
        if (xml.getLocalName().equals("table-source") || xml.getLocalName().equals("dde-source")) {
            active.add("external-links");
        }
    }

    private static boolean isGroup(String element) {
        return switch (element) {
            case "table-header-rows",
                    "table-rows",
                    "table-row-group",
                    "table-columns",
                    "table-header-columns",
                    "table-column-group" -> true;
            default -> false;
        };
    }

    private void readNext() throws IOException, XMLStreamException {
        int event = Xml.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT) {
            if (xml.getLocalName().equals("table")) {
                inTable = false;
            }
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            if (name.equals("table-row")) {
                readRow();
            } else if (name.equals("table-column")) {
                int repeat = repeat("number-columns-repeated");
                if (isHidden()) {
                    cells.hideColumns(columns, columns + repeat - 1);
                }
                columns = added(columns, repeat);
                Xml.skip(xml);
            } else if (!isGroup(name)) {
                noteSource();
                if (name.equals("shapes") || name.equals("forms")) {
                    Xml.skip(xml);
                } else {
                    Xml.skipUnknown(xml, TABLES, TELLING);
                }
            }
        }
    }

    private boolean isHidden() {
        String visibility = Xml.attribute(xml, "visibility");
        return visibility != null && !visibility.equals("visible");
    }

    private int repeat(String attribute) {
        return Math.max(1, Xml.number(Xml.attribute(xml, attribute), 1));
    }

    private static int added(int number, int repeat) {
        return (int) Math.min(Integer.MAX_VALUE - 1, (long) number + repeat);
    }

    private void readRow() throws IOException, XMLStreamException {
        int repeat = repeat("number-rows-repeated");
        boolean hidden = isHidden();
        origin.at(added(rowNumber, 1));
        int column = 0;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("table-cell")
                        || xml.getLocalName().equals("covered-table-cell")) {
                    column = readCell(column);
                } else {
                    Xml.skipUnknown(xml, TABLES, TELLING);
                }
            }
        }
        if (cells.isEmpty()) {
            rowNumber = added(rowNumber, repeat);
        } else {
            // said before the first of them is read: a row beyond the limit is no reason to read up to it
            check(added(rowNumber, repeat), 0);
            repeated = cells.take(1, hidden);
            repeats = repeat;
        }
    }

    private int readCell(int column) throws IOException, XMLStreamException {
        int repeat = 1;
        String type = "";
        String value = null;
        String style = null;
        boolean formula = false;
        boolean error = false;
        int rows = 1;
        int wide = 1;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeValue(i);
            switch (xml.getAttributeLocalName(i)) {
                case "number-columns-repeated" -> repeat = Math.max(1, Xml.number(attribute, 1));
                case "value-type" -> {
                    if (attribute.equals("error")) {
                        error = true;
                    } else if (type.isEmpty()) {
                        type = attribute;
                    }
                }
                case "value", "date-value", "boolean-value", "string-value" -> value = attribute;
                case "style-name" -> style = attribute;
                case "formula" -> formula = true;
                case "number-rows-spanned" -> rows = Xml.number(attribute, 1);
                case "number-columns-spanned" -> wide = Xml.number(attribute, 1);
                default -> {}
            }
        }
        if (rows > 1) {
            merge(column, rows, wide);
        }
        String comment = readContent();
        String text = paragraphs.toString();
        SourceCell cell = cell(type, value, text, error || formula && isError(text));
        boolean struck = style != null && struckStyles.contains(style) || runStruck;
        if (cell.kind() != SourceCell.Kind.EMPTY || formula || comment != null) {
            if (added(column, repeat) > limits.maxColumns()) {
                throw origin.tooLarge(Limit.COLUMNS, added(column, repeat), limits.maxColumns());
            }
            made += repeat;
            check(added(rowNumber, 1), repeat);
            for (int i = 0; i < repeat; i++) {
                cells.add(column + i, cell.kind(), cell.text(), cell.number(), formula, struck, comment);
            }
        }
        return added(column, repeat);
    }

    private void merge(int column, int rows, int wide) {
        List<MergedCells> ofSheet = merged.computeIfAbsent(tables - 1, any -> new ArrayList<>());
        int top = added(rowNumber, 1);
        MergedCells range = new MergedCells(top, added(top, rows - 1), column, added(column, Math.max(1, wide) - 1));
        if (range.isPlausible() && ofSheet.size() < MergedCells.MOST) {
            ofSheet.add(range);
        }
    }

    @Override
    public List<MergedCells> merged(Sheet sheet) {
        return merged.getOrDefault(sheet.index(), List.of());
    }

    private SourceCell cell(String type, @Nullable String value, String text, boolean error) throws SourceException {
        if (error) {
            String shown = text.isEmpty() ? "#ERROR!" : text;
            return new SourceCell(SourceCell.Kind.ERROR, shown, Double.NaN, false, false, false, null);
        }
        switch (type) {
            case "float", "percentage", "currency" -> {
                double number = value == null ? Double.NaN : Numbers.parse(value);
                return Double.isNaN(number) ? SourceCell.text(text) : SourceCell.number(number);
            }
            case "date" -> {
                return value == null ? SourceCell.text(text) : IsoDate.cell(value, false);
            }
            case "boolean" -> {
                String word = "true".equals(value) ? "TRUE" : "FALSE";
                return new SourceCell(SourceCell.Kind.BOOLEAN, word, Double.NaN, false, false, false, null);
            }
            default -> {
                String written = text.isEmpty() && value != null ? value : text;
                return SourceCell.text(RichText.checked(written, limits, origin));
            }
        }
    }

    private static boolean isError(String text) {
        return text.startsWith("Err:")
                || text.startsWith("#") && (text.endsWith("!") || text.endsWith("?"))
                || text.equals("#N/A");
    }

    private boolean runStruck;

    /** Gathers the paragraphs of a cell; returns its comment. */
    private @Nullable String readContent() throws IOException, XMLStreamException {
        paragraphs.setLength(0);
        runStruck = false;
        String comment = null;
        boolean first = true;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                return comment;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("p")) {
                    if (!first) {
                        paragraphs.append('\n');
                    }
                    first = false;
                    readParagraph(paragraphs);
                } else if (xml.getLocalName().equals("annotation")) {
                    comment = readAnnotation();
                } else {
                    Xml.skip(xml);
                }
            }
        }
    }

    private String readAnnotation() throws IOException, XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean struck = runStruck;
        while (true) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                runStruck = struck;
                return text.toString();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("p")) {
                    if (!text.isEmpty()) {
                        text.append('\n');
                    }
                    readParagraph(text);
                } else {
                    // author and date
                    Xml.skip(xml);
                }
            }
        }
    }

    private void readParagraph(StringBuilder into) throws IOException, XMLStreamException {
        List<Boolean> struck = new ArrayList<>(List.of(false));
        while (!struck.isEmpty()) {
            int event = Xml.next(xml);
            if (event == XMLStreamConstants.END_ELEMENT) {
                struck.remove(struck.size() - 1);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                startSpan(struck, into);
            } else if (Xml.isText(event)) {
                Xml.append(xml, into, 1, limits, origin);
                runStruck |= struck.get(struck.size() - 1);
            }
        }
    }

    private void startSpan(List<Boolean> struck, StringBuilder into) throws IOException, XMLStreamException {
        String name = xml.getLocalName();
        switch (name) {
            case "s" -> {
                int spaces = Xml.number(Xml.attribute(xml, "c"), 1);
                if (spaces > limits.maxCellChars()) {
                    throw origin.tooLarge(Limit.CELL_LENGTH, spaces, limits.maxCellChars());
                }
                into.append(" ".repeat(Math.max(0, spaces)));
                Xml.skip(xml);
            }
            case "tab" -> {
                into.append('\t');
                Xml.skip(xml);
            }
            case "line-break" -> {
                into.append('\n');
                Xml.skip(xml);
            }
            case "note", "ruby-text", "annotation", "annotation-end", "frame" -> Xml.skip(xml);
            default -> {
                String style = Xml.attribute(xml, "style-name");
                struck.add(struck.get(struck.size() - 1) || style != null && struckStyles.contains(style));
            }
        }
        if (into.length() > limits.maxCellChars()) {
            throw origin.tooLarge(Limit.CELL_LENGTH, into.length(), limits.maxCellChars());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            zip.close();
        }
    }
}
