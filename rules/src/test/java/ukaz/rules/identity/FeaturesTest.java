package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {

    private final NameParts parts = new NameParts();

    @ParameterizedTest
    @CsvSource({
        "21, 21",
        "0021, 21",
        "999999999999999, 999999999999999",
        "9999999999999999, 9999999999999999",
    })
    void a_number_of_digits_is_its_value(String number, long value) {
        Features features = told("award=HSL; medalNumber=" + number);

        assertThat(features.medal).isEqualTo(value);
        assertThat(features.medalIsPlain).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Д-54321", "II/15", "21а", "12345678901234567", "2:1", "2/1"})
    void any_other_number_is_no_place_in_a_series_but_the_same_where_it_is_the_same(String number) {
        Features features = told("award=HSL; medalNumber=" + number);

        assertThat(features.medal).isNegative().isEqualTo(told("medalNumber=" + number).medal);
        assertThat(features.medalIsPlain).isFalse();
        assertThat(features.medal).isNotEqualTo(told("medalNumber=Д-54322").medal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "medalNumber=б/н", "medalNumber=нет", "medalNumber=н/д"})
    void no_number_is_none(String told) {
        assertThat(told(told).medal).isZero();
        assertThat(told(told).medalIsPlain).isFalse();
        assertThat(told(told).order).isZero();
    }

    @Test
    void numbers_beyond_all_sense_are_cut_and_missing_ones_are_zero() {
        assertThat(told("ordinal=100").ordinal).isEqualTo((byte) 100);
        assertThat(told("ordinal=2000").ordinal).isEqualTo((byte) 100);
        assertThat(told("timesAwarded=2000").times).isEqualTo((byte) 100);
        assertThat(told("timesAwarded=3").times).isEqualTo((byte) 3);
        assertThat(told("").ordinal).isZero();
        assertThat(told("").times).isZero();
    }

    @Test
    void a_decree_is_known_by_its_number_and_its_organ_together() {
        long decree = told("decreeNumber=212/44; authority=PVS_USSR").decree;

        assertThat(decree).isNotZero().isEqualTo(told("authority=PVS_USSR; decreeNumber=212/44").decree);
        assertThat(Set.of(
                        decree,
                        told("decreeNumber=212/44; authority=CEC_USSR").decree,
                        told("decreeNumber=212/45; authority=PVS_USSR").decree))
                .hasSize(3);
        assertThat(told("decreeNumber=212/44").decree).isZero();
        assertThat(told("authority=PVS_USSR").decree).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1902-02-03, 1902, true",
        "1902-02, 1902, false",
        "1902, 1902, false",
        "1902-12-31/1903-01-01, , false",
        "190X, , false",
        "../1902, , false",
        "1902/.., , false",
        ", , false",
    })
    void a_birth_has_a_year_where_it_lies_within_one_and_a_day_where_it_is_one(
            @Nullable String birth, @Nullable Integer year, boolean day) {
        Features features = told(birth == null ? "" : "birthDate=" + birth);

        assertThat(features.birthYear()).isEqualTo(year == null ? Features.NONE : year);
        assertThat(features.hasBirthDay()).isEqualTo(day);
    }

    @Test
    void a_decree_has_a_day_where_it_is_one() {
        assertThat(told("decreeDate=1957-05-02").hasDecreeDay()).isTrue();
        assertThat(told("decreeDate=1957-05").hasDecreeDay()).isFalse();
        assertThat(told("").hasDecreeDay()).isFalse();
    }

    @Test
    void days_are_counted_and_what_is_open_is_told_from_what_is_not_known() {
        assertThat(Features.day(LocalDate.of(1970, 1, 2))).isEqualTo(1);
        assertThat(Features.day(LocalDate.MAX)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Features.day(LocalDate.MIN)).isLessThan(-1_000_000_000).isNotEqualTo(Features.NONE);
    }

    @Test
    void a_series_of_medals_is_of_one_award_and_one_ordinal() {
        long series = told("award=HSL; ordinal=1; medalNumber=21").medalSeries();

        assertThat(series)
                .isNotZero()
                .isEqualTo(told("award=HSL; ordinal=1; medalNumber=22").medalSeries());
        assertThat(Set.of(
                        series,
                        told("award=HSL; ordinal=2; medalNumber=21").medalSeries(),
                        told("award=HOL; ordinal=1; medalNumber=21").medalSeries()))
                .hasSize(3);
        assertThat(told("award=HSL; ordinal=1").medalSeries()).isZero();
        assertThat(told("award=HSL; medalNumber=21").medalSeries()).isZero();
        assertThat(told("ordinal=1; medalNumber=21").medalSeries()).isZero();
    }

    /** Each says one thing more than the first, or another thing than another one. */
    private static final List<String> TELLING = List.of(
            "",
            "surname=Иванов",
            "givenName=Пётр",
            "patronymic=Ильич",
            "formerName=Иванов",
            "award=HSL",
            "award=HOL",
            "citizenship=SU",
            "birthDate=1902-02-03",
            "birthDate=1902-02-03/1902-02-04",
            "deathDate=1902-02-03",
            "deathDate=1902-02-03/1902-02-04",
            "decreeDate=1902-02-03",
            "decreeDate=1902-02-03/1902-02-04",
            "medalNumber=21",
            "orderOfLeninNumber=21",
            "decreeNumber=1; authority=PVS_USSR",
            "birthPlace=Елабуга",
            "workplace=Елабуга",
            "ordinal=1",
            "ordinal=2",
            "ordinal=1; ordinalInferred=true",
            "sex=m",
            "sex=f");

    @Test
    void content_is_another_where_anything_is_and_the_same_whatever_the_row() {
        Set<Long> contents = new HashSet<>();
        TELLING.forEach(each -> contents.add(told(each).content()));

        assertThat(contents).hasSameSizeAs(TELLING);
        for (String each : TELLING) {
            assertThat(Told.features(new NameParts(), Told.record(each, 77)).content())
                    .as(each)
                    .isEqualTo(told(each).content());
        }
    }

    @Test
    void the_keys_that_archives_keep_never_change() {
        long[] keys = {
            Features.key("ivanov"),
            Features.mix(1, 2),
            told("decreeNumber=212/44; authority=PVS_USSR").decree,
            told("medalNumber=Д-54321").medal,
            told("award=HSL; ordinal=1; medalNumber=21").medalSeries(),
            Places.names("Покровка Бузулукского уезда"),
            told("award=HSL; ordinal=1; ordinalInferred=true; sex=f; birthDate=1902")
                    .content()
        };

        assertThat(Arrays.stream(keys).mapToObj(Long::toHexString).toList())
                .containsExactly(
                        "1652c5e72a629bfc",
                        "c5cd875978890210",
                        "a3189499cbfb7100",
                        "e9d9ca0233e67c1e",
                        "644364314205c12f",
                        "bad1f03b",
                        "1a5bbaeddc269db");
        assertThat(Features.nonzero(0)).isEqualTo(1);
        assertThat(Features.nonzero(7)).isEqualTo(7);
    }

    @Test
    void hardly_two_numbers_have_one_key() {
        assertThat(IntStream.range(0, 20_000)
                        .mapToLong(i -> Features.mix(i / 100, i % 100))
                        .distinct()
                        .count())
                .isEqualTo(20_000);
    }

    private Features told(String values) {
        return Told.features(parts, values);
    }
}
