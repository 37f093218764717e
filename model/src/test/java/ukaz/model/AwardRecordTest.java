package ukaz.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AwardRecordTest {

    private static final SourceRef ROW = new SourceRef("list.xlsx", "Лист1", 17, -1);
    private static final Cell NAME = new Cell(1, "ФИО", "Образцов Пётр");
    private static final Cell AWARD_ABOVE = new Cell(2, 3, "Награда", "ГСТ");
    private static final Cell NO_DATE = new Cell(3, "Дата указа", "  ");

    private static AwardRecord.Builder builder() {
        return AwardRecord.builder("3f2c", ROW);
    }

    @Test
    void keeps_every_value_apart() {
        HistoricalDate birth = HistoricalDate.parse("1903");
        HistoricalDate death = HistoricalDate.parse("1960-02-07");
        HistoricalDate decree = HistoricalDate.parse("1951-12");
        HistoricalDate handed = HistoricalDate.parse("1952");
        PersonName name = new PersonName("Образцов", "Пётр", null, null);
        InsigniaNumber medal = InsigniaNumber.of("II/15");
        InsigniaNumber order = InsigniaNumber.of("54321");
        InsigniaNumber certificate = InsigniaNumber.stated(InsigniaNumber.Kind.UNKNOWN);

        AwardRecord record = builder()
                .group(2)
                .name(name)
                .sex(Sex.MALE)
                .birthDate(birth)
                .deathDate(death)
                .citizenship("SU")
                .nationality("русский")
                .award("HSL")
                .ordinal(2)
                .ordinalInferred(true)
                .timesAwarded(3)
                .decreeDate(decree)
                .decreeNumber("12")
                .authority("PVS_USSR")
                .medalNumber(medal)
                .medalKind("GOLD_STAR")
                .orderOfLeninNumber(order)
                .certificateNumber(certificate)
                .presentationDate(handed)
                .posthumous(true)
                .serviceYears(31)
                .raw("ФИО", "Образцов Пётр")
                .build();

        assertThat(record.id()).isEqualTo("3f2c");
        assertThat(record.at()).isEqualTo(ROW);
        assertThat(record.group()).isEqualTo(2);
        assertThat(record.name()).isEqualTo(name);
        assertThat(record.sex()).isEqualTo(Sex.MALE);
        assertThat(record.birthDate()).isEqualTo(birth);
        assertThat(record.deathDate()).isEqualTo(death);
        assertThat(record.citizenship()).isEqualTo("SU");
        assertThat(record.nationality()).isEqualTo("русский");
        assertThat(record.award()).isEqualTo("HSL");
        assertThat(record.ordinal()).isEqualTo(2);
        assertThat(record.ordinalInferred()).isTrue();
        assertThat(record.timesAwarded()).isEqualTo(3);
        assertThat(record.decreeDate()).isEqualTo(decree);
        assertThat(record.decreeNumber()).isEqualTo("12");
        assertThat(record.authority()).isEqualTo("PVS_USSR");
        assertThat(record.medalNumber()).isEqualTo(medal);
        assertThat(record.medalKind()).isEqualTo("GOLD_STAR");
        assertThat(record.orderOfLeninNumber()).isEqualTo(order);
        assertThat(record.certificateNumber()).isEqualTo(certificate);
        assertThat(record.presentationDate()).isEqualTo(handed);
        assertThat(record.posthumous()).isTrue();
        assertThat(record.serviceYears()).isEqualTo(31);
        assertThat(record.raw()).containsExactly(java.util.Map.entry("ФИО", "Образцов Пётр"));
        assertThat(record).hasToString("list.xlsx:17 Образцов Пётр HSL 2");
    }

    @Test
    void what_is_not_said_is_not_known() {
        AwardRecord record = builder().build();

        assertThat(record.group()).isEqualTo(1);
        assertThat(record.name()).isSameAs(PersonName.UNKNOWN);
        assertThat(record.ordinalInferred()).isFalse();
        assertThat(record.posthumous()).isNull();
        assertThat(record.cells()).isEmpty();
        assertThat(record.unreadable()).isEmpty();
        assertThat(record.raw()).isEmpty();
    }

    @Test
    void the_last_event_is_the_status() {
        StatusEvent deprived = new StatusEvent(Status.DEPRIVED, HistoricalDate.parse("1962"), "PVS_USSR");
        StatusEvent restored = new StatusEvent(Status.RESTORED, null, null);

        assertThat(builder().build().status()).isEqualTo(Status.VALID);
        AwardRecord record = builder().statusEvents(List.of(deprived, restored)).build();
        assertThat(record.status()).isEqualTo(Status.RESTORED);
        assertThat(record.statusEvents()).containsExactly(deprived, restored);
    }

    @Test
    void a_column_that_is_not_there_is_not_an_empty_cell() {
        AwardRecord record = builder()
                .cell(Field.FULL_NAME, NAME)
                .cell(Field.DECREE_DATE, NO_DATE)
                .unreadable(Field.FULL_NAME)
                .build();

        assertThat(record.cell(Field.FULL_NAME)).isEqualTo(NAME);
        assertThat(record.cells()).containsOnlyKeys(Field.FULL_NAME, Field.DECREE_DATE);
        assertThat(record.hasColumn(Field.DECREE_DATE)).isTrue();
        assertThat(record.isEmpty(Field.DECREE_DATE)).isTrue();
        assertThat(record.hasColumn(Field.AWARD)).isFalse();
        assertThat(record.isEmpty(Field.AWARD)).isFalse();
        assertThat(record.isEmpty(Field.FULL_NAME)).isFalse();
        assertThat(record.isUnreadable(Field.FULL_NAME)).isTrue();
        assertThat(record.isUnreadable(Field.DECREE_DATE)).isFalse();
        assertThat(record.unreadable()).containsExactly(Field.FULL_NAME);
    }

    @Test
    void a_field_is_found_in_its_cell_in_the_cell_above_that_stands_for_it_or_in_the_row() {
        AwardRecord record = builder()
                .cell(Field.FULL_NAME, NAME)
                .cell(Field.AWARD, AWARD_ABOVE)
                .build();

        assertThat(record.at(Field.FULL_NAME).cell()).isEqualTo("B17");
        assertThat(record.at(Field.AWARD).cell()).isEqualTo("C14");
        assertThat(record.at(Field.AWARD).sheet()).isEqualTo("Лист1");
        assertThat(record.at(Field.REMARKS)).isEqualTo(ROW);
    }
}
