package ukaz.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NameKeyTest {

    static List<String> transliterations() throws IOException {
        try (InputStream in = Objects.requireNonNull(NameKeyTest.class.getResourceAsStream("transliterations.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("transliterations")
    void all_spellings_of_a_name_have_one_key(String line) {
        assertThat(Arrays.stream(line.split("\t")).map(NameKey::matching).distinct())
                .hasSize(1);
    }

    @Test
    void names_of_different_lines_have_different_keys() throws IOException {
        Set<String> keys = new HashSet<>();
        for (String line : transliterations()) {
            String first = line.substring(0, (line + '\t').indexOf('\t'));
            assertThat(keys.add(NameKey.matching(first))).as(first).isTrue();
        }
    }

    @Test
    void every_part_has_its_place_in_the_key() {
        assertThat(NameKey.matching(new PersonName("Турсункулов", "Хамракул", null, null)))
                .isEqualTo("tursunkulov|Hamrakul|");
        assertThat(NameKey.matching(PersonName.UNKNOWN)).isEqualTo("||");
    }

    @Test
    void the_phonetic_key_passes_over_vowels_and_doubling() {
        assertThat(phonetic("Музруков", "Борис"))
                .isEqualTo(phonetic("Музуруков", "Борис"))
                .isNotEqualTo(phonetic("Музруков", "Иван"));
        assertThat(phonetic("Филиппов", "И.")).isEqualTo(phonetic("Филипов", "Иван"));
        assertThat(phonetic("Иванов", "И.")).isNotEqualTo(phonetic("Петров", "И."));
    }

    @ParameterizedTest
    @CsvSource({
        "Абвгдежзийклмнопрстуфхцчшщъыьэюя, abvgdeZziklmnoprstufHcCSWeiuia",
        "Zzyzx, zzizks",
        "ažšč, aZW",
        "Łôw, lov",
        "Ёмкий, emki",
        "Қасымов, kasimov",
        "'O’Нил', onil",
        "Li Xʹʺʼ, liks",
        "Иванov, ivanov",
        "'', ''",
    })
    void the_key_is_in_one_set_of_signs(String name, String key) {
        assertThat(NameKey.matching(name)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Агеев, И., akf|i",
        "Егоров, Пётр, ikrf|p",
        "Иоффе, Абрам, if|a",
        "Осипов, '', asPf|",
        "Бабич, Я., pS|i",
        "Зощенко, М., sSnk|m",
        "Хоц, Ц., ks|c",
        "Аа, '', a|",
    })
    void the_phonetic_key_is_rough(String surname, String given, String key) {
        assertThat(phonetic(surname, given.isEmpty() ? null : given).toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(key.toLowerCase(java.util.Locale.ROOT));
    }

    private static String phonetic(String surname, String given) {
        return NameKey.phonetic(new PersonName(surname, given, null, null));
    }
}
