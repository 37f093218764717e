package ukaz.ingest.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes many rows of one table: by COPY on PostgreSQL, by a batch of inserts elsewhere. */
interface RowLoader extends AutoCloseable {

    /** Adds a row; a value is a text, an integer, bytes or null, as the column is. */
    void row(@Nullable Object... values) throws SQLException;

    /** Writes what is left. */
    @Override
    void close() throws SQLException;

    static RowLoader into(Connection connection, String table, String columns) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? new Copy(connection.unwrap(PGConnection.class), table, columns)
                : new Batch(connection, table, columns);
    }

    /** One statement for many rows. */
    final class Batch implements RowLoader {

        private static final int ENOUGH = 1_000;

        private final PreparedStatement insert;
        private int waiting;

        private Batch(Connection connection, String table, String columns) throws SQLException {
            int more = (int) columns.chars().filter(c -> c == ',').count();
            this.insert = connection.prepareStatement(
                    "insert into " + table + " (" + columns + ") values (?" + ", ?".repeat(more) + ")");
        }

        @Override
        public void row(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
            if (++waiting == ENOUGH) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            try (insert) {
                insert.executeBatch();
            }
        }
    }

    /** The binary form of COPY, which neither side has to take apart letter by letter. */
    final class Copy implements RowLoader {

        private static final int ENOUGH = 1 << 22;
        private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

        private final PGConnection connection;
        private final String sql;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        private Copy(PGConnection connection, String table, String columns) {
            this.connection = connection;
            this.sql = "copy " + table + " (" + columns + ") from stdin (format binary)";
        }

        @Override
        public void row(@Nullable Object... values) throws SQLException {
            try {
                if (bytes.size() == 0) {
                    out.write(SIGNATURE);
                    // Neither options nor more of a header.
                    out.writeLong(0);
                }
                out.writeShort(values.length);
                for (Object value : values) {
                    write(value);
                }
            } catch (IOException e) {
                throw new SQLException(e);
            }
            if (bytes.size() > ENOUGH) {
                send();
            }
        }

        private void write(@Nullable Object value) throws IOException {
            if (value == null) {
                out.writeInt(-1);
            } else if (value instanceof Integer number) {
                out.writeInt(Integer.BYTES);
                out.writeInt(number);
            } else {
                byte[] field =
                        value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.UTF_8);
                out.writeInt(field.length);
                out.write(field);
            }
        }

        private void send() throws SQLException {
            try {
                out.writeShort(-1);
                connection.getCopyAPI().copyIn(sql, new ByteArrayInputStream(bytes.toByteArray()), ENOUGH);
            } catch (IOException e) {
                throw new SQLException(e);
            }
            bytes.reset();
        }

        @Override
        public void close() throws SQLException {
            if (bytes.size() > 0) {
                send();
            }
        }
    }
}
