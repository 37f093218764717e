package ukaz.rules.identity;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings records that may tell of one person together under several keys, and compares them.
 *
 * <p>Where more than {@value #CROWD} have one key, they are sorted in two ways, and each is compared with its neighbours
 * only: whatever the records, each is compared some hundreds of times at most.
 */
final class Candidates {

    static final int CROWD = 64;
    static final int NEIGHBOURS = 24;
    /** With a former surname too. */
    static final int MOST_KEYS = 16;

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
    private final Keys sorted;
    private final Longs crowd;
    private final Edges edges;
    /** The keys of each record, kind by kind. */
    private final LongBuffer[] keys = new LongBuffer[KEYS.size()];

    private final BitSet hasFormer;
    /** Which records have been compared with all who have the same key, kind by kind. */
    private final BitSet[] compared = new BitSet[KEYS.size()];

    private final Seen[] window = new Seen[CROWD];
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
        this.sorted = sorted;
        this.crowd = new Longs(memory);
        this.edges = new Edges(size, memory);
        this.hasFormer = new BitSet(size);
        Arrays.setAll(keys, kind -> memory.longs(size));
        Arrays.setAll(compared, kind -> new BitSet(size));
        Arrays.setAll(window, i -> new Seen());
    }

    /** The pairs that are one person by themselves. */
    Edges edges() {
        for (int i = stands.nextSetBit(0); i >= 0; i = stands.nextSetBit(i + 1)) {
            rows.read(order.get(i), scratch);
            for (int kind = 0; kind < keys.length; kind++) {
                keys[kind].put(i, KEYS.get(kind).of(scratch, scratch.surname));
            }
            hasFormer.set(i, scratch.former != null);
        }
        for (int kind = 0; kind < keys.length; kind++) {
            compareUnder(kind);
        }
        edges.sort();
        return edges;
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
        while (sorted.next()) {
            if (sorted.size() > CROWD) {
                compareCrowd(kind);
            } else if (sorted.size() > 1) {
                compareAll(kind);
            }
        }
    }

    private void compareAll(int kind) {
        int count = sorted.size();
        for (int i = 0; i < count; i++) {
            read(sorted.get(i) / 2, window[i]);
        }
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                compare(kind, window[i], window[j]);
            }
        }
        for (int i = 0; i < count; i++) {
            if (sorted.get(i) % 2 == 0) {
                compared[kind].set(sorted.get(i) / 2);
            }
        }
    }

    private void compareCrowd(int kind) {
        int count = sorted.size();
        crowded += count;
        for (Order each : ORDERS) {
            crowd.clear(count);
            for (int i = 0; i < count; i++) {
                int number = sorted.get(i) / 2;
                crowd.add(each.of(rows.read(order.get(number), scratch)) << Keys.INDEX_BITS | number);
            }
            crowd.sort(Keys.INDEX_BITS);
            for (int i = 0; i < count; i++) {
                Seen last = window[i % CROWD];
                read((int) crowd.get(i) & Keys.MOST - 1, last);
                for (int j = Math.max(0, i - NEIGHBOURS); j < i; j++) {
                    compare(kind, window[j % CROWD], last);
                }
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

    private void read(int number, Seen into) {
        into.number = number;
        rows.read(order.get(number), into.features);
    }

    private void compare(int kind, Seen x, Seen y) {
        if (x.number == y.number || wereCompared(kind, x.number, y.number)) {
            return;
        }
        Seen a = x.number < y.number ? x : y;
        Seen b = x.number < y.number ? y : x;
        double score = comparison.score(a.features, b.features);
        if (score >= surety) {
            edges.add(a.number, b.number, score - surety);
        }
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
