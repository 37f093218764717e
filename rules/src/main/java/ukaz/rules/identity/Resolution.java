package ukaz.rules.identity;

import java.util.Arrays;

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
    /** The rows by content; records are called by their place in it. */
    private final int[] order;

    private final Groups groups;
    /** The members of each group, as a chain from its root; -1 where there are no more. */
    private final int[] next;

    private final int[] tail;
    private final Features[] ours = new Features[SPOKESMEN];
    private final Features[] theirs = new Features[SPOKESMEN];

    Resolution(Rows rows, Comparison comparison, double surety) {
        this.rows = rows;
        this.comparison = comparison;
        this.surety = surety;
        this.order = byContent(rows);
        this.groups = new Groups(order.length);
        this.next = new int[order.length];
        this.tail = new int[order.length];
        Arrays.fill(next, -1);
        Arrays.setAll(tail, i -> i);
        Arrays.setAll(ours, i -> new Features());
        Arrays.setAll(theirs, i -> new Features());
    }

    private static int[] byContent(Rows rows) {
        Features features = new Features();
        Keys contents = Keys.of(
                rows.size(), i -> Features.nonzero(rows.read(i, features).content()));
        int[] order = new int[rows.size()];
        int at = 0;
        while (contents.next()) {
            int[] group = contents.group();
            if (group.length > 1) {
                Sorting.sort(group, (a, b) -> {
                    int compared = Long.compare(
                            rows.read(a, features).content(),
                            rows.read(b, features).content());
                    return compared == 0 ? Long.compare(rows.id(a), rows.id(b)) : compared;
                });
            }
            System.arraycopy(group, 0, order, at, group.length);
            at += group.length;
        }
        return order;
    }

    People people() {
        Candidates candidates = new Candidates(rows, order, joinEqual(), comparison, surety);
        joinSurest(candidates.edges());
        return number(candidates.crowded());
    }

    /** Rows that say all the same are one person if that is enough; one of them then stands for all. */
    private boolean[] joinEqual() {
        boolean[] stands = new boolean[order.length];
        Features a = new Features();
        Features b = new Features();
        int first = -1;
        for (int i = 0; i < order.length; i++) {
            rows.read(order[i], b);
            if (b.surname == null) {
                continue;
            }
            if (first >= 0 && a.content() == b.content() && comparison.score(a, b) >= surety) {
                groups.join(first, i);
            } else {
                first = i;
                rows.read(order[i], a);
                stands[i] = true;
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
        private final int[] starts = new int[order.length + 1];

        private final int[] pairs;
        private final Features a = new Features();
        private final Features b = new Features();

        Rivals(Edges edges) {
            this.edges = edges;
            boolean[] vague = new boolean[order.length];
            for (int i = 0; i < order.length; i++) {
                vague[i] = isVague(rows.read(order[i], a));
            }
            for (int edge = 0; edge < edges.size(); edge++) {
                starts[edges.a(edge) + 1] += vague[edges.a(edge)] ? 1 : 0;
                starts[edges.b(edge) + 1] += vague[edges.b(edge)] ? 1 : 0;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            pairs = new int[starts[order.length]];
            int[] filled = starts.clone();
            for (int edge = 0; edge < edges.size(); edge++) {
                if (vague[edges.a(edge)]) {
                    pairs[filled[edges.a(edge)]++] = edge;
                }
                if (vague[edges.b(edge)]) {
                    pairs[filled[edges.b(edge)]++] = edge;
                }
            }
        }

        private static boolean isVague(Features record) {
            return record.given == null || record.given.isInitial() || record.birthFirst == Features.NONE;
        }

        /** A record that may well be either of two people is left alone: a wrong merge is worse than a missed one. */
        boolean isDoubtful(int edge, int record) {
            int mate = other(edge, record);
            int end = Math.min(starts[record + 1], starts[record] + SPOKESMEN);
            for (int i = starts[record]; i < end; i++) {
                if (edges.lessSure(edge, pairs[i]) > MARGIN) {
                    return false;
                }
                int rival = other(pairs[i], record);
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
            return comparison.contradicts(comparison.score(rows.read(order[x], a), rows.read(order[y], b)));
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
        for (int i = group; i >= 0 && count < SPOKESMEN; i = next[i]) {
            rows.read(order[i], into[count++]);
        }
        return count;
    }

    private void join(int a, int b) {
        if (groups.join(a, b)) {
            next[tail[a]] = b;
            tail[a] = tail[b];
        }
    }

    private People number(long crowded) {
        int[] personOf = new int[order.length];
        int[] numbers = tail;
        Arrays.fill(numbers, -1);
        long[] ids = new long[order.length];
        int people = 0;
        for (int i = 0; i < order.length; i++) {
            int root = groups.root(i);
            long id = rows.id(order[i]);
            if (numbers[root] < 0) {
                ids[people] = id;
                numbers[root] = people++;
            }
            int person = numbers[root];
            personOf[order[i]] = person;
            if (Long.compareUnsigned(id, ids[person]) < 0) {
                ids[person] = id;
            }
        }
        return new People(personOf, Arrays.copyOf(ids, people), crowded);
    }
}
