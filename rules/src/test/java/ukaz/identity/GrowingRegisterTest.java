package ukaz.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.identity.InventedPeople.Labelled;
import ukaz.model.AwardRecord;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.SourceRef;
import ukaz.rules.identity.People;
import ukaz.rules.identity.Register;

/** Where records come and go import by import, the people are those that are found among all that are left at once. */
class GrowingRegisterTest {

    private static final double SURETY = 8;
    /** So many are packed together. */
    private static final int LOT = 37;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void people_found_import_by_import_are_those_found_at_once(long seed) {
        Random random = new Random(seed);
        List<AwardRecord> records = new ArrayList<>(
                InventedPeople.records(seed, 300).stream().map(Labelled::record).toList());
        byte[] weights = register(records).weights();
        Collections.shuffle(records, random);
        Map<Integer, Object> persons = new HashMap<>();
        BitSet gone = new BitSet();
        int from = 0;
        while (from < records.size()) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(200));
            BitSet changed = new BitSet();
            changed.set(from, to);
            BitSet ended = new BitSet();
            for (int i = 0; i < 10 && from > 0; i++) {
                int number = random.nextInt(from);
                if (!gone.get(number)) {
                    ended.set(number);
                }
            }
            changed.or(ended);
            relate(records.subList(0, to), from, weights, changed, ended, gone, persons);
            gone.or(ended);
            from = to;
        }
        List<AwardRecord> left = new ArrayList<>();
        Map<Object, Set<String>> grown = new HashMap<>();
        for (int number = 0; number < records.size(); number++) {
            if (!gone.get(number)) {
                left.add(records.get(number));
                grown.computeIfAbsent(persons.get(number), person -> new HashSet<>())
                        .add(records.get(number).id());
            }
        }

        Register whole = register(left);
        whole.weigh(weights);
        People people = whole.people(SURETY);
        Map<Integer, Set<String>> atOnce = new HashMap<>();
        for (int number = 0; number < left.size(); number++) {
            atOnce.computeIfAbsent(people.of(number), person -> new HashSet<>())
                    .add(left.get(number).id());
        }
        assertThat(Set.copyOf(grown.values())).isEqualTo(Set.copyOf(atOnce.values()));
    }

    /** One import: the records that went before are in the register as an archive has them, but for those long gone. */
    private static void relate(
            List<AwardRecord> records,
            int from,
            byte[] weights,
            BitSet changed,
            BitSet ended,
            BitSet gone,
            Map<Integer, Object> persons) {
        List<Integer> numbers = new ArrayList<>();
        Register before = new Register();
        for (int number = 0; number < records.size(); number++) {
            if (!gone.get(number)) {
                if (number < from) {
                    before.add(records.get(number));
                }
                numbers.add(number);
            }
        }
        Register register = new Register();
        for (int first = 0; first < before.size(); first += LOT) {
            register.add(before.packed(first, Math.min(before.size(), first + LOT)));
        }
        numbers.stream().filter(number -> number >= from).map(records::get).forEach(register::add);
        register.weigh(weights);
        BitSet here = new BitSet();
        for (int place = 0; place < numbers.size(); place++) {
            here.set(place, changed.get(numbers.get(place)));
        }
        BitSet near = register.vicinity(here, SURETY);
        for (int place = 0; place < numbers.size(); place++) {
            if (ended.get(numbers.get(place))) {
                near.clear(place);
                persons.remove(numbers.get(place));
            }
        }
        int[] chosen = near.stream().toArray();
        People people = register.people(SURETY, chosen);
        for (int i = 0; i < chosen.length; i++) {
            persons.put(numbers.get(chosen[i]), List.of(records.size(), people.of(i)));
        }
    }

    @Test
    void numbers_that_some_share_are_found_by_their_marks() {
        Random random = new Random(1);
        List<AwardRecord> records = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            AwardRecord.Builder builder = AwardRecord.builder("r" + i, new SourceRef("list.xlsx", "Лист1", i, -1))
                    .award(i % 2 == 0 ? "HSL" : "HSU")
                    .ordinal(1 + i % 3);
            if (random.nextInt(4) > 0) {
                builder.medalNumber(InsigniaNumber.of(String.valueOf(random.nextInt(900))));
                builder.orderOfLeninNumber(InsigniaNumber.of(String.valueOf(random.nextInt(900))));
            }
            if (random.nextInt(4) > 0) {
                builder.decreeNumber(String.valueOf(random.nextInt(400)))
                        .authority("PVS_USSR")
                        .decreeDate(HistoricalDate.parse((1938 + random.nextInt(50)) + "-0" + (1 + random.nextInt(9))
                                + (random.nextInt(5) == 0 ? "" : "-12")));
            }
            records.add(builder.build());
        }
        Register all = register(records);
        Register packed = new Register();
        packed.add(all.packed(0, 1_000));
        packed.add(all.packed(1_000, 2_500));
        records.subList(2_500, 3_000).forEach(packed::add);
        BitSet among = new BitSet();
        random.ints(60, 0, 3_000).forEach(among::set);
        BitSet without = new BitSet();
        random.ints(500, 0, 3_000).forEach(without::set);

        assertThat(groups(group -> packed.sharedMedals(among, group)))
                .isNotEmpty()
                .isEqualTo(with(among, groups(all::sharedMedals)));
        assertThat(groups(group -> packed.sharedOrders(among, group)))
                .isNotEmpty()
                .isEqualTo(with(among, groups(all::sharedOrders)));
        int[] apart = new int[1];
        Set<List<Integer>> near = groups(group -> apart[0] = packed.sharedDecrees(among, without, 366, group));
        Set<List<Integer>> decrees = with(among, groups(all::sharedDecrees));
        Set<List<Integer>> expected =
                decrees.stream().filter(group -> hasDaysNear(all, group)).collect(Collectors.toSet());
        assertThat(near).isNotEmpty().isEqualTo(expected);
        assertThat((long) apart[0])
                .isPositive()
                .isEqualTo(decrees.stream()
                        .filter(group -> !expected.contains(group))
                        .filter(group -> group.stream()
                                        .filter(record -> !without.get(record))
                                        .count()
                                > 1)
                        .count());
    }

    private static boolean hasDaysNear(Register register, List<Integer> group) {
        return group.stream()
                .mapToInt(register::decreeDay)
                .filter(day -> day != Register.NO_DAY)
                .anyMatch(day -> group.stream()
                        .mapToInt(register::decreeDay)
                        .anyMatch(other -> other > day && other - day <= 366));
    }

    private static Set<List<Integer>> groups(Consumer<Consumer<int[]>> of) {
        Set<List<Integer>> groups = new HashSet<>();
        of.accept(group -> groups.add(Arrays.stream(group).boxed().toList()));
        return groups;
    }

    private static Set<List<Integer>> with(BitSet some, Set<List<Integer>> groups) {
        return groups.stream()
                .filter(group -> group.stream().anyMatch(some::get))
                .collect(Collectors.toSet());
    }

    private static Register register(List<AwardRecord> records) {
        Register register = new Register();
        records.forEach(register::add);
        return register;
    }
}
