package ukaz.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import ukaz.job.InventedPeople;

/** An import that is long enough to be met in the middle. */
final class LongImport {

    static final int ROWS = 60_000;

    private LongImport() {}

    static Object[] arguments(ArchiveAddress archive, Path list, Path work) {
        return archive.arguments(
                "import",
                list,
                "--out",
                work.resolve("out"),
                "--format",
                "jsonl",
                "--fail-on",
                "never",
                "--lang",
                "en");
    }

    /** How many records are staged; negative where the server cannot be asked. */
    static long staged(ArchiveAddress archive) {
        try (Connection connection = archive.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet count = statement.executeQuery("select count(*) from record")) {
                return count.next() ? count.getLong(1) : 0;
            } catch (SQLException e) {
                // Not made yet.
                return 0;
            }
        } catch (SQLException e) {
            return -1;
        }
    }

    static Path list(Path work, int rows) throws IOException {
        Path file = work.resolve("list.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("№ п/п;ФИО;Дата рождения;Награда;Дата указа;Кем присвоено\n");
            for (int i = 1; i <= rows; i++) {
                String year = Integer.toString(i % 10 == 0 ? 1930 : 1940 + i % 50);
                out.write(i + ";" + InventedPeople.name(i) + ";12.03.1905;ГСТ;29.10." + year + ";ПВС СССР\n");
            }
        }
        return file;
    }
}
