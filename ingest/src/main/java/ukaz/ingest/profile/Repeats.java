package ukaz.ingest.profile;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.source.MergedCells;
import ukaz.ingest.source.SourceRow;
import ukaz.ingest.table.Column;
import ukaz.ingest.table.TableLayout;
import ukaz.model.Field;
import ukaz.model.SourceRef;

/** Sees in which columns of a table a blank cell may mean the same as the one above. */
final class Repeats {

    private static final Set<Field> NAMES = EnumSet.of(Field.FULL_NAME, Field.SURNAME);

    /** What a register does not leave blank row after row, unless it means the row above. */
    private static final Set<Field> REQUIRED = EnumSet.of(Field.AWARD, Field.DECREE, Field.DECREE_DATE);

    /** What is said of a person once, and not again beside each further award. */
    private static final Set<Field> OF_THE_PERSON = EnumSet.of(
            Field.FULL_NAME,
            Field.SURNAME,
            Field.GIVEN_NAME,
            Field.PATRONYMIC,
            Field.FORMER_NAME,
            Field.SEX,
            Field.BIRTH_DATE,
            Field.DEATH_DATE,
            Field.LIFE_YEARS,
            Field.BIRTH_PLACE,
            Field.NATIONALITY,
            Field.CITIZENSHIP);

    private final TableLayout layout;
    private final Set<Integer> settled;
    private final Map<Integer, Integer> filled = new HashMap<>();
    private final Map<Integer, Integer> blank = new HashMap<>();
    private final Map<Integer, Integer> blankInBlock = new HashMap<>();
    private int inBlock;

    /** @param settled the columns of which a mapping says it already */
    Repeats(TableLayout layout, Set<Integer> settled) {
        this.layout = layout;
        this.settled = settled;
    }

    /** Takes a row of data into account. */
    void count(SourceRow row) {
        boolean named = false;
        boolean namedAbove = false;
        for (Column column : layout.columns()) {
            if (column.field() != null && NAMES.contains(column.field())) {
                named |= !row.cell(column.index()).isBlank();
                namedAbove |= filled.containsKey(column.index());
            }
        }
        boolean block = !named && namedAbove;
        inBlock += block ? 1 : 0;
        for (Column column : layout.columns()) {
            if (!row.cell(column.index()).isBlank()) {
                filled.merge(column.index(), 1, Integer::sum);
            } else if (filled.containsKey(column.index())) {
                (block ? blankInBlock : blank).merge(column.index(), 1, Integer::sum);
            }
        }
    }

    /**
     * What is to be offered for a column; null where nothing is.
     *
     * @param end the first row of the next table on the sheet
     */
    @Nullable
    SameAsAbove offer(Column column, List<MergedCells> merged, int end) {
        Field field = column.field();
        if (field == null || settled.contains(column.index())) {
            return null;
        }
        int first = layout.headerRow() + layout.headerRows();
        List<MergedCells> own = merged.stream()
                .filter(range -> range.firstColumn() <= column.index() && column.index() <= range.lastColumn())
                .filter(range -> range.firstRow() >= first && range.firstRow() < end)
                .toList();
        int below = blank.getOrDefault(column.index(), 0);
        int inside = blankInBlock.getOrDefault(column.index(), 0);
        boolean ofTheBlock = inBlock > 0 && inside == inBlock && OF_THE_PERSON.contains(field);
        boolean required = REQUIRED.contains(field) && below + inside > 0;
        if (own.isEmpty() && !ofTheBlock && !required) {
            return null;
        }
        return new SameAsAbove((long) below + inside, own.size(), own.isEmpty() ? "" : range(own.get(0)));
    }

    private static String range(MergedCells merged) {
        return SourceRef.columnLetters(merged.firstColumn())
                + merged.firstRow()
                + ':'
                + SourceRef.columnLetters(merged.lastColumn())
                + merged.lastRow();
    }
}
