package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "ivanov, ivanov, 0",
        "ivanov, ivnov, 1",
        "ivanov, ivannov, 1",
        "ivanov, ivamov, 1",
        "ivanov, vianov, 1",
        "ivanov, ivanvo, 1",
        "ivanov, vianvo, 2",
        "ivanov, svanovs, 2",
        "ivanov, iaov, 2",
        "ivanov, petrov, 3",
        "ivanov, '', 3",
        "abba, baab, 2",
        "aabb, bbaa, 3"
    })
    void slips_are_letters_changed_left_out_added_or_swapped_with_their_neighbour(String a, String b, int fewest) {
        for (int most = 0; most < 3; most++) {
            assertThat(NamePart.slips(a, b, most)).as("%d slips", most).isEqualTo(fewest <= most);
            assertThat(NamePart.slips(b, a, most)).as("%d slips", most).isEqualTo(fewest <= most);
        }
    }
}
