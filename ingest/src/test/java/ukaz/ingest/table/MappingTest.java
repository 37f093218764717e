package ukaz.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.ingest.normalise.record.Assembled;
import ukaz.ingest.normalise.record.RecordAssembler;
import ukaz.ingest.source.Sheet;
import ukaz.ingest.source.SourceException;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.data.DataException;

class MappingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Sheet SHEET = new Sheet(0, "Лист1", false, false);

    private final List<Fault> faults = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private TableReader reader;

    @Test
    void gives_columns_the_fields_that_their_titles_do_not_tell() throws SourceException {
        List<AwardRecord> records = records("""
                Кто | Чем отмечен | Бумага
                Иванов Иван Иванович | ГСТ | 05.03.1976""", """
                header-row: 1
                columns:
                  Кто: fullName
                  B: award
                  бумага: {field: decreeDate}
                """);

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.name().surname()).isEqualTo("Иванов");
            assertThat(record.award()).isEqualTo("HSL");
            assertThat(record.decreeDate()).hasToString("1976-03-05");
            assertThat(record.at(Field.DECREE_DATE).cell()).isEqualTo("C2");
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void a_title_that_a_mapping_names_helps_to_find_the_header() throws SourceException {
        String sheet = """
                Список
                Кто | Чем отмечен | Бумага
                Иванов Иван Иванович | ГСТ | 05.03.1976""";

        assertThat(records(sheet, "")).isEmpty();
        assertThat(records(sheet, "columns: {Кто: fullName, Чем отмечен: award, Бумага: decreeDate}"))
                .extracting(AwardRecord::award)
                .containsExactly("HSL");
    }

    @Test
    void a_column_that_only_looks_like_the_mapped_one_gives_way_to_it() throws SourceException {
        List<AwardRecord> records = records("""
                ФИО | Награда | Дата указа | Указ от
                Иванов Иван Иванович | ГСТ | 05.03.1976 | 06.03.1976""", "columns: {Указ от: decreeDate}");

        assertThat(records).extracting(r -> r.decreeDate() + "").containsExactly("1976-03-06");
        assertThat(faults).extracting(Fault::rule, f -> f.at().column()).containsExactly(tuple("column-unmapped", 2));
    }

    @Test
    void an_ignored_column_is_neither_read_nor_reported() throws SourceException {
        List<AwardRecord> records = records("""
                ФИО | Награда | Дата указа | № медали | Рост
                Иванов Иван Иванович | ГСТ | 05.03.1976 | 18221 | 170""", "columns: {№ медали: ignore, E: ignore}");

        assertThat(records.get(0).medalNumber()).isNull();
        assertThat(records.get(0).hasColumn(Field.MEDAL_NUMBER)).isFalse();
        assertThat(records.get(0).raw()).containsEntry("№ медали", "18221");
        assertThat(faults).isEmpty();
    }

    @Test
    void a_mapped_column_that_is_not_there_is_missing() throws SourceException {
        records("""
                ФИО | Награда | Дата указа
                Иванов Иван Иванович | ГСТ | 05.03.1976""", """
                columns: {Знак №: medalNumber, Z: remarks, Рост: ignore}
                same-as-above: [Дата Указа, Год]
                """);

        assertThat(faults)
                .extracting(Fault::rule, f -> f.values().get("field"))
                .containsExactly(
                        tuple("column-missing", "Знак №"),
                        tuple("column-missing", "Z"),
                        tuple("column-missing", "Год"));
    }

    @Test
    void constants_stand_where_there_is_no_column() throws SourceException {
        List<AwardRecord> records = records("""
                ФИО | Дата указа | Орган
                Иванов Иван Иванович | 05.03.1976 |
                Петров Пётр Петрович | 06.03.1976 | Президент СССР""", """
                constants: {award: HSL, authority: ПВС СССР, decreeNumber: "12"}
                """);

        assertThat(records)
                .extracting(AwardRecord::award, AwardRecord::authority, AwardRecord::decreeNumber)
                .containsExactly(tuple("HSL", null, "12"), tuple("HSL", "PRESIDENT_USSR", "12"));
        assertThat(records.get(0).at(Field.AWARD).cell()).isNull();
        assertThat(records.get(0).at(Field.AWARD).row()).isEqualTo(2);
        assertThat(records.get(0).isEmpty(Field.AWARD)).isFalse();
        assertThat(records.get(0).raw()).doesNotContainValue("HSL");
        assertThat(faults).isEmpty();
    }

    @Test
    void a_blank_cell_means_the_one_above_only_where_the_mapping_says_so() throws SourceException {
        String sheet = """
                ФИО | Награда | Дата указа | № медали
                Иванов Иван Иванович | ГСТ | 05.03.1976 | 1
                Петров Пётр Петрович | ГСТ | | 2
                 | | | 3
                Сидоров Сидор Сидорович | ГСТ | 31.02.1977 |
                Фомин Фома Фомич | ГСТ | | 4""";

        assertThat(records(sheet, ""))
                .extracting(r -> r.decreeDate() + "")
                .containsExactly("1976-03-05", "null", "null", "null");
        List<AwardRecord> records = records(sheet, "same-as-above: [ФИО, B, Дата указа]");
        assertThat(records)
                .extracting(
                        r -> r.name().surname(),
                        r -> r.decreeDate() + "",
                        r -> r.at(Field.DECREE_DATE).cell(),
                        r -> r.cell(Field.DECREE_DATE).text())
                .containsExactly(
                        tuple("Иванов", "1976-03-05", "C2", "05.03.1976"),
                        tuple("Петров", "1976-03-05", "C2", "05.03.1976"),
                        tuple("Петров", "1976-03-05", "C2", "05.03.1976"),
                        tuple("Сидоров", "null", "C5", "31.02.1977"),
                        tuple("Фомин", "null", "C5", "31.02.1977"));
        assertThat(records.get(1).raw()).doesNotContainKey("Дата указа");
        assertThat(changes)
                .filteredOn(change -> change.kind() == Change.Kind.INFERRED && change.field() == Field.DECREE_DATE)
                .extracting(Change::from, Change::to)
                .containsExactly(tuple("", "05.03.1976"), tuple("", "05.03.1976"), tuple("", "31.02.1977"));
        assertThat(faults)
                .as("one fault, said once")
                .extracting(Fault::rule, f -> f.at().cell())
                .containsExactly(tuple("date-impossible", "C5"));
        assertThat(reader.sheets().get(0).counts().balances()).isTrue();
    }

    @Test
    void what_is_no_data_takes_nothing_from_above() throws SourceException {
        assertThat(records("""
                        ФИО | Награда | Дата указа
                        Иванов Иван Иванович | ГСТ | 05.03.1976
                        Итого: | 1 |""", "same-as-above: [Дата указа]")).hasSize(1);
    }

    @Test
    void the_order_of_day_and_month_can_be_given() throws SourceException {
        String sheet = """
                ФИО | Награда | Дата указа
                Иванов Иван Иванович | ГСТ | 03/04/1976""";

        assertThat(records(sheet, "date-order: month-first"))
                .extracting(r -> r.decreeDate() + "")
                .containsExactly("1976-03-04");
        assertThat(faults).isEmpty();
        assertThat(records(sheet, "date-order: day-first"))
                .extracting(r -> r.decreeDate() + "")
                .containsExactly("1976-04-03");
        assertThat(faults).isEmpty();
    }

    @Test
    void a_table_without_a_header_is_read_by_letters() throws SourceException {
        List<AwardRecord> records = records("""
                Иванов Иван Иванович | ГСТ | 05.03.1976
                Петров Пётр Петрович | ГСТ | 06.03.1976""", """
                header-row: none
                columns: {A: fullName, B: award, C: decreeDate}
                """);

        assertThat(records)
                .extracting(r -> r.at().row(), r -> r.decreeDate() + "")
                .containsExactly(tuple(1, "1976-03-05"), tuple(2, "1976-03-06"));
    }

    @Test
    void each_table_of_a_sheet_can_have_its_place() throws SourceException {
        List<AwardRecord> records = records("""
                Герои
                Кто | Что | Когда
                Иванов Иван Иванович | ГСТ | 05.03.1976

                Ещё
                Имя | Что | Когда
                 | (сокр.) | (указ)
                Петров Пётр Петрович | ГСС | 06.03.1944""", """
                tables:
                  - {header-row: 2, columns: {A: fullName, B: award, C: decreeDate}}
                  - {header-row: 6, header-rows: 2, columns: {A: fullName, B: award, C: decreeDate}}
                  - {sheet: Лист2, header-row: 1, columns: {X: fullName}}
                """);

        assertThat(records)
                .extracting(AwardRecord::award, r -> r.decreeDate() + "")
                .contains(tuple("HSL", "1976-03-05"), tuple("HSU", "1944-03-06"));
        assertThat(reader.sheets().get(0).tables())
                .extracting(TableLayout::headerRow, TableLayout::headerRows)
                .containsExactly(tuple(2, 1), tuple(6, 2));
        assertThat(reader.sheets().get(0).counts().balances()).isTrue();
    }

    @Test
    void groups_and_medals_can_be_given() throws SourceException {
        List<AwardRecord> records = records("""
                ФИО | Награда | Когда | Знак | Опять | Знак ещё
                Иванов Иван Иванович | ГСТ | 05.03.1976 | 18221 | 24.02.1981 | 164""", """
                header-row: 1
                columns:
                  C: {field: decreeDate, group: 1}
                  D: {field: medalNumber, group: 1, medal: HAMMER_AND_SICKLE}
                  E: {field: decreeDate, group: 2}
                  F: {field: medalNumber, group: 2}
                """);

        assertThat(records)
                .extracting(AwardRecord::ordinal, r -> r.decreeDate() + "", r -> r.medalNumber() + "")
                .containsExactly(tuple(1, "1976-03-05", "18221"), tuple(2, "1981-02-24", "164"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    *.xlsx           | герои/a.xlsx  | true
                    a.xlsx           | герои/a.xlsx  | true
                    герои/*          | герои/a.xlsx  | true
                    a?.xlsx          | a1.xlsx       | true
                    a*1*.xlsx        | a-1-2.xlsx    | true
                    a [1].xlsx       | a [1].xlsx    | true
                    a?.xlsx          | a.xlsx        | false
                    *.ods            | a.xlsx        | false
                    """)
    void a_mapping_is_for_the_files_that_its_pattern_fits(String pattern, String path, boolean fits) {
        Mapping mapping = mapping("{file: '" + pattern + "', register: partial}");

        assertThat(mapping.isPartialRegister(path, SHEET)).isEqualTo(fits);
        assertThat(mapping.withoutFile(List.of(path))).hasSize(fits ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"Лист1, true", "1, true", "'\"1\"', false", "лист1, true", "2, false", "Лист2, false"})
    void a_mapping_is_for_the_sheets_of_its_name_or_number(String sheet, boolean fits) {
        assertThat(mapping("{sheet: " + sheet + ", register: partial}").isPartialRegister("a.xlsx", SHEET))
                .isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {columns: {A: fulName}}                | line 1, column 15: unknown field 'fulName'; did you mean 'fullName'?
                    {colums: {A: fullName}}                | line 1, column 2: unknown key 'colums'; did you mean 'columns'?
                    {header-row: third}                    | line 1, column 14: the number of a row, 'find' or 'none' is expected here, not 'third'
                    {header-row: 0}                        | a number from 1 is expected here, not 0
                    {header-rows: 2}                       | header-rows needs the number of the first of them in header-row
                    {columns: {A: {field: award, medal: GOLDEN_STAR}}} | did you mean 'GOLD_STAR'?
                    {constants: {award: Герой}}            | 'Герой' is not understood as award
                    {constants: {avard: HSL}}              | unknown key 'avard'; did you mean 'award'?
                    {date-order: dayfirst}                 | did you mean 'day-first'?
                    {register: partal}                     | did you mean 'partial'?
                    {same-as-above: A}                     | a list is expected here
                    {columns: {A: award, A: rowId}}        | 'A' stands twice
                    {columns: [A]}                         | keys with values are expected here
                    {tables: [{shet: 1}]}                  | line 1, column 12: unknown key 'shet'; did you mean 'sheet'?
                    {tables: [], file: a}                  | unknown key 'file'
                    [a]                                    | keys with values are expected here
                    {                                      | not YAML
                    """)
    void what_is_wrong_is_named_with_its_place(String yaml, String sentence) {
        assertThatThrownBy(() -> mapping(yaml))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("mapping.yaml, line ")
                .hasMessageContaining(sentence);
    }

    private static Mapping mapping(String yaml) {
        return Mapping.read("mapping.yaml", new StringReader(yaml));
    }

    private List<AwardRecord> records(String sheet, String yaml) throws SourceException {
        faults.clear();
        changes.clear();
        reader = new TableReader(Grid.of(sheet), "a.xlsx", mapping(yaml));
        RecordAssembler assembler = new RecordAssembler("a.xlsx", "00", TODAY);
        List<AwardRecord> records = new ArrayList<>();
        for (TableRow row = reader.next(); row != null; row = reader.next()) {
            if (row.kind() == RowKind.RECORD) {
                Assembled assembled = assembler.assemble(row.table(), row);
                records.addAll(assembled.records());
                assembled.changes().forEach(changes::addAll);
                faults.addAll(assembled.faults());
            }
        }
        reader.sheets().forEach(each -> faults.addAll(each.faults()));
        return records;
    }
}
