package ukaz.rules.identity;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Finds, among all records, those that some of them may be one person with, directly or through others: nobody else can be
 * told apart otherwise because of them.
 *
 * <p>Looks through all records once for each step away from the first ones; there are few steps.
 */
final class Vicinity {

    /** So many are looked through by one thread at a time. */
    private static final int PIECE = 1 << 16;

    private final Rows rows;
    private final KeyMarks marks;
    private final Comparison comparison;
    private final double surety;
    private final BitSet inside = new BitSet();
    private final Features mine = new Features();
    private final Features other = new Features();
    private final long[] keys = new long[Candidates.MOST_KEYS];

    /** @param marks of all rows */
    Vicinity(Rows rows, KeyMarks marks, Comparison comparison, double surety) {
        this.rows = rows;
        this.marks = marks;
        this.comparison = comparison;
        this.surety = surety;
    }

    /** The records with all in their vicinity. */
    BitSet of(BitSet records) {
        BitSet edge = (BitSet) records.clone();
        while (!edge.isEmpty()) {
            inside.or(edge);
            edge = beyond(edge);
        }
        return inside;
    }

    /** Who is not inside yet, and may be one with somebody at the edge. */
    private BitSet beyond(BitSet edge) {
        KeyMarks.Sought sought = new KeyMarks.Sought(edge.cardinality() * Candidates.MOST_KEYS);
        for (int row = edge.nextSetBit(0); row >= 0; row = edge.nextSetBit(row + 1)) {
            int count = Candidates.keys(rows.read(row, mine), keys);
            for (int i = 0; i < count; i++) {
                sought.add(keys[i]);
            }
        }
        Incidences met = IntStream.rangeClosed(0, rows.size() / PIECE)
                .parallel()
                .mapToObj(piece -> met(piece * PIECE, Math.min(rows.size(), (piece + 1) * PIECE), sought))
                .collect(Incidences::new, Incidences::addAll, Incidences::addAll);
        BitSet found = new BitSet();
        met.blocks(block -> compare(block, edge, found));
        return found;
    }

    /** Who of these records has which of the keys. */
    private Incidences met(int from, int to, KeyMarks.Sought sought) {
        Incidences met = new Incidences();
        Features record = new Features();
        long[] own = new long[Candidates.MOST_KEYS];
        for (int row = from; row < to; row++) {
            if (marks.hasMore(row)) {
                int count = Candidates.keys(rows.read(row, record), own);
                for (int i = 0; i < count; i++) {
                    met.add(sought.find(KeyMarks.mark(own[i])), row);
                }
            } else {
                for (int kind = 0; kind < Candidates.KINDS; kind++) {
                    met.add(sought.find(marks.get(row, kind)), row);
                }
            }
        }
        return met;
    }

    private void compare(int[] block, BitSet edge, BitSet found) {
        if (block.length <= Candidates.CROWD) {
            compareNeighbours(block, block.length, edge, found);
            return;
        }
        for (Candidates.Order order : Candidates.ORDERS) {
            Sorting.sort(block, (a, b) -> {
                int before = Long.compare(order.of(rows.read(a, mine)), order.of(rows.read(b, other)));
                return before == 0 ? Long.compare(mine.content(), other.content()) : before;
            });
            compareNeighbours(block, Candidates.NEIGHBOURS, edge, found);
        }
    }

    private void compareNeighbours(int[] block, int neighbours, BitSet edge, BitSet found) {
        for (int i = 0; i < block.length; i++) {
            if (edge.get(block[i])) {
                rows.read(block[i], mine);
                for (int j = Math.max(0, i - neighbours); j < Math.min(block.length, i + neighbours + 1); j++) {
                    int row = block[j];
                    if (!inside.get(row) && !found.get(row) && mayBeOne(mine, rows.read(row, other))) {
                        found.set(row);
                    }
                }
            }
        }
    }

    private boolean mayBeOne(Features a, Features b) {
        return comparison.score(a, b) >= surety || comparison.score(b, a) >= surety;
    }

    /** Who has which key. */
    private static final class Incidences {
        private long[] pairs = new long[1 << 8];
        private int size;

        /** Nothing where the slot is negative. */
        void add(int slot, int row) {
            if (slot < 0) {
                return;
            }
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = (long) slot << 32 | row;
        }

        void addAll(Incidences others) {
            if (size + others.size > pairs.length) {
                pairs = Arrays.copyOf(pairs, Math.max(pairs.length * 2, size + others.size));
            }
            System.arraycopy(others.pairs, 0, pairs, size, others.size);
            size += others.size;
        }

        void blocks(java.util.function.Consumer<int[]> to) {
            Arrays.sort(pairs, 0, size);
            int from = 0;
            while (from < size) {
                int end = from + 1;
                while (end < size && pairs[end] >> 32 == pairs[from] >> 32) {
                    end++;
                }
                if (end - from > 1) {
                    int[] block = new int[end - from];
                    int count = 0;
                    for (int i = from; i < end; i++) {
                        int row = (int) pairs[i];
                        if (count == 0 || block[count - 1] != row) {
                            block[count++] = row;
                        }
                    }
                    to.accept(count == block.length ? block : Arrays.copyOf(block, count));
                }
                from = end;
            }
        }
    }
}
