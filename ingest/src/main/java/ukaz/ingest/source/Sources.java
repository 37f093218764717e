package ukaz.ingest.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import ukaz.ingest.source.Limits.Limit;

/** Opens whatever a person may hand over as a spreadsheet, by its content, whatever its name. */
public final class Sources {

    private static final Set<String> EXTENSIONS =
            Set.of("xlsx", "xlsm", "xltx", "xltm", "xls", "xlt", "xlsb", "ods", "csv", "tsv", "txt");
    private static final Set<String> TEXTS = Set.of("csv", "tsv", "txt");
    private static final int HEAD_BYTES = 1 << 20;

    private Sources() {}

    /**
     * Opens a file for reading.
     *
     * @param name the path as given, for the findings
     * @throws SourceException where it cannot be read as a spreadsheet, and why
     */
    public static Workbook open(Path location, String name, OpenOptions options) throws SourceException {
        return open(location, name, options, SheetRange.ALL);
    }

    /**
     * Opens some sheets of a file.
     *
     * @param sheets all, or some of those that {@link #sheetBytes} tells of
     */
    public static Workbook open(Path location, String name, OpenOptions options, SheetRange sheets)
            throws SourceException {
        Origin origin = new Origin(name, options.password() != null);
        try {
            FormatReader reader = reader(location, name, options, origin);
            if (!sheets.equals(SheetRange.ALL)) {
                reader.only(sheets);
            }
            return new GuardedWorkbook(reader, origin, promisesWorkbook(name));
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            throw GuardedWorkbook.translated(e, origin);
        }
    }

    /**
     * The packed bytes of each sheet by its index, where sheets of the file can be read without the others, with the same
     * result; nothing elsewhere, and where the file cannot be opened.
     */
    public static SortedMap<Integer, Long> sheetBytes(Path location, String name, OpenOptions options) {
        try (FormatReader reader = reader(location, name, options, new Origin(name, options.password() != null))) {
            return reader.sheetBytes();
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            // Whoever reads it as a whole says what is wrong with it.
            return new TreeMap<>();
        }
    }

    /** True for a file that a search through a folder should take up: by its name, and neither hidden nor a lock. */
    public static boolean looksLikeSpreadsheet(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        if (name.startsWith("~$") || name.startsWith(".") || name.startsWith("~lock")) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        return EXTENSIONS.contains(extension(name)) && (folder == null || !isOwnOutput(folder, name));
    }

    /** What an earlier run left behind is not to be checked as if it were a source. */
    private static boolean isOwnOutput(Path folder, String name) {
        boolean named = name.equals("report.xlsx")
                || name.equals("discrepancies.csv")
                || name.equals("records.csv")
                || name.equals("corrections.csv");
        if (named) {
            return Files.exists(folder.resolve("summary.json"));
        }
        Path above = folder.getParent();
        return above != null && folder.endsWith("annotated") && Files.exists(above.resolve("summary.json"));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean promisesWorkbook(String name) {
        String extension = extension(name);
        return EXTENSIONS.contains(extension) && !TEXTS.contains(extension);
    }

    private static FormatReader reader(Path file, String name, OpenOptions options, Origin origin)
            throws IOException, XMLStreamException {
        Limits limits = options.limits();
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw origin.unreadable("read-error");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw origin.unreadable("empty-file");
        } else if (size > limits.maxFileBytes()) {
            throw origin.tooLarge(Limit.FILE_SIZE, size, limits.maxFileBytes());
        }
        byte[] head = new byte[(int) Math.min(HEAD_BYTES, size + 1)];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(head, 0, head.length);
        }
        return switch (Signature.of(head, length)) {
            case ZIP -> zipped(Files.newByteChannel(file), limits, origin);
            case OLE2 -> Ole2.reader(file, options, origin);
            case UNKNOWN -> text(file, name, head, length, limits, origin);
            default -> throw origin.unsupported(Signature.of(head, length).format);
        };
    }

    private static FormatReader text(Path file, String name, byte[] head, int length, Limits limits, Origin origin)
            throws IOException {
        TextEncoding encoding = TextEncoding.of(head, length);
        if (encoding != null) {
            return new TextReader(file, encoding, head, length, limits, origin);
        }
        String extension = extension(name);
        if (!EXTENSIONS.contains(extension)) {
            throw origin.unsupported(name.indexOf('.') < 0 ? "?" : "." + extension);
        }
        throw origin.unreadable(promisesWorkbook(name) ? "not-what-its-name-says" : "not-text");
    }

    /** The reader of a package; takes the channel over. */
    static FormatReader zipped(SeekableByteChannel channel, Limits limits, Origin origin)
            throws IOException, XMLStreamException {
        GuardedZip zip;
        try {
            zip = new GuardedZip(channel, limits, origin);
        } catch (SourceException e) {
            channel.close();
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            // the directory of a zip stands at its end
            throw origin.unreadable("truncated", e);
        }
        return opened(zip, () -> {
            if (zip.has("[Content_Types].xml")) {
                return office(zip, limits, origin);
            } else if (zip.has("content.xml")) {
                return openDocument(zip, limits, origin);
            }
            throw origin.unsupported("ZIP");
        });
    }

    private static FormatReader office(GuardedZip zip, Limits limits, Origin origin)
            throws IOException, XMLStreamException {
        OfficePackage parts = new OfficePackage(zip);
        if (parts.hasType("wordprocessingml")) {
            throw origin.unsupported(".docx");
        } else if (parts.hasType("presentationml") && !parts.hasType("spreadsheetml")) {
            throw origin.unsupported(".pptx");
        }
        if (parts.hasType("ms-excel.sheet.binary")) {
            return new XlsbReader(parts, limits, origin);
        }
        String format = parts.hasType("sheet.macroEnabled.main")
                ? "xlsm"
                : parts.hasType("template.main")
                        ? "xltx"
                        : parts.hasType("template.macroEnabled.main") ? "xltm" : "xlsx";
        return new XlsxReader(parts, format, limits, origin);
    }

    private static FormatReader openDocument(GuardedZip zip, Limits limits, Origin origin)
            throws IOException, XMLStreamException {
        String type;
        try (InputStream in = zip.open("mimetype")) {
            type = in == null ? "" : new String(in.readNBytes(200), StandardCharsets.US_ASCII);
        }
        if (!type.isEmpty() && !type.contains("opendocument.spreadsheet")) {
            throw origin.unsupported(type.contains("opendocument.text") ? ".odt" : type.strip());
        }
        return new OdsReader(zip, limits, origin);
    }

    /** Makes a reader on an open resource, or closes the resource. */
    static FormatReader opened(Closeable resource, Opening opening) throws IOException, XMLStreamException {
        boolean done = false;
        try {
            FormatReader reader = opening.reader();
            done = true;
            return reader;
        } finally {
            if (!done) {
                resource.close();
            }
        }
    }

    /** The making of a reader. */
    interface Opening {

        FormatReader reader() throws IOException, XMLStreamException;
    }
}
