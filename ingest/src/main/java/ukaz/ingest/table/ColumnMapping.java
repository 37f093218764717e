package ukaz.ingest.table;

import org.jspecify.annotations.Nullable;
import ukaz.model.Field;

/**
 * What a mapping says of one column.
 *
 * @param key its title or its letter
 * @param field null where the column is to be ignored
 * @param group which of the repeated groups of a wide table it belongs to, from 1; 0 where it belongs to every record of
 *     the row; null where the mapping leaves that to the titles
 * @param medal null where the mapping names none
 */
record ColumnMapping(
        String key,
        @Nullable Field field,
        @Nullable Integer group,
        @Nullable String medal) {

    Column of(Column found) {
        if (field == null) {
            return new Column(found.index(), found.title(), null, 0, null, 1);
        }
        boolean same = field == found.field();
        int number = group != null ? group : same ? found.group() : 0;
        String kind = medal != null ? medal : same ? found.medal() : null;
        return new Column(found.index(), found.title(), field, number, kind, 1);
    }
}
