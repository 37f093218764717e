package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings records that may tell of one person together under several keys, and compares them, in as many threads as there are
 * processors; what is found does not depend on how many.
 *
 * <p>Where more than {@value #CROWD} have one key, they are sorted in two ways, and each is compared with its neighbours
 * only: whatever the records, each is compared some hundreds of times at most.
 */
final class Candidates {

    static final int CROWD = 64;
    static final int NEIGHBOURS = 24;
    /** With a former surname too. */
    static final int MOST_KEYS = 16;

    /** So many keys are looked at by one thread at a time, and whoever has the last of them. */
    private static final int LOT = 1 << 12;
    /** So many lots are kept in mind, however many threads there are. */
    private static final int LOTS = 16;
    /** The keys of so many records are made by one thread at a time. */
    private static final int AT_ONCE = 1 << 15;

    private interface Key {
        /** 0 where the record has no such key. */
        long of(Features record, @Nullable NamePart surname);
    }

    private static final List<Key> KEYS = List.of(
            (r, surname) -> surname == null || r.given == null ? 0 : key(1, surname.hash, r.given.initial),
            (r, surname) ->
                    surname == null || r.birthYear() == Features.NONE ? 0 : key(2, surname.sound, r.birthYear()),
            (r, surname) -> r.given == null || !r.hasBirthDay() ? 0 : key(3, r.given.initial, r.birthFirst),
            (r, surname) -> r.medal == 0 ? 0 : key(4, Features.key(String.valueOf(r.award)), r.medal),
            (r, surname) -> r.order == 0 ? 0 : key(5, r.order, 0),
            (r, surname) -> surname == null || !r.hasDecreeDay() ? 0 : key(6, surname.sound, r.decreeFirst),
            (r, surname) -> surname == null || r.given == null || r.patronymic == null
                    ? 0
                    : key(7, surname.sound, r.given.initial * 31L + r.patronymic.initial),
            (r, surname) -> r.given == null || r.patronymic == null || !r.hasDecreeDay()
                    ? 0
                    : key(8, r.given.initial * 31L + r.patronymic.hash, r.decreeFirst));

    /** How many kinds of keys there are. */
    static final int KINDS = KEYS.size();

    /** The kinds that bring those with one medal and one Order of Lenin together. */
    static final int MEDAL = 3;

    static final int ORDER = 4;

    private final Rows rows;
    private final IntBuffer order;
    private final int size;
    private final BitSet stands;
    private final Comparison comparison;
    private final double surety;
    private final Memory memory;
    private final Keys sorted;
    private final Edges edges;
    /** The keys of each record, kind by kind. */
    private final LongBuffer[] keys = new LongBuffer[KEYS.size()];

    private BitSet hasFormer = new BitSet();
    /** Which records have been compared with all who have the same key, kind by kind. */
    private final BitSet[] compared = new BitSet[KEYS.size()];

    private final Features scratch = new Features();
    private long crowded;

    /** A record, as long as it is being compared. */
    private static final class Seen {
        final Features features = new Features();
        int number;
    }

    /**
     * @param order the rows by content; records are called by their place in it
     * @param stands whether a record is compared at all
     * @param sorted to sort by
     */
    Candidates(
            Rows rows,
            IntBuffer order,
            BitSet stands,
            Comparison comparison,
            double surety,
            Memory memory,
            Keys sorted) {
        this.rows = rows;
        this.order = order;
        this.size = order.capacity();
        this.stands = stands;
        this.comparison = comparison;
        this.surety = surety;
        this.memory = memory;
        this.sorted = sorted;
        this.edges = new Edges(size, memory);
        Arrays.setAll(keys, kind -> memory.longs(size));
        Arrays.setAll(compared, kind -> new BitSet(size));
    }

    /** The pairs that are one person by themselves. */
    Edges edges() {
        hasFormer = IntStream.range(0, (size + AT_ONCE - 1) / AT_ONCE)
                .parallel()
                .mapToObj(lot -> putKeys(lot * AT_ONCE, Math.min(size, (lot + 1) * AT_ONCE)))
                .collect(BitSet::new, BitSet::or, BitSet::or);
        for (int kind = 0; kind < keys.length; kind++) {
            compareUnder(kind);
        }
        edges.sort();
        return edges;
    }

    /** Puts down the keys of some records, and answers which of them have a former surname. */
    private BitSet putKeys(int from, int to) {
        BitSet former = new BitSet();
        Features each = new Features();
        for (int i = stands.nextSetBit(from); i >= 0 && i < to; i = stands.nextSetBit(i + 1)) {
            rows.read(order.get(i), each);
            for (int kind = 0; kind < keys.length; kind++) {
                keys[kind].put(i, KEYS.get(kind).of(each, each.surname));
            }
            former.set(i, each.former != null);
        }
        return former;
    }

    /** How many times a record stood in a crowd. */
    long crowded() {
        return crowded;
    }

    /** Puts the keys of a record into the array, and answers how many there are. */
    static int keys(Features record, long[] into) {
        int count = 0;
        for (Key key : KEYS) {
            long own = key.of(record, record.surname);
            if (own != 0) {
                into[count++] = own;
            }
            if (record.former != null) {
                long former = key.of(record, record.former);
                if (former != 0 && former != own) {
                    into[count++] = former;
                }
            }
        }
        return count;
    }

    /** The key of one kind, but for that by a former surname; 0 where the record has none. */
    static long key(int kind, Features record) {
        return KEYS.get(kind).of(record, record.surname);
    }

    private static long key(int kind, long a, long b) {
        long key = Features.mix(Features.mix(kind, a), b);
        return key == 0 ? 1 : key;
    }

    /** Those with a former surname have a second key by it. */
    private void compareUnder(int kind) {
        Key key = KEYS.get(kind);
        sorted.clear(size + hasFormer.cardinality());
        for (int i = stands.nextSetBit(0); i >= 0; i = stands.nextSetBit(i + 1)) {
            long own = keys[kind].get(i);
            sorted.add(own, 2 * i);
            if (hasFormer.get(i)) {
                rows.read(order.get(i), scratch);
                long former = key.of(scratch, scratch.former);
                sorted.add(former == own ? 0 : former, 2 * i + 1);
            }
        }
        sorted.sort();
        List<Lot> lots = new ArrayList<>(LOTS);
        for (int from = 0; from < sorted.count(); ) {
            int to = sorted.end(Math.min(from + LOT, sorted.count()) - 1);
            lots.add(new Lot(kind, from, to));
            from = to;
            if (lots.size() == LOTS || from == sorted.count()) {
                lots.parallelStream().forEach(Lot::compare);
                lots.forEach(this::take);
                lots.clear();
            }
        }
    }

    /** Takes over what a lot has found; lots come in their order. */
    private void take(Lot lot) {
        lot.found.build().forEach(edges::add);
        lot.comparedWithAll.build().forEach(compared[lot.kind]::set);
        crowded += lot.crowded;
        lot.multitudes.forEach(each -> new Comparing(lot.kind, memory, edges::add).crowd(each));
    }

    /** Some of the sorted, with all who have one key with them; compared by one thread. */
    private final class Lot {
        private final int kind;
        private final Keys.Walk groups;
        private final LongStream.Builder found = LongStream.builder();
        private final IntStream.Builder comparedWithAll = IntStream.builder();
        /** Too many to keep in mind what is found among them. */
        private final List<int[]> multitudes = new ArrayList<>();

        private long crowded;

        Lot(int kind, int from, int to) {
            this.kind = kind;
            this.groups = sorted.walk(from, to);
        }

        void compare() {
            Comparing comparing = new Comparing(kind, Memory.HEAP, found);
            while (groups.next()) {
                int count = groups.size();
                if (count > CROWD) {
                    crowded += count;
                    if (count > LOT) {
                        multitudes.add(groups.all());
                    } else {
                        comparing.crowd(groups.all());
                    }
                } else if (count > 1) {
                    comparing.all(groups);
                    for (int i = 0; i < count; i++) {
                        if (groups.get(i) % 2 == 0) {
                            comparedWithAll.add(groups.get(i) / 2);
                        }
                    }
                }
            }
        }
    }

    /** Compares those that have one key; of one thread. */
    private final class Comparing {
        private final int kind;
        private final LongConsumer found;
        private final Longs crowd;
        private final Comparison comparison = Candidates.this.comparison.another();
        private final Seen[] window = new Seen[CROWD];
        private final Features each = new Features();

        /** @param memory for crowds */
        Comparing(int kind, Memory memory, LongConsumer found) {
            this.kind = kind;
            this.found = found;
            this.crowd = new Longs(memory);
            Arrays.setAll(window, i -> new Seen());
        }

        void all(Keys.Walk group) {
            int count = group.size();
            for (int i = 0; i < count; i++) {
                read(group.get(i) / 2, window[i]);
            }
            for (int i = 0; i < count; i++) {
                for (int j = i + 1; j < count; j++) {
                    compare(window[i], window[j]);
                }
            }
        }

        void crowd(int[] group) {
            for (Order by : ORDERS) {
                crowd.clear(group.length);
                for (int own : group) {
                    int number = own / 2;
                    crowd.add(by.of(rows.read(order.get(number), each)) << Keys.INDEX_BITS | number);
                }
                crowd.sort(Keys.INDEX_BITS);
                for (int i = 0; i < group.length; i++) {
                    Seen last = window[i % CROWD];
                    read((int) crowd.get(i) & Keys.MOST - 1, last);
                    for (int j = Math.max(0, i - NEIGHBOURS); j < i; j++) {
                        compare(window[j % CROWD], last);
                    }
                }
            }
        }

        private void read(int number, Seen into) {
            into.number = number;
            rows.read(order.get(number), into.features);
        }

        private void compare(Seen x, Seen y) {
            if (x.number == y.number || wereCompared(kind, x.number, y.number)) {
                return;
            }
            Seen a = x.number < y.number ? x : y;
            Seen b = x.number < y.number ? y : x;
            double score = comparison.score(a.features, b.features);
            if (score >= surety) {
                found.accept(Edges.edge(a.number, b.number, score - surety));
            }
        }
    }

    /** What those in a crowd are sorted by, in 38 bits. */
    interface Order {
        long of(Features record);
    }

    private static final int BIRTH_BITS = 17;
    private static final int NAME_BITS = 21;
    private static final int FIRST_BIRTH = (int) LocalDate.of(1700, 1, 1).toEpochDay();

    /** By name and then by birth; by birth and then by patronymic. */
    static final List<Order> ORDERS = List.of(
            record -> name(Features.mix(
                                    Features.mix(Features.key(record.surname), Features.key(record.given)),
                                    Features.key(record.patronymic)))
                            << BIRTH_BITS
                    | birth(record),
            record -> birth(record) << NAME_BITS | name(Features.key(record.patronymic)));

    private static long name(long hash) {
        return hash >>> Long.SIZE - NAME_BITS;
    }

    private static long birth(Features record) {
        long day = (long) record.birthFirst - FIRST_BIRTH;
        return Math.max(0, Math.min((1 << BIRTH_BITS) - 1, day));
    }

    /** Whether an earlier key has brought the two together. */
    private boolean wereCompared(int kind, int a, int b) {
        for (int i = 0; i < kind; i++) {
            if (compared[i].get(a) && compared[i].get(b) && keys[i].get(a) == keys[i].get(b)) {
                return true;
            }
        }
        return false;
    }
}
