package ukaz.ingest.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.RowTitles;
import ukaz.model.Sex;
import ukaz.model.SourceRef;
import ukaz.model.Status;
import ukaz.model.StatusEvent;

/** How a record stands in a sheaf: what tells who is who first, its cells last. */
final class RecordCodec {

    /** What stays as typed and yet tells who is who: kept with the fields, for the reader without cells. */
    private static final List<Field> PLACES = List.of(Field.BIRTH_PLACE, Field.WORKPLACE, Field.REGION);

    private static final RecordShape NO_SHAPE = new RecordShape(List.of(), List.of());
    private static final Sex[] SEXES = Sex.values();
    private static final InsigniaNumber.Kind[] KINDS = InsigniaNumber.Kind.values();

    private static final int INFERRED = 1;
    private static final int POSTHUMOUS_SAID = 2;
    private static final int POSTHUMOUS = 4;
    private static final int HAS_MORE = 8;
    private static final int SEX = 4;

    private RecordCodec() {}

    static void write(AwardRecord record, Shapes.Known shape, SheafWriter to) {
        to.begin(record.at().row(), record.group());
        to.text(record.id());
        to.text(shape.id());
        PersonName name = record.name();
        to.text(name.surname());
        to.text(name.givenName());
        to.text(name.patronymic());
        to.text(name.formerName());
        to.text(record.birthDate());
        to.text(record.deathDate());
        to.number(flags(record));
        to.text(record.citizenship());
        to.text(record.nationality());
        to.text(record.award());
        to.integer(record.ordinal());
        to.integer(record.timesAwarded());
        to.text(record.decreeDate());
        to.text(record.decreeNumber());
        to.text(record.authority());
        write(record.medalNumber(), to);
        to.text(record.medalKind());
        write(record.orderOfLeninNumber(), to);
        write(record.certificateNumber(), to);
        to.text(record.presentationDate());
        to.integer(record.serviceYears());
        if (hasMore(record)) {
            more(record, to);
        }
        for (Field field : PLACES) {
            Cell cell = record.cell(field);
            to.text(cell == null ? null : cell.text());
        }
        cells(record, shape, to);
        to.end();
    }

    private static int flags(AwardRecord record) {
        Boolean posthumous = record.posthumous();
        Sex sex = record.sex();
        return (record.ordinalInferred() ? INFERRED : 0)
                | (posthumous == null ? 0 : posthumous ? POSTHUMOUS_SAID | POSTHUMOUS : POSTHUMOUS_SAID)
                | (hasMore(record) ? HAS_MORE : 0)
                | (sex == null ? 0 : sex.ordinal() + 1 << SEX);
    }

    private static boolean hasMore(AwardRecord record) {
        return !record.statusEvents().isEmpty() || !record.unreadable().isEmpty();
    }

    private static void more(AwardRecord record, SheafWriter to) {
        to.number(record.statusEvents().size());
        for (StatusEvent event : record.statusEvents()) {
            to.text(event.status().name());
            to.text(event.date());
            to.text(event.authority());
        }
        to.number(record.unreadable().size());
        for (Field field : record.unreadable()) {
            to.text(field.key());
        }
    }

    private static void write(@Nullable InsigniaNumber number, SheafWriter to) {
        if (number == null) {
            to.number(0);
            return;
        }
        to.number(1 + number.numbers().size());
        to.number(number.kind().ordinal() << 1 | (number.duplicate() ? 1 : 0));
        for (String each : number.numbers()) {
            to.text(each);
        }
    }

    /**
     * The cells of the row, then the text of each cell that a field was read from, in the order of the shape: nothing where it
     * is what the row has under its title, and no more where that holds for all that follow.
     */
    private static void cells(AwardRecord record, Shapes.Known shape, SheafWriter to) {
        List<String> texts = RowTitles.texts(record.raw());
        for (int i = 0; i < texts.size(); i++) {
            to.text(texts.get(i));
        }
        int own = 0;
        int place = 0;
        for (Cell cell : record.cells().values()) {
            if (!isTyped(cell, shape.column(place++), texts)) {
                own = place;
            }
        }
        to.number(own);
        if (own > 0) {
            place = 0;
            for (Cell cell : record.cells().values()) {
                if (place == own) {
                    break;
                }
                to.text(isTyped(cell, shape.column(place++), texts) ? null : cell.text());
            }
        }
    }

    /** True where the cell says what the row has in that column. */
    private static boolean isTyped(Cell cell, int column, List<String> texts) {
        return column >= 0 && cell.text().equals(texts.get(column));
    }

    /** The record that the sheaf has come to, without its row. */
    static AwardRecord lean(Sheaf from, SourceRef sheet) {
        return read(from, sheet, null);
    }

    /** The record that the sheaf has come to, in full. */
    static AwardRecord full(Sheaf from, SourceRef sheet, Map<String, RecordShape> shapes) {
        return read(from, sheet, shapes);
    }

    private static AwardRecord read(Sheaf from, SourceRef sheet, @Nullable Map<String, RecordShape> shapes) {
        AwardRecord.Builder builder = AwardRecord.builder(
                        from.present(), new SourceRef(sheet.file(), sheet.sheet(), from.row(), -1))
                .group(from.group());
        String shape = from.present();
        builder.name(new PersonName(from.text(), from.text(), from.text(), from.text()))
                .birthDate(from.date())
                .deathDate(from.date());
        int flags = from.number();
        builder.ordinalInferred((flags & INFERRED) != 0)
                .posthumous((flags & POSTHUMOUS_SAID) == 0 ? null : (flags & POSTHUMOUS) != 0)
                .sex(flags >> SEX == 0 ? null : SEXES[(flags >> SEX) - 1])
                .citizenship(from.text())
                .nationality(from.text())
                .award(from.text())
                .ordinal(from.integer())
                .timesAwarded(from.integer())
                .decreeDate(from.date())
                .decreeNumber(from.text())
                .authority(from.text())
                .medalNumber(number(from))
                .medalKind(from.text())
                .orderOfLeninNumber(number(from))
                .certificateNumber(number(from))
                .presentationDate(from.date())
                .serviceYears(from.integer());
        if ((flags & HAS_MORE) != 0) {
            more(from, builder);
        }
        for (Field field : PLACES) {
            String text = from.text();
            if (text != null && shapes == null) {
                builder.cell(field, new Cell(-1, "", text));
            }
        }
        if (shapes != null) {
            cells(from, shapes.getOrDefault(shape, NO_SHAPE), builder);
        }
        return builder.build();
    }

    private static void more(Sheaf from, AwardRecord.Builder builder) {
        int count = from.number();
        List<StatusEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Status status = Status.valueOf(from.present());
            HistoricalDate date = from.date();
            events.add(new StatusEvent(status, date, from.text()));
        }
        builder.statusEvents(events);
        for (int left = from.number(); left > 0; left--) {
            builder.unreadable(Field.of(from.present()).orElseThrow());
        }
    }

    private static @Nullable InsigniaNumber number(Sheaf from) {
        int count = from.number();
        if (count == 0) {
            return null;
        }
        int code = from.number();
        List<String> numbers = new ArrayList<>(count - 1);
        for (int i = 1; i < count; i++) {
            numbers.add(from.present());
        }
        return new InsigniaNumber(KINDS[code >> 1], numbers, (code & 1) != 0);
    }

    private static void cells(Sheaf from, RecordShape shape, AwardRecord.Builder builder) {
        List<String> texts = new ArrayList<>(shape.width());
        for (int i = 0; i < shape.width(); i++) {
            texts.add(from.present());
        }
        Map<String, String> raw = shape.row(texts);
        builder.raw(raw);
        int own = from.number();
        for (RecordShape.Place place : shape.places()) {
            String text = own-- > 0 ? from.text() : null;
            if (text == null) {
                text = raw.get(place.title());
            }
            if (text == null) {
                throw new IllegalStateException("the store holds a cell without its text; another program wrote it");
            }
            builder.cell(place.field(), place.cell(text));
        }
    }
}
