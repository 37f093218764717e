package ukaz.ingest.normalise.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Field;
import ukaz.model.SourceRef;

/** Which columns of a table say what for which conferral of a row. */
final class Plan {

    private static final Column[] NONE = {};

    /** By group, from 0 for the whole row; in each by field. */
    private final List<Map<Field, Column[]>> columns;

    private final String[] rawTitles;
    private final Column[] mapped;
    private final int groups;

    Plan(TableLayout layout) {
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
