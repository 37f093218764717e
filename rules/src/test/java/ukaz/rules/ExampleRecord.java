package ukaz.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.InsigniaNumber.Kind;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.SourceRef;
import ukaz.model.Status;
import ukaz.model.StatusEvent;

/**
 * Makes the record of a card's example: values as after normalisation; an empty text is a column with an empty cell, an
 * absent key is no column, and the fields listed under {@code unreadable} hold something not understood.
 */
public final class ExampleRecord {

    private final Map<String, Object> values;
    private final int row;

    private ExampleRecord(Map<String, Object> values, int row) {
        this.values = values;
        this.row = row;
    }

    static AwardRecord of(Map<String, Object> values) {
        return of(values, 2);
    }

    public static AwardRecord of(Map<String, Object> values, int row) {
        return new ExampleRecord(values, row).record();
    }

    private AwardRecord record() {
        AwardRecord.Builder record = AwardRecord.builder(file() + row, new SourceRef(file(), "Лист1", row, -1))
                .name(new PersonName(text("surname"), text("givenName"), text("patronymic"), text("formerName")))
                .sex(sex())
                .birthDate(date("birthDate"))
                .deathDate(date("deathDate"))
                .citizenship(text("citizenship"))
                .nationality(text("nationality"))
                .award(text("award"))
                .ordinal(integer("ordinal"))
                .ordinalInferred("true".equals(text("ordinalInferred")))
                .timesAwarded(integer("timesAwarded"))
                .decreeDate(date("decreeDate"))
                .decreeNumber(text("decreeNumber"))
                .authority(text("authority"))
                .medalNumber(number("medalNumber"))
                .medalKind(text("medalKind"))
                .orderOfLeninNumber(number("orderOfLeninNumber"))
                .certificateNumber(number("certificateNumber"))
                .presentationDate(date("presentationDate"))
                .posthumous(text("posthumous") == null ? null : Boolean.valueOf(text("posthumous")))
                .serviceYears(integer("serviceYears"))
                .statusEvents(statusEvents());
        int column = 0;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            Field field = Field.of(value.getKey()).orElse(null);
            if (field != null) {
                record.cell(
                        field, new Cell(column++, field.key(), value.getValue().toString()));
            } else if (!List.of(
                            "unreadable",
                            "statusEvents",
                            "medalKind",
                            "ordinalInferred",
                            "timesAwarded",
                            "person",
                            "from")
                    .contains(value.getKey())) {
                throw new IllegalArgumentException("an example has no key '" + value.getKey() + "'");
            }
        }
        if (values.containsKey("statusEvents") && !values.containsKey("status")) {
            record.cell(Field.STATUS, new Cell(column++, "status", "…"));
        }
        for (Object key : list("unreadable")) {
            Field field = Field.of(key.toString()).orElseThrow();
            record.unreadable(field).cell(field, new Cell(column++, field.key(), "???"));
        }
        return record.build();
    }

    private String file() {
        return values.getOrDefault("from", "example.xlsx").toString();
    }

    private @Nullable String text(String key) {
        Object value = values.get(key);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    private @Nullable Integer integer(String key) {
        String text = text(key);
        return text == null ? null : Integer.valueOf(text);
    }

    private @Nullable HistoricalDate date(String key) {
        String text = text(key);
        return text == null ? null : HistoricalDate.parse(text);
    }

    private @Nullable Sex sex() {
        String text = text("sex");
        return text == null ? null : text.equals("m") ? Sex.MALE : Sex.FEMALE;
    }

    private @Nullable InsigniaNumber number(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "б/н" -> InsigniaNumber.stated(Kind.WITHOUT_NUMBER);
            case "нет", "не вручалась", "не вручался" -> InsigniaNumber.stated(Kind.NOT_GIVEN);
            case "н/д" -> InsigniaNumber.stated(Kind.UNKNOWN);
            default ->
                new InsigniaNumber(
                        Kind.NUMBERED, List.of(text.replace(" (дубл.)", "").split(", ")), text.endsWith("(дубл.)"));
        };
    }

    private List<StatusEvent> statusEvents() {
        List<StatusEvent> events = new ArrayList<>();
        for (Object item : list("statusEvents")) {
            Map<?, ?> event = (Map<?, ?>) item;
            Object date = event.get("date");
            Object authority = event.get("authority");
            events.add(new StatusEvent(
                    status(event.get("status")),
                    date == null ? null : HistoricalDate.parse(date.toString()),
                    authority == null ? null : authority.toString()));
        }
        return events;
    }

    private static Status status(@Nullable Object key) {
        for (Status status : Status.values()) {
            if (status.key().equals(key)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status '" + key + "'");
    }

    private List<?> list(String key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }
}
