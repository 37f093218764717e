package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.SourceRef;
import ukaz.model.Term;

class CompetingTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "birthDate   | 1902-02-03 + 1905-07-19              | 1902-02-03 1905-07-19",
                "birthDate   | 1902-02-03 + 1902                    | -",
                "birthDate   | 1902 + 1902-02-03 + 1902-07-19       | 1902-02-03 1902-07-19",
                "birthDate   | 1902 + 1903-02-03                    | 1902 1903-02-03",
                "birthDate   | 1902-02-03 + 1902-02-03              | -",
                "birthDate   | 1902-02-03 + ''                      | -",
                "deathDate   | 1902-02-03 + 1905-07-19 + 1902-02-03 | 1902-02-03 1905-07-19",
                "decreeDate  | 1957-05-02 + 1943-09-30 + 1950       | 1957-05-02 1943-09-30 1950",
                "sex         | m + f                                | SEX:m SEX:f",
                "sex         | m + m                                | -",
                "citizenship | SU + PL                              | STATE:SU STATE:PL",
                "authority   | PVS_USSR + CEC_USSR                  | AUTHORITY:PVS_USSR AUTHORITY:CEC_USSR",
                "authority   | PVS_USSR + OTHER                     | -",
                "decreeNumber | 212/44 + 212/45                     | 212/44 212/45",
                "decreeNumber | 1-вр + 1-ВР                         | -",
                "decreeNumber | 1 ВР + 1вр                          | -",
                "decreeNumber | 1 ВР + ''                           | -",
                "medalNumber | 21 + 22                              | 21 22",
                "medalNumber | 21 + 21, 22                          | -",
                "medalNumber | 21, 23 + 22                          | 21, 23 22",
                "medalNumber | 21 + б/н                             | 21 PHRASE:insignia-without-number",
                "medalNumber | нет + 21                             | PHRASE:insignia-not-given 21",
                "medalNumber | нет + б/н                            | -",
                "medalNumber | 21 + н/д                             | -",
                "medalNumber | 21 + 22 (дубл.)                      | -",
                "medalNumber | 21 + ''                              | -",
                "orderOfLeninNumber | 7 + 8                         | 7 8",
                "certificateNumber | 7 + 8                          | 7 8"
            })
    void values_compete_where_they_cannot_all_be_true(String field, String told, @Nullable String values) {
        Competing competing = competing(field, told);

        assertThat(
                        competing == null
                                ? null
                                : competing.values().stream()
                                        .map(CompetingTest::shown)
                                        .collect(Collectors.joining(" ")))
                .isEqualTo(values);
    }

    private static String shown(Object value) {
        return value instanceof Term term ? term.kind() + ":" + term.code() : value.toString();
    }

    @Test
    void each_value_has_the_first_row_that_says_it_in_the_order_of_the_sources() {
        Competing competing = competing("birthDate", "1902 + 1902-02-03 + 1905-07-19 + 1905-07-19");

        assertThat(competing).isNotNull();
        assertThat(competing.field()).isEqualTo(Field.BIRTH_DATE);
        assertThat(competing.rows().stream().map(row -> row.at().row())).containsExactly(3, 4);
        assertThat(competing.others().stream().map(row -> row.at().row())).containsExactly(4);
        assertThat(competing.placeholders())
                .containsEntry("sources", List.of("example.xlsx, A3", "example.xlsx, A4"))
                .containsKeys("subject", "values")
                .doesNotContainKeys("slip", "styleDays");
    }

    @Test
    void a_row_is_named_by_its_number_where_it_has_no_cell() {
        List<AwardRecord> rows = List.of(
                bare(5).birthDate(HistoricalDate.parse("1902")).build(),
                bare(6).birthDate(HistoricalDate.parse("1905")).build());

        assertThat(Competing.of(Field.BIRTH_DATE, rows))
                .isNotNull()
                .satisfies(competing -> assertThat(competing.placeholders())
                        .containsEntry("sources", List.of("list.csv, 5", "list.csv, 6")));
    }

    private static AwardRecord.Builder bare(int row) {
        return AwardRecord.builder("id" + row, new SourceRef("list.csv", null, row, -1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1902-05-01 + 1902-05-14              | styleDays=13",
                "1850-05-13 + 1850-05-01              | styleDays=12",
                "1902-03-05 + 1902-05-03              | slip=slip-swapped",
                "1902-03-05 + 1902-03-06              | slip=slip-one-digit",
                "1902-03-05 + 1912-03-05              | slip=slip-one-digit",
                "1902-03-05 + 1957-07-19              | -",
                "1902-03-05 + 1912-03-05 + 1957-07-19 | -"
            })
    void a_slip_that_would_explain_two_dates_is_named(String told, @Nullable String slip) {
        Competing competing = competing("birthDate", told);

        assertThat(competing).isNotNull();
        Map<String, Object> placeholders = competing.placeholders();
        Object days = placeholders.get("styleDays");
        Object term = placeholders.get("slip");
        assertThat(days != null ? "styleDays=" + days : term instanceof Term named ? "slip=" + named.code() : null)
                .isEqualTo(slip);
    }

    @Test
    void what_may_differ_without_contradiction_does_not_compete() {
        assertThatThrownBy(() -> competing("workplace", "Уралмаш + Электросила"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("WORKPLACE");
    }

    private static @Nullable Competing competing(String field, String told) {
        String[] values = told.split(" \\+ ");
        for (int i = 0; i < values.length; i++) {
            values[i] = field + "=" + values[i].replace("''", "");
        }
        return Competing.of(Field.of(field).orElseThrow(), Told.records(values));
    }
}
