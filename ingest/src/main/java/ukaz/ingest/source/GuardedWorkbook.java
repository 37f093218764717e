package ukaz.ingest.source;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;
import ukaz.model.Fault;

/**
 * A workbook out of which nothing comes but rows and {@link SourceException}s, whatever the libraries beneath throw. After
 * an exception the sheet is at its end, and so is the file where its sheets are one stream.
 */
final class GuardedWorkbook implements Workbook {

    private final FormatReader reader;
    private final Origin origin;
    private final boolean promised;
    private boolean sheetBroken;
    private boolean fileBroken;

    /** @param promised whether the name promises a workbook and not a text */
    GuardedWorkbook(FormatReader reader, Origin origin, boolean promised) {
        this.reader = reader;
        this.origin = origin;
        this.promised = promised;
    }

    @Override
    public String format() {
        return reader.format();
    }

    @Override
    public @Nullable Sheet nextSheet() throws SourceException {
        if (fileBroken) {
            return null;
        }
        boolean known = sheetBroken;
        sheetBroken = true;
        try {
            Sheet sheet = next(known);
            sheetBroken = false;
            return sheet;
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            fileBroken = !reader.sheetsApart();
            throw translated(e, origin);
        }
    }

    /** @param known true where the sheet before is known to be damaged, and need not be said to be again */
    private @Nullable Sheet next(boolean known) throws IOException, XMLStreamException {
        try {
            return reader.nextSheet();
        } catch (GuardedStream.LateDamage e) {
            if (known) {
                return reader.nextSheet();
            }
            throw e;
        }
    }

    @Override
    public @Nullable SourceRow nextRow() throws SourceException {
        if (sheetBroken || fileBroken) {
            return null;
        }
        try {
            return reader.nextRow();
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            sheetBroken = true;
            fileBroken = !reader.sheetsApart();
            throw translated(e, origin);
        }
    }

    @Override
    public boolean ofLines() {
        return reader instanceof TextReader;
    }

    @Override
    public @Nullable SourceException refusal() {
        if (!promised || !(reader instanceof TextReader text) || text.isRegular()) {
            return null;
        }
        origin.enter(null);
        return origin.unreadable("not-what-its-name-says");
    }

    @Override
    public double share() {
        try {
            return Math.min(1, reader.share());
        } catch (IOException | RuntimeException e) {
            return Double.NaN;
        }
    }

    @Override
    public List<MergedCells> merged(Sheet sheet) throws SourceException {
        try {
            return reader.merged(sheet);
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            throw translated(e, origin);
        }
    }

    @Override
    public List<Fault> faults() {
        return reader.faults();
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (GuardedStream.LateDamage e) {
            // whoever read to the end has been told, and whoever did not has not asked
        }
    }

    /** The fault that an exception stands for; a {@link SourceException} anywhere among its causes is the answer. */
    static SourceException translated(Throwable thrown, Origin origin) {
        String reason = "damaged";
        int depth = 0;
        for (Throwable e = thrown; e != null && depth < 20; e = cause(e), depth++) {
            if (e instanceof SourceException known) {
                return known;
            } else if (e instanceof OutOfMemoryError memory) {
                throw memory;
            } else if (e instanceof EOFException) {
                reason = "truncated";
            } else if (e instanceof AccessDeniedException) {
                reason = "no-permission";
            } else if (e instanceof NoSuchFileException) {
                reason = "no-such-file";
            } else if (e instanceof EncryptedDocumentException) {
                return origin.encrypted();
            }
        }
        return origin.unreadable(reason, thrown);
    }

    private static @Nullable Throwable cause(Throwable e) {
        return e instanceof XMLStreamException xml && xml.getNestedException() != null
                ? xml.getNestedException()
                : e.getCause();
    }
}
