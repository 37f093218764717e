package ukaz.ingest.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.Context;
import ukaz.model.AwardRecord;

/** Puts records together that had a row of the table each, with all their texts. */
final class Sheaves extends CodedMigration {

    /** So many records, more or less, are one sheaf: what is looked up by itself brings the others along. */
    static final int SIZE = 64;

    /** The rows that follow on one, as many as make a sheaf; a row may be of several records. */
    private static final String ROWS = "from record where source_id = ? and sheet = ? and row_no > ? and row_no <= "
            + "(select max(x.row_no) from (select distinct row_no from record where source_id = ? and sheet = ?"
            + " and row_no > ? order by row_no limit " + SIZE + ") x)";

    Sheaves() {
        super(7, "sheaves");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        migrate(context.getConnection());
    }

    static void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table sheaf (source_id integer not null, sheet integer not null,"
                    + " first_row integer not null, records integer not null, content bytea not null,"
                    + " primary key (source_id, sheet, first_row))");
            // The sheaf that the record is in.
            statement.execute("alter table record add column first_row integer not null default 0");
            move(connection, statement);
            for (String column : List.of("shape_id", "fields", "cells")) {
                statement.execute("alter table record drop column " + column);
            }
        }
    }

    private static void move(Connection connection, Statement statement) throws SQLException {
        Map<String, RecordShape> shapes = new HashMap<>();
        try (ResultSet row = statement.executeQuery("select id, columns from shape")) {
            while (row.next()) {
                shapes.put(row.getString(1), StoreCodec.shape(row.getString(2)));
            }
        }
        List<int[]> sheets = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select distinct source_id, sheet from record")) {
            while (row.next()) {
                sheets.add(new int[] {row.getInt(1), row.getInt(2)});
            }
        }
        for (int[] sheet : sheets) {
            move(connection, sheet[0], sheet[1], shapes);
        }
    }

    private static void move(Connection connection, int source, int sheet, Map<String, RecordShape> shapes)
            throws SQLException {
        SheafWriter sheaf = new SheafWriter();
        Shapes written = new Shapes();
        try (PreparedStatement select =
                        connection.prepareStatement("select row_no, row_group, id, shape_id, fields, cells " + ROWS
                                + " order by row_no, row_group");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into sheaf (source_id, sheet, first_row, records, content) values (?, ?, ?, ?, ?)");
                PreparedStatement tell = connection.prepareStatement(
                        "update record set first_row = ? where source_id = ? and sheet = ? and row_no between ? and ?")) {
            int reached = -1;
            do {
                place(select, 1, source, sheet, reached, source, sheet, reached);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        RecordShape known =
                                shapes.getOrDefault(row.getString(4), new RecordShape(List.of(), List.of()));
                        AwardRecord record = EarlierRecords.record(
                                row.getString(3),
                                row.getInt(1),
                                row.getInt(2),
                                row.getString(5),
                                row.getString(6),
                                known);
                        RecordCodec.write(record, written.of(record), sheaf);
                    }
                }
                if (sheaf.size() == 0) {
                    return;
                }
                int first = sheaf.firstRow();
                reached = sheaf.lastRow();
                place(tell, 1, first, source, sheet, first, reached);
                tell.executeUpdate();
                place(insert, 1, source, sheet, first, sheaf.size());
                insert.setBytes(5, sheaf.take());
                insert.executeUpdate();
                written.addUsed(connection);
            } while (true);
        }
    }

    private static void place(PreparedStatement statement, int from, int... numbers) throws SQLException {
        for (int i = 0; i < numbers.length; i++) {
            statement.setInt(from + i, numbers[i]);
        }
    }
}
