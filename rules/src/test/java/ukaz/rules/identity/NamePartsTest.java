package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {

    private final NameParts parts = new NameParts();

    @Test
    void the_spellings_of_a_name_are_one_part_of_a_name() {
        NamePart part = parts.surname("Щёлкин");

        assertThat(parts.surname("Щелкин")).isSameAs(part);
        assertThat(parts.surname("Shchyolkin")).isSameAs(part);
        assertThat(parts.surname("Щёлкин")).isSameAs(part);
        assertThat(parts.surname("Щелков")).isNotSameAs(part);
    }

    @Test
    void a_surname_is_no_given_name_though_it_is_spelt_alike() {
        assertThat(parts.surname("Павел")).isNotSameAs(parts.name("Павел"));
        assertThat(parts.byKey(true).keySet()).containsExactly("pavel");
        assertThat(parts.byKey(false).keySet()).containsExactly("pavel");
    }

    @Test
    void what_is_not_there_or_has_no_letter_is_no_name() {
        assertThat(parts.surname(null)).isNull();
        assertThat(parts.name(null)).isNull();
        assertThat(parts.surname("—")).isNull();
        assertThat(parts.surname("—")).isNull();
        assertThat(parts.name(".")).isNull();
        assertThat(parts.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"И., i, true", "И, i, true", "Ив., i, true", "Ю., i, true", "Ия, ia, false", "Иван, ivan, false"})
    void an_initial_is_one_letter_or_what_ends_with_a_stop(String spelling, String key, boolean initial) {
        NamePart part = Objects.requireNonNull(parts.name(spelling));

        assertThat(part).hasToString(key);
        assertThat(part.isInitial()).isEqualTo(initial);
    }

    @Test
    void a_surname_with_a_stop_is_no_initial() {
        assertThat(Objects.requireNonNull(parts.surname("Ив.")).key).isEqualTo("iv");
    }

    @Test
    void parts_are_numbered_from_one_as_they_are_met() {
        NamePart first = Objects.requireNonNull(parts.surname("Иванов"));
        NamePart second = Objects.requireNonNull(parts.name("Иван"));

        assertThat(parts.all()).containsExactly(first, second);
        assertThat(first.number).isEqualTo(1);
        assertThat(parts.part(1)).isSameAs(first);
        assertThat(parts.part(second.number)).isSameAs(second);
    }

    @Test
    void what_sounds_alike_has_one_sound() {
        assertThat(sound("Козлов")).isEqualTo(sound("Козлофф")).isNotEqualTo(sound("Орлов"));
    }

    private long sound(String surname) {
        return Objects.requireNonNull(parts.surname(surname)).sound;
    }

    @Test
    void a_part_that_was_kept_is_found_by_its_hash_and_sound_and_is_the_one_met_in_a_table() {
        NamePart met = Objects.requireNonNull(parts.surname("Иванов"));
        NamePart other = parts.known(true, "petrov", 5, 0.25);

        assertThat(parts.known(true, "ivanov", met.sound, 1)).isSameAs(met);
        assertThat(parts.known(true, met.hash, met.sound)).isSameAs(met);
        assertThat(parts.known(true, other.hash, 5)).isSameAs(other);
        assertThat(parts.known(true, other.hash, 6)).isNull();
        assertThat(parts.known(false, met.hash, met.sound)).isNull();
        assertThat(other.sound).isEqualTo(5);
        assertThat(other.expected).isEqualTo(0.25);
        assertThat(parts.known(false, "petrov", 5, 0.25)).isNotSameAs(other);
    }

    @Test
    void a_part_that_is_met_after_all_were_weighed_is_as_rare_as_expected() {
        parts.unheard(expected -> 4 * expected);

        assertThat(parts.known(true, "petrov", 5, 0.25).rarity).isEqualTo(1);
    }

    @Test
    void however_many_are_kept_each_is_found_again() {
        KeptParts kept = new KeptParts();
        NamePart[] made = IntStream.range(0, 5_000)
                .mapToObj(i -> new NamePart(i + 1, "key" + i, 0, 1))
                .toArray(NamePart[]::new);
        for (NamePart part : made) {
            kept.add(part);
        }

        for (NamePart part : made) {
            assertThat(kept.find(part.hash, 0)).isSameAs(part);
        }
        assertThat(kept.find(Features.key("key5000"), 0)).isNull();
    }
}
