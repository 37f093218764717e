package ukaz.ingest.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.DateContext;
import ukaz.ingest.normalise.date.Dates;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceCell;
import ukaz.ingest.table.Column;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;

/** Counts what stands in one column while its rows go by. */
final class ColumnCount {

    private static final int SAMPLES = 3;
    private static final int NOTATIONS = 4;
    private static final int MOST_SHAPES = 500;
    private static final Set<Field> DATES = EnumSet.of(
            Field.LIFE_YEARS,
            Field.BIRTH_DATE,
            Field.DEATH_DATE,
            Field.DECREE,
            Field.DECREE_DATE,
            Field.PRESENTATION_DATE,
            Field.DEPRIVED,
            Field.ANNULLED,
            Field.RESTORED);
    private static final Set<Field> NUMBERS = EnumSet.of(
            Field.ORDINAL,
            Field.DECREE_NUMBER,
            Field.MEDAL_NUMBER,
            Field.ORDER_OF_LENIN_NUMBER,
            Field.CERTIFICATE_NUMBER,
            Field.SERVICE_YEARS);
    private static final Pattern DAY_AND_MONTH = Pattern.compile("\\d{1,2}[./-]\\d{1,2}[./-]\\d+.*");
    private static final Set<String> MISUNDERSTOOD = Set.of(
            "date-unparseable",
            "date-impossible",
            "date-ambiguous",
            "date-serial-suspect",
            "name-malformed",
            "award-unknown",
            "award-foreign",
            "authority-unknown",
            "citizenship-unknown",
            "number-malformed",
            "cell-formula-error",
            "text-mojibake");

    private final Column column;
    private final Sheet sheet;
    private final LocalDate today;
    private final DayMonthOrder order;
    private final Map<String, ColumnProfile.Notation> notations = new LinkedHashMap<>();
    private final List<String> samples = new ArrayList<>(SAMPLES);
    private final List<ColumnProfile.Puzzle> puzzles = new ArrayList<>(SAMPLES);
    private long filled;
    private long unlisted;
    private long misunderstood;

    ColumnCount(Column column, Sheet sheet, LocalDate today, DayMonthOrder order) {
        this.column = column;
        this.sheet = sheet;
        this.today = today;
        this.order = order;
    }

    void count(SourceCell cell) {
        if (cell.isBlank()) {
            return;
        }
        filled++;
        ColumnProfile.Kind kind = kind(cell);
        String text = cell.text().strip();
        boolean wanted = samples.size() < SAMPLES;
        String shape = kind == ColumnProfile.Kind.TEXT ? kind + shape(text) : kind.name();
        ColumnProfile.Notation known = notations.get(shape);
        if (known == null && notations.size() >= MOST_SHAPES) {
            unlisted++;
        }
        if (wanted || known == null) {
            String shown = shown(cell, text);
            if (wanted && !samples.contains(shown)) {
                samples.add(shown);
            }
            if (known == null && notations.size() < MOST_SHAPES) {
                notations.put(shape, new ColumnProfile.Notation(kind, isShaped(column) ? shown : "", 1));
            }
        }
        if (known != null) {
            notations.put(shape, new ColumnProfile.Notation(kind, known.example(), known.count() + 1));
        }
    }

    private String shape(String text) {
        return isShaped(column) ? Shape.of(text, DATES.contains(column.field())) : "";
    }

    private static boolean isShaped(Column column) {
        Field field = column.field();
        return field != null && (DATES.contains(field) || NUMBERS.contains(field));
    }

    private static ColumnProfile.Kind kind(SourceCell cell) {
        return switch (cell.kind()) {
            case NUMBER -> ColumnProfile.Kind.NUMBER;
            case DATE -> ColumnProfile.Kind.STORED_DATE;
            case BOOLEAN -> ColumnProfile.Kind.BOOLEAN;
            case ERROR -> ColumnProfile.Kind.ERROR;
            case TEXT, EMPTY -> ColumnProfile.Kind.TEXT;
        };
    }

    private String shown(SourceCell cell, String text) {
        if (cell.kind() != SourceCell.Kind.DATE) {
            return text;
        }
        HistoricalDate date = Dates.read(
                        cell, DateContext.of(DateContext.Role.OTHER, today).withDate1904(sheet.date1904()))
                .value();
        return date == null ? text : date.toString();
    }

    void count(Fault fault) {
        if (MISUNDERSTOOD.contains(fault.rule())) {
            misunderstood++;
            String value = fault.value();
            String cell = fault.at().cell();
            if (puzzles.size() < SAMPLES && value != null && cell != null) {
                puzzles.add(new ColumnProfile.Puzzle(value, cell));
            }
        }
    }

    ColumnProfile profile(@Nullable SameAsAbove above) {
        List<ColumnProfile.Notation> all = new ArrayList<>(notations.values());
        all.sort(Comparator.comparingLong(ColumnProfile.Notation::count).reversed());
        boolean telling = all.size() > 1 || column.field() != null && DATES.contains(column.field());
        List<ColumnProfile.Notation> listed = telling ? all.subList(0, Math.min(NOTATIONS, all.size())) : List.of();
        long rest = listed.isEmpty()
                ? 0
                : unlisted
                        + all.subList(listed.size(), all.size()).stream()
                                .mapToLong(ColumnProfile.Notation::count)
                                .sum();
        boolean ordered = all.stream()
                .anyMatch(notation -> notation.kind() == ColumnProfile.Kind.TEXT
                        && DAY_AND_MONTH.matcher(notation.example()).matches());
        return new ColumnProfile(
                column,
                filled,
                samples,
                listed,
                rest,
                ordered ? order : DayMonthOrder.UNSETTLED,
                misunderstood,
                puzzles,
                above);
    }
}
