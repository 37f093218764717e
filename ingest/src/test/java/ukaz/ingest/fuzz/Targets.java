package ukaz.ingest.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.name.NameOrder;
import ukaz.ingest.normalise.name.Names;
import ukaz.ingest.normalise.record.Assembled;
import ukaz.ingest.normalise.record.RecordAssembler;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.ingest.normalise.term.Awards;
import ukaz.ingest.normalise.term.Citizenships;
import ukaz.ingest.normalise.term.Numbers;
import ukaz.ingest.normalise.term.Ordinals;
import ukaz.ingest.normalise.term.Posthumous;
import ukaz.ingest.normalise.term.ServiceYears;
import ukaz.ingest.normalise.term.Sexes;
import ukaz.ingest.normalise.term.Statuses;
import ukaz.ingest.normalise.text.Texts;
import ukaz.ingest.source.Cells;
import ukaz.ingest.source.Limits;
import ukaz.ingest.source.OpenOptions;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.source.Sources;
import ukaz.ingest.source.Told;
import ukaz.ingest.source.Workbook;
import ukaz.ingest.table.Grid;
import ukaz.ingest.table.Mapping;
import ukaz.ingest.table.RowKind;
import ukaz.ingest.table.Table;
import ukaz.ingest.table.TableReader;
import ukaz.ingest.table.TableRow;
import ukaz.model.HistoricalDate;
import ukaz.model.NameKey;
import ukaz.model.PersonName;
import ukaz.model.Status;
import ukaz.model.data.DataException;
import ukaz.rules.RuleBook;
import ukaz.rules.Settings;

/** What is fuzzed: each takes any bytes at all. The names of the methods are those that Jazzer looks for. */
public final class Targets {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final Limits LIMITS = new Limits(1 << 20, 1 << 22, 200, 5_000, 500, 5_000, 1 << 20);
    private static final DateContext ANY_DATE = DateContext.of(DateContext.Role.OTHER, TODAY);

    private Targets() {}

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException(what);
        }
    }

    /** A value and the word that it was read go together; of what is unreadable a part may be a value. */
    private static void whole(Reading<?> reading) {
        boolean value = reading.value() != null;
        require(
                switch (reading.state()) {
                    case VALUE -> value;
                    case EMPTY, UNKNOWN -> !value;
                    case UNREADABLE -> true;
                },
                "state and value of " + reading);
    }

    /** The same, and what is unreadable has a reason. */
    private static void sound(Reading<?> reading) {
        whole(reading);
        require(
                reading.state() != Reading.State.UNREADABLE
                        || !reading.remarks().isEmpty(),
                "no reason for " + reading);
    }

    /** Dates; whatever is read as one is written as EDTF, and read from there again. */
    public static final class OfDates {

        private OfDates() {}

        public static void fuzzerTestOneInput(byte[] data) {
            String text = text(data);
            for (DateContext.Role role : DateContext.Role.values()) {
                DateContext context = DateContext.of(role, TODAY);
                date(Dates.readText(text, context));
                date(Dates.read(SourceCell.text(text), context));
                Dates.readAll(text, context).forEach(OfDates::date);
                Dates.findIn(text, context);
            }
            Dates.readLifeYears(text, ANY_DATE);
            Dates.orderOf(List.of(text.split("[;\n]")));
            if (data.length >= Double.BYTES) {
                double serial = ByteBuffer.wrap(data).getDouble();
                date(Dates.read(SourceCell.date(serial), ANY_DATE));
                date(Dates.read(SourceCell.number(serial), ANY_DATE.withDate1904(true)));
            }
        }

        private static void date(Reading<HistoricalDate> reading) {
            sound(reading);
            HistoricalDate date = reading.value();
            if (date != null) {
                require(HistoricalDate.parse(date.toString()).equals(date), "EDTF of " + date);
            }
        }
    }

    /** The names of people; what is said to stand as typed does, and nothing beside it is left out. */
    public static final class OfNames {

        private OfNames() {}

        public static void fuzzerTestOneInput(byte[] data) {
            String text = text(data);
            Reading<PersonName> reading = Names.readFull(text, NameOrder.SURNAME_FIRST);
            sound(reading);
            PersonName name = reading.value();
            if (name != null) {
                require(
                        !reading.changes().isEmpty()
                                || !reading.remarks().isEmpty()
                                || text.strip().equals(name.display()),
                        "changed in silence: " + name);
                Names.sexOf(name);
                Names.genderConflict(name, null);
                NameKey.matching(name);
                NameKey.phonetic(name);
                name.display();
            }
        }
    }

    /** Mappings; one that is wrong says so in both languages with its place, any other can be applied. */
    public static final class OfMappings {

        private static final String SHEET = """
                Список
                № | ФИО | Дата рожд. | Награда | Дата указа | № медали
                =1 | Иванов Иван Иванович | 01.02.1903 | ГСТ | 05.03.1946 | =1234
                =2 | | | ГСТ | 05.03.1948 |""";

        private OfMappings() {}

        public static void fuzzerTestOneInput(byte[] data) throws SourceException {
            Mapping mapping;
            try {
                mapping = Mapping.read("m.yaml", new StringReader(text(data)));
            } catch (DataException e) {
                placed(e, "m.yaml");
                return;
            }
            TableReader reader = new TableReader(Grid.of(SHEET), "a.xlsx", mapping);
            RecordAssembler assembler = new RecordAssembler("a.xlsx", "00", TODAY);
            for (TableRow row = reader.next(); row != null; row = reader.next()) {
                Table table = row.table();
                if (table != null && row.kind() == RowKind.RECORD) {
                    require(!assembler.assemble(table, row).records().isEmpty(), "a row without a record");
                }
            }
        }
    }

    /** Settings; those that are wrong say so in both languages with their place, with any others a check can begin. */
    public static final class OfSettings {

        private OfSettings() {}

        public static void fuzzerTestOneInput(byte[] data) {
            try {
                RuleBook.of(Settings.read("s.yaml", new StringReader(text(data))));
            } catch (DataException e) {
                placed(e, "s.yaml");
            }
        }
    }

    private static void placed(DataException wrong, String file) {
        require(
                wrong.sentence().en().startsWith(file) && wrong.sentence().ru().startsWith(file),
                "no place in " + wrong.sentence());
    }

    /** Awards, organs, states, numbers and the other short words. */
    public static final class OfTerms {

        private OfTerms() {}

        public static void fuzzerTestOneInput(byte[] data) {
            String text = text(data);
            SourceCell cell = SourceCell.text(text);
            Awards.readAll(text).forEach(Targets::sound);
            sound(Awards.read(text));
            sound(Authorities.read(text));
            Authorities.findIn(text);
            sound(Citizenships.read(text));
            sound(Numbers.readInsignia(cell));
            sound(Ordinals.read(cell));
            whole(Posthumous.read(cell));
            Posthumous.isSaidIn(text);
            sound(ServiceYears.read(cell));
            whole(Sexes.read(text));
            Statuses.read(text, ANY_DATE);
            for (Status status : Status.values()) {
                Statuses.readColumn(status, text, ANY_DATE);
            }
            Reading<String> clean = Texts.clean(text);
            String once = clean.value();
            if (once != null) {
                Texts.clean(once);
            }
            if (data.length >= Double.BYTES) {
                SourceCell number = SourceCell.number(ByteBuffer.wrap(data).getDouble());
                sound(Numbers.readInsignia(number));
                sound(Ordinals.read(number));
                sound(ServiceYears.read(number));
            }
        }
    }

    /** Headers, and the rows under them, as lines of cells apart by bars. */
    public static final class OfTables {

        private OfTables() {}

        public static void fuzzerTestOneInput(byte[] data) throws SourceException {
            tables(Grid.of(text(data)));
        }
    }

    /** The bytes of a file. */
    public static final class OfFiles {

        private OfFiles() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            file(data);
        }
    }

    /** The part of a package whose place in {@link #PARTS} the first byte says, for no mutation of a zip is one. */
    public static final class OfParts {

        static final List<String> PARTS = List.of(
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "[Content_Types].xml",
                "xl/comments1.xml",
                "xl/worksheets/_rels/sheet1.xml.rels",
                "content.xml",
                "META-INF/manifest.xml",
                "xl/worksheets/sheet1.bin",
                "xl/sharedStrings.bin",
                "xl/styles.bin",
                "xl/workbook.bin");

        private OfParts() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            if (data.length > 0) {
                String part = PARTS.get((data[0] & 0xFF) % PARTS.size());
                file(Packages.with(part, Arrays.copyOfRange(data, 1, data.length)));
            }
        }
    }

    /**
     * A worksheet or shared strings, as the first byte says, read from bytes and by a parser: what the parser reads is read
     * from the bytes too. Of what it refuses as no XML, more may be read from the bytes.
     */
    public static final class OfSheets {

        private OfSheets() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            if (data.length == 0) {
                return;
            }
            String part = OfParts.PARTS.get(data[0] & 1);
            Path file = written(Packages.with(part, Arrays.copyOfRange(data, 1, data.length)));
            try {
                Told expected = Told.of(file, false, LIMITS);
                Told told = Told.of(file, true, LIMITS);
                if (expected.faults().isEmpty()) {
                    require(told.equals(expected), told + " and not " + expected);
                } else {
                    require(
                            told.rows().size() >= expected.rows().size()
                                    && told.rows()
                                            .subList(0, expected.rows().size())
                                            .equals(expected.rows()),
                            told + " and not at least " + expected);
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    /** The bytes of a file of text; what begins like another format is left to {@link OfFiles}. */
    public static final class OfCsv {

        private OfCsv() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            if (data.length < 2 || data[0] != 'P' && data[0] != (byte) 0xD0) {
                file(data);
            }
        }
    }

    /** A sound worksheet written as the bytes choose: what is read from it is what POI reads. */
    public static final class OfWorksheets {

        private OfWorksheets() {}

        public static void fuzzerTestOneInput(byte[] data) throws IOException {
            SoundWorksheet sheet = new SoundWorksheet(data);
            byte[] content = Packages.with(Map.of(
                    "xl/worksheets/sheet1.xml", sheet.sheet(),
                    "xl/sharedStrings.xml", sheet.strings()));
            Path file = written(content);
            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
                Told told = Told.of(file, true, LIMITS);
                require(told.faults().isEmpty(), told.faults() + " in " + sheet);
                String difference = Cells.difference(told.rows(), book.getSheetAt(0));
                require(difference == null, difference + " in " + sheet);
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Path written(byte[] content) throws IOException {
        // in memory where there is such a place
        Path folder = Path.of("/dev/shm");
        Path file = Files.isWritable(folder)
                ? Files.createTempFile(folder, "ukaz-fuzz", ".tmp")
                : Files.createTempFile("ukaz-fuzz", ".tmp");
        return Files.write(file, content);
    }

    private static void file(byte[] content) throws IOException {
        Path file = written(content);
        try {
            try (Workbook workbook = Sources.open(file, "fuzz", new OpenOptions(LIMITS, null))) {
                tables(workbook);
                double share = workbook.share();
                require(Double.isNaN(share) || share >= 0 && share <= 1, "share " + share);
            }
        } catch (SourceException e) {
            require(e.fault().rule().startsWith("source-"), e.fault().rule());
        } finally {
            Files.delete(file);
        }
    }

    private static void tables(Workbook workbook) throws SourceException {
        TableReader tables = new TableReader(workbook, "fuzz");
        RecordAssembler assembler = new RecordAssembler("fuzz", "0", TODAY);
        int damaged = 0;
        while (damaged < 10) {
            try {
                TableRow row = tables.next();
                if (row == null) {
                    break;
                }
                Table table = row.table();
                if (row.kind() == RowKind.RECORD && table != null) {
                    Assembled assembled = assembler.assemble(table, row.row());
                    require(!assembled.records().isEmpty(), "no record");
                    require(assembled.records().size() == assembled.changes().size(), "changes of each record");
                }
            } catch (SourceException e) {
                damaged++;
            }
        }
        tables.sheets().forEach(sheet -> require(sheet.counts().balances(), "rows of " + sheet.counts()));
    }
}
