package ukaz.rules.identity;

import java.util.Arrays;
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

    private final Rows rows;
    private final int[] order;
    private final boolean[] stands;
    private final Comparison comparison;
    private final double surety;
    private final Edges edges;
    /** Under which keys the records have been compared with all who have the same: a bit for each. */
    private final byte[] compared;

    private final Seen[] window = new Seen[CROWD];
    private final Features scratch = new Features();
    private final Features other = new Features();
    private long crowded;

    /** A record with its keys, as long as it is being compared. */
    private static final class Seen {
        final Features features = new Features();
        final long[] keys = new long[KEYS.size()];
        int number;
    }

    /**
     * @param order the rows by content; records are called by their place in it
     * @param stands whether a record is compared at all
     */
    Candidates(Rows rows, int[] order, boolean[] stands, Comparison comparison, double surety) {
        this.rows = rows;
        this.order = order;
        this.stands = stands;
        this.comparison = comparison;
        this.surety = surety;
        this.edges = new Edges(order.length);
        this.compared = new byte[order.length];
        Arrays.setAll(window, i -> new Seen());
    }

    /** The pairs that are one person by themselves. */
    Edges edges() {
        for (int key = 0; key < KEYS.size(); key++) {
            compareUnder(key);
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

    private static long key(int kind, long a, long b) {
        long key = Features.mix(Features.mix(kind, a), b);
        return key == 0 ? 1 : key;
    }

    /** Those with a former surname have a second key by it. */
    private void compareUnder(int number) {
        Key key = KEYS.get(number);
        Keys keys = Keys.of(order.length * 2, i -> {
            if (!stands[i / 2]) {
                return 0;
            }
            if (i % 2 == 0) {
                rows.read(order[i / 2], scratch);
                return key.of(scratch, scratch.surname);
            }
            if (scratch.former == null) {
                return 0;
            }
            long former = key.of(scratch, scratch.former);
            return former == key.of(scratch, scratch.surname) ? 0 : former;
        });
        while (keys.next()) {
            if (keys.size() > CROWD) {
                compareCrowd(number, keys);
            } else if (keys.size() > 1) {
                compareAll(number, keys);
            }
        }
    }

    private void compareAll(int key, Keys block) {
        for (int i = 0; i < block.size(); i++) {
            read(block.get(i) / 2, window[i]);
        }
        for (int i = 0; i < block.size(); i++) {
            for (int j = i + 1; j < block.size(); j++) {
                compare(key, window[i], window[j]);
            }
        }
        for (int i = 0; i < block.size(); i++) {
            if (block.get(i) % 2 == 0) {
                compared[block.get(i) / 2] |= (byte) (1 << key);
            }
        }
    }

    private void compareCrowd(int key, Keys block) {
        crowded += block.size();
        int[] crowd = block.group();
        for (int i = 0; i < crowd.length; i++) {
            crowd[i] /= 2;
        }
        for (Order each : List.<Order>of(Candidates::byName, Candidates::byBirth)) {
            Sorting.sort(crowd, (a, b) -> {
                int before = each.compare(rows.read(order[a], scratch), rows.read(order[b], other));
                return before == 0 ? Integer.compare(a, b) : before;
            });
            for (int i = 0; i < crowd.length; i++) {
                Seen last = window[i % CROWD];
                read(crowd[i], last);
                for (int j = Math.max(0, i - NEIGHBOURS); j < i; j++) {
                    compare(key, window[j % CROWD], last);
                }
            }
        }
    }

    interface Order {
        int compare(Features a, Features b);
    }

    static int byName(Features a, Features b) {
        int order = Long.compare(Features.key(a.surname), Features.key(b.surname));
        if (order == 0) {
            order = Long.compare(Features.key(a.given), Features.key(b.given));
        }
        if (order == 0) {
            order = Long.compare(Features.key(a.patronymic), Features.key(b.patronymic));
        }
        if (order == 0) {
            order = Integer.compare(a.birthFirst, b.birthFirst);
        }
        return order == 0 ? Integer.compare(a.decreeFirst, b.decreeFirst) : order;
    }

    static int byBirth(Features a, Features b) {
        int order = Integer.compare(a.birthFirst, b.birthFirst);
        if (order == 0) {
            order = Long.compare(Features.key(a.patronymic), Features.key(b.patronymic));
        }
        return order == 0 ? Integer.compare(a.decreeFirst, b.decreeFirst) : order;
    }

    private void read(int number, Seen into) {
        into.number = number;
        rows.read(order[number], into.features);
        for (int i = 0; i < into.keys.length; i++) {
            into.keys[i] = KEYS.get(i).of(into.features, into.features.surname);
        }
    }

    private void compare(int key, Seen x, Seen y) {
        if (x.number == y.number || wereCompared(key, x, y)) {
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
    private boolean wereCompared(int key, Seen x, Seen y) {
        int both = compared[x.number] & compared[y.number];
        for (int i = 0; i < key; i++) {
            if ((both & 1 << i) != 0 && x.keys[i] == y.keys[i]) {
                return true;
            }
        }
        return false;
    }
}
