package ukaz.rules.identity;

import java.util.Arrays;

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

    private final int records;
    private final int most;
    private long[] edges;
    private int size;

    Edges(int records) {
        if (records > INDEX_MASK) {
            throw new IllegalArgumentException("more than " + INDEX_MASK + " records at once");
        }
        this.records = records;
        this.most = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(64L, (long) PER_RECORD * records));
        this.edges = new long[Math.min(most, Math.max(64, records))];
    }

    /** @param surplus how many bits more than are needed */
    void add(int a, int b, double surplus) {
        if (size == edges.length) {
            if (size == most) {
                prune();
            } else {
                edges = Arrays.copyOf(edges, (int) Math.min(most, size + size / 2L));
            }
        }
        long doubt = SURENESS_MASK - Math.min(SURENESS_MASK, (long) (surplus * STEPS_PER_BIT));
        edges[size++] = doubt << 2 * INDEX_BITS | (long) a << INDEX_BITS | b;
    }

    /** Puts the surest first, each once. */
    void sort() {
        Arrays.sort(edges, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || edges[i] != edges[i - 1]) {
                edges[kept++] = edges[i];
            }
        }
        size = kept;
    }

    private void prune() {
        sort();
        Groups chains = new Groups(records);
        byte[] has = new byte[records];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int a = a(i);
            int b = b(i);
            if (chains.join(a, b) || has[a] < SUREST || has[b] < SUREST) {
                has[a] = (byte) Math.min(SUREST, has[a] + 1);
                has[b] = (byte) Math.min(SUREST, has[b] + 1);
                edges[kept++] = edges[i];
            }
        }
        size = kept;
    }

    int size() {
        return size;
    }

    /** The one with the lower number. */
    int a(int edge) {
        return (int) (edges[edge] >>> INDEX_BITS) & INDEX_MASK;
    }

    int b(int edge) {
        return (int) edges[edge] & INDEX_MASK;
    }

    /** How many bits less sure the second pair is than the first. */
    double lessSure(int first, int second) {
        return ((edges[second] >>> 2 * INDEX_BITS) - (edges[first] >>> 2 * INDEX_BITS)) / STEPS_PER_BIT;
    }
}
