package ukaz.ingest.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes many rows of one table: by COPY on PostgreSQL, by a batch of inserts elsewhere. */
interface RowLoader extends AutoCloseable {

    /** Adds a row; a value is a text, a number, bytes or null. */
    void row(@Nullable Object... values) throws SQLException;

    /** Writes what is left. */
    @Override
    void close() throws SQLException;

    static RowLoader into(Connection connection, String table, String columns) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? new Copy(connection.unwrap(PGConnection.class), table, columns)
                : new Batch(connection, table, columns);
    }

    /** One statement for all rows. */
    final class Batch implements RowLoader {

        private final PreparedStatement insert;

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
        }

        @Override
        public void close() throws SQLException {
            try (insert) {
                insert.executeBatch();
            }
        }
    }

    /** The text form of COPY: tabs between values, the four signs that would be misread escaped. */
    final class Copy implements RowLoader {

        private static final int ENOUGH = 1 << 22;

        private final PGConnection connection;
        private final String sql;
        private final StringBuilder lines = new StringBuilder();

        private Copy(PGConnection connection, String table, String columns) {
            this.connection = connection;
            this.sql = "copy " + table + " (" + columns + ") from stdin";
        }

        @Override
        public void row(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    lines.append('\t');
                }
                Object value = values[i];
                if (value == null) {
                    lines.append("\\N");
                } else if (value instanceof byte[] bytes) {
                    lines.append("\\\\x").append(HexFormat.of().formatHex(bytes));
                } else {
                    append(value.toString());
                }
            }
            lines.append('\n');
            if (lines.length() > ENOUGH) {
                send();
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> lines.append("\\\\");
                    case '\t' -> lines.append("\\t");
                    case '\n' -> lines.append("\\n");
                    case '\r' -> lines.append("\\r");
                    default -> lines.append(c);
                }
            }
        }

        private void send() throws SQLException {
            try {
                connection.getCopyAPI().copyIn(sql, new StringReader(lines.toString()));
            } catch (IOException e) {
                throw new SQLException(e);
            }
            lines.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            if (!lines.isEmpty()) {
                send();
            }
        }
    }
}
