package ukaz.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoricalDateTest {

    private static final LocalDate OPEN_START = LocalDate.MIN;
    private static final LocalDate OPEN_END = LocalDate.MAX;

    @ParameterizedTest
    @CsvSource({
        "1903-01-12,            1903-01-12, 1903-01-12",
        "1905-03,               1905-03-01, 1905-03-31",
        "1904-02,               1904-02-01, 1904-02-29",
        "1905,                  1905-01-01, 1905-12-31",
        "190X,                  1900-01-01, 1909-12-31",
        "19XX,                  1900-01-01, 1999-12-31",
        "1905-03/1905-05,       1905-03-01, 1905-05-31",
        "1903-01-12/1903-02-01, 1903-01-12, 1903-02-01",
        "1905~,                 1900-01-01, 1910-12-31",
        "1905?,                 1900-01-01, 1910-12-31",
        "1905%,                 1900-01-01, 1910-12-31",
        "1905-03~,              1904-09-01, 1905-09-30",
        "1905-03-15?,           1905-02-12, 1905-04-15",
        "193X~,                 1925-01-01, 1944-12-31",
        "1900~/1905,            1895-01-01, 1905-12-31"
    })
    void reads_edtf_as_an_interval_of_days_and_writes_it_back(String edtf, LocalDate earliest, LocalDate latest) {
        HistoricalDate date = HistoricalDate.parse(edtf);

        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
        assertThat(date).hasToString(edtf).isEqualTo(HistoricalDate.parse(edtf));
        assertThat(date).hasSameHashCodeAs(HistoricalDate.parse(edtf));
    }

    @Test
    void an_open_end_has_no_last_day() {
        assertThat(HistoricalDate.parse("../1917").earliest()).isEqualTo(OPEN_START);
        assertThat(HistoricalDate.parse("../1917").latest()).isEqualTo(LocalDate.of(1917, 12, 31));
        assertThat(HistoricalDate.parse("1930/..").earliest()).isEqualTo(LocalDate.of(1930, 1, 1));
        assertThat(HistoricalDate.parse("1930/..").latest()).isEqualTo(OPEN_END);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "190",
                "1905-13",
                "1905-00",
                "1900-02-29",
                "1950-02-31",
                "05.03.1905",
                "190X-05",
                "1905/1900",
                "../..",
                "../",
                "1905/",
                "/1905",
                "1905-3",
                "19055",
                "1905~~"
            })
    void refuses_what_is_not_edtf(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HistoricalDate.parse(text));
    }

    @Test
    void is_made_of_what_is_known() {
        assertThat(HistoricalDate.of(1903, 1, 12)).hasToString("1903-01-12");
        assertThat(HistoricalDate.of(YearMonth.of(1905, 3))).isEqualTo(HistoricalDate.parse("1905-03"));
        assertThat(HistoricalDate.of(Year.of(905))).hasToString("0905");
    }

    @Test
    void only_a_sure_day_is_a_day() {
        assertThat(HistoricalDate.parse("1903-01-12").day()).isEqualTo(LocalDate.of(1903, 1, 12));
        assertThat(HistoricalDate.parse("1903-01-12?").day()).isNull();
        assertThat(HistoricalDate.parse("1903-01").isDay()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1937,       1938-12-27, YES,   NO",
        "1938,       1938-12-27, MAYBE, MAYBE",
        "1938-12-26, 1938-12-27, YES,   NO",
        "1938-12-27, 1938-12-27, NO,    NO",
        "1938-12-28, 1938-12-27, NO,    YES",
        "1939,       1938-12-27, NO,    YES",
        "../1917,    1938-12-27, YES,   NO",
        "1930/..,    1938-12-27, MAYBE, MAYBE",
        "1935?,      1938-12-27, MAYBE, MAYBE"
    })
    void before_and_after_a_day_have_three_answers(String edtf, LocalDate day, Truth before, Truth after) {
        assertThat(HistoricalDate.parse(edtf).before(day)).isEqualTo(before);
        assertThat(HistoricalDate.parse(edtf).after(day)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "1937,       1938,    YES",
        "1938,       1938,    MAYBE",
        "1938-12-27, 1938,    MAYBE",
        "1938-12-31, 1938,    NO",
        "1939,       1938,    NO",
        "1903-01-12, 1903-01-12, NO",
        "../1917,    1930/.., YES"
    })
    void before_another_date_has_three_answers(String one, String other, Truth before) {
        assertThat(HistoricalDate.parse(one).before(HistoricalDate.parse(other)))
                .isEqualTo(before);
        assertThat(HistoricalDate.parse(other).after(HistoricalDate.parse(one))).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "1938-12-27, YES",
        "1940,       YES",
        "1938,       MAYBE",
        "1991-12-25, YES",
        "1991-12-26, NO",
        "1938-12-26, NO",
        "1930/..,    MAYBE"
    })
    void within_takes_both_ends_in(String edtf, Truth expected) {
        assertThat(HistoricalDate.parse(edtf).within(LocalDate.of(1938, 12, 27), LocalDate.of(1991, 12, 25)))
                .isEqualTo(expected);
    }

    @Test
    void dates_overlap_where_they_can_be_one_day() {
        assertThat(HistoricalDate.parse("1905").overlaps(HistoricalDate.parse("1905-03-05")))
                .isTrue();
        assertThat(HistoricalDate.parse("1905").overlaps(HistoricalDate.parse("1906")))
                .isFalse();
        assertThat(HistoricalDate.parse("1905?").overlaps(HistoricalDate.parse("1908")))
                .isTrue();
    }

    @Test
    void years_between_have_a_least_and_a_most() {
        HistoricalDate born = HistoricalDate.parse("1905");
        HistoricalDate awarded = HistoricalDate.parse("1940-05-22");

        assertThat(born.fewestYearsTo(awarded)).isEqualTo(34);
        assertThat(born.mostYearsTo(awarded)).isEqualTo(35);
        assertThat(awarded.fewestYearsTo(born)).isNegative();
        assertThat(HistoricalDate.parse("../1917").mostYearsTo(awarded)).isEqualTo(Integer.MAX_VALUE);
        assertThat(awarded.fewestYearsTo(HistoricalDate.parse("../1917"))).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void bounds_take_the_near_end_of_a_date() {
        assertThat(between("1905", "1905")).hasToString("1905");
        assertThat(between("1905-03", "1906")).hasToString("1905-03/1906");
        assertThat(between("193X", "194X")).hasToString("1930/1949");
        assertThat(between("1900/1903", "1905/1907")).hasToString("1900/1907");
        assertThat(HistoricalDate.notAfter(HistoricalDate.parse("193X"))).hasToString("../1939");
        assertThat(HistoricalDate.notAfter(HistoricalDate.parse("1900/1903"))).hasToString("../1903");
        assertThat(HistoricalDate.notBefore(HistoricalDate.parse("193X"))).hasToString("1930/..");
        assertThatIllegalArgumentException().isThrownBy(() -> between("1906", "1905"));
    }

    @Test
    void doubt_is_marked_at_every_end() {
        assertThat(HistoricalDate.parse("1905").approximate()).hasToString("1905~");
        assertThat(HistoricalDate.parse("1905").doubted()).hasToString("1905?");
        assertThat(HistoricalDate.parse("1905~").doubted()).hasToString("1905%");
        assertThat(HistoricalDate.parse("1905%").approximate()).hasToString("1905%");
        assertThat(HistoricalDate.parse("1900/1905").approximate()).hasToString("1900~/1905~");
        assertThat(HistoricalDate.parse("../1917").doubted()).hasToString("../1917?");
    }

    private static HistoricalDate between(String first, String last) {
        return HistoricalDate.between(HistoricalDate.parse(first), HistoricalDate.parse(last));
    }
}
