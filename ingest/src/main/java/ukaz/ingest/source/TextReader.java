package ukaz.ingest.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.Limits.Limit;
import ukaz.model.Fault;

/** Streams delimited text; every cell is a text, as typed. */
final class TextReader implements FormatReader {

    private static final int HEAD_CHARS = 256 << 10;

    private final Limits limits;
    private final Origin origin;
    private final String format;
    private final SeekableByteChannel bytes;
    private final CsvReader<CsvRecord> records;
    private final Iterator<CsvRecord> iterator;
    private final RowCells cells;
    private final int linesBefore;
    private final boolean regular;
    private boolean entered;
    private boolean left;

    /** Takes the encoding as found in {@code head}, the first bytes of the file. */
    TextReader(Path file, TextEncoding encoding, byte[] head, int headLength, Limits limits, Origin origin)
            throws IOException {
        this.limits = limits;
        this.origin = origin;
        this.cells = new RowCells(limits, origin);
        String beginning = beginning(encoding, head, headLength);
        Dialect dialect = Dialect.of(beginning, headLength < head.length && beginning.length() < HEAD_CHARS);
        this.format = dialect.delimiter() == '\t' ? "tsv" : "csv";
        this.linesBefore = dialect.declared() ? 1 : 0;
        this.regular = dialect.regular();
        bytes = Files.newByteChannel(file);
        InputStream in = Channels.newInputStream(bytes);
        boolean opened = false;
        try {
            in.skipNBytes(encoding.bom());
            Reader text = new BufferedReader(decoded(in, encoding), 1 << 16);
            if (dialect.declared()) {
                skipLine(text);
            }
            records = reader(text, dialect.delimiter());
            iterator = records.iterator();
            opened = true;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    private static Reader decoded(InputStream in, TextEncoding encoding) {
        // a broken byte becomes U+FFFD, which is seen and reported; the other rows go on
        return new InputStreamReader(
                in,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private static String beginning(TextEncoding encoding, byte[] head, int length) throws IOException {
        char[] chars = new char[HEAD_CHARS];
        int size = 0;
        try (Reader text = decoded(
                new ByteArrayInputStream(head, encoding.bom(), Math.max(0, length - encoding.bom())), encoding)) {
            for (int read; size < chars.length && (read = text.read(chars, size, chars.length - size)) > 0; ) {
                size += read;
            }
        }
        return new String(chars, 0, size);
    }

    private static void skipLine(Reader text) throws IOException {
        for (int c = text.read(); c >= 0 && c != '\n'; c = text.read()) {
            if (c == '\r') {
                text.mark(1);
                if (text.read() != '\n') {
                    text.reset();
                }
                return;
            }
        }
    }

    // people forget to double quotation marks, and their file is read all the same
    @SuppressWarnings("removal")
    private CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        int fieldSize = limits.maxCellChars();
        int recordSize = (int) Math.min(64L << 20, (long) fieldSize * limits.maxColumns());
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize((int) Math.min(1 << 28, Math.max(1 << 16, 4L * fieldSize)))
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(limits.maxColumns())
                                .maxFieldSize(fieldSize)
                                .maxRecordSize(Math.max(recordSize, fieldSize))
                                .build(),
                        text);
    }

    /** Whether its lines have as many fields as one another. */
    boolean isRegular() {
        return regular;
    }

    @Override
    public boolean sheetsApart() {
        return false;
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public @Nullable Sheet nextSheet() {
        if (entered) {
            left = true;
            return null;
        }
        entered = true;
        return new Sheet(0, null, false, false);
    }

    @Override
    public @Nullable SourceRow nextRow() throws IOException {
        while (entered && !left) {
            CsvRecord read;
            try {
                if (!iterator.hasNext()) {
                    left = true;
                    return null;
                }
                read = iterator.next();
            } catch (CsvParseException e) {
                left = true;
                throw translated(e);
            }
            long line = read.getStartingLineNumber() + linesBefore;
            if (line > limits.maxRows()) {
                left = true;
                origin.at(limits.maxRows());
                throw origin.tooLarge(Limit.ROWS, line, limits.maxRows());
            }
            int number = (int) line;
            origin.at(number);
            int fields = read.getFieldCount();
            for (int i = 0; i < fields; i++) {
                String text = read.getField(i);
                if (!text.isEmpty()) {
                    cells.add(i, SourceCell.Kind.TEXT, text, Double.NaN, false, false, null);
                }
            }
            SourceRow row = cells.take(number, false);
            // what DOS put behind the end of a text
            if (row.cells().size() != 1 || !row.cells().get(0).text().equals("\u001A")) {
                return row;
            }
        }
        return null;
    }

    private SourceException translated(CsvParseException e) {
        if (e.getCause() instanceof OutOfMemoryError memory) {
            // no fault of the file
            throw memory;
        }
        String message = String.valueOf(e.getMessage());
        if (message.contains(" fields")) {
            return origin.tooLarge(Limit.COLUMNS, limits.maxColumns() + 1L, limits.maxColumns());
        } else if (message.contains("max field size")
                || message.contains("buffer")
                || message.contains("record size")) {
            return origin.tooLarge(Limit.CELL_LENGTH, limits.maxCellChars() + 1L, limits.maxCellChars());
        }
        int at = message.indexOf("at line ");
        if (at >= 0) {
            origin.at(Math.max(0, CellAddress.row(message.substring(at)) + linesBefore));
        }
        return origin.unreadable("damaged", e);
    }

    @Override
    public double share() throws IOException {
        return (double) bytes.position() / Math.max(1, bytes.size());
    }

    @Override
    public List<Fault> faults() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
