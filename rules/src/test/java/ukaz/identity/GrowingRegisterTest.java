package ukaz.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ukaz.identity.InventedPeople.Labelled;
import ukaz.model.AwardRecord;
import ukaz.rules.identity.People;
import ukaz.rules.identity.Register;

/** Where records come and go import by import, the people are those that are found among all that are left at once. */
class GrowingRegisterTest {

    private static final double SURETY = 8;

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
            relate(records.subList(0, to), weights, changed, ended, gone, persons);
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

    /** One import: the records that went before are in the register, as an archive has them, but for those long gone. */
    private static void relate(
            List<AwardRecord> records,
            byte[] weights,
            BitSet changed,
            BitSet ended,
            BitSet gone,
            Map<Integer, Object> persons) {
        List<Integer> numbers = new ArrayList<>();
        Register before = new Register();
        for (int number = 0; number < records.size(); number++) {
            if (!gone.get(number)) {
                before.add(records.get(number));
                numbers.add(number);
            }
        }
        Register register = new Register();
        register.add(before.packed(0, before.size()));
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

    private static Register register(List<AwardRecord> records) {
        Register register = new Register();
        records.forEach(register::add);
        return register;
    }
}
