package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Joins the surest pairs first, as long as nothing in the two groups contradicts; all in an order that the content of the
 * records decides.
 */
final class Resolution {

    /** So many of a group stand for the group. */
    private static final int SPOKESMEN = 24;
    /** Two who could both be meant are told apart by so many bits at least. */
    private static final double MARGIN = 4;

    private final Rows rows;
    private final Comparison comparison;
    private final double surety;
    private final Memory memory;
    private final Keys keys;
    private final int size;
    /** The rows by content; records are called by their place in it. */
    private final IntBuffer order;

    /** Those that may say all the same as one of their neighbours. */
    private final BitSet alike = new BitSet();

    private final Groups groups;
    /** The members of each group, as a chain from its root: the place after next, 0 where there are no more. */
    private final IntBuffer next;

    private final IntBuffer tail;
    private final Features[] ours = new Features[SPOKESMEN];
    private final Features[] theirs = new Features[SPOKESMEN];

    /** @param keys to sort by; taken up and left again */
    Resolution(Rows rows, Comparison comparison, double surety, Memory memory, Keys keys) {
        this.rows = rows;
        this.comparison = comparison;
        this.surety = surety;
        this.memory = memory;
        this.keys = keys;
        this.size = rows.size();
        this.order = byContent();
        this.groups = new Groups(size, memory);
        this.next = memory.ints(size);
        this.tail = memory.ints(size);
        for (int i = 0; i < size; i++) {
            tail.put(i, i);
        }
        Arrays.setAll(ours, i -> new Features());
        Arrays.setAll(theirs, i -> new Features());
    }

    private IntBuffer byContent() {
        Features features = new Features();
        keys.sort(size, i -> Features.nonzero(rows.read(i, features).content()));
        IntBuffer places = memory.ints(size);
        while (keys.next()) {
            int[] group = keys.group();
            if (group.length > 1) {
                alike.set(places.position(), places.position() + group.length);
                Sorting.sort(group, (a, b) -> {
                    int compared = Long.compare(
                            rows.read(a, features).content(),
                            rows.read(b, features).content());
                    return compared == 0 ? Long.compare(rows.id(a), rows.id(b)) : compared;
                });
            }
            places.put(group);
        }
        return places;
    }

    People people() {
        Candidates candidates = new Candidates(rows, order, joinEqual(), comparison, surety, memory, keys);
        joinSurest(candidates.edges());
        return number(candidates.crowded());
    }

    /** Rows that say all the same are one person if that is enough; one of them then stands for all. */
    private BitSet joinEqual() {
        BitSet stands = new BitSet(size);
        Features a = new Features();
        Features b = new Features();
        long content = 0;
        int first = -1;
        for (int i = 0; i < size; i++) {
            if (rows.surname(order.get(i)) == null) {
                continue;
            }
            if (!alike.get(i)) {
                stands.set(i);
                continue;
            }
            rows.read(order.get(i), b);
            long own = b.content();
            if (first >= 0 && content == own && comparison.score(a, b) >= surety) {
                groups.join(first, i);
            } else {
                first = i;
                content = own;
                rows.read(order.get(i), a);
                stands.set(i);
            }
        }
        return stands;
    }

    private void joinSurest(Edges edges) {
        Rivals rivals = new Rivals(edges);
        for (int edge = 0; edge < edges.size(); edge++) {
            int a = groups.root(edges.a(edge));
            int b = groups.root(edges.b(edge));
            if (a != b
                    && !rivals.isDoubtful(edge, edges.a(edge))
                    && !rivals.isDoubtful(edge, edges.b(edge))
                    && !contradict(a, b)) {
                join(Math.min(a, b), Math.max(a, b));
            }
        }
    }

    /** The pairs of those records that tell little: such a one may well be either of two people. */
    private final class Rivals {

        private final Edges edges;
        /** Where the pairs of each record begin, and the pairs, the surest first. */
        private final IntBuffer starts = memory.ints(size + 1);

        private final IntBuffer pairs;
        private final Features a = new Features();
        private final Features b = new Features();

        Rivals(Edges edges) {
            this.edges = edges;
            BitSet vague = new BitSet(size);
            for (int i = 0; i < size; i++) {
                vague.set(i, isVague(order.get(i)));
            }
            for (int edge = 0; edge < edges.size(); edge++) {
                count(edges.a(edge), vague);
                count(edges.b(edge), vague);
            }
            int end = 0;
            for (int i = 0; i <= size; i++) {
                end += starts.get(i);
                starts.put(i, end);
            }
            pairs = memory.ints(end);
            for (int edge = edges.size() - 1; edge >= 0; edge--) {
                note(edge, edges.a(edge), vague);
                note(edge, edges.b(edge), vague);
            }
        }

        private void count(int record, BitSet vague) {
            if (vague.get(record)) {
                starts.put(record, starts.get(record) + 1);
            }
        }

        /** The last pair comes first, so that each record ends with where its first one is. */
        private void note(int edge, int record, BitSet vague) {
            if (vague.get(record)) {
                int at = starts.get(record) - 1;
                starts.put(record, at);
                pairs.put(at, edge);
            }
        }

        private boolean isVague(int row) {
            NamePart given = rows.given(row);
            return given == null || given.isInitial() || rows.isBirthUnknown(row);
        }

        /** A record that may well be either of two people is left alone: a wrong merge is worse than a missed one. */
        boolean isDoubtful(int edge, int record) {
            int mate = other(edge, record);
            int end = Math.min(starts.get(record + 1), starts.get(record) + SPOKESMEN);
            for (int i = starts.get(record); i < end; i++) {
                if (edges.lessSure(edge, pairs.get(i)) > MARGIN) {
                    return false;
                }
                int rival = other(pairs.get(i), record);
                if (rival != mate && areTwo(mate, rival)) {
                    return true;
                }
            }
            return false;
        }

        private int other(int edge, int record) {
            return edges.a(edge) == record ? edges.b(edge) : edges.a(edge);
        }

        private boolean areTwo(int x, int y) {
            return comparison.contradicts(comparison.score(rows.read(order.get(x), a), rows.read(order.get(y), b)));
        }
    }

    private boolean contradict(int a, int b) {
        int weAre = spokesmen(a, ours);
        int theyAre = spokesmen(b, theirs);
        for (int i = 0; i < weAre; i++) {
            for (int j = 0; j < theyAre; j++) {
                if (comparison.contradicts(comparison.score(ours[i], theirs[j]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private int spokesmen(int group, Features[] into) {
        int count = 0;
        for (int i = group; i >= 0 && count < SPOKESMEN; i = next.get(i) - 1) {
            rows.read(order.get(i), into[count++]);
        }
        return count;
    }

    private void join(int a, int b) {
        if (groups.join(a, b)) {
            next.put(tail.get(a), b + 1);
            tail.put(a, tail.get(b));
        }
    }

    private People number(long crowded) {
        IntBuffer personOf = memory.ints(size);
        IntBuffer numbers = memory.ints(size);
        LongBuffer ids = memory.longs(size);
        int people = 0;
        for (int i = 0; i < size; i++) {
            int root = groups.root(i);
            long id = rows.id(order.get(i));
            if (numbers.get(root) == 0) {
                ids.put(people, id);
                numbers.put(root, ++people);
            }
            int person = numbers.get(root) - 1;
            personOf.put(order.get(i), person);
            if (Long.compareUnsigned(id, ids.get(person)) < 0) {
                ids.put(person, id);
            }
        }
        return new People(memory, personOf, ids, people, crowded);
    }
}
