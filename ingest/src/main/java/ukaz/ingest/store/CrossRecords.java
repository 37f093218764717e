package ukaz.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.jdbc.datasource.DataSourceUtils;
import ukaz.model.AwardRecord;
import ukaz.model.SourceRef;

/**
 * The records of the store as rules on several of them need it: all once and lean, then chosen groups in full.
 *
 * <p>Reads and writes in the transaction of its thread. What it remembers of a record is where it stands: sixteen bytes.
 */
public final class CrossRecords {

    private static final int BATCH = 1_000;
    private static final int PLACE = 4;

    private final Store store;
    private int[] places = new int[PLACE * 1024];
    private int count;

    public CrossRecords(Store store) {
        this.store = store;
    }

    /** Is given a record, its number from 0, and the source and sheet it stands in. */
    @FunctionalInterface
    public interface Reader {
        void record(AwardRecord record, int number);
    }

    /** Every record in the order of the sources, without its cells. */
    public void read(Reader to) {
        Map<Integer, Map<Integer, SourceRef>> sheets = sheets();
        run(
                "select source_id, sheet, row_no, row_group, id, fields from record"
                        + " order by source_id, sheet, row_no, row_group",
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            SourceRef sheet = sheet(sheets, row.getInt(1), row.getInt(2));
                            AwardRecord record = StoreCodec.record(
                                    row.getString(5),
                                    new SourceRef(sheet.file(), sheet.sheet(), row.getInt(3), -1),
                                    row.getInt(4),
                                    row.getString(6),
                                    "",
                                    StoreCodec.NO_SHAPE);
                            remember(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
                            to.record(record, count - 1);
                        }
                    }
                });
    }

    private void remember(int source, int sheet, int row, int group) {
        if ((count + 1) * PLACE > places.length) {
            places = java.util.Arrays.copyOf(places, places.length * 2);
        }
        int at = count * PLACE;
        places[at] = source;
        places[at + 1] = sheet;
        places[at + 2] = row;
        places[at + 3] = group;
        count++;
    }

    /** The source that a record stands in. */
    public int source(int number) {
        return places[number * PLACE];
    }

    public int sheet(int number) {
        return places[number * PLACE + 1];
    }

    /** Notes the person of every record. */
    public void people(IntFunction<String> personOf) {
        run(
                "update record set person = ? where source_id = ? and sheet = ? and row_no = ? and row_group = ?",
                update -> {
                    for (int number = 0; number < count; number++) {
                        update.setString(1, personOf.apply(number));
                        place(update, 2, number);
                        batch(update, number + 1 == count || (number + 1) % BATCH == 0);
                    }
                });
    }

    /** Is given the records of one group in full, in the order of their numbers. */
    @FunctionalInterface
    public interface GroupReader {
        void group(int index, List<AwardRecord> records);
    }

    /** Reads groups of records, one after the other. */
    public void groups(List<int[]> groups, GroupReader to) {
        run("delete from related", PreparedStatement::executeUpdate);
        run("insert into related (position, source_id, sheet, row_no, row_group) values (?, ?, ?, ?, ?)", insert -> {
            int position = 0;
            for (int[] group : groups) {
                for (int number : group) {
                    insert.setInt(1, position++);
                    place(insert, 2, number);
                    batch(insert, position % BATCH == 0);
                }
            }
            batch(insert, false, true);
        });
        Map<Integer, Map<Integer, SourceRef>> sheets = sheets();
        Map<String, String> shapes = new HashMap<>();
        run("select id, columns from shape", statement -> {
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shapes.put(row.getString(1), row.getString(2));
                }
            }
        });
        run(
                "select r.source_id, r.sheet, r.row_no, r.row_group, r.id, r.shape_id, r.fields, r.cells"
                        + " from related l join record r on r.source_id = l.source_id and r.sheet = l.sheet"
                        + " and r.row_no = l.row_no and r.row_group = l.row_group order by l.position",
                statement -> {
                    try (ResultSet row = statement.executeQuery()) {
                        for (int index = 0; index < groups.size(); index++) {
                            List<AwardRecord> records = new ArrayList<>(groups.get(index).length);
                            for (int i = 0; i < groups.get(index).length && row.next(); i++) {
                                SourceRef sheet = sheet(sheets, row.getInt(1), row.getInt(2));
                                records.add(StoreCodec.record(
                                        row.getString(5),
                                        new SourceRef(sheet.file(), sheet.sheet(), row.getInt(3), -1),
                                        row.getInt(4),
                                        row.getString(7),
                                        row.getString(8),
                                        shapes.getOrDefault(row.getString(6), StoreCodec.NO_SHAPE)));
                            }
                            to.group(index, records);
                        }
                    }
                });
    }

    private void place(PreparedStatement statement, int from, int number) throws SQLException {
        for (int i = 0; i < PLACE; i++) {
            statement.setInt(from + i, places[number * PLACE + i]);
        }
    }

    private static void batch(PreparedStatement statement, boolean run) throws SQLException {
        batch(statement, true, run);
    }

    private static void batch(PreparedStatement statement, boolean add, boolean run) throws SQLException {
        if (add) {
            statement.addBatch();
        }
        if (run) {
            statement.executeBatch();
        }
    }

    private Map<Integer, Map<Integer, SourceRef>> sheets() {
        Map<Integer, Map<Integer, SourceRef>> sheets = new HashMap<>();
        store.sources()
                .forEach(source -> source.sheets()
                        .forEach(sheet -> sheets.computeIfAbsent(source.id(), id -> new HashMap<>())
                                .put(sheet.index(), SourceRef.sheet(source.path(), sheet.name()))));
        return sheets;
    }

    private static SourceRef sheet(Map<Integer, Map<Integer, SourceRef>> sheets, int source, int sheet) {
        SourceRef found = sheets.getOrDefault(source, Map.of()).get(sheet);
        if (found == null) {
            throw new IllegalStateException("the store has a record of source " + source + " without its sheet");
        }
        return found;
    }

    private interface Work {
        void on(PreparedStatement statement) throws SQLException;
    }

    private void run(String sql, Work work) {
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(BATCH);
            work.on(statement);
        } catch (SQLException e) {
            throw Store.failure("relating the records of", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }
}
