package ukaz.rules.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings candidates together under several keys, compares them, and joins the surest pairs first, as long as nothing in
 * the two groups contradicts; all in an order that the content of the records decides.
 */
final class Resolution {

    private static final int INDEX_BITS = 26;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    /** Larger crowds are sorted, and each is compared with its neighbours only. */
    private static final int CROWD = 64;

    private static final int NEIGHBOURS = 24;
    /** So many of a group stand for the group. */
    private static final int SPOKESMEN = 24;
    /** Two who could both be meant are told apart by so many bits at least. */
    private static final double MARGIN = 4;

    private final Features[] records;
    private final Comparison comparison;
    private final double surety;
    private final int[] parent;
    private final int[] next;
    private final int[] tail;
    private final Edges edges = new Edges();
    private long crowded;

    Resolution(Features[] all, Comparison comparison, double surety) {
        this.records = all;
        this.comparison = comparison;
        this.surety = surety;
        long[] contents = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            contents[i] = all[i].content();
        }
        Integer[] order = new Integer[all.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingLong(i -> contents[i]).thenComparingLong(i -> all[i].id));
        Features[] sorted = new Features[all.length];
        Arrays.setAll(sorted, i -> all[order[i]]);
        System.arraycopy(sorted, 0, all, 0, all.length);
        parent = new int[all.length];
        next = new int[all.length];
        tail = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            parent[i] = i;
            next[i] = -1;
            tail[i] = i;
        }
    }

    People people() {
        boolean[] stands = joinEqual();
        for (Key key : KEYS) {
            compareUnder(key, stands);
        }
        joinSurest();
        return number();
    }

    /** Rows that say all the same are one person if that is enough; one of them then stands for all. */
    private boolean[] joinEqual() {
        boolean[] stands = new boolean[records.length];
        int first = 0;
        for (int i = 0; i < records.length; i++) {
            if (records[i].surname == null) {
                continue;
            }
            boolean equal = i > first
                    && records[first].surname != null
                    && records[i].content() == records[first].content()
                    && comparison.score(records[first], records[i]) >= surety;
            if (equal) {
                parent[i] = first;
            } else {
                first = i;
                stands[i] = true;
            }
        }
        return stands;
    }

    // candidates

    private interface Key {
        /** 0 where the record has no such key. */
        long of(Features record, @Nullable NamePart surname);
    }

    private static final List<Key> KEYS = List.of(
            (r, surname) -> surname == null || r.given == null ? 0 : key(1, surname.hash, r.given.key.charAt(0)),
            (r, surname) ->
                    surname == null || r.birthYear() == Features.NONE ? 0 : key(2, surname.sound, r.birthYear()),
            (r, surname) -> r.given == null || !r.hasBirthDay() ? 0 : key(3, r.given.key.charAt(0), r.birthFirst),
            (r, surname) -> r.medal == 0 ? 0 : key(4, Features.key(String.valueOf(r.award)), r.medal),
            (r, surname) -> r.order == 0 ? 0 : key(5, r.order, 0),
            (r, surname) -> surname == null || !r.hasDecreeDay() ? 0 : key(6, surname.sound, r.decreeFirst),
            (r, surname) -> surname == null || r.given == null || r.patronymic == null
                    ? 0
                    : key(7, surname.sound, r.given.key.charAt(0) * 31L + r.patronymic.key.charAt(0)),
            (r, surname) -> r.given == null || r.patronymic == null || !r.hasDecreeDay()
                    ? 0
                    : key(8, r.given.key.charAt(0) * 31L + r.patronymic.hash, r.decreeFirst));

    private static long key(int kind, long a, long b) {
        long key = Features.mix(Features.mix(kind, a), b);
        return key == 0 ? 1 : key;
    }

    private void compareUnder(Key key, boolean[] stands) {
        long[] keys = new long[records.length * 2];
        for (int i = 0; i < records.length; i++) {
            if (stands[i]) {
                Features record = records[i];
                keys[i * 2] = key.of(record, record.surname);
                if (record.former != null) {
                    long former = key.of(record, record.former);
                    keys[i * 2 + 1] = former == keys[i * 2] ? 0 : former;
                }
            }
        }
        long[] sorted = sorted(keys);
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && sameKey(sorted[from], sorted[to])) {
                to++;
            }
            if (to - from > 1) {
                int[] block = new int[to - from];
                for (int i = from; i < to; i++) {
                    block[i - from] = index(sorted[i]) / 2;
                }
                compareBlock(block);
            }
            from = to;
        }
    }

    private void compareBlock(int[] block) {
        if (block.length <= CROWD) {
            compareNeighbours(block, block.length);
            return;
        }
        crowded += block.length;
        Integer[] crowd = Arrays.stream(block).boxed().toArray(Integer[]::new);
        for (Comparator<Features> order : List.of(BY_NAME, BY_BIRTH)) {
            Arrays.sort(crowd, (a, b) -> {
                int compared = order.compare(records[a], records[b]);
                return compared == 0 ? Integer.compare(a, b) : compared;
            });
            compareNeighbours(Arrays.stream(crowd).mapToInt(Integer::intValue).toArray(), NEIGHBOURS);
        }
    }

    private static final Comparator<Features> BY_NAME = Comparator.<Features>comparingLong(r -> Features.key(r.surname))
            .thenComparingLong(r -> Features.key(r.given))
            .thenComparingLong(r -> Features.key(r.patronymic))
            .thenComparingInt(r -> r.birthFirst)
            .thenComparingInt(r -> r.decreeFirst);

    private static final Comparator<Features> BY_BIRTH = Comparator.<Features>comparingInt(r -> r.birthFirst)
            .thenComparingLong(r -> Features.key(r.patronymic))
            .thenComparingInt(r -> r.decreeFirst);

    private void compareNeighbours(int[] block, int neighbours) {
        for (int i = 0; i < block.length; i++) {
            int end = Math.min(block.length, i + 1 + neighbours);
            for (int j = i + 1; j < end; j++) {
                int a = Math.min(block[i], block[j]);
                int b = Math.max(block[i], block[j]);
                if (a != b) {
                    double score = comparison.score(records[a], records[b]);
                    if (score >= surety) {
                        edges.add(a, b, score);
                    }
                }
            }
        }
    }

    // groups

    private void joinSurest() {
        List<Edge> sorted = edges.sorted();
        List<Edge> kept = withoutDoubtful(sorted);
        for (Edge edge : kept) {
            int a = root(edge.a());
            int b = root(edge.b());
            if (a != b && !contradict(a, b)) {
                join(Math.min(a, b), Math.max(a, b));
            }
        }
    }

    /** A record that may well be either of two people is left alone: a wrong merge is worse than a missed one. */
    private List<Edge> withoutDoubtful(List<Edge> sorted) {
        Map<Integer, List<Edge>> vague = new HashMap<>();
        for (Edge edge : sorted) {
            if (isVague(records[edge.a()])) {
                vague.computeIfAbsent(edge.a(), key -> new ArrayList<>()).add(edge);
            }
            if (isVague(records[edge.b()])) {
                vague.computeIfAbsent(edge.b(), key -> new ArrayList<>()).add(edge);
            }
        }
        List<Edge> kept = new ArrayList<>(sorted.size());
        for (Edge edge : sorted) {
            if (!isDoubtful(edge, edge.a(), vague) && !isDoubtful(edge, edge.b(), vague)) {
                kept.add(edge);
            }
        }
        return kept;
    }

    private boolean isDoubtful(Edge edge, int record, Map<Integer, List<Edge>> vague) {
        List<Edge> others = vague.get(record);
        if (others == null || others.size() < 2) {
            return false;
        }
        int mate = edge.a() == record ? edge.b() : edge.a();
        int looked = 0;
        for (Edge other : others) {
            int rival = other.a() == record ? other.b() : other.a();
            if (++looked > SPOKESMEN || other.score() < edge.score() - MARGIN) {
                return false;
            }
            if (rival != mate && comparison.contradicts(comparison.score(records[mate], records[rival]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVague(Features record) {
        return record.given == null || record.given.isInitial() || record.birthFirst == Features.NONE;
    }

    private boolean contradict(int a, int b) {
        int seenA = 0;
        for (int x = a; x >= 0 && seenA < SPOKESMEN; x = next[x], seenA++) {
            int seenB = 0;
            for (int y = b; y >= 0 && seenB < SPOKESMEN; y = next[y], seenB++) {
                if (comparison.contradicts(comparison.score(records[x], records[y]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private void join(int a, int b) {
        int x = root(a);
        int y = root(b);
        if (x != y) {
            parent[y] = x;
            next[tail[x]] = y;
            tail[x] = tail[y];
        }
    }

    private People number() {
        int[] numbers = new int[records.length];
        Arrays.fill(numbers, -1);
        int[] personOf = new int[records.length];
        long[] ids = new long[records.length];
        int people = 0;
        for (int i = 0; i < records.length; i++) {
            int root = root(i);
            if (numbers[root] < 0) {
                ids[people] = records[i].id;
                numbers[root] = people++;
            }
            int person = numbers[root];
            personOf[records[i].place] = person;
            if (Long.compareUnsigned(records[i].id, ids[person]) < 0) {
                ids[person] = records[i].id;
            }
        }
        return new People(personOf, Arrays.copyOf(ids, people), crowded);
    }

    // keys with their index in one long

    /** The keys but zeros, each with its index, in order. */
    static long[] sorted(long[] keys) {
        if (keys.length > INDEX_MASK) {
            throw new IllegalArgumentException("more than " + INDEX_MASK / 2 + " records at once");
        }
        long[] sorted = new long[keys.length];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                sorted[count++] = Features.mix(keys[i], 7) << INDEX_BITS | i;
            }
        }
        Arrays.sort(sorted, 0, count);
        return Arrays.copyOf(sorted, count);
    }

    static boolean sameKey(long a, long b) {
        return a >> INDEX_BITS == b >> INDEX_BITS;
    }

    static int index(long key) {
        return (int) (key & INDEX_MASK);
    }

    /** A pair that is one person by itself. */
    private record Edge(int a, int b, float score) {}

    /** Pairs, packed: there can be millions. */
    private static final class Edges {
        private long[] pairs = new long[1024];
        private float[] scores = new float[1024];
        private int size;

        void add(int a, int b, double score) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
                scores = Arrays.copyOf(scores, size * 2);
            }
            pairs[size] = (long) a << 32 | b;
            scores[size++] = (float) score;
        }

        /** Each pair once, the surest first. */
        List<Edge> sorted() {
            List<Edge> list = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                list.add(new Edge((int) (pairs[i] >> 32), (int) pairs[i], scores[i]));
            }
            pairs = new long[0];
            scores = new float[0];
            list.sort(Comparator.<Edge>comparingDouble(edge -> -edge.score())
                    .thenComparingInt(Edge::a)
                    .thenComparingInt(Edge::b));
            List<Edge> once = new ArrayList<>(list.size());
            Edge before = null;
            for (Edge edge : list) {
                if (before == null || edge.a() != before.a() || edge.b() != before.b()) {
                    once.add(edge);
                }
                before = edge;
            }
            return once;
        }
    }
}
