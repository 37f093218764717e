package ukaz.ingest.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.SourceRef;
import ukaz.model.Status;
import ukaz.model.StatusEvent;

/** Reads records of archives that were made before {@link Sheaves}: two coded texts each. */
final class EarlierRecords {

    private EarlierRecords() {}

    static AwardRecord record(String id, int row, int group, String fields, String cells, RecordShape shape) {
        List<@Nullable String> v = StoreCodec.split(fields);
        AwardRecord.Builder builder = AwardRecord.builder(id, new SourceRef("", null, row, -1))
                .group(group)
                .name(new PersonName(v.get(0), v.get(1), v.get(2), v.get(3)))
                .sex(v.get(4) == null ? null : "m".equals(v.get(4)) ? Sex.MALE : Sex.FEMALE)
                .birthDate(date(v.get(5)))
                .deathDate(date(v.get(6)))
                .citizenship(v.get(7))
                .nationality(v.get(8))
                .award(v.get(9))
                .ordinal(integer(v.get(10)))
                .ordinalInferred(v.get(11) != null)
                .timesAwarded(integer(v.get(12)))
                .decreeDate(date(v.get(13)))
                .decreeNumber(v.get(14))
                .authority(v.get(15))
                .medalNumber(number(v.get(16)))
                .medalKind(v.get(17))
                .orderOfLeninNumber(number(v.get(18)))
                .certificateNumber(number(v.get(19)))
                .presentationDate(date(v.get(20)))
                .posthumous(v.get(21) == null ? null : Boolean.valueOf(v.get(21)))
                .serviceYears(integer(v.get(22)))
                .statusEvents(events(v.get(23)));
        String unreadable = v.get(24);
        if (unreadable != null) {
            StoreCodec.texts(unreadable)
                    .forEach(key -> builder.unreadable(Field.of(key).orElseThrow()));
        }
        List<@Nullable String> texts = StoreCodec.split(cells);
        List<String> typed = new ArrayList<>(shape.width());
        for (int i = 0; i < shape.width(); i++) {
            typed.add(i < texts.size() ? text(texts.get(i)) : "");
        }
        Map<String, String> raw = shape.row(typed);
        builder.raw(raw);
        int next = shape.width();
        for (RecordShape.Place place : shape.places()) {
            String own = next < texts.size() ? texts.get(next) : null;
            builder.cell(place.field(), place.cell(own == null ? text(raw.get(place.title())) : own));
            next++;
        }
        return builder.build();
    }

    private static List<StatusEvent> events(@Nullable String text) {
        List<@Nullable String> items = text == null ? List.of() : StoreCodec.split(text);
        List<StatusEvent> events = new ArrayList<>(items.size() / 3);
        for (int i = 0; i + 2 < items.size(); i += 3) {
            events.add(new StatusEvent(Status.valueOf(text(items.get(i))), date(items.get(i + 1)), items.get(i + 2)));
        }
        return events;
    }

    private static @Nullable InsigniaNumber number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> items = StoreCodec.texts(text);
        return new InsigniaNumber(
                InsigniaNumber.Kind.valueOf(items.get(0)),
                items.subList(2, items.size()),
                items.get(1).equals("1"));
    }

    private static @Nullable HistoricalDate date(@Nullable String text) {
        return text == null ? null : HistoricalDate.parse(text);
    }

    private static @Nullable Integer integer(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
