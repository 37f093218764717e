package ukaz.ingest.normalise.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.normalise.term.Unknowns;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;

/** Reads the act of one conferral: its date, its number and the organ that issued it. */
final class DecreeReader {

    private static final int FIRST_CONFERRAL = 1921;
    private static final int LAST_CONFERRAL = 1991;

    private final ConferralCells cells;
    private final RowReader reader;
    private final Plan plan;
    private final AwardRecord.Builder builder;
    private final Conferral conferral;
    private final PersonReader person;
    private @Nullable HistoricalDate date;
    private @Nullable String authority;

    DecreeReader(ConferralCells cells, PersonReader person) {
        this.cells = cells;
        this.reader = cells.reader();
        this.plan = reader.plan();
        this.builder = cells.builder();
        this.conferral = cells.conferral();
        this.person = person;
    }

    /** The day of the decree; null where it is not known. */
    @Nullable
    HistoricalDate date() {
        return date;
    }

    /** The organ that conferred; null where it is not known. */
    @Nullable
    String authority() {
        return authority;
    }

    void read() {
        DecreeText act = conferral.act();
        Reading<HistoricalDate> reading = conferral.decreeDate();
        if (reading == null && act != null) {
            reading = act.date();
        }
        Column place = conferral.dateColumn();
        if (place != null) {
            builder.cell(Field.DECREE_DATE, reader.source(place));
            if (reading != null) {
                reading = narrowed(reading, place);
                boolean shifted = act != null && isShifted(reading, act.date(), place);
                boolean untenable = shifted || DateDoubt.isUntenable(reading);
                date = untenable ? null : reading.value();
                reader.faults(reading, place);
                reader.changed(
                        Field.DECREE_DATE, reading.changes(), reader.typed(place), date == null ? "" : date.toString());
                if (untenable || reading.state() == Reading.State.UNREADABLE) {
                    builder.unreadable(Field.DECREE_DATE);
                }
                if (date != null && place.field() == Field.DECREE) {
                    reader.changed(
                            Field.DECREE_DATE,
                            List.of(Change.Kind.DATE_NOTATION),
                            reader.typed(place),
                            date.toString());
                }
                if (date != null && place.field() == Field.AWARD) {
                    reader.changed(
                            Field.DECREE_DATE, List.of(Change.Kind.INFERRED), reader.typed(place), date.toString());
                }
            }
        }
        Column actColumn = cells.column(Field.DECREE);
        Column numberColumn = cells.column(Field.DECREE_NUMBER);
        Column authorityColumn = cells.column(Field.AUTHORITY);
        Column actPlace = cells.isFilled(actColumn) ? actColumn : place;
        authority(authorityColumn, act, actPlace);
        if (numberColumn != null && cells.isFilled(numberColumn)) {
            Reading<String> number = decreeNumber(reader.text(numberColumn).strip());
            cells.note(number, numberColumn, Field.DECREE_NUMBER, "");
            builder.decreeNumber(number.value());
        } else if (act != null && act.number() != null && actPlace != null) {
            builder.decreeNumber(act.number()).cell(Field.DECREE_NUMBER, reader.source(actPlace));
        }
        builder.decreeDate(date);
    }

    /** Whether the stored day and the one in the words beside it are as far apart as the two date systems. */
    private boolean isShifted(Reading<HistoricalDate> stored, Reading<HistoricalDate> worded, Column place) {
        HistoricalDate one = stored.value();
        HistoricalDate other = worded.value();
        if (one == null
                || other == null
                || reader.cell(place).kind() != SourceCell.Kind.DATE
                || !one.earliest().equals(one.latest())
                || !other.earliest().equals(other.latest())
                || !Dates.areSystemsApart(one.earliest(), other.earliest())) {
            return false;
        }
        reader.fault(
                "date-serial-suspect",
                place,
                Map.of("reason", new Term(Term.Kind.PHRASE, "shift-1904"), "proposed", other));
        return true;
    }

    private Reading<HistoricalDate> narrowed(Reading<HistoricalDate> reading, Column place) {
        if (!DateDoubt.isDoubtful(reading) || conferral.of() > 1) {
            return reading;
        }
        AwardTerm term = conferral.award() == null ? null : conferral.award().value();
        int from = term == null
                ? FIRST_CONFERRAL
                : switch (term.code()) {
                    case "HSL" -> 1938;
                    case "HSU" -> 1934;
                    default -> FIRST_CONFERRAL;
                };
        int to = LAST_CONFERRAL;
        int born = person.bornIn();
        if (born > 0) {
            from = Math.max(from, born + DateDoubt.YOUNGEST);
            to = Math.min(to, born + DateDoubt.OLDEST);
        }
        return from > to
                ? reading
                : DateDoubt.better(
                        reading,
                        Dates.read(reader.cell(place), plan.dates(place).withYears(from, to)));
    }

    private void authority(@Nullable Column column, @Nullable DecreeText act, @Nullable Column actPlace) {
        if (column != null && cells.isFilled(column)) {
            Reading<String> reading = plan.authorities().of(reader.text(column));
            DecreeText composite = null;
            if (reading.value() == null && reading.state() == Reading.State.UNREADABLE) {
                composite = DecreeText.read(reader.text(column), plan.dates(column));
                boolean taken = composite.number() != null || composite.date().value() != null;
                reading = taken && composite.authority().value() != null ? composite.authority() : reading;
            }
            authority = reading.value();
            String code = authority;
            cells.note(reading, column, Field.AUTHORITY, code == null ? "" : code);
            builder.authority(code);
            if (composite != null
                    && date == null
                    && composite.date().value() != null
                    && !cells.isFilled(conferral.dateColumn())) {
                builder.cell(Field.DECREE_DATE, reader.source(column));
                if (composite.number() != null) {
                    builder.decreeNumber(composite.number()).cell(Field.DECREE_NUMBER, reader.source(column));
                }
                date = composite.date().value();
            }
        } else if (act != null && actPlace != null && act.authority().state() != Reading.State.EMPTY) {
            authority = act.authority().value();
            String code = authority;
            builder.cell(Field.AUTHORITY, reader.source(actPlace)).authority(code);
            cells.note(act.authority(), actPlace, Field.AUTHORITY, code == null ? "" : code);
        }
    }

    private static Reading<String> decreeNumber(String text) {
        Reading<String> instead = Unknowns.read(text, "number-malformed");
        if (instead != null) {
            return instead;
        }
        int from = 0;
        while (from < text.length() && "№#. ".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return Reading.of(text.substring(from));
    }
}
