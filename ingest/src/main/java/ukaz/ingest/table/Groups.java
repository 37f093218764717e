package ukaz.ingest.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ukaz.model.Field;

/** Numbers the repeated groups of a wide table, where its titles do not, and drops doubtful meanings. */
final class Groups {

    private Groups() {}

    static List<Column> number(List<Column> columns) {
        List<Column> kept = withoutNeedlessWeak(columns);
        Map<Field, List<Integer>> places = new EnumMap<>(Field.class);
        for (int i = 0; i < kept.size(); i++) {
            Field field = kept.get(i).field();
            if (field != null && HeaderFinder.OF_CONFERRAL.contains(field)) {
                places.computeIfAbsent(field, any -> new ArrayList<>()).add(i);
            }
        }
        boolean numbered = kept.stream().anyMatch(column -> column.group() > 0);
        boolean repeated = isRepeated(Field.DECREE_DATE, places, kept) || isRepeated(Field.DECREE, places, kept);
        if (!numbered && !repeated) {
            return kept;
        }
        List<Column> result = new ArrayList<>(kept);
        for (Map.Entry<Field, List<Integer>> entry : places.entrySet()) {
            number(entry.getKey(), entry.getValue(), result, repeated);
        }
        return result;
    }

    /**
     * One field in several columns is a repeated group where the titles are the same, or where another field of the
     * conferral comes as often; otherwise it is two columns for one thing.
     */
    private static boolean isRepeated(Field field, Map<Field, List<Integer>> places, List<Column> columns) {
        List<Integer> own = places.getOrDefault(field, List.of());
        if (own.size() < 2 || own.stream().anyMatch(i -> columns.get(i).group() > 0)) {
            return false;
        }
        boolean sameTitles =
                own.stream().map(i -> columns.get(i).title().strip()).distinct().count() == 1;
        return sameTitles
                || places.entrySet().stream()
                        .anyMatch(other ->
                                other.getKey() != field && other.getValue().size() == own.size());
    }

    private static void number(Field field, List<Integer> places, List<Column> columns, boolean repeated) {
        if (field == Field.BASIS || field == Field.REMARKS) {
            return;
        }
        boolean any = places.stream().anyMatch(i -> columns.get(i).group() > 0);
        if (any) {
            boolean first = places.stream().anyMatch(i -> columns.get(i).group() == 1);
            List<Integer> bare =
                    places.stream().filter(i -> columns.get(i).group() == 0).toList();
            if (!first && bare.size() == 1) {
                set(columns, bare.get(0), 1);
            }
        } else if (repeated && places.size() > 1) {
            Map<String, Integer> counts = new HashMap<>();
            for (int place : places) {
                set(
                        columns,
                        place,
                        counts.merge(String.valueOf(columns.get(place).medal()), 1, Integer::sum));
            }
        }
    }

    private static void set(List<Column> columns, int place, int group) {
        Column column = columns.get(place);
        columns.set(
                place,
                new Column(column.index(), column.title(), column.field(), group, column.medal(), column.confidence()));
    }

    /** "Дата" alone is a decree's date only where no better column is. */
    private static List<Column> withoutNeedlessWeak(List<Column> columns) {
        List<Column> kept = new ArrayList<>(columns.size());
        for (Column column : columns) {
            boolean weak = column.field() != null && column.confidence() <= 0.5;
            boolean better = weak
                    && columns.stream()
                            .anyMatch(other -> other.confidence() > 0.5
                                    && (other.field() == column.field() || other.field() == Field.DECREE)
                                    && other.group() == column.group());
            kept.add(better ? new Column(column.index(), column.title(), null, 0, null, 0) : column);
        }
        return kept;
    }
}
