package ukaz.report.annotate;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Copies a workbook of the xlsx kind part by part: those that nothing is marked in as they are packed, the sheets with
 * marks, their comments and the styles rewritten on the way.
 */
final class PackageCopy implements Closeable {

    private static final long MOST_SMALL = 64L << 20;
    private static final String PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String COMMENTS_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private static final String DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    /** The namespaces of the dialect that a workbook is written in. */
    private enum Dialect {
        TRANSITIONAL(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        STRICT(
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
                "http://purl.oclc.org/ooxml/officeDocument/relationships");

        final String main;
        final String relations;

        Dialect(String main, String relations) {
            this.main = main;
            this.relations = relations;
        }
    }

    private record Relation(String id, String type, String target) {}

    /** One way of writing a part. */
    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final long most;
    private final Map<String, Writer> rewritten = new HashMap<>();
    private final Map<String, Writer> last = new LinkedHashMap<>();
    private final Map<String, Writer> added = new LinkedHashMap<>();
    private final List<String> addedComments = new ArrayList<>();
    private Dialect dialect = Dialect.TRANSITIONAL;

    /** @param most bytes that a part may have, unpacked */
    PackageCopy(Path source, long most) throws IOException {
        this.most = most;
        this.zip = ZipFile.builder().setPath(source).get();
        zip.getEntries().asIterator().forEachRemaining(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    private static String key(String name) {
        String slashes = name.replace('\\', '/');
        return (slashes.startsWith("/") ? slashes.substring(1) : slashes).toLowerCase(Locale.ROOT);
    }

    /**
     * Writes the copy.
     *
     * @param marks by the name of the sheet
     */
    void write(Map<String, SheetMarks> marks, OutputStream to) throws IOException {
        if (!marks.isEmpty()) {
            prepare(marks);
        }
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(to);
        out.setLevel(4);
        var all = zip.getEntriesInPhysicalOrder();
        while (all.hasMoreElements()) {
            ZipArchiveEntry entry = all.nextElement();
            String key = key(entry.getName());
            if (last.containsKey(key)) {
                continue;
            }
            Writer writer = rewritten.get(key);
            if (writer == null) {
                raw(entry, out);
            } else {
                write(out, entry.getName(), entry, writer);
            }
        }
        for (Map.Entry<String, Writer> part : last.entrySet()) {
            ZipArchiveEntry entry = entries.get(part.getKey());
            write(out, entry == null ? part.getKey() : entry.getName(), entry, part.getValue());
        }
        for (Map.Entry<String, Writer> part : added.entrySet()) {
            write(out, part.getKey(), null, part.getValue());
        }
        out.finish();
        out.flush();
    }

    private void raw(ZipArchiveEntry entry, ZipArchiveOutputStream out) throws IOException {
        try (InputStream packed = zip.getRawInputStream(entry)) {
            if (packed == null) {
                throw new NotCopyableException("a part that cannot be unpacked");
            }
            out.addRawArchiveEntry(entry, packed);
        }
    }

    private static void write(ZipArchiveOutputStream out, String name, @Nullable ZipArchiveEntry like, Writer writer)
            throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setTime(like == null ? 0 : like.getTime());
        out.putArchiveEntry(entry);
        writer.write(out);
        out.closeArchiveEntry();
    }

    private void prepare(Map<String, SheetMarks> marks) throws IOException {
        String book = target("", "officeDocument");
        if (book == null) {
            throw new NotCopyableException("no workbook");
        }
        Map<String, String> targets = new HashMap<>();
        for (Relation relation : relations(book)) {
            targets.put(relation.id, relation.target);
            if (relation.type.startsWith(Dialect.STRICT.relations)) {
                dialect = Dialect.STRICT;
            }
        }
        String stylePart = target(book, "styles");
        if (stylePart == null) {
            throw new NotCopyableException("no styles");
        }
        StylePart styles = new StylePart(bytes(stylePart));
        int number = 0;
        try (InputStream in = open(book)) {
            TagScan scan = new TagScan(in, OutputStream.nullOutputStream(), MOST_SMALL);
            while (scan.next()) {
                SheetMarks sheet = scan.is("sheet") && !scan.isEnd() ? marks.get(scan.attribute("name")) : null;
                String part = sheet == null ? null : targets.get(scan.attribute("id"));
                if (sheet != null
                        && part != null
                        && entries.containsKey(key(part))
                        && !rewritten.containsKey(key(part))) {
                    sheet(part, sheet, styles, ++number);
                }
            }
        }
        last.put(key(stylePart), styles::write);
        rewritten.put("[content_types].xml", this::contentTypes);
    }

    /** Decides how the parts of a sheet with marks are written. */
    private void sheet(String part, SheetMarks marks, StylePart styles, int number) throws IOException {
        CommentPart comments = new CommentPart(marks);
        List<Relation> relations = relations(part);
        String commentsPart = existing(relations, "comments");
        String drawingId = existing(relations, "vmlDrawing") == null ? null : drawingId(part);
        String drawingPart = null;
        for (Relation relation : relations) {
            if (relation.id.equals(drawingId) && entries.containsKey(key(relation.target))) {
                drawingPart = relation.target;
            }
        }
        boolean speaks = marks.comments() > 0;
        String drawing = speaks && drawingPart == null ? "ukazDrawing" + number : null;
        StringBuilder more = new StringBuilder();
        if (speaks) {
            if (commentsPart == null) {
                String name = free("xl/ukaz/comments", number, ".xml");
                added.put(name, out -> comments.write(out, dialect.main));
                addedComments.add(name);
                more.append(relation("ukazComments" + number, "/comments", name));
            } else {
                last.put(key(commentsPart), out -> copy(commentsPart, in -> comments.merge(in, out, most)));
            }
            if (drawing != null) {
                if (drawingId != null) {
                    throw new NotCopyableException("a drawing that is missing");
                }
                String name = free("xl/ukaz/comments", number, ".vml");
                // Drawn behind the comments, since only then it is known which are new.
                added.put(name, comments::draw);
                more.append(relation(drawing, "/vmlDrawing", name));
            } else {
                String merged = String.valueOf(drawingPart);
                last.put(key(merged), out -> copy(merged, in -> comments.mergeDrawing(in, out, most)));
            }
        }
        rewritten.put(
                key(part),
                out -> copy(
                        part, in -> new SheetRewrite(marks, styles, drawing, dialect.relations).copy(in, out, most)));
        if (!more.isEmpty()) {
            relate(part, more.toString());
        }
    }

    private void relate(String part, String more) {
        String name = relationsOf(part);
        if (entries.containsKey(key(name))) {
            rewritten.put(key(name), out -> copy(name, in -> append(in, out, "Relationships", more)));
        } else {
            added.put(
                    name,
                    out -> out.write(
                            ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\""
                                            + PACKAGE_RELATIONS + "\">" + more + "</Relationships>")
                                    .getBytes(StandardCharsets.UTF_8)));
        }
    }

    private String relation(String id, String type, String target) {
        return "<Relationship xmlns=\"" + PACKAGE_RELATIONS + "\" Id=\"" + id + "\" Type=\"" + dialect.relations + type
                + "\" Target=\"/" + target + "\"/>";
    }

    private void contentTypes(OutputStream out) throws IOException {
        String namespace = " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"";
        StringBuilder more = new StringBuilder();
        boolean drawings = false;
        try (InputStream in = open("[Content_Types].xml")) {
            TagScan scan = new TagScan(in, OutputStream.nullOutputStream(), MOST_SMALL);
            while (scan.next()) {
                String extension = scan.is("Default") && !scan.isEnd() ? scan.attribute("Extension") : null;
                drawings |= extension != null && extension.equalsIgnoreCase("vml");
            }
        }
        if (!drawings) {
            more.append("<Default")
                    .append(namespace)
                    .append(" Extension=\"vml\" ContentType=\"" + DRAWING_TYPE + "\"/>");
        }
        for (String part : addedComments) {
            more.append("<Override").append(namespace).append(" PartName=\"/").append(part);
            more.append("\" ContentType=\"" + COMMENTS_TYPE + "\"/>");
        }
        copy("[Content_Types].xml", in -> append(in, out, "Types", more.toString()));
    }

    private static void append(InputStream in, OutputStream out, String root, String more) throws IOException {
        TagScan scan = new TagScan(in, out, MOST_SMALL);
        while (scan.next()) {
            if (scan.is(root) && scan.isEnd()) {
                scan.write(more);
            } else if (scan.is(root) && scan.isEmpty()) {
                scan.put(Attributes.opened(scan.tag()) + more + "</" + scan.prefix() + root + ">");
            }
        }
    }

    private interface Reader {
        void read(InputStream in) throws IOException;
    }

    private void copy(String part, Reader reader) throws IOException {
        try (InputStream in = open(part)) {
            reader.read(in);
        }
    }

    /** The id of the drawing that holds the comments of the sheet; null where it has none. */
    private @Nullable String drawingId(String part) throws IOException {
        try (InputStream in = open(part)) {
            TagScan scan = new TagScan(in, OutputStream.nullOutputStream(), most);
            while (scan.next()) {
                if (scan.is("legacyDrawing") && !scan.isEnd()) {
                    return scan.attribute("id");
                }
            }
        }
        return null;
    }

    private @Nullable String existing(List<Relation> relations, String type) {
        for (Relation relation : relations) {
            if (relation.type.endsWith("/" + type) && entries.containsKey(key(relation.target))) {
                return relation.target;
            }
        }
        return null;
    }

    private @Nullable String target(String part, String type) throws IOException {
        return existing(relations(part), type);
    }

    private static String relationsOf(String part) {
        int slash = part.lastIndexOf('/');
        return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
    }

    private List<Relation> relations(String part) throws IOException {
        List<Relation> relations = new ArrayList<>();
        String name = relationsOf(part);
        if (!entries.containsKey(key(name))) {
            return relations;
        }
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        copy(name, in -> {
            TagScan scan = new TagScan(in, OutputStream.nullOutputStream(), MOST_SMALL);
            while (scan.next()) {
                String id = scan.attribute("Id");
                String type = scan.attribute("Type");
                String target = scan.attribute("Target");
                if (!scan.isEnd() && id != null && type != null && target != null) {
                    boolean external = "External".equals(scan.attribute("TargetMode"));
                    relations.add(new Relation(id, type, external ? "" : resolved(folder, target)));
                }
            }
        });
        return relations;
    }

    private String resolved(String folder, String target) {
        List<String> segments = new ArrayList<>();
        String path = target.startsWith("/") ? target : folder + target;
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        String name = String.join("/", segments);
        return name.indexOf('%') < 0 || entries.containsKey(key(name))
                ? name
                : URLDecoder.decode(name, StandardCharsets.UTF_8);
    }

    private String free(String stem, int number, String extension) {
        String name = stem + number + extension;
        for (int i = 1; entries.containsKey(key(name)); i++) {
            name = stem + number + "-" + i + extension;
        }
        return name;
    }

    private InputStream open(String part) throws IOException {
        ZipArchiveEntry entry = entries.get(key(part));
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (in == null) {
            throw new NotCopyableException("a part that is missing");
        }
        return in;
    }

    private byte[] bytes(String part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(part, in -> {
            byte[] read = in.readNBytes((int) MOST_SMALL + 1);
            if (read.length > MOST_SMALL) {
                throw new NotCopyableException("styles beyond the limit");
            }
            bytes.write(read);
        });
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
