package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 2_047, 2_048, 70_000})
    void whatever_their_number_they_are_sorted_without_a_sign(int count) {
        long[] values = new Random(count).longs(count).toArray();
        Longs longs = new Longs(Memory.HEAP);
        longs.clear(count);
        for (long value : values) {
            longs.add(value);
        }

        longs.sort(0);

        long[] expected = Arrays.stream(values)
                .boxed()
                .sorted(Long::compareUnsigned)
                .mapToLong(each -> each)
                .toArray();
        assertThat(sorted(longs)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5_000})
    void what_ascends_below_is_left_as_it_is_and_the_room_is_used_again(int count) {
        Longs longs = new Longs(Memory.HEAP);
        for (int round = 0; round < 3; round++) {
            longs.clear(count);
            for (int i = 0; i < count; i++) {
                longs.add((i * 7919L + round) % 11 << 40 | i);
            }

            longs.sort(26);

            assertThat(sorted(longs)).isSorted().hasSize(count);
        }
    }

    private static long[] sorted(Longs longs) {
        long[] sorted = new long[longs.size()];
        Arrays.setAll(sorted, longs::get);
        return sorted;
    }
}
