package ukaz.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ukaz.ingest.source.SourceException;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.RowCounts;

class TableReaderTest {

    @Test
    void finds_a_header_under_titles_and_blank_rows_and_keeps_the_counts() throws SourceException {
        TableReader reader = reader("""
                Список Героев Социалистического Труда
                по состоянию на 1 января 1975 г.

                № п/п | ФИО | Дата рожд. | Награда | Дата указа | № медали
                =1 | =2 | =3 | =4 | =5 | =6
                =1 | Иванов Иван Иванович | 01.02.1903 | ГСТ | 05.03.1946 | =1234

                =2 | Петров Пётр Петрович | 1905 | ГСТ | 05.03.1946 | =1235
                 | Алтайский край
                =3 | Сидоров Сидор Сидорович | 1905 | ГСТ | 05.03.1946 | =1236
                № п/п | ФИО | Дата рожд. | Награда | Дата указа | № медали
                =4 | Козлов Козьма Кузьмич | 1905 | ГСТ | 05.03.1946 | =1237
                 | | 1907 | | 05.03.1946 | =1238
                Итого: | =4
                * сведения неполные
                Составил: архивист Смирнова
                стр. 5""");

        List<String> kinds = kinds(reader);

        assertThat(kinds)
                .containsExactly(
                        "1 title",
                        "2 title",
                        "4 header",
                        "5 column-numbers",
                        "6 ",
                        "8 ",
                        "9 section",
                        "10 ",
                        "11 header",
                        "12 ",
                        "13 no-name-no-award",
                        "14 total",
                        "15 footnote",
                        "16 signature",
                        "17 page-number");
        RowCounts counts = reader.sheets().get(0).counts();
        assertThat(counts).isEqualTo(new RowCounts(17, 4, 2, 10, 1));
        assertThat(counts.balances()).isTrue();
        assertThat(reader.sheets().get(0).faults()).isEmpty();
    }

    @Test
    void a_row_with_a_date_and_small_figures_beyond_the_titles_is_not_a_second_header() throws SourceException {
        assertThat(kinds(reader("""
                ФИО | Награда | Дата указа
                Безошибкин Пётр Ильич | ГСТ | 29.10.1949 | =1 | =2 | =3"""))).containsExactly("1 header", "2 ");
    }

    @Test
    void reads_a_group_header_over_repeated_columns() throws SourceException {
        TableReader reader = reader("""
                Фамилия | Имя | Отчество | Первая медаль | | | Вторая медаль | | | Прим.
                 | | | Дата указа | № | Орден Ленина № | Дата указа | № | Орден Ленина №
                Келдыш | Мстислав | Всеволодович | 11.09.1956 | 8342 | 12 | 17.06.1961 | 78 | | x""");
        List<String> kinds = kinds(reader);
        TableLayout layout = reader.sheets().get(0).tables().get(0);

        assertThat(kinds).containsExactly("1 header", "2 header", "3 ");
        assertThat(layout.groups()).isEqualTo(2);
        assertThat(layout.columns())
                .extracting(column -> column.field() + " " + column.group())
                .containsExactly(
                        "SURNAME 0",
                        "GIVEN_NAME 0",
                        "PATRONYMIC 0",
                        "DECREE_DATE 1",
                        "MEDAL_NUMBER 1",
                        "ORDER_OF_LENIN_NUMBER 1",
                        "DECREE_DATE 2",
                        "MEDAL_NUMBER 2",
                        "ORDER_OF_LENIN_NUMBER 2",
                        "REMARKS 0");
        assertThat(layout.columns().get(4).title()).isEqualTo("Первая медаль / №");
    }

    @Test
    void the_parts_of_one_title_are_a_second_header_though_it_could_stand_alone() throws SourceException {
        TableReader reader = reader("""
                ФИО | Звание | Указ | | Гражданство
                 | | дата | кем принят |
                Безошибкин Пётр Ильич | ГСТ | 29.10.1949 | ПВС СССР | СССР""");

        assertThat(kinds(reader)).containsExactly("1 header", "2 header", "3 ");
        assertThat(reader.sheets().get(0).tables().get(0).columns())
                .extracting(Column::field)
                .containsExactly(Field.FULL_NAME, Field.AWARD, Field.DECREE_DATE, Field.AUTHORITY, Field.CITIZENSHIP);
    }

    @Test
    void numbers_groups_whose_titles_repeat_or_carry_a_figure() throws SourceException {
        TableReader repeated = reader("ФИО | Награда | Дата указа | № медали | Дата указа | № медали\nА | ГСТ | 1940");
        kinds(repeated);
        TableReader figures =
                reader("ФИО | Награда | Дата указа 1 | № медали 1 | Дата указа (2) | № 2-й медали\nА | ГСТ | 1940");
        kinds(figures);

        for (TableReader reader : List.of(repeated, figures)) {
            assertThat(reader.sheets().get(0).tables().get(0).columns())
                    .extracting(column -> column.field() + " " + column.group())
                    .containsExactly(
                            "FULL_NAME 0",
                            "AWARD 0",
                            "DECREE_DATE 1",
                            "MEDAL_NUMBER 1",
                            "DECREE_DATE 2",
                            "MEDAL_NUMBER 2");
            assertThat(reader.sheets().get(0).faults()).isEmpty();
        }
    }

    @Test
    void reads_several_tables_of_one_sheet() throws SourceException {
        TableReader reader = reader("""
                ФИО | Награда | Дата указа
                Иванов И. И. | ГСТ | 05.03.1946

                Фамилия | Имя | Звание | Дата присвоения
                Петров | Пётр | ГСС | 05.03.1946""");
        assertThat(kinds(reader)).containsExactly("1 header", "2 ", "4 header", "5 ");
        assertThat(reader.sheets().get(0).tables())
                .extracting(TableLayout::headerRow)
                .containsExactly(1, 4);
    }

    @Test
    void a_missing_column_is_said_with_the_header_of_its_table() throws SourceException {
        TableReader reader = reader("""
                ФИО | Награда | Дата указа
                Иванов И. И. | ГСТ | 05.03.1946

                Фамилия | Имя | Звание | Гражданство
                Петров | Пётр | ГСС | СССР""");
        kinds(reader);

        assertThat(reader.sheets().get(0).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("column-missing");
            assertThat(fault.values()).containsEntry("header", 4);
        });
    }

    @Test
    void says_what_is_wrong_with_the_columns() throws SourceException {
        TableReader reader = reader("""
                ФИО | Цвет глаз | Дата рожд. | Д/р | Воинское звание
                Иванов И. И. | | 1903 | 1903 | старшина""");
        kinds(reader);
        assertThat(reader.sheets().get(0).faults())
                .extracting(Fault::rule, fault -> fault.at().column())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("column-unmapped", 1),
                        org.assertj.core.groups.Tuple.tuple("column-repeated", 3),
                        org.assertj.core.groups.Tuple.tuple("column-unmapped", 4),
                        org.assertj.core.groups.Tuple.tuple("column-missing", -1),
                        org.assertj.core.groups.Tuple.tuple("column-missing", -1));
    }

    @Test
    void a_sheet_without_a_header_has_no_table() throws SourceException {
        TableReader reader = new TableReader(
                Grid.of("заметки\nкупить бумагу", "", "ФИО | Награда | Дата указа\nА Б | ГСТ | 1940"), "a.xlsx");
        assertThat(kinds(reader)).containsExactly("1 title", "2 title", "1 header", "2 ");
        assertThat(reader.sheets()).hasSize(3);
        assertThat(reader.sheets().get(0).faults()).extracting(Fault::rule).containsExactly("sheet-no-table");
        assertThat(reader.sheets().get(1).faults()).isEmpty();
    }

    @Test
    void two_medals_side_by_side_are_neither_a_group_nor_a_repetition() throws SourceException {
        TableReader reader = reader("ФИО | Звание | Указ от | № З/З | № СиМ | № орд. Ленина\nА Б | ГСТ | 1940");
        kinds(reader);
        TableLayout layout = reader.sheets().get(0).tables().get(0);
        assertThat(layout.groups()).isEqualTo(1);
        assertThat(layout.columns().get(3)).isEqualTo(new Column(3, "№ З/З", Field.MEDAL_NUMBER, 0, "GOLD_STAR", 1));
        assertThat(layout.columns().get(4).medal()).isEqualTo("HAMMER_AND_SICKLE");
        assertThat(reader.sheets().get(0).faults()).isEmpty();
    }

    @Test
    void goes_on_after_a_row_with_the_same_counts() throws SourceException {
        String sheet = "ФИО | Награда | Дата указа\nА Б | ГСТ | 1940\nВ Г | ГСТ | 1940\n\nД Е | ГСТ | 1940";
        TableReader whole = reader(sheet);
        kinds(whole);
        TableReader restarted = reader(sheet);
        restarted.skipTo(0, 3);

        assertThat(kinds(restarted)).containsExactly("5 ");
        assertThat(restarted.sheets()).isEqualTo(whole.sheets());
    }

    private static TableReader reader(String sheet) {
        return new TableReader(Grid.of(sheet), "a.xlsx");
    }

    private static List<String> kinds(TableReader reader) throws SourceException {
        List<String> kinds = new ArrayList<>();
        for (TableRow row = reader.next(); row != null; row = reader.next()) {
            kinds.add(row.row().number() + " " + row.code());
        }
        return kinds;
    }
}
