package ukaz.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.ingest.normalise.date.DayMonthOrder;
import ukaz.ingest.table.Grid;
import ukaz.ingest.table.Mapping;
import ukaz.model.Field;
import ukaz.model.RowCounts;

class ProfilerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static Profile profile(String... sheets) {
        return new Profiler(Grid.of(sheets), "a.xlsx", Mapping.NONE, TODAY).read();
    }

    private static ColumnProfile column(Profile profile, int index) {
        return profile.sheets().get(0).tables().get(0).columns().get(index);
    }

    @Test
    void offers_that_blank_cells_of_a_block_mean_the_person_above() {
        Profile profile = profile("""
                ФИО | Дата рожд. | Дата смерти | Награда | Дата указа | № медали
                Прозоров Лука Ильич | 1903 | | ГСТ | 05.03.1949 | 1
                | | | ГСТ | 05.03.1951 |
                | | | ГСТ | 05.03.1953 | 3
                Фомин Фома Фомич | 1905 | | ГСТ | 05.03.1949 |
                | | | | 05.03.1951 | 5""");

        assertThat(column(profile, 0).above()).isEqualTo(new SameAsAbove(3, 0, ""));
        assertThat(column(profile, 1).above()).isEqualTo(new SameAsAbove(3, 0, ""));
        assertThat(column(profile, 2).above()).as("blank everywhere").isNull();
        assertThat(column(profile, 3).above()).isEqualTo(new SameAsAbove(1, 0, ""));
        assertThat(column(profile, 4).above()).as("always filled").isNull();
        assertThat(column(profile, 5).above()).as("a number may be missing").isNull();
    }

    @Test
    void offers_nothing_for_a_column_that_is_simply_not_always_filled() {
        Profile profile = profile("""
                ФИО | Дата рожд. | Дата смерти | Награда | Дата указа
                Прозоров Лука Ильич | 1903 | 1977 | ГСТ | 05.03.1949
                Фомин Фома Фомич | | | ГСТ | 05.03.1949""");

        assertThat(profile.sheets().get(0).tables().get(0).columns())
                .extracting(ColumnProfile::above)
                .containsOnlyNulls();
    }

    @Test
    void offers_nothing_where_a_mapping_says_it_already() {
        Mapping mapping = Mapping.read("m.yaml", new StringReader("{same-as-above: [A]}"));
        Profile profile = new Profiler(Grid.of("""
                ФИО | Награда | Дата указа
                Прозоров Лука Ильич | ГСТ | 05.03.1949
                | ГСТ | 05.03.1951"""), "a.xlsx", mapping, TODAY).read();

        assertThat(column(profile, 0).above()).isNull();
    }

    @Test
    void tells_of_each_column_its_field_samples_notations_and_puzzles() {
        Profile profile = profile("""
                Список
                ФИО | Награда | Дата указа | Рост
                Иванов Иван Иванович | ГСТ | 05.03.1976 | =170
                Петров Пётр Петрович | ГСТ | 5.3.1976 | =171
                Сидоров Сидор Сидорович | Почётный гость | 13 мая 1977 г. | =170

                Фомин Фома Фомич | ГСТ | летом | =172
                Ильин Илья Ильич | ГСТ | @28000 | =173
                Итого: | =5""");

        ColumnProfile name = column(profile, 0);
        assertThat(name.column().field()).isEqualTo(Field.FULL_NAME);
        assertThat(name.filled()).isEqualTo(5);
        assertThat(name.samples())
                .containsExactly("Иванов Иван Иванович", "Петров Пётр Петрович", "Сидоров Сидор Сидорович");
        assertThat(name.notations()).isEmpty();
        ColumnProfile award = column(profile, 1);
        assertThat(award.samples()).containsExactly("ГСТ", "Почётный гость");
        assertThat(award.misunderstood()).isEqualTo(1);
        assertThat(award.puzzles()).containsExactly(new ColumnProfile.Puzzle("Почётный гость", "B5"));
        ColumnProfile date = column(profile, 2);
        assertThat(date.notations())
                .extracting(
                        ColumnProfile.Notation::kind, ColumnProfile.Notation::example, ColumnProfile.Notation::count)
                .containsExactly(
                        tuple(ColumnProfile.Kind.TEXT, "05.03.1976", 2L),
                        tuple(ColumnProfile.Kind.TEXT, "13 мая 1977 г.", 1L),
                        tuple(ColumnProfile.Kind.TEXT, "летом", 1L),
                        tuple(ColumnProfile.Kind.STORED_DATE, "1976-08-28", 1L));
        assertThat(date.order()).isEqualTo(DayMonthOrder.DAY_FIRST);
        assertThat(date.puzzles()).extracting(ColumnProfile.Puzzle::cell).containsExactly("C7");
        ColumnProfile height = column(profile, 3);
        assertThat(height.column().field()).isNull();
        assertThat(height.samples()).containsExactly("170", "171", "172");
        assertThat(profile.sheets().get(0).sheet().counts()).isEqualTo(new RowCounts(9, 5, 1, 3, 0));
    }

    @Test
    void tells_of_sheets_without_tables_and_of_tables_without_rows() {
        Profile profile = profile("заметки", "ФИО | Награда | Дата указа");

        assertThat(profile.sheets().get(0).tables()).isEmpty();
        assertThat(profile.sheets().get(1).tables().get(0).columns())
                .extracting(ColumnProfile::filled)
                .containsExactly(0L, 0L, 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "27.07.1927, 1.12.1930, true",
        "27 июля 1927 г., 5 МАЯ 1930 г., true",
        "27/VII 1927, 5/XI 1930, true",
        "27.07.1927, 27.07.27, false",
        "27 июля 1927 г., 27 июля 1927, false",
        "ок. 1900, до 1900, false",
    })
    void values_of_one_notation_have_one_shape(String one, String other, boolean same) {
        assertThat(Shape.of(one, true).equals(Shape.of(other, true))).isEqualTo(same);
    }
}
