package ukaz.ingest.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;

/** The shapes of the records met lately, each known by a record that has it: few shapes are shared by many records. */
final class Shapes {

    private static final int KEPT = 1024;

    /** A shape as it is stored, with a record that has it. */
    private record Known(AwardRecord record, String id, String columns) {}

    private final @Nullable Known[] known = new Known[KEPT];
    private final Map<String, String> used = new HashMap<>();

    /** The id of the record's shape, made where no record of that shape was met lately. */
    String id(AwardRecord record) {
        int hash = record.raw().size();
        for (Map.Entry<Field, Cell> cell : record.cells().entrySet()) {
            hash = 31 * hash + 7 * cell.getKey().ordinal() + cell.getValue().column();
        }
        int slot = (hash ^ hash >>> 11 ^ hash >>> 21) & KEPT - 1;
        Known like = known[slot];
        if (like == null || !alike(like.record(), record)) {
            String columns = StoreCodec.shape(record);
            like = new Known(record, digest(columns), columns);
            known[slot] = like;
        }
        used.put(like.id(), like.columns());
        return like.id();
    }

    /** The columns of the shapes asked for since the last time, by id. */
    Map<String, String> used() {
        Map<String, String> since = Map.copyOf(used);
        used.clear();
        return since;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
