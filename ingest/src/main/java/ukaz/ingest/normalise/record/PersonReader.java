package ukaz.ingest.normalise.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.date.LifeYears;
import ukaz.ingest.normalise.name.Names;
import ukaz.ingest.normalise.term.CitizenshipTerm;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Change;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.PersonName;
import ukaz.model.Sex;

/** Reads what a row says of the person. */
final class PersonReader {

    private final RowReader reader;
    private final Plan plan;
    private PersonName name = PersonName.UNKNOWN;
    private @Nullable Sex sex;
    private @Nullable HistoricalDate birth;
    private @Nullable HistoricalDate death;
    private @Nullable String citizenship;
    private @Nullable String nationality;
    private final Map<Field, Cell> cells = new EnumMap<>(Field.class);
    private final List<Field> unreadable = new ArrayList<>(0);
    private @Nullable Column birthColumn;
    private @Nullable Column deathColumn;
    private @Nullable Reading<HistoricalDate> birthReading;
    private @Nullable Reading<HistoricalDate> deathReading;

    PersonReader(RowReader reader) {
        this.reader = reader;
        this.plan = reader.plan();
    }

    void read() {
        sex();
        name();
        states();
        life();
        for (Field field : List.of(
                Field.ROW_ID,
                Field.BIRTH_PLACE,
                Field.POSITION,
                Field.WORKPLACE,
                Field.REGION,
                Field.BASIS,
                Field.REMARKS)) {
            Column column = column(field);
            if (column != null) {
                reader.text(column);
            }
        }
    }

    void into(AwardRecord.Builder builder) {
        builder.name(name)
                .sex(sex)
                .birthDate(birth)
                .deathDate(death)
                .citizenship(citizenship)
                .nationality(nationality);
        cells.forEach(builder::cell);
        unreadable.forEach(builder::unreadable);
    }

    /** The column of a field of the whole row, its cell being noted as the field's source. */
    private @Nullable Column column(Field field) {
        Column column = reader.column(plan.of(field, 0));
        if (column != null) {
            cells.put(field, reader.source(column));
        }
        return column;
    }

    private boolean isFilled(@Nullable Column column) {
        return column != null && !reader.cell(column).isBlank();
    }

    private void sex() {
        Column column = column(Field.SEX);
        if (column != null) {
            Reading<Sex> reading = plan.sexes().of(reader.text(column));
            sex = reading.value();
            if (reader.note(reading, column, sex == null ? "" : sex.key())) {
                unreadable.add(Field.SEX);
            }
        }
    }

    private void name() {
        Column full = column(Field.FULL_NAME);
        Column surname = column(Field.SURNAME);
        Column given = column(Field.GIVEN_NAME);
        Column patronymic = column(Field.PATRONYMIC);
        Column former = column(Field.FORMER_NAME);
        Reading<PersonName> reading;
        Column place;
        if (isFilled(surname) || full == null && surname != null || isFilled(given) && !isFilled(full)) {
            reading = Names.join(text(surname), text(given), text(patronymic), text(former));
            place = surname == null ? given : surname;
        } else {
            reading = Names.readFull(text(full), reader.names());
            place = full;
        }
        if (place == null) {
            return;
        }
        Cell source = reader.source(place);
        cells.putIfAbsent(Field.FULL_NAME, source);
        if (place.equals(full)) {
            for (Field part : List.of(Field.SURNAME, Field.GIVEN_NAME, Field.PATRONYMIC)) {
                Cell own = cells.get(part);
                if (own == null || own.isEmpty()) {
                    cells.put(part, source);
                }
            }
        }
        PersonName read = reading.value();
        if (read == null) {
            reader.faults(reading, place);
            if (reading.state() == Reading.State.UNREADABLE) {
                unreadable.add(Field.FULL_NAME);
            }
            return;
        }
        name = read;
        String formerText = text(former);
        if (name.formerName() == null && formerText != null) {
            name = new PersonName(name.surname(), name.givenName(), name.patronymic(), formerText);
        }
        reader.faults(reading, place);
        reader.changed(Field.FULL_NAME, reading.changes(), typedName(place, given, patronymic), name.display());
        if (former != null && formerText != null && name.formerName() != null) {
            reader.changed(Field.FORMER_NAME, List.of(Change.Kind.NAME_SPLIT), reader.typed(former), name.formerName());
        }
        Column at = place;
        Names.genderConflict(name, sex).ifPresent(remark -> reader.fault(remark.rule(), at, remark.values()));
    }

    private String typedName(Column place, @Nullable Column given, @Nullable Column patronymic) {
        StringBuilder typed = new StringBuilder(reader.typed(place));
        if (place.field() == Field.SURNAME) {
            for (Column part : new Column[] {given, patronymic}) {
                if (part != null && isFilled(part)) {
                    typed.append(' ').append(reader.typed(part));
                }
            }
        }
        return typed.toString();
    }

    private @Nullable String text(@Nullable Column column) {
        if (column == null) {
            return null;
        }
        String text = reader.text(column);
        return text.isBlank() ? null : text;
    }

    private void states() {
        Column nation = column(Field.NATIONALITY);
        nationality = text(nation);
        Column column = column(Field.CITIZENSHIP);
        if (column == null) {
            return;
        }
        Reading<CitizenshipTerm> reading = plan.citizenships().of(reader.text(column));
        CitizenshipTerm term = reading.value();
        citizenship = term == null ? null : term.code();
        if (term != null && nationality == null) {
            nationality = term.nationality();
        }
        if (reader.note(reading, column, citizenship == null ? "" : citizenship)) {
            unreadable.add(Field.CITIZENSHIP);
        }
    }

    private @Nullable Reading<HistoricalDate> date(@Nullable Column column) {
        return column != null && isFilled(column) ? Dates.read(reader.cell(column), plan.dates(column)) : null;
    }

    private void life() {
        Column years = column(Field.LIFE_YEARS);
        birthColumn = column(Field.BIRTH_DATE);
        deathColumn = column(Field.DEATH_DATE);
        birthReading = date(birthColumn);
        deathReading = date(deathColumn);
        if (years != null && isFilled(years)) {
            LifeYears both = Dates.readLifeYears(reader.typed(years), plan.dates(years));
            Cell source = reader.source(years);
            boolean bornHere = !isFilled(birthColumn);
            boolean diedHere = !isFilled(deathColumn);
            if (bornHere) {
                birthReading = both.birth();
                birthColumn = years;
                cells.put(Field.BIRTH_DATE, source);
            }
            if (diedHere) {
                deathReading = both.death();
                deathColumn = years;
                cells.put(Field.DEATH_DATE, source);
            }
        }
        birth = birthReading == null ? null : birthReading.value();
        death = deathReading == null ? null : deathReading.value();
    }

    /** Called once, when the decree is known: two-digit years are read again between what the row settles. */
    void settle(@Nullable HistoricalDate decree) {
        Column born = birthColumn;
        Reading<HistoricalDate> first = birthReading;
        if (born != null && first != null) {
            int year = DateDoubt.yearOf(decree);
            if (year > 0 && DateDoubt.isDoubtful(first) && born.field() == Field.BIRTH_DATE) {
                DateContext narrow = plan.dates(born).withYears(year - DateDoubt.OLDEST, year - DateDoubt.YOUNGEST);
                first = DateDoubt.better(first, Dates.read(reader.cell(born), narrow));
            }
            birth = noted(first, born, Field.BIRTH_DATE);
            birthReading = null;
        }
        Column died = deathColumn;
        Reading<HistoricalDate> last = deathReading;
        if (died != null && last != null) {
            int year = DateDoubt.yearOf(birth);
            if (year > 0 && DateDoubt.isDoubtful(last) && died.field() == Field.DEATH_DATE) {
                DateContext narrow = plan.dates(died)
                        .withYears(
                                year,
                                Math.min(year + DateDoubt.OLDEST, reader.today().getYear()));
                last = DateDoubt.better(last, Dates.read(reader.cell(died), narrow));
            }
            death = noted(last, died, Field.DEATH_DATE);
            deathReading = null;
        }
    }

    private @Nullable HistoricalDate noted(Reading<HistoricalDate> reading, Column column, Field field) {
        HistoricalDate value = DateDoubt.isUntenable(reading) ? null : reading.value();
        reader.faults(reading, column);
        if (value != null) {
            reader.changed(field, reading.changes(), reader.typed(column), value.toString());
        } else if (reading.state() == Reading.State.UNREADABLE || reading.value() != null) {
            unreadable.add(field);
        }
        return value;
    }

    /** The year of birth; 0 where it is not known or doubtful. */
    int bornIn() {
        return birthReading == null || DateDoubt.isDoubtful(birthReading) ? 0 : DateDoubt.yearOf(birth);
    }
}
