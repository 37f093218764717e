package ukaz.ingest.store;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.model.Cell;
import ukaz.model.Field;

/** What the records of one table share: the titles of their columns, and the place of each field among them. */
final class RecordShape {

    private final List<String> titles;
    private final List<Place> places;
    private final Map<String, Integer> columns = new HashMap<>();

    /** The cell that a field is read from, its text aside. */
    record Place(Field field, int column, int above, String title) {

        Cell cell(String text) {
            return new Cell(column, above, title, text);
        }
    }

    RecordShape(List<String> titles, List<Place> places) {
        this.titles = List.copyOf(titles);
        this.places = List.copyOf(places);
        for (String title : titles) {
            columns.put(title, columns.size());
        }
    }

    List<String> titles() {
        return titles;
    }

    List<Place> places() {
        return places;
    }

    /** The row with these texts by title, without a table of its own. */
    Map<String, String> row(List<@Nullable String> texts) {
        return new Row(texts);
    }

    private final class Row extends AbstractMap<String, String> {

        private final List<@Nullable String> texts;

        private Row(List<@Nullable String> texts) {
            this.texts = texts;
        }

        private String text(int column) {
            String text = column < texts.size() ? texts.get(column) : "";
            return text == null ? "" : text;
        }

        @Override
        public @Nullable String get(@Nullable Object title) {
            Integer column = columns.get(title);
            return column == null ? null : text(column);
        }

        @Override
        public boolean containsKey(@Nullable Object title) {
            return columns.containsKey(title);
        }

        @Override
        public int size() {
            return titles.size();
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, String>> iterator() {
                    return new Iterator<>() {
                        private int next;

                        @Override
                        public boolean hasNext() {
                            return next < titles.size();
                        }

                        @Override
                        public Entry<String, String> next() {
                            Entry<String, String> entry = Map.entry(titles.get(next), text(next));
                            next++;
                            return entry;
                        }
                    };
                }

                @Override
                public int size() {
                    return titles.size();
                }
            };
        }
    }
}
