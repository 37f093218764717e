package ukaz.ingest.normalise.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.Reading;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.term.Authorities;
import ukaz.ingest.normalise.term.CitizenshipTerm;
import ukaz.ingest.normalise.term.Citizenships;
import ukaz.ingest.normalise.term.Sexes;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Field;
import ukaz.model.Sex;
import ukaz.model.SourceRef;

/** How the rows of a table are read: which columns say what for which conferral, and in which context. */
final class Plan {

    private static final Column[] NONE = {};

    /** By group, from 0 for the whole row; in each by field. */
    private final List<Map<Field, Column[]>> columns;

    private final TableContext context;
    private final String[] rawTitles;
    private final Column[] mapped;
    private final int groups;
    private final DateContext[] dates;
    private final DateContext typed;
    private final Memo<DatedAward> awards = new Memo<>(this::award);
    private final Memo<Reading<String>> authorities = new Memo<>(Authorities::read);
    private final Memo<Reading<CitizenshipTerm>> citizenships = new Memo<>(Citizenships::read);
    private final Memo<Reading<Sex>> sexes = new Memo<>(Sexes::read);

    Plan(TableContext context) {
        this.context = context;
        TableLayout layout = context.layout();
        groups = layout.groups();
        columns = new ArrayList<>(groups + 1);
        for (int group = 0; group <= groups; group++) {
            Map<Field, List<Column>> byField = new EnumMap<>(Field.class);
            for (Column column : layout.columns()) {
                Field field = column.field();
                if (field != null && column.group() == group) {
                    byField.computeIfAbsent(field, any -> new ArrayList<>()).add(column);
                }
            }
            Map<Field, Column[]> ofGroup = new EnumMap<>(Field.class);
            byField.forEach((field, found) -> ofGroup.put(field, found.toArray(NONE)));
            columns.add(ofGroup);
        }
        mapped = layout.columns().stream()
                .filter(column -> column.field() != null)
                .toArray(Column[]::new);
        rawTitles = rawTitles(layout);
        dates = new DateContext[rawTitles.length];
        typed = DateContext.of(DateContext.Role.OTHER, context.today())
                .withDate1904(context.sheet().date1904());
        for (Column column : layout.columns()) {
            if (column.index() >= 0) {
                dates[column.index()] = dateContext(column);
            }
        }
    }

    private DatedAward award(String text) {
        return DatedAward.read(text, DateContext.of(DateContext.Role.DECREE, context.today()));
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

    private static String[] rawTitles(TableLayout layout) {
        int width = layout.columns().stream().mapToInt(Column::index).max().orElse(-1) + 1;
        @Nullable String[] titles = new String[width];
        for (Column column : layout.columns()) {
            if (column.index() < 0) {
                continue;
            }
            titles[column.index()] = column.title();
        }
        String[] unique = new String[width];
        Set<String> used = new HashSet<>();
        for (int i = 0; i < width; i++) {
            String title = titles[i];
            String base = title == null || title.isEmpty() ? SourceRef.columnLetters(i) : title;
            String name = base;
            for (int n = 2; !used.add(name); n++) {
                name = base + " (" + n + ")";
            }
            unique[i] = name;
        }
        return unique;
    }

    /** How many columns the table has, counted from the left edge of the sheet. */
    int width() {
        return rawTitles.length;
    }

    /** What settles a stored date where nothing is known of its column. */
    DateContext typed() {
        return typed;
    }

    /** What settles the dates of a column. */
    DateContext dates(Column column) {
        return column.index() < 0 ? dateContext(column) : dates[column.index()];
    }

    Memo<DatedAward> awards() {
        return awards;
    }

    Memo<Reading<String>> authorities() {
        return authorities;
    }

    Memo<Reading<CitizenshipTerm>> citizenships() {
        return citizenships;
    }

    Memo<Reading<Sex>> sexes() {
        return sexes;
    }

    int groups() {
        return groups;
    }

    /** Every column that means something. */
    Column[] mapped() {
        return mapped;
    }

    /** The columns of a field in a group, or else in the whole row. */
    Column[] of(Field field, int group) {
        Column[] own = group <= groups ? ofGroupOnly(field, group) : NONE;
        return own.length > 0 ? own : ofGroupOnly(field, 0);
    }

    /** The columns of a group alone. */
    Column[] ofGroupOnly(Field field, int group) {
        return columns.get(group).getOrDefault(field, NONE);
    }

    boolean has(Field field, int group) {
        return of(field, group).length > 0;
    }

    /** The title under which a cell is kept, each once. */
    String rawTitle(int index) {
        return index < rawTitles.length ? rawTitles[index] : SourceRef.columnLetters(index);
    }
}
