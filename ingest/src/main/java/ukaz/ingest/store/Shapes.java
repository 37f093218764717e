package ukaz.ingest.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.RowTitles;

/** The shapes of the records met lately, each known by a record that has it: few shapes are shared by many records. */
final class Shapes {

    private static final int KEPT = 4096;
    private static final Field[] FIELDS = Field.values();

    /** A shape as it is stored. */
    static final class Known {

        private final AwardRecord record;
        private final String id;
        private final String text;
        private final int[] columns;

        private Known(AwardRecord record) {
            this.record = record;
            this.text = StoreCodec.shape(record);
            this.id = digest(text);
            List<String> titles = new ArrayList<>(record.raw().keySet());
            this.columns = record.cells().values().stream()
                    .mapToInt(cell -> titles.indexOf(cell.title()))
                    .toArray();
        }

        String id() {
            return id;
        }

        /** Where in the row the cell stands that a field was read from, by the number of the field; -1 where it does not. */
        int column(int field) {
            return columns[field];
        }
    }

    private final @Nullable Known[] known = new Known[KEPT];
    private final Map<String, String> used = new HashMap<>();
    private @Nullable Known last;

    /** The record's shape, made where no record of that shape was met lately. */
    Known of(AwardRecord record) {
        RowTitles titles = RowTitles.of(record.raw());
        int hash = titles == null ? record.raw().size() : titles.hashCode();
        for (Cell cell : record.cells().values()) {
            hash = 31 * hash + cell.column();
        }
        int slot = (hash ^ hash >>> 12 ^ hash >>> 24) & KEPT - 1;
        Known like = known[slot];
        if (like == null || !alike(like.record, record)) {
            like = new Known(record);
            known[slot] = like;
        }
        if (!like.equals(last)) {
            used.put(like.id, like.text);
            last = like;
        }
        return like;
    }

    /** Adds the shapes asked for since the last time to those that are stored. */
    void addUsed(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into shape (id, columns) values (?, ?) on conflict do nothing")) {
            for (Map.Entry<String, String> shape : used.entrySet()) {
                insert.setString(1, shape.getKey());
                insert.setString(2, shape.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        used.clear();
        last = null;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // the very same titles need no comparing
    private static boolean alike(AwardRecord one, AwardRecord other) {
        if (one.raw().size() != other.raw().size()
                || one.cells().size() != other.cells().size()) {
            return false;
        }
        RowTitles shared = RowTitles.of(one.raw());
        if (shared == null || shared != RowTitles.of(other.raw())) {
            Iterator<String> titles = other.raw().keySet().iterator();
            for (String title : one.raw().keySet()) {
                if (!title.equals(titles.next())) {
                    return false;
                }
            }
        }
        for (Field field : FIELDS) {
            Cell a = one.cell(field);
            Cell b = other.cell(field);
            if (a == null || b == null) {
                if (a != b) {
                    return false;
                }
            } else if (a.column() != b.column()
                    || a.above() != b.above()
                    || !a.title().equals(b.title())) {
                return false;
            }
        }
        return true;
    }
}
