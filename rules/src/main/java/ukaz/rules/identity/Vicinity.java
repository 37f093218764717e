package ukaz.rules.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds, among all records, those that some of them may be one person with, directly or through others: nobody else can be
 * told apart otherwise because of them.
 *
 * <p>Looks through all records once for each step away from the first ones; there are few steps.
 */
final class Vicinity {

    /** In place of a slot: has keys that are not marked. Behind all others. */
    private static final int MORE = Integer.MAX_VALUE;
    /** So many keys are looked at by one thread at a time. */
    private static final int LOT = 1 << 10;

    private final Rows rows;
    private final KeyMarks marks;
    private final Comparison comparison;
    private final double surety;
    private final BitSet inside = new BitSet();
    private final Features mine = new Features();
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
        Incidences met = marks.pieces().parallelStream()
                .map(piece -> met(piece, sought))
                .collect(Incidences::new, Incidences::addAll, Incidences::addAll);
        for (int i = 0, count = met.size; i < count; i++) {
            if (met.slot(i) == MORE) {
                addAll(met.row(i), sought, met);
            }
        }
        List<int[]> blocks = met.blocks();
        BitSet all = new BitSet(rows.size());
        blocks.forEach(block -> Arrays.stream(block).forEach(all::set));
        rows.meet(all);
        return IntStream.range(0, (blocks.size() + LOT - 1) / LOT)
                .parallel()
                .mapToObj(lot -> blocks.subList(lot * LOT, Math.min(blocks.size(), (lot + 1) * LOT)))
                .map(lot -> new Comparing(edge).found(lot))
                .collect(BitSet::new, BitSet::or, BitSet::or);
    }

    /** Who of these records has which of the keys, as far as they are marked; who may have more. */
    private static Incidences met(KeyMarks.Piece piece, KeyMarks.Sought sought) {
        Incidences met = new Incidences();
        for (int row = piece.first(); row < piece.first() + piece.size(); row++) {
            if (piece.hasMore(row)) {
                met.add(MORE, row);
            } else {
                for (int kind = 0; kind < Candidates.KINDS; kind++) {
                    met.add(sought.find(piece.get(row, kind)), row);
                }
            }
        }
        return met;
    }

    private void addAll(int row, KeyMarks.Sought sought, Incidences met) {
        int count = Candidates.keys(rows.read(row, mine), keys);
        for (int i = 0; i < count; i++) {
            met.add(sought.find(KeyMarks.mark(keys[i])), row);
        }
    }

    /** Compares some of those that have one key; of one thread. */
    private final class Comparing {
        private final BitSet edge;
        private final BitSet found = new BitSet();
        private final Features mine = new Features();
        private final Features other = new Features();
        private final Comparison comparison = Vicinity.this.comparison.another();

        Comparing(BitSet edge) {
            this.edge = edge;
        }

        /** Who of these blocks is not inside yet, and may be one with somebody at the edge. */
        BitSet found(List<int[]> blocks) {
            blocks.forEach(this::compare);
            return found;
        }

        private void compare(int[] block) {
            if (block.length <= Candidates.CROWD) {
                compareNeighbours(block, block.length);
                return;
            }
            for (Candidates.Order order : Candidates.ORDERS) {
                Sorting.sort(block, (a, b) -> {
                    int before = Long.compare(order.of(rows.read(a, mine)), order.of(rows.read(b, other)));
                    return before == 0 ? Long.compare(mine.content(), other.content()) : before;
                });
                compareNeighbours(block, Candidates.NEIGHBOURS);
            }
        }

        private void compareNeighbours(int[] block, int neighbours) {
            for (int i = 0; i < block.length; i++) {
                if (edge.get(block[i])) {
                    rows.read(block[i], mine);
                    for (int j = Math.max(0, i - neighbours); j < Math.min(block.length, i + neighbours + 1); j++) {
                        int row = block[j];
                        if (!inside.get(row)
                                && !found.get(row)
                                && !Comparison.haveOtherNames(mine.given, rows.given(row))
                                && mayBeOne(mine, rows.read(row, other))) {
                            found.set(row);
                        }
                    }
                }
            }
        }

        private boolean mayBeOne(Features a, Features b) {
            return comparison.score(a, b) >= surety || comparison.score(b, a) >= surety;
        }
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

        int slot(int i) {
            return (int) (pairs[i] >> 32);
        }

        int row(int i) {
            return (int) pairs[i];
        }

        void addAll(Incidences others) {
            if (size + others.size > pairs.length) {
                pairs = Arrays.copyOf(pairs, Math.max(pairs.length * 2, size + others.size));
            }
            System.arraycopy(others.pairs, 0, pairs, size, others.size);
            size += others.size;
        }

        /** The rows of each key that several have. */
        List<int[]> blocks() {
            List<int[]> blocks = new ArrayList<>();
            Arrays.parallelSort(pairs, 0, size);
            int from = 0;
            while (from < size && slot(from) != MORE) {
                int end = from + 1;
                while (end < size && slot(end) == slot(from)) {
                    end++;
                }
                if (end - from > 1) {
                    int[] block = new int[end - from];
                    int count = 0;
                    for (int i = from; i < end; i++) {
                        int row = row(i);
                        if (count == 0 || block[count - 1] != row) {
                            block[count++] = row;
                        }
                    }
                    blocks.add(count == block.length ? block : Arrays.copyOf(block, count));
                }
                from = end;
            }
            return blocks;
        }
    }
}
