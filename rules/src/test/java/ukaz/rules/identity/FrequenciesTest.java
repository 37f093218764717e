package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.NameKey;

/** How common names and days are, as if five hundred people more had been seen than are counted. */
class FrequenciesTest {

    /** A name nobody has heard of, one that has, and one that everybody knows. */
    private static final double RARE_SURNAME = 1.0 / 4_000;

    private static final double BIRTHDAY = 1.0 / 14_600;

    private final NameParts parts = new NameParts();

    @Test
    void before_anybody_is_counted_names_are_as_common_as_expected() {
        Frequencies none = count(List.of());

        assertThat(rarity("Жаворонков")).isNaN();
        Objects.requireNonNull(parts.surname("Жаворонков"));
        none = count(List.of());
        assertThat(rarity("Жаворонков")).isEqualTo(RARE_SURNAME, within(1e-12));
        assertThat(none.lifeDay(Field.BIRTH_DATE, 0, 14_600)).isEqualTo(BIRTHDAY, within(1e-12));
    }

    @Test
    void what_many_bear_is_common_and_the_one_looked_at_does_not_count() {
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            records.add(Told.record(
                    "surname=Щукарь; givenName=Имя" + "абвгд".charAt(i % 5) + "абвгд".charAt(i / 5 % 5)
                            + "абвгд".charAt(i / 25),
                    i));
        }
        records.add(Told.record("surname=Жаворонков"));
        count(records);

        assertThat(rarity("Щукарь")).isEqualTo((99 + 500 * RARE_SURNAME) / 601, within(1e-12));
        assertThat(rarity("Жаворонков")).isEqualTo(500 * RARE_SURNAME / 601, within(1e-12));
    }

    @Test
    void the_rows_of_one_person_count_once_and_counting_anew_begins_anew() {
        List<AwardRecord> records = Told.records("", "award=HSL", "award=HOL", "givenName=Пётр", "patronymic=Ильич");

        for (int turn = 0; turn < 2; turn++) {
            count(records);
            assertThat(Objects.requireNonNull(parts.surname("Жаворонков")).bearers)
                    .isEqualTo(3);
            assertThat(Objects.requireNonNull(parts.name("Иван")).bearers).isEqualTo(2);
            assertThat(Objects.requireNonNull(parts.name("Петрович")).bearers).isEqualTo(2);
            assertThat(rarity("Жаворонков")).isEqualTo((2 + 500 * RARE_SURNAME) / 503, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"BIRTH_DATE, birthDate", "DEATH_DATE, deathDate", "DECREE_DATE, decreeDate"})
    void a_day_is_as_common_as_there_are_surnames_on_it(Field field, String key) {
        Frequencies counted = count(Told.records(
                key + "=1902-02-03",
                key + "=1902-02-03; givenName=Пётр",
                key + "=1902-02-03; surname=Иванов",
                key + "=1902-02-03; surname=Петров",
                key + "=1902-02-03; surname=",
                key + "=1902-02-04",
                key + "=1902-02"));
        // but for the row without a surname, each surname with a given name is somebody
        double people = 5;

        assertThat(day(counted, field, "1902-02-03")).isEqualTo((2 + 0.5) / (people + 500), within(1e-9));
        assertThat(day(counted, field, "1902-02-04")).isEqualTo(0.5 / (people + 500), within(1e-9));
        assertThat(day(counted, field, "1902-02-01")).isEqualTo(0.5 / (people + 500), within(1e-9));
        for (Field other : List.of(Field.BIRTH_DATE, Field.DEATH_DATE, Field.DECREE_DATE)) {
            if (other != field) {
                assertThat(day(counted, other, "1902-02-03")).isEqualTo(0.5 / (people + 500), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1749-12-31, 0", "1750-01-01, 1", "2049-12-31, 1", "2050-01-01, 0"})
    void days_are_counted_for_three_hundred_years(String day, int counted) {
        Frequencies frequencies = count(Told.records("birthDate=" + day, "surname=Иванов; birthDate=" + day));

        assertThat(day(frequencies, Field.BIRTH_DATE, day)).isEqualTo((counted + 0.5) / 502, within(1e-9));
    }

    @Test
    void weights_that_were_kept_weigh_the_same_in_another_register() {
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            records.add(Told.record(
                    "surname=" + (i % 2 == 0 ? "Щукарь" : "Жаворонков" + "абвгд".charAt(i % 5))
                            + "; birthDate=1902-02-0%d; deathDate=1962-02-0%d; decreeDate=1942-02-0%d"
                                    .formatted(i % 9 + 1, i % 3 + 1, i % 4 + 1)
                            + "; award=HSL; givenName=" + (i % 7 == 0 ? "Пётр" : "Лука"),
                    i));
        }
        Register register = Told.register(records);
        Register other = new Register();

        assertThat(other.weigh(register.weights())).isEqualTo(40);

        for (AwardRecord a : records) {
            for (AwardRecord b : records.subList(0, 10)) {
                assertThat(other.match(a, b)).isEqualTo(register.match(a, b));
            }
        }
    }

    @Test
    void a_name_that_comes_after_the_counting_is_as_rare_as_expected() {
        Register counted = Told.register("", "givenName=Лука", "givenName=Пётр");
        AwardRecord unknown = Told.record("surname=Неслыханный");
        Register register = Told.register(List.of(unknown));

        register.weigh(counted.weights());

        assertThat(register.match(unknown, unknown).evidence().get(0).weight())
                .isEqualTo(Comparison.bits(0.9 / (500 * RARE_SURNAME / 503)), within(1e-9));
    }

    @Test
    void of_two_names_that_a_slip_parts_the_commoner_one_counts() {
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            records.add(
                    Told.record("surname=Щукарев; givenName=Имя" + "абвгд".charAt(i % 5) + "абвгд".charAt(i / 5), i));
        }
        Register register = Told.register(records);
        AwardRecord common = records.get(0);
        AwardRecord rare = Told.record("surname=Щукорев; givenName=Лука", 77);
        register.add(rare);

        double weight = register.match(common, rare).evidence().get(0).weight();

        assertThat(weight)
                .isEqualTo(register.match(rare, common).evidence().get(0).weight())
                .isEqualTo(register.match(common, common).evidence().get(0).weight() - 4, within(1e-9));
    }

    private Frequencies count(List<AwardRecord> records) {
        return Frequencies.count(Told.rows(parts, records), parts, Memory.HEAP, new Keys(Memory.HEAP));
    }

    /** The share of people who are expected to bear it; no number where nothing is known of it. */
    private double rarity(String surname) {
        return parts.byKey(true).containsKey(NameKey.matching(surname))
                ? Math.pow(2, -Objects.requireNonNull(parts.surname(surname)).rarity)
                : Double.NaN;
    }

    private static double day(Frequencies frequencies, Field field, String day) {
        int number = Features.day(LocalDate.parse(day));
        return field == Field.DECREE_DATE
                ? frequencies.decreeDay(number, 1_000)
                : frequencies.lifeDay(field, number, 1_000);
    }
}
