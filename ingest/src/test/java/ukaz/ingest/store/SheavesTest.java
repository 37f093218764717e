package ukaz.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.Status;
import ukaz.model.StatusEvent;

/** What an archive held before records were put together is there afterwards. */
class SheavesTest {

    private static final int ROWS = 200;
    private static final String SEPARATOR = "\u001f";

    @TempDir
    private Path folder;

    @Test
    void what_archives_hold_as_numbers_keeps_its_order() {
        assertThat(Sex.values()).containsExactly(Sex.MALE, Sex.FEMALE);
        assertThat(InsigniaNumber.Kind.values())
                .containsExactly(
                        InsigniaNumber.Kind.NUMBERED,
                        InsigniaNumber.Kind.WITHOUT_NUMBER,
                        InsigniaNumber.Kind.NOT_GIVEN,
                        InsigniaNumber.Kind.UNKNOWN);
    }

    @Test
    void records_of_an_earlier_archive_come_back_as_they_were() {
        try (Store store = earlier()) {
            store.update(connection -> {
                for (int row = 2; row < 2 + ROWS; row++) {
                    addEarlier(
                            connection.prepareStatement(
                                    "insert into record (source_id, sheet, row_no, row_group, id, shape_id, person, fields, cells)"
                                            + " values (0, 0, ?, ?, ?, 'shape', ?, ?, ?)"),
                            row,
                            1);
                    if (row % 50 == 0) {
                        addEarlier(
                                connection.prepareStatement(
                                        "insert into record (source_id, sheet, row_no, row_group, id, shape_id, person, fields,"
                                                + " cells) values (0, 0, ?, ?, ?, 'shape', ?, ?, ?)"),
                                row,
                                2);
                    }
                }
            });

            store.update(Sheaves::migrate);

            List<StoredRecord> records = new ArrayList<>();
            store.contents().records(records::add);
            assertThat(records).hasSize(ROWS + ROWS / 50);
            for (StoredRecord stored : records) {
                AwardRecord record = stored.record();
                assertThat(record.id()).isEqualTo("id" + record.at().row() + "-" + record.group());
                assertThat(stored.person()).isEqualTo("p" + record.at().row());
                assertThat(record.name()).isEqualTo(new PersonName("Иванов", "И\\н", "", null));
                assertThat(record.sex()).isEqualTo(Sex.FEMALE);
                assertThat(record.birthDate()).isEqualTo(HistoricalDate.parse("1903~"));
                assertThat(record.award()).isEqualTo("HSL");
                assertThat(record.ordinal()).isEqualTo(record.at().row());
                assertThat(record.medalNumber())
                        .isEqualTo(new InsigniaNumber(InsigniaNumber.Kind.NUMBERED, List.of("12", "13"), true));
                assertThat(record.posthumous()).isTrue();
                assertThat(record.statusEvents())
                        .containsExactly(new StatusEvent(Status.DEPRIVED, HistoricalDate.parse("1951"), null));
                assertThat(record.unreadable()).containsExactly(Field.DEATH_DATE);
                assertThat(record.raw()).containsExactly(Map.entry("ФИО", "Иванов"), Map.entry("№", "7"));
                assertThat(record.cell(Field.FULL_NAME)).isEqualTo(new Cell(0, "ФИО", "Иванов"));
                assertThat(record.cell(Field.MEDAL_NUMBER)).isEqualTo(new Cell(1, 2, "№", "семь"));
            }
        }
    }

    @Test
    void an_archive_without_records_is_brought_forward_too() {
        try (Store store = earlier()) {
            store.update(Sheaves::migrate);

            assertThat(store.contents().recordCount()).isZero();
        }
    }

    private Store earlier() {
        Store store = Store.on(Databases.sqlite(folder.resolve("archive.db")));
        store.runScript("/ukaz/ingest/store/V1__staging.sql");
        store.addSources(List.of(new SourceSummary(
                0, "a.xlsx", Path.of("a.xlsx"), "00", 1, "xlsx", SourceSummary.State.READ, List.of())));
        store.update(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("insert into sheet values (0, 0, 'Лист1', 1, 1, 0, 0, 0)");
                statement.execute("insert into shape values ('shape', '"
                        + String.join(SEPARATOR, "ФИО", "№", "\\n", "fullName", "0", "ФИО", "medalNumber", "1^2", "№")
                        + "')");
            }
        });
        return store;
    }

    private static void addEarlier(PreparedStatement insert, int row, int group) throws SQLException {
        try (insert) {
            insert.setInt(1, row);
            insert.setInt(2, group);
            insert.setString(3, "id" + row + "-" + group);
            insert.setString(4, "p" + row);
            insert.setString(5, fields(row));
            insert.setString(6, String.join(SEPARATOR, "Иванов", "7", "\\n", "семь"));
            insert.executeUpdate();
        }
    }

    /** As they were written, a list in a list being escaped. */
    private static String fields(int row) {
        String none = "\\n";
        return String.join(
                SEPARATOR,
                "Иванов",
                "И\\\\н",
                "\\z",
                none,
                "f",
                "1903~",
                none,
                "SU",
                none,
                "HSL",
                Integer.toString(row),
                none,
                none,
                none,
                none,
                none,
                "NUMBERED\\e1\\e12\\e13",
                none,
                none,
                none,
                none,
                "true",
                none,
                "DEPRIVED\\e1951\\e\\\\n",
                "deathDate",
                none,
                none,
                none);
    }
}
