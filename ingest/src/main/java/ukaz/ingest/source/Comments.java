package ukaz.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;

/** The comments of one sheet, handed out row by row, so that one on an empty cell or row is not lost either. */
final class Comments {

    private final TreeMap<Integer, SortedMap<Integer, StringBuilder>> byRow = new TreeMap<>();
    private final Limits limits;
    private final Origin origin;
    private long bytes;

    Comments(Limits limits, Origin origin) {
        this.limits = limits;
        this.origin = origin;
    }

    /** Row counted from 1, column from 0; a later one on the same cell is added below. */
    void add(int row, int column, String comment) throws SourceException {
        if (comment.isEmpty() || row < 1 || column < 0) {
            return;
        }
        bytes += 2L * comment.length() + 100;
        if (bytes > limits.maxSharedStringBytes()) {
            throw origin.tooLarge(Limit.SHARED_STRINGS, bytes, limits.maxSharedStringBytes());
        }
        StringBuilder all =
                byRow.computeIfAbsent(row, r -> new TreeMap<>()).computeIfAbsent(column, c -> new StringBuilder());
        all.append(all.isEmpty() ? "" : "\n").append(comment);
        if (all.length() > limits.maxCellChars()) {
            throw origin.tooLarge(Limit.CELL_LENGTH, all.length(), limits.maxCellChars());
        }
    }

    /** The row of the first comment not handed out yet; {@link Integer#MAX_VALUE} where none is left. */
    int nextRow() {
        return byRow.isEmpty() ? Integer.MAX_VALUE : byRow.firstKey();
    }

    /** Puts the comments of that row, and none before it, onto its cells. */
    void handOut(int row, RowCells cells) throws SourceException {
        Map<Integer, StringBuilder> comments = byRow.isEmpty() ? null : byRow.remove(row);
        if (comments != null) {
            for (Map.Entry<Integer, StringBuilder> comment : comments.entrySet()) {
                cells.comment(comment.getKey(), comment.getValue().toString());
            }
        }
    }

    /** Reads a comments part, the old kind or the threaded, whose texts then stand for the old ones of their cells. */
    void read(InputStream in, boolean threaded) throws XMLStreamException, IOException {
        RichText rich = new RichText(limits, origin);
        StringBuilder plain = new StringBuilder();
        XMLStreamReader xml = Xml.open(in);
        @Nullable String ref = null;
        TreeMap<Integer, SortedMap<Integer, StringBuilder>> before = new TreeMap<>(byRow);
        if (threaded) {
            byRow.clear();
        }
        while (xml.hasNext()) {
            if (Xml.next(xml) != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            if (name.equals("comment") || name.equals("threadedComment")) {
                ref = Xml.attribute(xml, "ref");
            } else if (name.equals("text") && ref != null) {
                String text;
                if (threaded) {
                    plain.setLength(0);
                    Xml.text(xml, plain, 1, limits, origin);
                    text = plain.toString();
                } else {
                    text = rich.read(xml);
                }
                add(CellAddress.row(ref), CellAddress.column(ref), text);
            }
        }
        before.forEach((row, comments) -> comments.forEach((column, text) ->
                byRow.computeIfAbsent(row, r -> new TreeMap<>()).putIfAbsent(column, text)));
    }
}
