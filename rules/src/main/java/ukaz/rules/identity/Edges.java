package ukaz.rules.identity;

import java.nio.IntBuffer;

/**
 * Pairs of records that are one person by themselves, each in one long: how sure, and who.
 *
 * <p>There are at most {@value #PER_RECORD} a record. When there is room for no more, each record keeps its surest ones, and
 * so does each chain of pairs that holds a group together.
 */
final class Edges {

    private static final int PER_RECORD = 8;
    private static final int SUREST = 4;
    private static final int INDEX_BITS = 25;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    private static final int SURENESS_MASK = (1 << 13) - 1;
    /** So finely is told how sure a pair is. */
    private static final double STEPS_PER_BIT = 64;
    /** As many as one piece of memory can hold. */
    private static final int MOST = Integer.MAX_VALUE / Long.BYTES;

    private final int records;
    private final Memory memory;
    private final Longs edges;

    Edges(int records, Memory memory) {
        if (records > INDEX_MASK) {
            throw new IllegalArgumentException("more than " + INDEX_MASK + " records at once");
        }
        this.records = records;
        this.memory = memory;
        this.edges = new Longs(memory);
        edges.clear((int) Math.min(MOST, Math.max(64L, (long) PER_RECORD * records)));
    }

    /** @param surplus how many bits more than are needed */
    static long edge(int a, int b, double surplus) {
        long doubt = SURENESS_MASK - Math.min(SURENESS_MASK, (long) (surplus * STEPS_PER_BIT));
        return doubt << 2 * INDEX_BITS | (long) a << INDEX_BITS | b;
    }

    /** Adds what {@link #edge} has made. */
    void add(long edge) {
        if (edges.isFull()) {
            prune();
        }
        edges.add(edge);
    }

    /** Puts the surest first, each once. */
    void sort() {
        edges.sort(0);
        int kept = 0;
        for (int i = 0; i < edges.size(); i++) {
            if (i == 0 || edges.get(i) != edges.get(kept - 1)) {
                edges.set(kept++, edges.get(i));
            }
        }
        edges.truncate(kept);
    }

    private void prune() {
        sort();
        Groups chains = new Groups(records, memory);
        IntBuffer has = memory.ints(records);
        int kept = 0;
        for (int i = 0; i < edges.size(); i++) {
            int a = a(i);
            int b = b(i);
            if (chains.join(a, b) || has.get(a) < SUREST || has.get(b) < SUREST) {
                has.put(a, has.get(a) + 1);
                has.put(b, has.get(b) + 1);
                edges.set(kept++, edges.get(i));
            }
        }
        edges.truncate(kept);
    }

    int size() {
        return edges.size();
    }

    /** The one with the lower number. */
    int a(int edge) {
        return (int) (edges.get(edge) >>> INDEX_BITS) & INDEX_MASK;
    }

    int b(int edge) {
        return (int) edges.get(edge) & INDEX_MASK;
    }

    /** How many bits less sure the second pair is than the first. */
    double lessSure(int first, int second) {
        return ((edges.get(second) >>> 2 * INDEX_BITS) - (edges.get(first) >>> 2 * INDEX_BITS)) / STEPS_PER_BIT;
    }
}
