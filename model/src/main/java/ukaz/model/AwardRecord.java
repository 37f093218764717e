package ukaz.model;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one source says of one conferral, normalised; null is what the source does not say.
 *
 * <p>Immutable; {@link Builder} makes it. Where each value came from stays with it: {@link #cell(Field)}.
 */
public final class AwardRecord {

    private final String id;
    private final SourceRef at;
    private final int group;
    private final PersonName name;
    private final @Nullable Sex sex;
    private final @Nullable HistoricalDate birthDate;
    private final @Nullable HistoricalDate deathDate;
    private final @Nullable String citizenship;
    private final @Nullable String nationality;
    private final @Nullable String award;
    private final @Nullable Integer ordinal;
    private final boolean ordinalInferred;
    private final @Nullable Integer timesAwarded;
    private final @Nullable HistoricalDate decreeDate;
    private final @Nullable String decreeNumber;
    private final @Nullable String authority;
    private final @Nullable InsigniaNumber medalNumber;
    private final @Nullable String medalKind;
    private final @Nullable InsigniaNumber orderOfLeninNumber;
    private final @Nullable InsigniaNumber certificateNumber;
    private final @Nullable HistoricalDate presentationDate;
    private final @Nullable Boolean posthumous;
    private final List<StatusEvent> statusEvents;
    private final @Nullable Integer serviceYears;
    private final Map<Field, Cell> cells;
    private final Set<Field> unreadable;
    private final Map<String, String> raw;

    private AwardRecord(Builder builder) {
        this.id = builder.id;
        this.at = builder.at;
        this.group = builder.group;
        this.name = builder.name;
        this.sex = builder.sex;
        this.birthDate = builder.birthDate;
        this.deathDate = builder.deathDate;
        this.citizenship = builder.citizenship;
        this.nationality = builder.nationality;
        this.award = builder.award;
        this.ordinal = builder.ordinal;
        this.ordinalInferred = builder.ordinalInferred;
        this.timesAwarded = builder.timesAwarded;
        this.decreeDate = builder.decreeDate;
        this.decreeNumber = builder.decreeNumber;
        this.authority = builder.authority;
        this.medalNumber = builder.medalNumber;
        this.medalKind = builder.medalKind;
        this.orderOfLeninNumber = builder.orderOfLeninNumber;
        this.certificateNumber = builder.certificateNumber;
        this.presentationDate = builder.presentationDate;
        this.posthumous = builder.posthumous;
        this.statusEvents = List.copyOf(builder.statusEvents);
        this.serviceYears = builder.serviceYears;
        this.cells = builder.cells;
        this.unreadable = builder.unreadable;
        this.raw = builder.raw;
    }

    /** Hexadecimal, the same for the same row of the same file content whatever else is read in the run. */
    public String id() {
        return id;
    }

    /** The row; its column is -1. */
    public SourceRef at() {
        return at;
    }

    /** Which of the repeated groups of a wide row this is, from 1. */
    public int group() {
        return group;
    }

    public PersonName name() {
        return name;
    }

    public @Nullable Sex sex() {
        return sex;
    }

    public @Nullable HistoricalDate birthDate() {
        return birthDate;
    }

    public @Nullable HistoricalDate deathDate() {
        return deathDate;
    }

    /** {@code SU}, {@code RU_EMPIRE}, {@code STATELESS} or an ISO 3166-1 or -3 code. */
    public @Nullable String citizenship() {
        return citizenship;
    }

    /** Ethnic nationality, as typed. */
    public @Nullable String nationality() {
        return nationality;
    }

    /** Code of the award in the statute book: {@code HSL}, {@code HSU}, {@code HOL}. */
    public @Nullable String award() {
        return award;
    }

    /** From 1. */
    public @Nullable Integer ordinal() {
        return ordinal;
    }

    /** True where the ordinal is not typed but follows from the title being conferred, which is legally once. */
    public boolean ordinalInferred() {
        return ordinalInferred;
    }

    /** What "дважды" or "×3" in the award says of the person: 2, 3. */
    public @Nullable Integer timesAwarded() {
        return timesAwarded;
    }

    public @Nullable HistoricalDate decreeDate() {
        return decreeDate;
    }

    public @Nullable String decreeNumber() {
        return decreeNumber;
    }

    /** Code of the organ: {@code PVS_USSR}, {@code CEC_RSFSR}, {@code OTHER}. */
    public @Nullable String authority() {
        return authority;
    }

    public @Nullable InsigniaNumber medalNumber() {
        return medalNumber;
    }

    /** {@code HAMMER_AND_SICKLE} or {@code GOLD_STAR} where the source names the medal. */
    public @Nullable String medalKind() {
        return medalKind;
    }

    public @Nullable InsigniaNumber orderOfLeninNumber() {
        return orderOfLeninNumber;
    }

    public @Nullable InsigniaNumber certificateNumber() {
        return certificateNumber;
    }

    /** When the insignia were handed over, which is not the legal date. */
    public @Nullable HistoricalDate presentationDate() {
        return presentationDate;
    }

    public @Nullable Boolean posthumous() {
        return posthumous;
    }

    /** As the source lists them. */
    public List<StatusEvent> statusEvents() {
        return statusEvents;
    }

    public Status status() {
        return statusEvents.isEmpty()
                ? Status.VALID
                : statusEvents.get(statusEvents.size() - 1).status();
    }

    /** Full years of hired work. */
    public @Nullable Integer serviceYears() {
        return serviceYears;
    }

    /** The cell the field was read from; null where the table has no column for it. */
    public @Nullable Cell cell(Field field) {
        return cells.get(field);
    }

    /** Every cell a field was read from. */
    public Map<Field, Cell> cells() {
        return cells;
    }

    /** True where the table has a column for this field, filled or not. */
    public boolean hasColumn(Field field) {
        return cells.containsKey(field);
    }

    /** True where the column is there and the cell is empty. */
    public boolean isEmpty(Field field) {
        Cell cell = cells.get(field);
        return cell != null && cell.isEmpty();
    }

    /** True where something is typed that could not be understood. */
    public boolean isUnreadable(Field field) {
        return unreadable.contains(field);
    }

    public Set<Field> unreadable() {
        return unreadable;
    }

    /** The whole row as typed, by column title, in the order of the columns. */
    public Map<String, String> raw() {
        return raw;
    }

    /** The place of the field's cell, or of the row where the field has none. */
    public SourceRef at(Field field) {
        Cell cell = cells.get(field);
        if (cell == null) {
            return at;
        }
        return cell.above() == 0
                ? at.column(cell.column())
                : new SourceRef(at.file(), at.sheet(), at.row() - cell.above(), cell.column());
    }

    @Override
    public String toString() {
        return at.file() + ":" + at.row() + " " + name.display() + " " + award + " " + ordinal;
    }

    /** Starts a record of the given row. */
    public static Builder builder(String id, SourceRef at) {
        return new Builder(id, at);
    }

    /** Collects the values of one record; used once. */
    public static final class Builder {
        private final String id;
        private final SourceRef at;
        private int group = 1;
        private PersonName name = PersonName.UNKNOWN;
        private @Nullable Sex sex;
        private @Nullable HistoricalDate birthDate;
        private @Nullable HistoricalDate deathDate;
        private @Nullable String citizenship;
        private @Nullable String nationality;
        private @Nullable String award;
        private @Nullable Integer ordinal;
        private boolean ordinalInferred;
        private @Nullable Integer timesAwarded;
        private @Nullable HistoricalDate decreeDate;
        private @Nullable String decreeNumber;
        private @Nullable String authority;
        private @Nullable InsigniaNumber medalNumber;
        private @Nullable String medalKind;
        private @Nullable InsigniaNumber orderOfLeninNumber;
        private @Nullable InsigniaNumber certificateNumber;
        private @Nullable HistoricalDate presentationDate;
        private @Nullable Boolean posthumous;
        private List<StatusEvent> statusEvents = List.of();
        private @Nullable Integer serviceYears;
        private final Map<Field, Cell> cells = new EnumMap<>(Field.class);
        private final Set<Field> unreadable = EnumSet.noneOf(Field.class);
        private Map<String, String> raw = new LinkedHashMap<>();

        private Builder(String id, SourceRef at) {
            this.id = id;
            this.at = at;
        }

        public Builder group(int value) {
            this.group = value;
            return this;
        }

        public Builder name(PersonName value) {
            this.name = value;
            return this;
        }

        public Builder sex(@Nullable Sex value) {
            this.sex = value;
            return this;
        }

        public Builder birthDate(@Nullable HistoricalDate value) {
            this.birthDate = value;
            return this;
        }

        public Builder deathDate(@Nullable HistoricalDate value) {
            this.deathDate = value;
            return this;
        }

        public Builder citizenship(@Nullable String value) {
            this.citizenship = value;
            return this;
        }

        public Builder nationality(@Nullable String value) {
            this.nationality = value;
            return this;
        }

        public Builder award(@Nullable String value) {
            this.award = value;
            return this;
        }

        public Builder ordinal(@Nullable Integer value) {
            this.ordinal = value;
            return this;
        }

        public Builder ordinalInferred(boolean value) {
            this.ordinalInferred = value;
            return this;
        }

        public Builder timesAwarded(@Nullable Integer value) {
            this.timesAwarded = value;
            return this;
        }

        public Builder decreeDate(@Nullable HistoricalDate value) {
            this.decreeDate = value;
            return this;
        }

        public Builder decreeNumber(@Nullable String value) {
            this.decreeNumber = value;
            return this;
        }

        public Builder authority(@Nullable String value) {
            this.authority = value;
            return this;
        }

        public Builder medalNumber(@Nullable InsigniaNumber value) {
            this.medalNumber = value;
            return this;
        }

        public Builder medalKind(@Nullable String value) {
            this.medalKind = value;
            return this;
        }

        public Builder orderOfLeninNumber(@Nullable InsigniaNumber value) {
            this.orderOfLeninNumber = value;
            return this;
        }

        public Builder certificateNumber(@Nullable InsigniaNumber value) {
            this.certificateNumber = value;
            return this;
        }

        public Builder presentationDate(@Nullable HistoricalDate value) {
            this.presentationDate = value;
            return this;
        }

        public Builder posthumous(@Nullable Boolean value) {
            this.posthumous = value;
            return this;
        }

        public Builder statusEvents(List<StatusEvent> value) {
            this.statusEvents = value;
            return this;
        }

        public Builder serviceYears(@Nullable Integer value) {
            this.serviceYears = value;
            return this;
        }

        /** Says which cell the field is read from. */
        public Builder cell(Field field, Cell cell) {
            cells.put(field, cell);
            return this;
        }

        /** Says that the field's cell has something in it that could not be understood. */
        public Builder unreadable(Field field) {
            unreadable.add(field);
            return this;
        }

        /** Keeps a cell of the row as typed, mapped or not. */
        public Builder raw(String title, String text) {
            raw.put(title, text);
            return this;
        }

        /** The whole row as typed, in place of what was kept of it before. */
        public Builder raw(Map<String, String> row) {
            this.raw = row;
            return this;
        }

        public AwardRecord build() {
            return new AwardRecord(this);
        }
    }
}
