package ukaz.ingest.normalise.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.normalise.term.Ordinals;
import ukaz.ingest.normalise.term.ServiceYears;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;

/** Reads what belongs to one conferral. */
final class ConferralReader {

    private final ConferralCells cells;
    private final RowReader reader;
    private final Plan plan;
    private final AwardRecord.Builder builder;
    private final Conferral conferral;
    private final int group;
    private final PersonReader person;

    ConferralReader(ConferralCells cells, PersonReader person) {
        this.cells = cells;
        this.reader = cells.reader();
        this.plan = reader.plan();
        this.builder = cells.builder();
        this.conferral = cells.conferral();
        this.group = cells.group();
        this.person = person;
    }

    void read() {
        DecreeReader decree = new DecreeReader(cells, person);
        decree.read();
        person.settle(decree.date());
        person.into(builder);
        AwardTerm term = award(decree);
        InsigniaNumber medal = new InsigniaReader(cells).read(term);
        ordinal(term, medal);
        presentation();
        new StatusReader(cells).read(term);
        service();
    }

    private @Nullable AwardTerm award(DecreeReader decree) {
        Column column = cells.column(Field.AWARD);
        Reading<AwardTerm> reading = conferral.award();
        if (column == null || reading == null) {
            return null;
        }
        reading = ShortTitle.meant(reading, decree.date(), decree.authority());
        AwardTerm term = reading.value();
        cells.note(reading, column, Field.AWARD, term == null ? "" : term.code());
        if (term != null) {
            builder.award(term.code()).timesAwarded(term.times());
        }
        return term;
    }

    private void ordinal(@Nullable AwardTerm term, @Nullable InsigniaNumber medal) {
        Column column = cells.column(Field.ORDINAL);
        if (column != null && cells.isFilled(column) && conferral.of() == 1) {
            Reading<Integer> reading = Ordinals.read(reader.cleaned(column));
            Integer value = reading.value();
            cells.note(reading, column, Field.ORDINAL, value == null ? "" : value.toString());
            builder.ordinal(value);
            if (reading.state() != Reading.State.UNKNOWN) {
                return;
            }
        }
        if (term != null && term.ordinal() != null && conferral.of() == 1) {
            builder.ordinal(term.ordinal());
            Column award = reader.column(plan.of(Field.AWARD, group));
            if (column == null && award != null) {
                builder.cell(Field.ORDINAL, reader.source(award));
            }
            return;
        }
        if (plan.groups() > 1) {
            builder.ordinal(group);
            return;
        }
        if (term == null) {
            return;
        }
        Integer inferred = null;
        if (conferral.of() > 1) {
            inferred = placeAmongSame();
        } else if (term.times() != null) {
            inferred = term.times();
        } else if (medal != null && series(medal) > 1) {
            inferred = series(medal);
        } else if (term.namesTitle()) {
            inferred = 1;
        }
        builder.ordinal(inferred).ordinalInferred(inferred != null);
    }

    /** "ГСТ, ГСС" are two first awards, "05.03.1976; 24.02.1981" a first and a second one. */
    private int placeAmongSame() {
        Column column = reader.column(plan.of(Field.AWARD, group));
        List<Reading<AwardTerm>> terms = column == null
                ? List.of()
                : plan.awards().of(reader.text(column)).terms();
        if (terms.size() < 2) {
            return conferral.place() + 1;
        }
        AwardTerm own = terms.get(Math.min(conferral.place(), terms.size() - 1)).value();
        int count = 0;
        for (int i = 0; i <= conferral.place(); i++) {
            AwardTerm other = terms.get(Math.min(i, terms.size() - 1)).value();
            count += own != null && other != null && own.code().equals(other.code()) ? 1 : 0;
        }
        return Math.max(1, count);
    }

    private static int series(InsigniaNumber medal) {
        String number = medal.number();
        int slash = number == null ? -1 : number.indexOf('/');
        if (number == null || slash <= 0) {
            return 0;
        }
        return switch (number.substring(0, slash)) {
            case "II" -> 2;
            case "III" -> 3;
            case "IV" -> 4;
            default -> 0;
        };
    }

    private void presentation() {
        Column column = cells.column(Field.PRESENTATION_DATE);
        if (column != null && cells.isFilled(column)) {
            Reading<HistoricalDate> reading = Dates.read(reader.cell(column), plan.dates(column));
            HistoricalDate value = reading.value();
            cells.note(reading, column, Field.PRESENTATION_DATE, value == null ? "" : value.toString());
            builder.presentationDate(value);
        }
    }

    private void service() {
        Column column = cells.column(Field.SERVICE_YEARS);
        if (column != null && cells.isFilled(column)) {
            Reading<Integer> reading = ServiceYears.read(reader.cleaned(column));
            Integer value = reading.value();
            cells.note(reading, column, Field.SERVICE_YEARS, value == null ? "" : value.toString());
            builder.serviceYears(value);
        }
    }
}
