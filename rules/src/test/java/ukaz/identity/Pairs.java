package ukaz.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import ukaz.identity.InventedPeople.Labelled;

/** How well a grouping of labelled records agrees with the truth, pair by pair. */
record Pairs(long truePairs, long foundPairs, long rightPairs) {

    static Pairs of(List<Labelled> records, IntUnaryOperator personOf) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> truth = new HashMap<>();
        Map<Integer, Integer> found = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            int person = personOf.applyAsInt(i);
            truth.merge(records.get(i).person(), 1, Integer::sum);
            found.merge(person, 1, Integer::sum);
            both.merge((long) records.get(i).person() << 32 | person, 1, Integer::sum);
        }
        return new Pairs(pairs(truth), pairs(found), pairs(both));
    }

    private static long pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToLong(size -> (long) size * (size - 1) / 2)
                .sum();
    }

    double precision() {
        return foundPairs == 0 ? 1 : (double) rightPairs / foundPairs;
    }

    double recall() {
        return truePairs == 0 ? 1 : (double) rightPairs / truePairs;
    }
}
