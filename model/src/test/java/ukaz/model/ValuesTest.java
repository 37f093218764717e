package ukaz.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The small values of the vocabulary. */
class ValuesTest {

    @Test
    void rows_balance_where_each_is_accounted_for() {
        RowCounts counts = new RowCounts(10, 4, 3, 2, 1);

        assertThat(RowCounts.NONE.balances()).isTrue();
        assertThat(counts.balances()).isTrue();
        assertThat(new RowCounts(11, 4, 3, 2, 1).balances()).isFalse();
        assertThat(counts.plus(new RowCounts(100, 40, 30, 20, 10))).isEqualTo(new RowCounts(110, 44, 33, 22, 11));
    }

    @Test
    void a_number_is_one_or_several_or_a_statement_that_there_is_none() {
        InsigniaNumber two = new InsigniaNumber(InsigniaNumber.Kind.NUMBERED, List.of("12345", "23456"), true);
        InsigniaNumber none = InsigniaNumber.stated(InsigniaNumber.Kind.NOT_GIVEN);

        assertThat(two.isNumbered()).isTrue();
        assertThat(two.number()).isEqualTo("12345");
        assertThat(two).hasToString("12345, 23456");
        assertThat(none.isNumbered()).isFalse();
        assertThat(none.number()).isNull();
        assertThat(none).hasToString("");
        assertThat(InsigniaNumber.of("7")).isEqualTo(new InsigniaNumber(two.kind(), List.of("7"), false));
    }

    @Test
    void every_key_leads_back_to_what_it_names() {
        for (Severity severity : Severity.values()) {
            assertThat(Severity.of(severity.key())).isEqualTo(severity);
        }
        for (Field field : Field.values()) {
            assertThat(Field.of(field.key())).contains(field);
        }
        assertThat(Field.of("nothing")).isEmpty();
        assertThatThrownBy(() -> Severity.of("fatal")).hasMessageContaining("fatal");
        assertThat(List.of(Sex.MALE.key(), Sex.FEMALE.key())).containsExactly("m", "f");
        assertThat(List.of(Certainty.CERTAIN.key(), Certainty.POSSIBLE.key())).containsExactly("certain", "possible");
        assertThat(Status.RESTORED.key()).isEqualTo("restored");
    }

    @Test
    void a_severity_falls_by_one_and_never_below_the_last() {
        assertThat(Severity.ERROR.oneLower()).isEqualTo(Severity.WARNING);
        assertThat(Severity.WARNING.oneLower()).isEqualTo(Severity.INFO);
        assertThat(Severity.INFO.oneLower()).isEqualTo(Severity.INFO);
    }

    @Test
    void of_three_truths_one_is_in_the_middle() {
        assertThat(Truth.of(true, true)).isEqualTo(Truth.YES);
        assertThat(Truth.of(false, true)).isEqualTo(Truth.MAYBE);
        assertThat(Truth.of(false, false)).isEqualTo(Truth.NO);
        assertThat(Truth.YES.not()).isEqualTo(Truth.NO);
        assertThat(Truth.NO.not()).isEqualTo(Truth.YES);
        assertThat(Truth.MAYBE.not()).isEqualTo(Truth.MAYBE);
        assertThat(Truth.YES.surely() && Truth.YES.possibly()).isTrue();
        assertThat(!Truth.MAYBE.surely() && Truth.MAYBE.possibly()).isTrue();
        assertThat(Truth.NO.surely() || Truth.NO.possibly()).isFalse();
    }

    @Test
    void a_name_is_unknown_where_no_part_is_known() {
        assertThat(PersonName.UNKNOWN.isUnknown()).isTrue();
        assertThat(PersonName.UNKNOWN.display()).isEmpty();
        assertThat(new PersonName(null, null, null, "Образцова").isUnknown()).isTrue();
        assertThat(new PersonName("Образцов", null, null, null).isUnknown()).isFalse();
        assertThat(new PersonName(null, "Пётр", null, null).isUnknown()).isFalse();
        assertThat(new PersonName(null, null, "Ильич", null).isUnknown()).isFalse();
        assertThat(new PersonName("Образцов", null, "Ильич", null).display()).isEqualTo("Образцов Ильич");
    }

    @Test
    void a_finding_is_a_signed_fault() {
        SourceRef at = new SourceRef("a", "S", 2, 1);
        Fault fault = Fault.of("date-future", at, Field.DECREE_DATE, "Дата", "2199", Map.of("date", "2199"));

        assertThat(fault.at()).isEqualTo(at);
        assertThat(fault.field()).isEqualTo(Field.DECREE_DATE);
        assertThat(fault.value()).isEqualTo("2199");
        assertThat(fault.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(fault.severity()).isNull();
        assertThat(Fault.of("row-rejected", at, Map.of()).field()).isNull();
        assertThat(new Finding(fault, Severity.ERROR, List.of(), "", "0").rule())
                .isEqualTo("date-future");
    }

    @Test
    void a_cell_of_blanks_is_empty() {
        assertThat(new Cell(0, "t", " ").isEmpty()).isTrue();
        assertThat(new Cell(0, "t", "x").isEmpty()).isFalse();
        assertThat(new Cell(0, "t", "x").above()).isZero();
    }
}
