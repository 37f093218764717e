package ukaz.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DriverTest {

    @Test
    void sqlite_knows_window_functions() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select row_number() over (order by 1)")) {
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }
}
