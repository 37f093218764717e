package ukaz.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;

/** What {@link Workbook} promises, by a reader of one format that may still fail in the ways of its libraries. */
interface FormatReader extends Closeable {

    String format();

    @Nullable
    Sheet nextSheet() throws IOException, XMLStreamException;

    @Nullable
    SourceRow nextRow() throws IOException, XMLStreamException;

    List<Fault> faults();

    /** The cells that a sheet, read to its end, has merged over several rows. */
    default List<MergedCells> merged(Sheet sheet) throws IOException, XMLStreamException {
        return List.of();
    }

    /** How much of the file has been read, from 0 to 1; NaN where it cannot be told. */
    double share() throws IOException;

    /** True where every sheet is a part of its own, so that damage to one leaves the others. */
    boolean sheetsApart();

    /** The packed bytes of each sheet by its index, where some of them can be read without the others; else nothing. */
    default SortedMap<Integer, Long> sheetBytes() {
        return new TreeMap<>();
    }

    /** Leaves all other sheets out; only of a reader that tells of {@link #sheetBytes}. */
    default void only(SheetRange sheets) {
        throw new UnsupportedOperationException(format());
    }
}
