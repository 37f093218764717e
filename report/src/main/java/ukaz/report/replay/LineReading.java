package ukaz.report.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SheetSummary;
import ukaz.ingest.store.SourceSummary;
import ukaz.ingest.store.StoredChange;
import ukaz.ingest.store.StoredRecord;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Certainty;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.Finding;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.Severity;
import ukaz.model.Sex;
import ukaz.model.SkippedRow;
import ukaz.model.SourceRef;
import ukaz.model.Status;
import ukaz.model.StatusEvent;
import ukaz.report.data.CodedValues;
import ukaz.report.in.JsonObject;
import ukaz.report.revision.Revision;

/** The lines of the outputs for programs, back as what they were made of; a runtime exception where they are not those. */
final class LineReading {

    private static final int MOST_LETTERS = 5;

    private final Set<SourceRef> sheets = new HashSet<>();
    private final Set<String> rules;

    /** @param rules those that the run had */
    LineReading(List<SourceSummary> sources, Set<String> rules) {
        this.rules = rules;
        for (SourceSummary source : sources) {
            for (SheetSummary sheet : source.sheets()) {
                sheets.add(SourceRef.sheet(source.path(), sheet.name()));
            }
        }
    }

    StoredRecord record(JsonObject line) {
        SourceRef at = place(line);
        if (at.row() == 0 || !sheets.contains(SourceRef.sheet(at.file(), at.sheet()))) {
            throw new IllegalArgumentException("a record of a sheet that was not read");
        }
        AwardRecord.Builder record = AwardRecord.builder(
                        line.needed("id"), new SourceRef(at.file(), at.sheet(), at.row(), -1))
                .name(new PersonName(
                        line.text("surname"), line.text("givenName"), line.text("patronymic"), line.text("formerName")))
                .sex(sex(line.text("sex")))
                .birthDate(date(line, "birthDate"))
                .deathDate(date(line, "deathDate"))
                .citizenship(line.text("citizenship"))
                .nationality(line.text("nationality"))
                .award(line.text("award"))
                .ordinal(line.integer("ordinal"))
                .decreeDate(date(line, "decreeDate"))
                .decreeNumber(line.text("decreeNumber"))
                .authority(line.text("authority"))
                .posthumous(line.flag("posthumous"))
                .serviceYears(line.integer("serviceYears"))
                .raw(texts(line.neededObject("raw")));
        Status status = status(line.needed("status"));
        if (status != Status.VALID) {
            record.statusEvents(List.of(new StatusEvent(status, null, null)));
        }
        JsonObject stated = line.object("stated");
        record.medalNumber(number(line, stated, Field.MEDAL_NUMBER, record));
        record.orderOfLeninNumber(number(line, stated, Field.ORDER_OF_LENIN_NUMBER, record));
        record.certificateNumber(number(line, stated, Field.CERTIFICATE_NUMBER, record));
        return new StoredRecord(record.build(), line.text("person"));
    }

    /** The number as it is shown; where the source states something else instead, its cell goes to the record. */
    private static @Nullable InsigniaNumber number(
            JsonObject line, @Nullable JsonObject stated, Field field, AwardRecord.Builder record) {
        String number = line.text(field.key());
        if (number != null) {
            return InsigniaNumber.of(number);
        }
        String text = stated == null ? null : stated.text(field.key());
        if (text == null) {
            return null;
        }
        record.cell(field, new Cell(-1, "", text));
        return InsigniaNumber.stated(InsigniaNumber.Kind.UNKNOWN);
    }

    Finding finding(JsonObject line) {
        String rule = line.needed("rule");
        if (!rules.contains(rule)) {
            throw new IllegalArgumentException("a rule that the run did not have");
        }
        List<SourceRef> related = new ArrayList<>();
        for (JsonObject place : line.objects("related")) {
            related.add(place(place));
        }
        Fault fault = new Fault(
                rule,
                place(line),
                field(line.text("field")),
                line.text("column"),
                line.text("value"),
                certainty(line.needed("certainty")),
                null,
                CodedValues.read(line.neededObject("values")),
                related);
        return new Finding(
                fault,
                Severity.of(line.needed("severity")),
                line.texts("basis"),
                line.textOrEmpty("record"),
                line.needed("fingerprint"));
    }

    StoredChange change(JsonObject line) {
        return new StoredChange(
                place(line),
                line.needed("column"),
                line.textOrEmpty("record"),
                new Change(
                        Field.of(line.needed("field")).orElseThrow(),
                        Change.Kind.of(line.needed("kind")).orElseThrow(),
                        line.needed("from"),
                        line.needed("to")),
                times(line));
    }

    private static int times(JsonObject line) {
        Integer times = line.integer("times");
        return times == null ? 1 : times;
    }

    SkippedRow skipped(JsonObject line) {
        return new SkippedRow(place(line), line.needed("reason"), line.needed("kind"), line.texts("cells"));
    }

    Revision revision(JsonObject line) {
        Revision.Kind kind = Revision.Kind.valueOf(line.needed("kind").toUpperCase(Locale.ROOT));
        Map<String, Revision.Said> cells = new LinkedHashMap<>();
        for (JsonObject cell : line.objects("cells")) {
            cells.put(cell.needed("column"), new Revision.Said(cell.textOrEmpty("before"), cell.textOrEmpty("now")));
        }
        return new Revision(
                kind == Revision.Kind.ADDED ? null : version(line, "recordBefore", "rowBefore"),
                kind == Revision.Kind.REMOVED ? null : version(line, "record", "row"),
                cells);
    }

    private static AwardRecord version(JsonObject line, String id, String row) {
        SourceRef at = new SourceRef(line.needed("file"), line.text("sheet"), (int) line.number(row), -1);
        return AwardRecord.builder(line.needed(id), at)
                .name(new PersonName(line.text("name"), null, null, null))
                .award(line.text("award"))
                .build();
    }

    private static SourceRef place(JsonObject line) {
        Integer row = line.integer("row");
        String cell = line.text("cell");
        if (row != null && row < 1) {
            throw new IllegalArgumentException("no row of a sheet");
        }
        return new SourceRef(
                line.needed("file"), line.text("sheet"), row == null ? 0 : row, cell == null ? -1 : column(cell));
    }

    /** The column of an address, {@code F} or {@code F17}; -1 where it has none. */
    static int column(String address) {
        int column = 0;
        int letters = 0;
        while (letters < address.length() && Character.isLetter(address.charAt(letters))) {
            char letter = address.charAt(letters++);
            if (letter < 'A' || letter > 'Z' || letters > MOST_LETTERS) {
                throw new IllegalArgumentException("no address of a cell");
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    static @Nullable Field field(@Nullable String key) {
        return key == null ? null : Field.of(key).orElseThrow();
    }

    private static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.members().keySet().forEach(key -> texts.put(key, object.needed(key)));
        return texts;
    }

    private static @Nullable HistoricalDate date(JsonObject line, String key) {
        String text = line.text(key);
        return text == null ? null : HistoricalDate.parse(text);
    }

    private static @Nullable Sex sex(@Nullable String key) {
        if (key == null) {
            return null;
        }
        for (Sex sex : Sex.values()) {
            if (sex.key().equals(key)) {
                return sex;
            }
        }
        throw new IllegalArgumentException("no sex");
    }

    private static Status status(String key) {
        for (Status status : Status.values()) {
            if (status.key().equals(key)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status");
    }

    private static Certainty certainty(String key) {
        for (Certainty certainty : Certainty.values()) {
            if (certainty.key().equals(key)) {
                return certainty;
            }
        }
        throw new IllegalArgumentException("no certainty");
    }
}
