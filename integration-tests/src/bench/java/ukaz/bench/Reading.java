package ukaz.bench;

import com.github.pjfanning.xlsx.StreamingReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.source.Sources;

/** Reads every cell of a file by one of the programs that can, each in a process of its own. */
public final class Reading {

    /** The programs, with the most rows they are asked to read: those that hold a workbook in memory need gigabytes. */
    enum Peer {
        UKAZ("Ukaz, its reader", 10_000_000),
        INFLATE("unpacking alone", 10_000_000),
        FASTEXCEL("fastexcel-reader", 10_000_000),
        POI_EVENT("POI, event model", 1_000_000),
        STREAMING("excel-streaming-reader", 1_000_000),
        POI_USER("POI, user model", 100_000),
        FASTCSV("FastCSV", 10_000_000);

        private final String title;
        private final int most;

        Peer(String title, int most) {
            this.title = title;
            this.most = most;
        }

        private List<Register.Format> formats() {
            return switch (this) {
                case UKAZ, POI_USER -> List.of(Register.Format.values());
                case FASTCSV -> List.of(Register.Format.CSV);
                default -> List.of(Register.Format.SHARED, Register.Format.INLINE);
            };
        }

        boolean reads(Register.Format format, int rows) {
            return rows <= most && formats().contains(format) && !(this == POI_USER && format == Register.Format.CSV);
        }

        List<String> command(Path file) {
            String memory = this == POI_USER ? "-Xmx6g" : "-Xmx512m";
            return java(memory, Reading.class, name(), file.toString());
        }

        /** fastexcel-reader; for text FastCSV. */
        boolean isYardstick(Register.Format format) {
            return this
                    == switch (format) {
                        case SHARED, INLINE -> FASTEXCEL;
                        case XLS -> POI_USER;
                        case CSV -> FASTCSV;
                    };
        }
    }

    private long rows;
    private long cells;
    private long sum;

    private Reading() {}

    /** @param wanted the names of some programs; empty for all that can */
    static Benchmark.Suite suite(Path work, Register.Format format, int rows, List<String> wanted) throws IOException {
        Path file = Register.file(work, format, rows);
        List<Benchmark.Contender> contenders = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            if (peer.reads(format, rows) && (wanted.isEmpty() || wanted.contains(peer.name()))) {
                contenders.add(new Benchmark.Contender(peer.title, peer.isYardstick(format), peer.command(file)));
            }
        }
        return new Benchmark.Suite(
                String.format(Locale.ROOT, "Reading every cell, %s, %,d rows", format.title, rows), contenders);
    }

    /** A process of its own, with the same options for everybody: those by which the launcher starts Ukaz. */
    static List<String> java(String memory, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(memory);
        command.addAll(launched());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> launched() {
        try {
            String launcher = Files.readString(Path.of("../bin/ukaz"));
            return Pattern.compile("-XX:(\\+Use|Tier\\d)[A-Za-z0-9]+(=\\d+)?")
                    .matcher(launcher)
                    .results()
                    .map(MatchResult::group)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] args) throws Exception {
        Reading reading = new Reading();
        Path file = Path.of(args[1]);
        switch (Peer.valueOf(args[0])) {
            case UKAZ -> reading.ukaz(file);
            case INFLATE -> reading.inflate(file);
            case FASTEXCEL -> reading.fastexcel(file);
            case POI_EVENT -> reading.poiEvents(file);
            case POI_USER -> reading.poi(file);
            case STREAMING -> reading.streaming(file);
            case FASTCSV -> reading.fastcsv(file);
        }
        System.out.println(reading.rows + " rows, " + reading.cells + " cells, sum " + reading.sum);
    }

    private void text(String text) {
        cells++;
        sum += text.length() + (text.isEmpty() ? 0 : text.charAt(text.length() - 1));
    }

    private void number(double number) {
        cells++;
        sum += (long) number;
    }

    private void ukaz(Path file) throws Exception {
        try (var workbook = Sources.open(file, file.toString(), OpenOptions.DEFAULT)) {
            while (workbook.nextSheet() != null) {
                for (SourceRow row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                    rows++;
                    for (SourceCell cell : row.cells()) {
                        switch (cell.kind()) {
                            case EMPTY -> {}
                            case NUMBER, DATE -> number(cell.number());
                            default -> text(cell.text());
                        }
                    }
                }
            }
        }
    }

    private void inflate(Path file) throws IOException {
        byte[] buffer = new byte[1 << 18];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                try (InputStream in = zip.getInputStream(all.nextElement())) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        sum += read;
                    }
                }
            }
        }
    }

    private void fastexcel(Path file) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            for (var sheet : workbook.getSheets().toList()) {
                try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
                    all.forEach(row -> {
                        rows++;
                        for (var cell : row) {
                            if (cell == null || cell.getType() == org.dhatim.fastexcel.reader.CellType.EMPTY) {
                                continue;
                            }
                            if (cell.getType() == org.dhatim.fastexcel.reader.CellType.NUMBER) {
                                number(cell.asNumber().doubleValue());
                            } else {
                                text(cell.getText());
                            }
                        }
                    });
                }
            }
        }
    }

    private void poiEvents(Path file) throws Exception {
        try (OPCPackage parts = OPCPackage.open(file.toFile())) {
            XSSFReader reader = new XSSFReader(parts);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(parts);
            for (var sheets = reader.getSheetsData(); sheets.hasNext(); ) {
                try (InputStream in = sheets.next()) {
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(), null, strings, handler(), new DataFormatter(), false));
                    xml.parse(new InputSource(in));
                }
            }
        }
    }

    private XSSFSheetXMLHandler.SheetContentsHandler handler() {
        return new XSSFSheetXMLHandler.SheetContentsHandler() {
            @Override
            public void startRow(int row) {
                rows++;
            }

            @Override
            public void endRow(int row) {}

            @Override
            public void cell(String reference, String value, XSSFComment comment) {
                text(value);
            }
        };
    }

    private void poi(Path file) throws IOException {
        try (var workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            workbook.forEach(sheet -> sheet.forEach(this::poi));
        }
    }

    private void streaming(Path file) throws IOException {
        try (var workbook = StreamingReader.builder().rowCacheSize(100).open(file.toFile())) {
            workbook.forEach(sheet -> sheet.forEach(this::poi));
        }
    }

    private void poi(Row row) {
        rows++;
        for (var cell : row) {
            if (cell.getCellType() == CellType.NUMERIC) {
                number(cell.getNumericCellValue());
            } else if (cell.getCellType() != CellType.BLANK) {
                text(cell.getStringCellValue());
            }
        }
    }

    private void fastcsv(Path file) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(Files.newBufferedReader(file))) {
            for (CsvRecord row : reader) {
                rows++;
                for (String field : row.getFields()) {
                    if (!field.isEmpty()) {
                        text(field);
                    }
                }
            }
        }
    }
}
