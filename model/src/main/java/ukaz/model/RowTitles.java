package ukaz.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The titles that many rows of a table share, in the order of the columns: each row is then no more than its texts. */
public final class RowTitles {

    private final List<String> titles;
    private final Map<String, Integer> columns = new HashMap<>();

    public RowTitles(List<String> titles) {
        this.titles = List.copyOf(titles);
        for (String title : titles) {
            columns.put(title, columns.size());
        }
    }

    public List<String> titles() {
        return titles;
    }

    /** The row with these texts by title; it keeps the list. */
    public Map<String, String> row(List<String> texts) {
        return new Row(this, texts);
    }

    /** The titles by which the row was made; null where it was made otherwise. */
    public static @Nullable RowTitles of(Map<String, String> row) {
        return row instanceof Row made ? made.shared : null;
    }

    /** The texts of a row in the order of its titles. */
    public static List<String> texts(Map<String, String> row) {
        if (row instanceof Row made && made.texts.size() == made.size()) {
            return made.texts;
        }
        return List.copyOf(row.values());
    }

    private static final class Row extends AbstractMap<String, String> {

        private final RowTitles shared;
        private final List<String> texts;

        private Row(RowTitles shared, List<String> texts) {
            this.shared = shared;
            this.texts = texts;
        }

        private String text(int column) {
            return column < texts.size() ? texts.get(column) : "";
        }

        @Override
        public @Nullable String get(@Nullable Object title) {
            Integer column = shared.columns.get(title);
            return column == null ? null : text(column);
        }

        @Override
        public boolean containsKey(@Nullable Object title) {
            return shared.columns.containsKey(title);
        }

        @Override
        public int size() {
            return shared.titles.size();
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super String> to) {
            for (int i = 0; i < size(); i++) {
                to.accept(shared.titles.get(i), text(i));
            }
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
                            return next < Row.this.size();
                        }

                        @Override
                        public Entry<String, String> next() {
                            Entry<String, String> entry = Map.entry(shared.titles.get(next), text(next));
                            next++;
                            return entry;
                        }
                    };
                }

                @Override
                public int size() {
                    return Row.this.size();
                }
            };
        }
    }
}
