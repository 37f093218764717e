package ukaz.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an OOXML package and their relationships, streamed: POI's own would build a tree of each small part before
 * any limit can speak.
 */
final class OfficePackage implements Closeable {

    /**
     * An arrow from one part to another.
     *
     * @param id name of the arrow
     * @param type last segment of its type, the same in the strict and the transitional dialect
     * @param target name of the part without a leading slash; as written where it lies outside
     * @param external true where it leads out of the package
     */
    record Relationship(String id, String type, String target, boolean external) {

        /** The name of the part it leads to; an exception where it leads out of the package, for nothing is fetched. */
        String part() throws IOException {
            if (external) {
                throw new IOException("part elsewhere: " + target);
            }
            return target;
        }
    }

    private final GuardedZip zip;
    private final Set<String> contentTypes = new LinkedHashSet<>();

    OfficePackage(GuardedZip zip) throws IOException, XMLStreamException {
        this.zip = zip;
        try (InputStream in = zip.openSmall("[Content_Types].xml")) {
            if (in == null) {
                return;
            }
            XMLStreamReader xml = Xml.open(in);
            while (Xml.nextElement(xml)) {
                String type = Xml.attribute(xml, "ContentType");
                String part = Xml.attribute(xml, "PartName");
                if (type != null && (part == null || zip.has(part))) {
                    contentTypes.add(type);
                }
                if (contentTypes.size() > 10_000) {
                    throw new IOException("too many content types");
                }
            }
        }
    }

    boolean hasType(String fragment) {
        for (String type : contentTypes) {
            if (type.contains(fragment)) {
                return true;
            }
        }
        return false;
    }

    /** The part that the package is about; null where it names none. */
    @Nullable
    String mainPart() throws IOException, XMLStreamException {
        for (Relationship relationship : relationships("")) {
            if (relationship.type().equals("officeDocument")) {
                return relationship.target();
            }
        }
        return null;
    }

    List<Relationship> relationships(String part) throws IOException, XMLStreamException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        List<Relationship> found = new ArrayList<>();
        try (InputStream in = zip.openSmall(folder + "_rels/" + part.substring(slash + 1) + ".rels")) {
            if (in == null) {
                return found;
            }
            XMLStreamReader xml = Xml.open(in);
            while (Xml.nextElement(xml)) {
                String id = Xml.attribute(xml, "Id");
                String type = Xml.attribute(xml, "Type");
                String target = Xml.attribute(xml, "Target");
                if (id == null || type == null || target == null) {
                    continue;
                }
                boolean external = "External".equals(Xml.attribute(xml, "TargetMode"));
                String name = external ? target : resolved(folder, target);
                found.add(new Relationship(id, type.substring(type.lastIndexOf('/') + 1), name, external));
                if (found.size() > Limits.MAX_ENTRIES) {
                    throw new IOException("too many relationships");
                }
            }
        }
        return found;
    }

    /** The part that a relative target means; {@code ..} never leads out, for there is only the package. */
    private String resolved(String folder, String target) {
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                if (!segments.isEmpty()) {
                    segments.remove(segments.size() - 1);
                }
            } else if (!segment.equals(".") && !segment.isEmpty()) {
                segments.add(segment);
            }
        }
        String name = String.join("/", segments);
        return name.indexOf('%') < 0 || zip.has(name) ? name : URLDecoder.decode(name, StandardCharsets.UTF_8);
    }

    /** Whether it leads to a sheet that has no rows to read: a chart, a dialogue, the macros of old. */
    static boolean hasNoRows(Relationship relationship) {
        return switch (relationship.type()) {
            case "chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet" -> true;
            default -> false;
        };
    }

    /** The content of a part; an exception where the package lacks it. */
    InputStream open(String part) throws IOException {
        InputStream in = zip.open(part);
        if (in == null) {
            throw new IOException("part missing: " + part);
        }
        return in;
    }

    /** The same for a part that may be large: it is unpacked ahead. */
    InputStream openAhead(String part) throws IOException {
        InputStream in = zip.openAhead(part);
        if (in == null) {
            throw new IOException("part missing: " + part);
        }
        return in;
    }

    /** The same for a part that describes others. */
    InputStream openSmall(String part) throws IOException {
        InputStream in = zip.openSmall(part);
        if (in == null) {
            throw new IOException("part missing: " + part);
        }
        return in;
    }

    boolean has(String part) {
        return zip.has(part);
    }

    /** A sheet of a workbook, and the part that its rows are in. */
    record Tab(Sheet sheet, String part) {}

    /** The packed bytes of each sheet by its index; nothing where the whole could be refused of which no part is. */
    SortedMap<Integer, Long> sheetBytes(List<Tab> tabs) {
        SortedMap<Integer, Long> bytes = new TreeMap<>();
        if (zip.isOrdinary()) {
            tabs.forEach(tab -> bytes.put(tab.sheet().index(), zip.packedBytes(tab.part())));
        }
        return bytes;
    }

    double share() {
        return zip.share();
    }

    /** What it brings that could act by itself, as the codes of {@code source-active}. */
    List<String> active() {
        Set<String> what = new LinkedHashSet<>();
        if (hasType("vbaProject") || hasType("acrosheet")) {
            what.add("macros");
        }
        if (hasType("externalLink")) {
            what.add("external-links");
        }
        if (hasType("oleObject") || hasType("activeX")) {
            what.add("embedded-objects");
        }
        if (hasType("connections") || hasType("queryTable")) {
            what.add("external-data");
        }
        for (String name : zip.names()) {
            if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/")) {
                what.add("macros");
            } else if (name.contains("/externallinks/")) {
                what.add("external-links");
            } else if (name.contains("/embeddings/") || name.contains("/activex/")) {
                what.add("embedded-objects");
            } else if (name.contains("/querytables/") || name.endsWith("/connections.xml")) {
                what.add("external-data");
            }
        }
        return what.stream().sorted().toList();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
