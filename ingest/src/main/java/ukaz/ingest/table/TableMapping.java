package ukaz.ingest.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.source.Sheet;
import ukaz.model.Field;

/**
 * What a mapping says of some tables.
 *
 * @param files which files it is for, with * and ? as wild cards; null for all
 * @param sheetName null where no name is given
 * @param sheetNumber from 1; 0 where no number is given
 * @param headerRow from 1; 0 where the header is to be found
 * @param headerRows how many rows the header has; 0 for a table without one
 * @param sameAsAbove titles or letters of columns
 * @param partial whether the table has only some of the conferrals of each person
 */
record TableMapping(
        @Nullable String files,
        @Nullable String sheetName,
        int sheetNumber,
        int headerRow,
        int headerRows,
        List<ColumnMapping> columns,
        Map<Field, String> constants,
        List<String> sameAsAbove,
        DayMonthOrder dateOrder,
        boolean partial) {

    /**
     * A layout with its columns mapped.
     *
     * @param missing titles or letters of columns that the table does not have
     */
    record Mapped(TableLayout layout, TableAdvice advice, List<String> missing) {}

    private static final int LONGEST_LETTERS = 3;

    boolean isFor(String path) {
        return files == null || Wildcard.matches(files, path) || Wildcard.matches(files, lastOf(path));
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean isFor(Sheet sheet) {
        if (sheetName == null && sheetNumber == 0) {
            return true;
        }
        return sheetName != null && sheet.name() != null && plain(sheetName).equals(plain(sheet.name()))
                || sheetNumber == sheet.index() + 1;
    }

    /** What the titles mean under this mapping, before anything is known of the place of the table. */
    List<Column> titled(List<Column> found) {
        List<Column> result = new ArrayList<>(found);
        Set<Integer> explicit = new HashSet<>();
        for (ColumnMapping column : columns) {
            for (int index : titled(column.key(), found)) {
                result.set(index, column.of(found.get(index)));
                explicit.add(index);
            }
        }
        giveWay(result, explicit);
        return result;
    }

    /**
     * @param layout where the table stands
     * @param titles its columns as the titles alone say
     * @param width how many columns the table has, those without a title included
     */
    Mapped map(TableLayout layout, List<Column> titles, int width) {
        List<Column> found = new ArrayList<>(titles);
        for (int i = found.size(); i < width; i++) {
            found.add(new Column(i, "", null, 0, null, 0));
        }
        List<Column> result = new ArrayList<>(found);
        List<String> missing = new ArrayList<>();
        Set<Integer> explicit = new HashSet<>();
        for (ColumnMapping column : columns) {
            List<Integer> places = places(column.key(), found);
            if (places.isEmpty() && column.field() != null) {
                missing.add(column.key());
            }
            for (int place : places) {
                result.set(place, column.of(found.get(place)));
                explicit.add(place);
            }
        }
        giveWay(result, explicit);
        result = new ArrayList<>(Groups.number(result));
        for (ColumnMapping column : columns) {
            if (column.group() != null) {
                for (int place : places(column.key(), found)) {
                    result.set(place, column.of(found.get(place)));
                }
            }
        }
        Set<Integer> above = new HashSet<>();
        for (String key : sameAsAbove) {
            List<Integer> places = places(key, found);
            if (places.isEmpty()) {
                missing.add(key);
            }
            above.addAll(places);
        }
        int groups = result.stream().mapToInt(Column::group).max().orElse(0);
        return new Mapped(
                new TableLayout(layout.headerRow(), layout.headerRows(), Math.max(1, groups), result),
                new TableAdvice(constants, above, dateOrder),
                missing.stream().distinct().toList());
    }

    /** A column that only looks like one the mapping names means nothing any more. */
    private static void giveWay(List<Column> columns, Set<Integer> explicit) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.field() == null || explicit.contains(i) || LayoutFaults.isOftenSeveral(column.field())) {
                continue;
            }
            boolean taken = explicit.stream()
                    .map(columns::get)
                    .anyMatch(other -> other.field() == column.field()
                            && other.group() == column.group()
                            && String.valueOf(other.medal()).equals(String.valueOf(column.medal())));
            if (taken) {
                columns.set(i, new Column(i, column.title(), null, 0, null, 0));
            }
        }
    }

    /** Letters count where the table has such a column, titles otherwise. */
    private static List<Integer> places(String key, List<Column> columns) {
        int letter = indexOf(key);
        return letter >= 0 && letter < columns.size() ? List.of(letter) : titled(key, columns);
    }

    private static List<Integer> titled(String key, List<Column> columns) {
        String wanted = plain(key);
        List<Integer> places = new ArrayList<>(1);
        for (int i = 0; i < columns.size(); i++) {
            String title = plain(columns.get(i).title());
            if (!title.isEmpty() && title.equals(wanted)) {
                places.add(i);
            }
        }
        return places;
    }

    /** The index of a column from its letters; -1 where these are none. */
    static int indexOf(String letters) {
        if (letters.isEmpty() || letters.length() > LONGEST_LETTERS) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c < 'A' || c > 'Z') {
                return -1;
            }
            index = index * 26 + (c - 'A' + 1);
        }
        return index - 1;
    }

    /** Without what two people would not see or not type alike. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00a0', ' ')
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
