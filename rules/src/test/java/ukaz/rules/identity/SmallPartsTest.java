package ukaz.rules.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.model.PersonId;

/** What the search for people is made of: sorting, grouping, looking up. */
class SmallPartsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 9, 16, 17, 500})
    void numbers_are_sorted_by_what_they_stand_for_and_equals_stay_as_they_were(int count) {
        int[] standsFor = new Random(count).ints(count, 0, 20).toArray();
        int[] numbers = IntStream.range(0, count).toArray();

        Sorting.sort(numbers, (a, b) -> Integer.compare(standsFor[a], standsFor[b]));

        assertThat(numbers)
                .containsExactly(IntStream.range(0, count)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(standsFor[a], standsFor[b]))
                        .mapToInt(each -> each)
                        .toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 17, 3_000})
    void things_with_one_key_stand_together_in_the_order_of_their_numbers(int kinds) {
        Keys keys = new Keys(Memory.HEAP);
        Map<Integer, List<Integer>> expected = new TreeMap<>();
        for (int i = 0; i < 5_000; i++) {
            expected.computeIfAbsent(i * 7919 % (kinds + 1), key -> new ArrayList<>())
                    .add(i);
        }
        List<Integer> without = expected.remove(0);

        keys.sort(5_000, i -> i * 7919 % (kinds + 1));

        Map<Integer, List<Integer>> found = new HashMap<>();
        while (keys.next()) {
            int[] group = keys.group();
            assertThat(group).hasSize(keys.size()).isSorted();
            assertThat(keys.get(0)).isEqualTo(group[0]);
            found.put(
                    group[0] * 7919 % (kinds + 1), Arrays.stream(group).boxed().toList());
        }
        assertThat(keys.next()).isFalse();
        assertThat(keys.size()).isZero();
        assertThat(found).isEqualTo(expected);
        assertThat(without).isNotEmpty();
    }

    @Test
    void as_many_things_can_be_sorted_as_can_be_numbered() {
        List<Integer> asked = new ArrayList<>();
        Memory memory = new Memory() {
            @Override
            public ByteBuffer keep(byte[] bytes) {
                return ByteBuffer.wrap(bytes);
            }

            @Override
            public LongBuffer longs(int count) {
                asked.add(count);
                return LongBuffer.allocate(0);
            }

            @Override
            public IntBuffer ints(int count) {
                return IntBuffer.allocate(0);
            }
        };
        Keys keys = new Keys(memory);

        assertThat(keys.clear(Keys.MOST)).isSameAs(keys);
        assertThat(asked).endsWith(Keys.MOST);
        assertThatThrownBy(() -> keys.clear(Keys.MOST + 1)).isInstanceOf(IllegalArgumentException.class);
        new Edges((1 << 25) - 1, memory);
        assertThat(asked).endsWith(8 * ((1 << 25) - 1));
    }

    @Test
    void keys_are_found_where_they_were_added_and_no_others() {
        Slots slots = new Slots(1_000);
        long[] keys = new Random(5).longs(1_000).toArray();
        Arrays.stream(keys).forEach(slots::add);
        Arrays.stream(keys).forEach(slots::add);

        assertThat(Arrays.stream(keys)
                        .mapToInt(slots::find)
                        .filter(place -> place >= 0)
                        .distinct()
                        .count())
                .isEqualTo(1_000);
        new Random(6)
                .longs(1_000)
                .forEach(other -> assertThat(slots.find(other)).isEqualTo(-1));
    }

    @Test
    void keys_that_would_stand_in_one_place_each_have_their_own() {
        Slots slots = new Slots(0);
        for (long i = 1; i <= 16; i++) {
            slots.add(i << 40);
        }

        assertThat(IntStream.rangeClosed(1, 16)
                        .map(i -> slots.find((long) i << 40))
                        .distinct()
                        .toArray())
                .hasSize(16);
        assertThat(slots.find(17L << 40)).isEqualTo(-1);
    }

    @Test
    void groups_are_called_by_their_lowest_number() {
        Groups groups = new Groups(10, Memory.HEAP);

        assertThat(groups.join(3, 7)).isTrue();
        assertThat(groups.join(9, 7)).isTrue();
        assertThat(groups.join(9, 3)).isFalse();
        assertThat(groups.join(4, 5)).isTrue();
        assertThat(groups.join(5, 9)).isTrue();

        assertThat(IntStream.range(0, 10).map(groups::root).toArray()).containsExactly(0, 1, 2, 3, 3, 3, 6, 3, 8, 3);
    }

    @Test
    void the_records_of_each_person_are_given_person_after_person() {
        People people = new People(
                Memory.HEAP, IntBuffer.wrap(new int[] {1, 0, 1, 2, 1, 0}), LongBuffer.wrap(new long[] {7, 5, 9}), 3, 4);
        List<String> groups = new ArrayList<>();

        people.records(group -> groups.add(Arrays.toString(group)));

        assertThat(groups).containsExactly("[1, 5]", "[0, 2, 4]", "[3]");
        assertThat(people.count()).isEqualTo(3);
        assertThat(people.of(3)).isEqualTo(2);
        assertThat(people.id(1)).isEqualTo(PersonId.of(5));
        assertThat(people.notCompared()).isEqualTo(4);
    }

    @Test
    void pairs_are_as_sure_as_they_were_said_to_be() {
        Edges edges = new Edges(9, Memory.HEAP);
        edges.add(Edges.edge(1, 2, 3));
        edges.add(Edges.edge(3, 8, 3.5));
        edges.add(Edges.edge(0, 4, 1_000));
        edges.add(Edges.edge(0, 5, 2_000));

        edges.sort();

        assertThat(edges.size()).isEqualTo(4);
        assertThat(edges.lessSure(2, 3)).isEqualTo(0.5);
        assertThat(edges.lessSure(3, 2)).isEqualTo(-0.5);
        assertThat(edges.lessSure(0, 1))
                .as("beyond a hundred bits all are as sure")
                .isZero();
        assertThat(edges.a(2)).isEqualTo(3);
        assertThat(edges.b(2)).isEqualTo(8);
    }
}
