package ukaz.ingest.store;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;

/** The shapes of the records met lately, each known by a record that has it: few shapes are shared by many records. */
final class Shapes {

    private static final int KEPT = 256;

    private final @Nullable AwardRecord[] known = new AwardRecord[KEPT];
    private final String[] ids = new String[KEPT];

    /** The id of the record's shape, made where no record of that shape was met lately. */
    String id(AwardRecord record, Function<AwardRecord, String> maker) {
        int hash = record.raw().size();
        for (Map.Entry<Field, Cell> cell : record.cells().entrySet()) {
            hash = 31 * hash
                    + 7 * cell.getKey().key().hashCode()
                    + cell.getValue().column();
        }
        int slot = (hash ^ hash >>> 16) & KEPT - 1;
        AwardRecord like = known[slot];
        if (like == null || !alike(like, record)) {
            known[slot] = record;
            ids[slot] = maker.apply(record);
        }
        return ids[slot];
    }

    private static boolean alike(AwardRecord one, AwardRecord other) {
        if (one.raw().size() != other.raw().size()
                || one.cells().size() != other.cells().size()) {
            return false;
        }
        Iterator<String> titles = other.raw().keySet().iterator();
        for (String title : one.raw().keySet()) {
            if (!title.equals(titles.next())) {
                return false;
            }
        }
        Iterator<Map.Entry<Field, Cell>> cells = other.cells().entrySet().iterator();
        for (Map.Entry<Field, Cell> cell : one.cells().entrySet()) {
            Map.Entry<Field, Cell> next = cells.next();
            Cell a = cell.getValue();
            Cell b = next.getValue();
            if (cell.getKey() != next.getKey()
                    || a.column() != b.column()
                    || a.above() != b.above()
                    || !a.title().equals(b.title())) {
                return false;
            }
        }
        return true;
    }
}
