package ukaz.ingest.normalise.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.date.LifeYears;
import ukaz.ingest.normalise.name.Names;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.ingest.normalise.term.AwardTerm;
import ukaz.ingest.normalise.term.Awards;
import ukaz.ingest.normalise.term.CitizenshipTerm;
import ukaz.ingest.normalise.term.Citizenships;
import ukaz.ingest.normalise.term.Numbers;
import ukaz.ingest.normalise.term.Ordinals;
import ukaz.ingest.normalise.term.Posthumous;
import ukaz.ingest.normalise.term.ServiceYears;
import ukaz.ingest.normalise.term.Sexes;
import ukaz.ingest.normalise.term.Statuses;
import ukaz.ingest.normalise.term.Unknowns;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.table.Column;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Change;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.Status;
import ukaz.model.StatusEvent;
import ukaz.model.Term;

/** Makes award records of the rows of one table. */
final class RowAssembler {

    private static final LocalDate HERO_OF_LABOUR_ENDS = LocalDate.of(1938, 12, 26);
    private static final int YOUNGEST = 10;
    private static final int OLDEST = 105;
    private static final int LAST_CONFERRAL = 1991;
    private static final Term YEAR_AS_DATE = new Term(Term.Kind.PHRASE, "year-as-date");
    private static final int ID_BYTES = 8;
    private static final Set<Field> NUMBERED =
            Set.of(Field.MEDAL_NUMBER, Field.ORDER_OF_LENIN_NUMBER, Field.CERTIFICATE_NUMBER);

    private final TableContext context;
    private final Plan plan;
    private final int width;
    private final DateContext[] byColumn;
    private final Memo<DatedAward> awards = new Memo<>(this::award);
    private final Memo<Reading<String>> authorities = new Memo<>(Authorities::read);
    private final Memo<Reading<CitizenshipTerm>> citizenships = new Memo<>(Citizenships::read);
    private final Memo<Reading<Sex>> sexes = new Memo<>(Sexes::read);
    private final Slip slip;
    private final MessageDigest digest;

    RowAssembler(TableContext context) {
        this.context = context;
        this.plan = new Plan(context.layout());
        this.width = context.layout().columns().stream()
                        .mapToInt(Column::index)
                        .max()
                        .orElse(-1)
                + 1;
        this.byColumn = new DateContext[width];
        for (Column column : context.layout().columns()) {
            if (column.index() >= 0) {
                byColumn[column.index()] = dateContext(column);
            }
        }
        this.slip = new Slip(plan, byColumn);
        this.digest = sha256();
        digest.update(context.sha256().getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private DateContext dateContext(Column column) {
        Field field = column.field();
        DateContext.Role role = field == null
                ? DateContext.Role.OTHER
                : switch (field) {
                    case BIRTH_DATE, LIFE_YEARS -> DateContext.Role.BIRTH;
                    case DEATH_DATE -> DateContext.Role.DEATH;
                    case DECREE, DECREE_DATE -> DateContext.Role.DECREE;
                    default -> DateContext.Role.OTHER;
                };
        TableContext.DateColumn known = context.dates().get(column.index());
        DateContext date = DateContext.of(role, context.today())
                .withDate1904(context.sheet().date1904());
        return known == null ? date : date.withOrder(known.order()).withColumnIsDate(known.stored());
    }

    private DateContext dates(Column column) {
        return column.index() < 0 ? dateContext(column) : byColumn[column.index()];
    }

    Assembled assemble(SourceRow row, Map<Integer, Integer> carried) {
        RowReader reader = new RowReader(context, row, carried, width);
        if (!carried.isEmpty()) {
            reader.noteCarried(plan.mapped());
        }
        Person person = new Person(reader);
        person.read();
        List<Conferral> conferrals = conferrals(row, reader);
        List<AwardRecord> records = new ArrayList<>(conferrals.size());
        List<List<Change>> changes = new ArrayList<>(conferrals.size());
        for (int i = 0; i < conferrals.size(); i++) {
            Conferral conferral = conferrals.get(i);
            AwardRecord.Builder builder =
                    AwardRecord.builder(id(row, i + 1), reader.at()).group(i + 1);
            new ConferralReader(reader, row, builder, conferral, person, i == conferrals.size() - 1).read();
            raw(row, reader, builder);
            records.add(builder.build());
            changes.add(reader.takeChanges());
        }
        slip.look(reader);
        reader.flags(plan.mapped());
        return new Assembled(List.copyOf(records), List.copyOf(changes), List.copyOf(reader.faults()));
    }

    private void raw(SourceRow row, RowReader reader, AwardRecord.Builder builder) {
        List<SourceCell> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            SourceCell cell = cells.get(i);
            if (!cell.isBlank() && !reader.isCarried(i)) {
                String text = cell.kind() == SourceCell.Kind.DATE
                        ? reader.typed(new Column(i, "", null, 0, null, 0))
                        : cell.text();
                builder.raw(plan.rawTitle(i), text);
            }
        }
    }

    private String id(SourceRow row, int group) {
        MessageDigest own;
        try {
            own = (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
        own.update(ByteBuffer.allocate(12)
                .putInt(context.sheet().index())
                .putInt(row.number())
                .putInt(group)
                .array());
        return HexFormat.of().formatHex(own.digest(), 0, ID_BYTES);
    }

    // which conferrals a row tells of

    private List<Conferral> conferrals(SourceRow row, RowReader reader) {
        List<Conferral> all = new ArrayList<>(1);
        for (int group = 1; group <= plan.groups(); group++) {
            if (plan.groups() == 1 || isGroupFilled(row, group)) {
                all.addAll(ofGroup(reader, group));
            }
        }
        if (all.isEmpty()) {
            all.addAll(ofGroup(reader, 1));
        }
        return all;
    }

    private boolean isGroupFilled(SourceRow row, int group) {
        for (Column column : plan.mapped()) {
            if (column.group() == group && !row.cell(column.index()).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private List<Conferral> ofGroup(RowReader reader, int group) {
        DatedAward award = awardOf(reader, group);
        List<Reading<AwardTerm>> terms = award.terms();
        Column dateColumn = reader.column(plan.of(Field.DECREE_DATE, group));
        boolean dated = dateColumn != null && !reader.cell(dateColumn).isBlank();
        List<Reading<HistoricalDate>> dates = dateColumn == null ? List.of() : datesOf(reader, dateColumn);
        Column actColumn = reader.column(plan.of(Field.DECREE, group));
        List<DecreeText> acts = List.of();
        if (actColumn != null && !reader.cell(actColumn).isBlank()) {
            acts = actsOf(reader, actColumn);
            if (!dated) {
                dateColumn = actColumn;
            }
        } else if (dateColumn == null) {
            dateColumn = actColumn;
        } else if (dated && isWorded(reader.cell(dateColumn))) {
            acts = actsOf(reader, dateColumn);
        }
        if (!dated && acts.isEmpty() && !award.dates().isEmpty()) {
            dates = award.dates();
            dateColumn = reader.column(plan.of(Field.AWARD, group));
        }
        boolean shared = plan.groups() > 1
                && plan.ofGroupOnly(Field.DECREE_DATE, group).length == 0
                && plan.ofGroupOnly(Field.DECREE, group).length == 0;
        int count = Math.max(Math.max(dates.size(), dated ? 0 : acts.size()), 1);
        if (shared) {
            int place = Math.min(group, count) - 1;
            return List.of(new Conferral(group, 0, 1, at(terms, 0), at(acts, place), at(dates, place), dateColumn));
        }
        if (terms.size() > 1) {
            count = Math.max(count, terms.size());
        }
        List<Conferral> conferrals = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            conferrals.add(new Conferral(
                    group,
                    i,
                    count,
                    at(terms, Math.min(i, terms.size() - 1)),
                    at(acts, Math.min(i, acts.size() - 1)),
                    at(dates, Math.min(i, dates.size() - 1)),
                    dateColumn));
        }
        return conferrals;
    }

    private static <T> @Nullable T at(List<T> list, int index) {
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }

    private DatedAward award(String text) {
        return DatedAward.read(text, DateContext.of(DateContext.Role.DECREE, context.today()));
    }

    private DatedAward awardOf(RowReader reader, int group) {
        Column column = reader.column(plan.of(Field.AWARD, group));
        return column == null || reader.cell(column).isBlank()
                ? new DatedAward(List.of(), List.of())
                : awards.of(reader.text(column));
    }

    private List<Reading<HistoricalDate>> datesOf(RowReader reader, Column column) {
        SourceCell cell = reader.cell(column);
        if (cell.isBlank()) {
            return List.of();
        }
        DateContext date = dates(column);
        return cell.kind() == SourceCell.Kind.TEXT ? Dates.readAll(cell.text(), date) : List.of(Dates.read(cell, date));
    }

    private List<DecreeText> actsOf(RowReader reader, Column column) {
        SourceCell cell = reader.cell(column);
        DateContext date = dates(column);
        return cell.kind() == SourceCell.Kind.TEXT
                ? DecreeText.readAll(cell.text(), date)
                : List.of(new DecreeText(Dates.read(cell, date), null, Reading.empty()));
    }

    /** "Указ ПВС СССР от …" in a column of dates: letters before the figures, more than a month's name. */
    private static boolean isWorded(SourceCell cell) {
        String text = cell.text();
        if (cell.kind() != SourceCell.Kind.TEXT || text.length() < 14) {
            return false;
        }
        return text.indexOf('№') > 0 || Authorities.findIn(text) != null;
    }

    /** What a row says of the person. */
    private final class Person {

        private final RowReader reader;
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

        Person(RowReader reader) {
            this.reader = reader;
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
                Reading<Sex> reading = sexes.of(reader.text(column));
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
                reading = Names.readFull(text(full));
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
            Reading<CitizenshipTerm> reading = citizenships.of(reader.text(column));
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
            return column != null && isFilled(column) ? Dates.read(reader.cell(column), dates(column)) : null;
        }

        private void life() {
            Column years = column(Field.LIFE_YEARS);
            birthColumn = column(Field.BIRTH_DATE);
            deathColumn = column(Field.DEATH_DATE);
            birthReading = date(birthColumn);
            deathReading = date(deathColumn);
            if (years != null && isFilled(years)) {
                LifeYears both = Dates.readLifeYears(reader.typed(years), dates(years));
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
                int year = yearOf(decree);
                if (year > 0 && isDoubtful(first) && born.field() == Field.BIRTH_DATE) {
                    DateContext narrow = dates(born).withYears(year - OLDEST, year - YOUNGEST);
                    first = better(first, Dates.read(reader.cell(born), narrow));
                }
                birth = noted(first, born, Field.BIRTH_DATE);
                birthReading = null;
            }
            Column died = deathColumn;
            Reading<HistoricalDate> last = deathReading;
            if (died != null && last != null) {
                int year = yearOf(birth);
                if (year > 0 && isDoubtful(last) && died.field() == Field.DEATH_DATE) {
                    DateContext narrow = dates(died)
                            .withYears(
                                    year,
                                    Math.min(year + OLDEST, context.today().getYear()));
                    last = better(last, Dates.read(reader.cell(died), narrow));
                }
                death = noted(last, died, Field.DEATH_DATE);
                deathReading = null;
            }
        }

        private @Nullable HistoricalDate noted(Reading<HistoricalDate> reading, Column column, Field field) {
            HistoricalDate value = isUntenable(reading) ? null : reading.value();
            reader.faults(reading, column);
            if (value != null) {
                reader.changed(field, reading.changes(), reader.typed(column), value.toString());
            } else if (reading.state() == Reading.State.UNREADABLE || reading.value() != null) {
                unreadable.add(field);
            }
            return value;
        }
    }

    /** True of a date that is read but cannot be meant: whatever follows from it would be one fault said twice. */
    private static boolean isUntenable(Reading<HistoricalDate> reading) {
        for (Reading.Remark remark : reading.remarks()) {
            if (remark.rule().equals("date-future")
                    || remark.rule().equals("date-serial-suspect")
                            && YEAR_AS_DATE.equals(remark.values().get("reason"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDoubtful(Reading<HistoricalDate> reading) {
        for (Reading.Remark remark : reading.remarks()) {
            if (remark.rule().equals("date-ambiguous")) {
                return true;
            }
        }
        return false;
    }

    private static Reading<HistoricalDate> better(Reading<HistoricalDate> one, Reading<HistoricalDate> narrowed) {
        return narrowed.value() != null && !isDoubtful(narrowed) ? narrowed : one;
    }

    private static int yearOf(@Nullable HistoricalDate date) {
        return date == null
                        || date.earliest().equals(LocalDate.MIN)
                        || date.latest().equals(LocalDate.MAX)
                ? 0
                : date.earliest().getYear();
    }

    /** Reads what belongs to one conferral. */
    private final class ConferralReader {

        private final RowReader reader;
        private final SourceRow row;
        private final AwardRecord.Builder builder;
        private final Conferral conferral;
        private final Person person;
        private final boolean last;
        private final int group;
        private final boolean first;

        ConferralReader(
                RowReader reader,
                SourceRow row,
                AwardRecord.Builder builder,
                Conferral conferral,
                Person person,
                boolean last) {
            this.reader = reader;
            this.row = row;
            this.builder = builder;
            this.conferral = conferral;
            this.person = person;
            this.last = last;
            this.group = conferral.group();
            this.first = conferral.place() == 0;
        }

        void read() {
            AwardTerm term = award();
            HistoricalDate decree = act(term);
            person.settle(decree);
            person.into(builder);
            InsigniaNumber medal = medal(term);
            builder.orderOfLeninNumber(number(Field.ORDER_OF_LENIN_NUMBER));
            builder.certificateNumber(number(Field.CERTIFICATE_NUMBER));
            ordinal(term, medal);
            presentation();
            posthumous(term);
            status();
            service();
        }

        /** True where the column's faults and changes have not been noted with an earlier conferral of the row. */
        private boolean isNew(Column column) {
            return first && (column.group() > 0 || group == 1) || column.group() == group && first;
        }

        private @Nullable Column column(Field field) {
            Column column = reader.column(plan.of(field, group));
            if (column != null) {
                builder.cell(field, reader.source(column));
            }
            return column;
        }

        private boolean isFilled(@Nullable Column column) {
            return column != null && !reader.cell(column).isBlank();
        }

        private void note(Reading<?> reading, Column column, Field field, String to) {
            if (isNew(column)) {
                reader.faults(reading, column);
                reader.changed(field, reading.changes(), reader.typed(column), to);
            }
            if (reading.state() == Reading.State.UNREADABLE) {
                builder.unreadable(field);
            }
        }

        private @Nullable AwardTerm award() {
            Column column = column(Field.AWARD);
            Reading<AwardTerm> reading = conferral.award();
            if (column == null || reading == null) {
                return null;
            }
            AwardTerm term = reading.value();
            note(reading, column, Field.AWARD, term == null ? "" : term.code());
            if (term != null) {
                builder.award(term.code()).timesAwarded(term.times());
            }
            return term;
        }

        private @Nullable HistoricalDate act(@Nullable AwardTerm term) {
            DecreeText act = conferral.act();
            Reading<HistoricalDate> reading = conferral.decreeDate();
            if (reading == null && act != null) {
                reading = act.date();
            }
            Column place = conferral.dateColumn();
            HistoricalDate date = null;
            if (place != null) {
                builder.cell(Field.DECREE_DATE, reader.source(place));
                if (reading != null) {
                    reading = narrowed(reading, place, term);
                    boolean shifted = act != null && isShifted(reading, act.date(), place);
                    boolean untenable = shifted || isUntenable(reading);
                    date = untenable ? null : reading.value();
                    reader.faults(reading, place);
                    reader.changed(
                            Field.DECREE_DATE,
                            reading.changes(),
                            reader.typed(place),
                            date == null ? "" : date.toString());
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
            Column actColumn = column(Field.DECREE);
            Column numberColumn = column(Field.DECREE_NUMBER);
            Column authorityColumn = column(Field.AUTHORITY);
            Column actPlace = isFilled(actColumn) ? actColumn : place;
            date = authority(authorityColumn, act, actPlace, date);
            if (numberColumn != null && isFilled(numberColumn)) {
                builder.decreeNumber(decreeNumber(reader.text(numberColumn)));
            } else if (act != null && act.number() != null && actPlace != null) {
                builder.decreeNumber(act.number()).cell(Field.DECREE_NUMBER, reader.source(actPlace));
            }
            builder.decreeDate(date);
            if (term != null
                    && term.code().equals("HOL")
                    && date != null
                    && date.after(HERO_OF_LABOUR_ENDS).surely()) {
                Column column = reader.column(plan.of(Field.AWARD, group));
                if (column != null) {
                    reader.fault("award-ambiguous", column, Awards.ambiguous("HOL", "short-title-after-1938"));
                }
            }
            return date;
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

        private Reading<HistoricalDate> narrowed(
                Reading<HistoricalDate> reading, Column place, @Nullable AwardTerm term) {
            if (!isDoubtful(reading) || conferral.of() > 1) {
                return reading;
            }
            int from = term == null
                    ? 1921
                    : switch (term.code()) {
                        case "HSL" -> 1938;
                        case "HSU" -> 1934;
                        default -> 1921;
                    };
            int to = term != null && term.code().equals("HOL") ? 1938 : LAST_CONFERRAL;
            int born = person.birthReading == null || isDoubtful(person.birthReading) ? 0 : yearOf(person.birth);
            if (born > 0) {
                from = Math.max(from, born + YOUNGEST);
                to = Math.min(to, born + OLDEST);
            }
            return from > to
                    ? reading
                    : better(
                            reading, Dates.read(reader.cell(place), dates(place).withYears(from, to)));
        }

        private @Nullable HistoricalDate authority(
                @Nullable Column column,
                @Nullable DecreeText act,
                @Nullable Column actPlace,
                @Nullable HistoricalDate date) {
            if (column != null && isFilled(column)) {
                Reading<String> reading = authorities.of(reader.text(column));
                DecreeText composite = null;
                if (reading.value() == null && reading.state() == Reading.State.UNREADABLE) {
                    composite = DecreeText.read(reader.text(column), dates(column));
                    boolean taken =
                            composite.number() != null || composite.date().value() != null;
                    reading = taken && composite.authority().value() != null ? composite.authority() : reading;
                }
                String code = reading.value();
                note(reading, column, Field.AUTHORITY, code == null ? "" : code);
                builder.authority(code);
                if (composite != null
                        && date == null
                        && composite.date().value() != null
                        && !isFilled(conferral.dateColumn())) {
                    builder.cell(Field.DECREE_DATE, reader.source(column));
                    if (composite.number() != null) {
                        builder.decreeNumber(composite.number()).cell(Field.DECREE_NUMBER, reader.source(column));
                    }
                    return composite.date().value();
                }
            } else if (act != null && actPlace != null && act.authority().state() != Reading.State.EMPTY) {
                String code = act.authority().value();
                builder.cell(Field.AUTHORITY, reader.source(actPlace)).authority(code);
                note(act.authority(), actPlace, Field.AUTHORITY, code == null ? "" : code);
            }
            return date;
        }

        private static @Nullable String decreeNumber(String typed) {
            String text = typed.strip();
            if (Unknowns.isUnknown(text)) {
                return null;
            }
            int from = 0;
            while (from < text.length() && "№#. ".indexOf(text.charAt(from)) >= 0) {
                from++;
            }
            return text.substring(from);
        }

        private @Nullable InsigniaNumber medal(@Nullable AwardTerm term) {
            Column[] columns = plan.of(Field.MEDAL_NUMBER, group);
            if (columns.length == 0) {
                builder.medalKind(term == null ? null : term.medal());
                return null;
            }
            Column column = medalColumn(columns, term);
            builder.cell(Field.MEDAL_NUMBER, reader.source(column));
            boolean filled = isFilled(column);
            builder.medalKind(term != null && term.medal() != null ? term.medal() : filled ? column.medal() : null);
            InsigniaNumber number = filled ? number(Field.MEDAL_NUMBER, column) : null;
            builder.medalNumber(number);
            return number;
        }

        /** Of columns for both medals the filled one, or else the one of this award. */
        private Column medalColumn(Column[] columns, @Nullable AwardTerm term) {
            Column fit = null;
            for (Column column : columns) {
                boolean own = term != null
                        && (term.code().equals("HSL") && "HAMMER_AND_SICKLE".equals(column.medal())
                                || term.code().equals("HSU") && "GOLD_STAR".equals(column.medal()));
                if (own && (fit == null || isFilled(column))) {
                    fit = column;
                }
            }
            return fit != null && isFilled(fit)
                    ? fit
                    : isFilled(RowReader.filled(row, columns)) || fit == null ? RowReader.filled(row, columns) : fit;
        }

        private @Nullable InsigniaNumber number(Field field) {
            Column column = column(field);
            return column == null || !isFilled(column) ? null : number(field, column);
        }

        private @Nullable InsigniaNumber number(Field field, Column column) {
            Reading<InsigniaNumber> reading = Numbers.readInsignia(reader.cleaned(column));
            InsigniaNumber value = reading.value();
            note(
                    reading,
                    column,
                    field,
                    value == null
                            ? ""
                            : value.isNumbered()
                                    ? value.toString()
                                    : value.kind().name());
            if (value == null || !NUMBERED.contains(field)) {
                return value;
            }
            int of = column.group() == 0 && plan.groups() > 1 ? plan.groups() : conferral.of();
            int place = column.group() == 0 && plan.groups() > 1 ? group - 1 : conferral.place();
            return of == 1 ? value : share(value, place, of);
        }

        /** Several numbers in the cell of several conferrals belong to them in their order. */
        private static @Nullable InsigniaNumber share(InsigniaNumber value, int place, int of) {
            List<String> numbers = value.numbers();
            if (numbers.size() > of || !value.isNumbered()) {
                return place == 0 ? value : null;
            }
            return place < numbers.size()
                    ? new InsigniaNumber(value.kind(), List.of(numbers.get(place)), value.duplicate())
                    : null;
        }

        private void ordinal(@Nullable AwardTerm term, @Nullable InsigniaNumber medal) {
            Column column = column(Field.ORDINAL);
            if (column != null && isFilled(column) && conferral.of() == 1) {
                Reading<Integer> reading = Ordinals.read(reader.cleaned(column));
                Integer value = reading.value();
                note(reading, column, Field.ORDINAL, value == null ? "" : value.toString());
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
            List<Reading<AwardTerm>> terms =
                    column == null ? List.of() : awards.of(reader.text(column)).terms();
            if (terms.size() < 2) {
                return conferral.place() + 1;
            }
            AwardTerm own =
                    terms.get(Math.min(conferral.place(), terms.size() - 1)).value();
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
            Column column = column(Field.PRESENTATION_DATE);
            if (column != null && isFilled(column)) {
                Reading<HistoricalDate> reading = Dates.read(reader.cell(column), dates(column));
                HistoricalDate value = reading.value();
                note(reading, column, Field.PRESENTATION_DATE, value == null ? "" : value.toString());
                builder.presentationDate(value);
            }
        }

        private void posthumous(@Nullable AwardTerm term) {
            Column column = column(Field.POSTHUMOUS);
            if (column != null && isFilled(column)) {
                if (column.group() == group || last) {
                    Reading<Boolean> reading = Posthumous.read(reader.cleaned(column));
                    Boolean value = reading.value();
                    note(reading, column, Field.POSTHUMOUS, value == null ? "" : value.toString());
                    builder.posthumous(value);
                }
                return;
            }
            Column award = reader.column(plan.of(Field.AWARD, group));
            boolean own = last || award != null && award.group() == group;
            if (term != null && term.posthumous() && own) {
                said(Field.AWARD, column);
                return;
            }
            Column remarks = reader.column(plan.of(Field.REMARKS, group));
            if (last && remarks != null && isFilled(remarks) && Posthumous.isSaidIn(reader.text(remarks))) {
                said(Field.REMARKS, column);
            }
        }

        private void said(Field where, @Nullable Column own) {
            builder.posthumous(true);
            Column place = reader.column(plan.of(where, group));
            if (place != null) {
                if (own == null || !isFilled(own)) {
                    builder.cell(Field.POSTHUMOUS, reader.source(place));
                }
                reader.changed(Field.POSTHUMOUS, List.of(Change.Kind.INFERRED), reader.typed(place), "true");
            }
        }

        private void status() {
            List<StatusEvent> events = new ArrayList<>(0);
            Column status = column(Field.STATUS);
            if (status != null && isFilled(status)) {
                events.addAll(Statuses.read(reader.text(status), dates(status)));
            }
            events.addAll(ofColumn(Field.DEPRIVED, Status.DEPRIVED));
            events.addAll(ofColumn(Field.ANNULLED, Status.ANNULLED));
            events.addAll(ofColumn(Field.RESTORED, Status.RESTORED));
            Column remarks = column(Field.REMARKS);
            if (events.isEmpty()
                    && remarks != null
                    && isFilled(remarks)
                    && Statuses.isSuspected(reader.text(remarks))) {
                List<StatusEvent> told = Statuses.read(reader.text(remarks), dates(remarks));
                if (!told.isEmpty()) {
                    events.addAll(told);
                    if (status == null || !isFilled(status)) {
                        builder.cell(Field.STATUS, reader.source(remarks));
                    }
                    reader.changed(
                            Field.STATUS,
                            List.of(Change.Kind.INFERRED),
                            reader.typed(remarks),
                            told.get(told.size() - 1).status().key());
                }
            }
            builder.statusEvents(events);
        }

        private List<StatusEvent> ofColumn(Field field, Status status) {
            Column column = column(field);
            return column == null || !isFilled(column)
                    ? List.of()
                    : Statuses.readColumn(status, reader.text(column), dates(column));
        }

        private void service() {
            Column column = column(Field.SERVICE_YEARS);
            if (column != null && isFilled(column)) {
                Reading<Integer> reading = ServiceYears.read(reader.cleaned(column));
                Integer value = reading.value();
                note(reading, column, Field.SERVICE_YEARS, value == null ? "" : value.toString());
                builder.serviceYears(value);
            }
        }
    }
}
