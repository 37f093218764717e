package ukaz.ingest.normalise.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.ingest.source.SourceException;
import ukaz.ingest.table.Grid;
import ukaz.ingest.table.RowKind;
import ukaz.ingest.table.TableReader;
import ukaz.ingest.table.TableRow;
import ukaz.model.AwardRecord;
import ukaz.model.Change;
import ukaz.model.Fault;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.Status;

class RecordAssemblerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    @Test
    void reads_a_plain_row_with_the_place_of_every_value() throws SourceException {
        AwardRecord record = one("""
                № п/п | ФИО | Пол | Дата рожд. | Дата смерти | Гражданство | Награда | Дата указа | № указа | Кем присвоено | № медали | ОЛ № | № грамоты | Прим.
                =1 | Курчатов Игорь Васильевич | м | 12.01.1903 | 7 февраля 1960 г. | СССР | ГСТ | 29.10.1949 | 1/2 | ПВС СССР | № 54 | 96673 | б/н | закрытый указ""");

        assertThat(record.name()).isEqualTo(new PersonName("Курчатов", "Игорь", "Васильевич", null));
        assertThat(record.sex()).isEqualTo(Sex.MALE);
        assertThat(record.birthDate()).hasToString("1903-01-12");
        assertThat(record.deathDate()).hasToString("1960-02-07");
        assertThat(record.citizenship()).isEqualTo("SU");
        assertThat(record.award()).isEqualTo("HSL");
        assertThat(record.ordinal()).isEqualTo(1);
        assertThat(record.ordinalInferred()).isTrue();
        assertThat(record.decreeDate()).hasToString("1949-10-29");
        assertThat(record.decreeNumber()).isEqualTo("1/2");
        assertThat(record.authority()).isEqualTo("PVS_USSR");
        assertThat(record.medalNumber()).isEqualTo(InsigniaNumber.of("54"));
        assertThat(record.orderOfLeninNumber()).isEqualTo(InsigniaNumber.of("96673"));
        assertThat(record.certificateNumber()).isEqualTo(InsigniaNumber.stated(InsigniaNumber.Kind.WITHOUT_NUMBER));
        assertThat(record.posthumous()).isNull();
        assertThat(record.status()).isEqualTo(Status.VALID);
        assertThat(record.at(Field.DECREE_DATE).cell()).isEqualTo("H2");
        assertThat(record.at(Field.SURNAME).cell()).isEqualTo("B2");
        assertThat(record.hasColumn(Field.SERVICE_YEARS)).isFalse();
        assertThat(record.raw()).containsEntry("№ медали", "№ 54").hasSize(14);
        assertThat(record.id()).matches("[0-9a-f]{16}");
    }

    @Test
    void a_date_that_cannot_be_meant_is_said_once_and_judged_no_further() throws SourceException {
        Assembled assembled = assembled("""
                ФИО | Дата рожд. | Дата смерти | Награда | Дата указа
                Иванов Иван Иванович | 12.01.1903 | 07.02.2060 | ГСТ | @1949""").get(0);
        AwardRecord record = assembled.records().get(0);

        assertThat(assembled.faults())
                .extracting(Fault::rule)
                .containsExactlyInAnyOrder("date-future", "date-serial-suspect");
        assertThat(record.deathDate()).isNull();
        assertThat(record.isUnreadable(Field.DEATH_DATE)).isTrue();
        assertThat(record.decreeDate()).isNull();
        assertThat(record.isUnreadable(Field.DECREE_DATE)).isTrue();
        assertThat(record.raw()).containsEntry("Дата смерти", "07.02.2060");
    }

    @Test
    void a_stored_day_four_years_beside_the_one_in_words_is_a_shift_between_date_systems() throws SourceException {
        Assembled assembled = assembled("""
                ФИО | Награда | Дата указа | Указ
                Иванов Иван Иванович | ГСТ | @18199 | Указ ПВС СССР от 29.10.1953""").get(0);
        AwardRecord right = one("""
                ФИО | Награда | Дата указа | Указ
                Иванов Иван Иванович | ГСТ | @18200 | Указ ПВС СССР от 29.10.1949""");

        assertThat(assembled.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("date-serial-suspect");
            assertThat(fault.values()).containsEntry("proposed", HistoricalDate.of(1953, 10, 29));
        });
        assertThat(assembled.records().get(0).isUnreadable(Field.DECREE_DATE)).isTrue();
        assertThat(right.decreeDate()).hasToString("1949-10-29");
    }

    @Test
    void a_ditto_mark_stands_for_nothing_in_any_column() throws SourceException {
        Assembled assembled = assembled("""
                ФИО | Пол | Награда | Дата указа | № указа | Посмертно | Статус | Лишён
                Иванов Иван Иванович | -"- | ГСТ, ГСС | 05.03.1946 | // | —"— | » | -"-""").get(0);

        assertThat(assembled.faults())
                .extracting(Fault::rule, Fault::title)
                .containsExactly(tuple("number-malformed", "№ указа"));
        assertThat(assembled.records()).hasSize(2).allSatisfy(record -> {
            assertThat(record.sex()).isNull();
            assertThat(record.decreeNumber()).isNull();
            assertThat(record.statusEvents()).isEmpty();
            assertThat(record.isUnreadable(Field.STATUS)).isTrue();
        });
        assertThat(assembled.records().get(1).isUnreadable(Field.POSTHUMOUS)).isTrue();
    }

    @Test
    void makes_a_record_of_each_group_that_is_filled() throws SourceException {
        List<AwardRecord> records = records("""
                Фамилия | Имя | Отчество | Звание | Первая медаль | | Вторая медаль | | Третья медаль |
                 | | | | Дата указа | № | Дата указа | № | Дата указа | №
                Устинов | Дмитрий | Фёдорович | дважды ГСТ | 03.06.1942 | 7 | 17.06.1961 | II/5 | |""");
        assertThat(records)
                .extracting(
                        AwardRecord::ordinal,
                        r -> r.decreeDate() + "",
                        r -> r.medalNumber() + "",
                        AwardRecord::timesAwarded)
                .containsExactly(tuple(1, "1942-06-03", "7", 2), tuple(2, "1961-06-17", "II/5", 2));
        assertThat(records.get(1).at(Field.DECREE_DATE).cell()).isEqualTo("G3");
        assertThat(records).extracting(AwardRecord::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    дважды ГСТ (1949, 1957)                   | 1:HSL:1949 2:HSL:1957
                    ГСТ (29.10.1949; 08.12.1951)              | 1:HSL:1949-10-29 2:HSL:1951-12-08
                    трижды Герой Социалистического Труда 1949, 1954 и 1956 гг. | 1:HSL:1949 2:HSL:1954 3:HSL:1956
                    ГСТ (1957), ГСС (1944)                    | 1:HSL:1957 1:HSU:1944
                    ГСТ (1949)                                | 1:HSL:1949
                    ГСТ (2)                                   | 2:HSL:null
                    """)
    void takes_the_dates_beside_an_award_where_no_column_has_them(String award, String expected)
            throws SourceException {
        List<AwardRecord> records = records("ФИО | Награда | № медали\nИванов Иван Иванович | " + award + " |");

        assertThat(records)
                .extracting(r -> r.ordinal() + ":" + r.award() + ":" + r.decreeDate())
                .containsExactly(expected.split(" "));
        if (!expected.endsWith("null")) {
            assertThat(records.get(0).at(Field.DECREE_DATE).cell()).isEqualTo("B2");
        }
    }

    @Test
    void the_dates_of_a_column_come_before_those_beside_the_award() throws SourceException {
        assertThat(records("""
                ФИО | Награда | Дата указа
                Иванов Иван Иванович | ГСТ (1949) | 29.10.1949"""))
                .extracting(r -> r.award() + ":" + r.decreeDate())
                .containsExactly("HSL:1949-10-29");
    }

    @Test
    void a_posthumous_mark_of_a_wide_row_is_for_its_last_conferral() throws SourceException {
        assertThat(records("""
                        ФИО | Награда | Дата указа 1 | Дата указа 2 | Посмертно
                        Иванов Иван Иванович | ГСТ | 05.03.1976 | 24.02.1981 | да
                        Петров Пётр Петрович | дважды ГСТ (посмертно) | 05.03.1976 | 24.02.1981 |
                        Фомин Фома Фомич | ГСТ (посмертно) | 05.03.1976 | |"""))
                .extracting(r -> r.name().surname() + r.ordinal(), AwardRecord::posthumous)
                .containsExactly(
                        tuple("Иванов1", null),
                        tuple("Иванов2", true),
                        tuple("Петров1", null),
                        tuple("Петров2", true),
                        tuple("Фомин1", true));
    }

    @Test
    void makes_a_record_of_each_date_in_a_cell() throws SourceException {
        List<AwardRecord> records = records("""
                ФИО | Награда | Дата указа | № медали
                Прозоров Лука Ильич | дважды Герой Социалистического Труда | 05.03.1976; 24.02.1981 | 18221, 164""");
        assertThat(records)
                .extracting(AwardRecord::ordinal, r -> r.decreeDate() + "", r -> r.medalNumber() + "")
                .containsExactly(tuple(1, "1976-03-05", "18221"), tuple(2, "1981-02-24", "164"));
    }

    @Test
    void a_bare_year_is_a_whole_act_and_names_no_organ() throws SourceException {
        Assembled assembled = assembled("ФИО | Награда | Указ\nИванов Иван Иванович | ГСТ | 1947")
                .get(0);

        assertThat(assembled.faults()).isEmpty();
        assertThat(assembled.records().get(0).decreeDate()).hasToString("1947");
    }

    @Test
    void takes_an_act_in_one_cell_apart() throws SourceException {
        AwardRecord record = one("""
                Герой | Годы жизни | Звание | Указ
                Прозорова Анна Ильинична | 1910–1984 | ГСТ | Указ ПВС СССР от 05.03.1976 № 3555-IX""");
        assertThat(record.decreeDate()).hasToString("1976-03-05");
        assertThat(record.decreeNumber()).isEqualTo("3555-IX");
        assertThat(record.authority()).isEqualTo("PVS_USSR");
        assertThat(record.birthDate()).hasToString("1910");
        assertThat(record.deathDate()).hasToString("1984");
        assertThat(record.at(Field.AUTHORITY).cell()).isEqualTo("D2");
        assertThat(record.at(Field.DEATH_DATE).cell()).isEqualTo("B2");
    }

    @Test
    void reads_what_became_of_an_award_from_the_remarks() throws SourceException {
        AwardRecord record = one("""
                ФИО | Награда | Дата указа | Примечания
                Прозоров Лука Ильич | ГСТ | 08.09.1941 | лишён 1946, восстановлен посмертно 1953""");
        assertThat(record.statusEvents())
                .extracting(event -> event.status(), event -> event.date() + "")
                .containsExactly(tuple(Status.DEPRIVED, "1946"), tuple(Status.RESTORED, "1953"));
        assertThat(record.posthumous()).isNull();
        assertThat(record.at(Field.STATUS).cell()).isEqualTo("D2");
    }

    @Test
    void settles_a_year_of_two_figures_by_the_rest_of_the_row() throws SourceException {
        AwardRecord record = one("""
                ФИО | Дата рожд. | Дата смерти | Награда | Дата указа
                Прозоров Лука Ильич | 01.02.03 | 05.06.77 | ГСТ | 05.03.1949""");
        assertThat(record.birthDate()).hasToString("1903-02-01");
        assertThat(record.deathDate()).hasToString("1977-06-05");
    }

    @Test
    void a_hero_of_labour_of_the_years_of_the_socialist_title_is_read_as_that_and_said_to_be() throws SourceException {
        Assembled assembled = assembled("""
                ФИО | Награда | Дата указа
                Прозоров Лука Ильич | Герой Труда | 05.03.1949""").get(0);
        assertThat(assembled.records().get(0).award()).isEqualTo("HSL");
        assertThat(assembled.faults())
                .extracting(Fault::rule, fault -> fault.at().cell())
                .containsExactly(tuple("award-ambiguous", "B2"));
        assertThat(assembled.changes().get(0))
                .contains(new Change(Field.AWARD, Change.Kind.VOCABULARY, "Герой Труда", "HSL"));
    }

    @ParameterizedTest
    @CsvSource({
        "Герой Труда, 26.12.1938, ПВС СССР, HOL",
        "Герой Труда, 05.03.1939, ПВС СССР, HOL",
        "Герой Труда, 05.03.1949, ВЦИК, HOL",
        "Герой Труда, 1938, ПВС СССР, HOL",
        "Герой Труда, 20.12.1939, ПВС СССР, HSL award-ambiguous",
        "дважды Герой Труда, 25.12.1991, ПВС СССР, HSL award-ambiguous",
        "Герой Труда, 26.12.1991, ПВС СССР, HOL",
        "Герой Труда, 01.05.2013, Президент РФ, award-foreign",
    })
    void the_day_tells_which_title_is_meant(String title, String day, String authority, String expected)
            throws SourceException {
        Assembled assembled = assembled("ФИО | Награда | Дата указа | Кем присвоено\nПрозоров Лука Ильич | " + title
                        + " | " + day + " | " + authority)
                .get(0);
        String award = assembled.records().get(0).award();
        String found = assembled.faults().stream().map(Fault::rule).collect(Collectors.joining(" "));
        assertThat(((award == null ? "" : award) + " " + found).strip()).isEqualTo(expected);
    }

    @Test
    void a_column_with_the_given_name_first_is_read_so_as_a_whole() throws SourceException {
        List<Assembled> rows = assembled("""
                ФИО | Награда | Дата указа
                Лука Ильич Прозоров | ГСТ | 05.03.1949
                Анна Ивановна Королёва | ГСТ | 05.03.1949
                И. П. Сидоров | ГСТ | 05.03.1949
                Вальтер Ульман | ГСТ | 05.03.1949
                Гюнтер Штольц | ГСТ | 05.03.1949""");
        assertThat(rows)
                .extracting(row -> row.records().get(0).name().surname())
                .containsExactly("Прозоров", "Королёва", "Сидоров", "Ульман", "Штольц");
        assertThat(rows)
                .flatExtracting(Assembled::faults)
                .extracting(Fault::rule)
                .containsExactly("name-incomplete");
    }

    @Test
    void two_given_names_first_do_not_settle_a_column_of_surnames() throws SourceException {
        List<Assembled> rows = assembled("""
                ФИО | Награда | Дата указа
                Лука Ильич Прозоров | ГСТ | 05.03.1949
                Анна Ивановна Королёва | ГСТ | 05.03.1949
                Сидоров Пётр Ильич | ГСТ | 05.03.1949""");
        assertThat(rows)
                .flatExtracting(Assembled::faults)
                .extracting(Fault::rule)
                .containsExactly("name-order", "name-order");
    }

    @Test
    void a_repeat_that_names_only_the_medal_has_no_ordinal_by_itself() throws SourceException {
        AwardRecord bare =
                one("ФИО | Награда | Дата указа\nПрозоров Лука Ильич | Золотая медаль «Серп и Молот» | 05.03.1949");
        AwardRecord typed =
                one("ФИО | Награда | Дата указа\nПрозоров Лука Ильич | 2-я з.м. «Серп и Молот» | 05.03.1949");
        assertThat(bare.ordinal()).isNull();
        assertThat(bare.medalKind()).isEqualTo("HAMMER_AND_SICKLE");
        assertThat(typed.ordinal()).isEqualTo(2);
        assertThat(typed.ordinalInferred()).isFalse();
    }

    @Test
    void notes_every_change_and_every_fault_at_its_cell() throws SourceException {
        Assembled assembled = assembled("""
                ФИО | Награда | Дата указа | Кем присвоено | № медали | Гражданство
                Прозоров Лука Ильич | Герой Соцтруда | 31.02.1949 | ПВС ССРС | 1.23E+04 | узбек""").get(0);
        AwardRecord record = assembled.records().get(0);
        assertThat(record.unreadable())
                .containsExactlyInAnyOrder(Field.DECREE_DATE, Field.AUTHORITY, Field.MEDAL_NUMBER, Field.CITIZENSHIP);
        assertThat(record.nationality()).isEqualTo("узбек");
        assertThat(assembled.faults())
                .extracting(Fault::rule, fault -> fault.at().cell())
                .containsExactlyInAnyOrder(
                        tuple("citizenship-unknown", "F2"),
                        tuple("date-impossible", "C2"),
                        tuple("authority-unknown", "D2"),
                        tuple("number-malformed", "E2"));
        assertThat(assembled.changes().get(0))
                .containsExactly(new Change(Field.AWARD, Change.Kind.VOCABULARY, "Герой Соцтруда", "HSL"));
    }

    @Test
    void what_is_left_out_of_a_name_or_a_former_name_is_told() throws SourceException {
        assertThat(assembled("""
                        Фамилия | Имя | Отчество | Прежняя фамилия | Награда
                        Петрова* | Анна | Ивановна | «Сидорова» | HSL""").get(0).changes().get(0))
                .contains(
                        new Change(
                                Field.FULL_NAME,
                                Change.Kind.NAME_SPLIT,
                                "Петрова* Анна Ивановна",
                                "Петрова Анна Ивановна"),
                        new Change(Field.FORMER_NAME, Change.Kind.NAME_SPLIT, "«Сидорова»", "Сидорова"));
        assertThat(assembled("""
                        ФИО | Прежняя фамилия | Награда
                        Петрова (Сидорова) Анна Ивановна | Козлова | HSL""").get(0).changes().get(0))
                .contains(new Change(Field.FORMER_NAME, Change.Kind.NAME_SPLIT, "Козлова", "Сидорова"));
    }

    @Test
    void of_two_medal_columns_the_filled_one_counts() throws SourceException {
        List<AwardRecord> records = records("""
                ФИО | Звание | Указ от | № З/З | № СиМ
                Прозоров Лука Ильич | ГСТ | 05.03.1949 | | 1234
                Прозоров Лука Фомич | ГСТ | 05.03.1949 | 77 |
                Прозоров Лука Ионыч | ГСС | 05.03.1949 | |""");
        assertThat(records)
                .extracting(
                        AwardRecord::medalKind,
                        r -> r.medalNumber() + "",
                        r -> r.at(Field.MEDAL_NUMBER).cell())
                .containsExactly(
                        tuple("HAMMER_AND_SICKLE", "1234", "E2"),
                        tuple("GOLD_STAR", "77", "D3"),
                        tuple(null, "null", "D4"));
    }

    @Test
    void sees_that_a_row_has_slipped_into_the_next_columns() throws SourceException {
        Assembled assembled = assembled("""
                ФИО | Гражданство | Награда | Дата указа | № медали | Прим.
                Прозоров Лука Ильич | 1 | СССР | ГСТ | 05.03.1949 | 1234""").get(0);
        assertThat(assembled.faults())
                .filteredOn(fault -> fault.rule().equals("column-shift"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.at().cell()).isEqualTo("B2");
                    assertThat(fault.values().get("fields").toString())
                            .contains("citizenship", "award", "decreeDate", "medalNumber");
                });
    }

    private static AwardRecord one(String sheet) throws SourceException {
        List<AwardRecord> records = records(sheet);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static List<AwardRecord> records(String sheet) throws SourceException {
        List<AwardRecord> records = new ArrayList<>();
        assembled(sheet).forEach(each -> records.addAll(each.records()));
        return records;
    }

    private static List<Assembled> assembled(String sheet) throws SourceException {
        TableReader reader = new TableReader(Grid.of(sheet), "a.xlsx");
        RecordAssembler assembler = new RecordAssembler("a.xlsx", "00", TODAY);
        List<Assembled> all = new ArrayList<>();
        for (TableRow row = reader.next(); row != null; row = reader.next()) {
            if (row.kind() == RowKind.RECORD && row.table() != null) {
                all.add(assembler.assemble(row.table(), row.row()));
            }
        }
        return all;
    }
}
