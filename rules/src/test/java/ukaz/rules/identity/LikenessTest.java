package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.HistoricalDate;

class LikenessTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "1902-02-03, 1902-02-03, SAME",
        "1902, 1902-02-03, COMPATIBLE",
        "1902, 1902, COMPATIBLE",
        "1902-01/1902-02, 1902-02/1902-03, COMPATIBLE",
        "1902-01/1902-02-03, 1902-02-03/1902-03, COMPATIBLE",
        "1902-01, 1902-02, DIFFERENT",
        "../1902, 1901, COMPATIBLE",
        "../1902, 1903, DIFFERENT",
        // old style was eleven days behind in the eighteenth century, twelve in the nineteenth, thirteen in the
        // twentieth
        "1799-05-01, 1799-05-12, OLD_STYLE",
        "1850-05-01, 1850-05-13, OLD_STYLE",
        "1902-05-01, 1902-05-14, OLD_STYLE",
        "1902-05-01, 1902-05-11, ONE_DIGIT",
        "1902-05-01, 1902-05-15, SAME_YEAR",
        "1901-12-25, 1902-01-07, OLD_STYLE",
        "1918-02-13, 1918-02-26, OLD_STYLE",
        "1918-02-14, 1918-02-27, SAME_YEAR",
        "1925-05-01, 1925-05-14, SAME_YEAR",
        "1902-03-05, 1902-05-03, SWAPPED",
        "1902-03-05, 1902-05-04, SAME_YEAR",
        "1902-03-05, 1902-06-03, SAME_YEAR",
        "1902-03-05, 1903-05-03, DIFFERENT",
        "1902-03-05, 1902-03-06, ONE_DIGIT",
        "1902-03-05, 1902-03-25, ONE_DIGIT",
        "1902-03-05, 1902-08-05, ONE_DIGIT",
        "1902-03-05, 1902-11-05, SAME_YEAR",
        "1902-01-05, 1902-11-05, ONE_DIGIT",
        "1902-03-15, 1902-03-26, OLD_STYLE",
        "1925-03-15, 1925-03-26, SAME_YEAR",
        "1925-03-15, 1925-04-16, SAME_YEAR",
        "1902-03-05, 1903-03-05, ONE_DIGIT_OF_YEAR",
        "1902-03-05, 1912-03-05, ONE_DIGIT_OF_YEAR",
        "1902-03-05, 1802-03-05, ONE_DIGIT_OF_YEAR",
        "1902-03-05, 1913-03-05, DIFFERENT",
        "1909-03-05, 1910-03-05, DIFFERENT",
        "1904-02-29, 1908-02-29, ONE_DIGIT_OF_YEAR",
        "1902-03-05, 1903-03-06, DIFFERENT",
        "1902-03-05, 1903-04-05, DIFFERENT",
        "1902-01-01, 1902-12-31, SAME_YEAR",
        "1902-12-31, 1903-01-01, DIFFERENT",
        "1902-03-05, 1957-07-19, DIFFERENT",
    })
    void two_dates_are_alike_as_people_mistake_them(String one, String other, Likeness likeness) {
        HistoricalDate a = HistoricalDate.parse(one);
        HistoricalDate b = HistoricalDate.parse(other);

        assertThat(Likeness.of(a, b)).isEqualTo(likeness);
        assertThat(Likeness.of(b, a)).isEqualTo(likeness);
    }

    @Test
    void a_slip_is_what_somebody_may_have_written_meaning_the_other() {
        assertThat(Arrays.stream(Likeness.values()).filter(Likeness::isSlip))
                .containsExactly(Likeness.OLD_STYLE, Likeness.SWAPPED, Likeness.ONE_DIGIT, Likeness.ONE_DIGIT_OF_YEAR);
    }
}
