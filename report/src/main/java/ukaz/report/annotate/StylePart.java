package ukaz.report.annotate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ukaz.model.Severity;

/** The cell formats of a workbook, and for every format that a marked cell has, the same with a colour behind it. */
final class StylePart {

    /** In the order of severities: legible behind dark letters, and told apart in grey. */
    private static final String[] COLOURS = {"FFF2A9A2", "FFFBDF93", "FFD3E4F2"};

    private static final String PLAIN = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";

    private record Look(int base, Severity severity) {}

    private final byte[] part;
    private final long most;
    private final List<String> formats = new ArrayList<>();
    private final Map<Look, Integer> added = new LinkedHashMap<>();
    private int fills;
    private String prefix = "";
    private boolean inFills;
    private boolean inFormats;

    StylePart(byte[] part) throws IOException {
        this.part = part;
        this.most = part.length + 1L;
        ByteArrayOutputStream copy = new ByteArrayOutputStream(part.length);
        TagScan scan = new TagScan(new ByteArrayInputStream(part), copy, most);
        int from = -1;
        boolean fillsSeen = false;
        boolean formatsSeen = false;
        while (scan.next()) {
            place(scan);
            fillsSeen |= scan.is("fills");
            formatsSeen |= scan.is("cellXfs");
            if (inFills && scan.is("fill") && !scan.isEnd()) {
                fills++;
            } else if (inFormats && scan.is("xf")) {
                scan.flush();
                if (!scan.isEnd()) {
                    prefix = scan.prefix();
                    from = copy.size();
                }
                if (scan.isEnd() || scan.isEmpty()) {
                    scan.put();
                    scan.flush();
                    formats.add(copy.toString(StandardCharsets.ISO_8859_1).substring(from));
                    copy.reset();
                }
            }
        }
        if (!fillsSeen || !formatsSeen) {
            throw new NotCopyableException("styles without formats");
        }
    }

    private void place(TagScan scan) {
        if (scan.is("fills")) {
            inFills = !scan.isEnd() && !scan.isEmpty();
        } else if (scan.is("cellXfs")) {
            inFormats = !scan.isEnd() && !scan.isEmpty();
        }
    }

    /** The index of the format that is like this one, but coloured. */
    int marked(int base, Severity severity) {
        return added.computeIfAbsent(new Look(base, severity), look -> formats.size() + added.size());
    }

    void write(OutputStream out) throws IOException {
        TagScan scan = new TagScan(new ByteArrayInputStream(part), out, most);
        while (scan.next()) {
            place(scan);
            if (scan.is("fills")) {
                grown(scan, fills + COLOURS.length, fillsXml(scan.prefix()));
            } else if (scan.is("cellXfs")) {
                grown(scan, formats.size() + added.size(), formatsXml());
            }
        }
    }

    private static void grown(TagScan scan, int count, String more) throws IOException {
        if (scan.isEnd()) {
            scan.write(more);
        } else if (scan.isEmpty()) {
            String opened = Attributes.opened(Attributes.with(scan.tag(), "count", Integer.toString(count)));
            scan.put(opened + more + "</" + scan.prefix() + scan.name() + ">");
        } else {
            scan.put(Attributes.with(scan.tag(), "count", Integer.toString(count)));
        }
    }

    private static String fillsXml(String prefix) {
        StringBuilder xml = new StringBuilder();
        for (String colour : COLOURS) {
            String fill = "<%1$sfill><%1$spatternFill patternType=\"solid\"><%1$sfgColor rgb=\"%2$s\"/>"
                    + "<%1$sbgColor indexed=\"64\"/></%1$spatternFill></%1$sfill>";
            xml.append(fill.formatted(prefix, colour));
        }
        return xml.toString();
    }

    private String formatsXml() {
        StringBuilder xml = new StringBuilder();
        added.keySet().forEach(look -> {
            String base = look.base() < formats.size() ? formats.get(look.base()) : PLAIN.replace("<", "<" + prefix);
            int end = tagEnd(base);
            String tag = base.substring(0, end);
            String fill = Integer.toString(fills + look.severity().ordinal());
            xml.append(Attributes.with(Attributes.with(tag, "fillId", fill), "applyFill", "1"))
                    .append(base, end, base.length());
        });
        return xml.toString();
    }

    private static int tagEnd(String element) {
        return element.indexOf('>') + 1;
    }
}
