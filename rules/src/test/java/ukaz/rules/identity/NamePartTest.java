package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        // long names may have two slips and be near, shorter ones one, and very short ones none
        "ivanovskij, ivonavskij, near",
        "ivanovskij, ivonavskii, far",
        "ivanovskij, ivonuvskaj, far",
        "ivanovsk, ivonavsk, near",
        "ivanovs, ivanovz, near",
        "ivanovs, ivonavs, remote",
        "orlov, orlow, near",
        "orlov, orlav, near",
        "orlov, arlav, remote",
        "orlov, arlak, far",
        "lvov, lvow, near",
        "lvov, lvo, remote short",
        "lvov, lwow, far",
        "kim, kin, remote short",
        "kim, kimo, remote short",
        "kim, kan, far",
        "li, ni, far",
        "li, lie, far",
    })
    void how_near_two_names_are_goes_by_their_length(String a, String b, String near) {
        NamePart x = new NamePart(1, a, 0, 1);
        NamePart y = new NamePart(2, b, 0, 1);
        for (int turn = 0; turn < 2; turn++) {
            NamePart one = turn == 0 ? x : y;
            NamePart other = turn == 0 ? y : x;
            assertThat(one.isNear(other)).isEqualTo(near.equals("near"));
            assertThat(one.isShortAndNear(other)).isEqualTo(near.endsWith("short"));
            assertThat(one.isRemotelyNear(other)).isEqualTo(!near.equals("far"));
        }
    }

    @Test
    void an_initial_is_that_of_every_name_that_begins_with_it() {
        NamePart initial = new NamePart(1, "i", 0, 1);

        assertThat(initial.isInitial()).isTrue();
        assertThat(initial.hasInitialOf(new NamePart(2, "ivan", 0, 1))).isTrue();
        assertThat(initial.hasInitialOf(new NamePart(3, "petr", 0, 1))).isFalse();
    }
}
