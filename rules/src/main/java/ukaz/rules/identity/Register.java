package ukaz.rules.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.PersonId;

/**
 * All records of a run, as far as it takes to tell who is who: ninety-six bytes each, in memory that the caller may provide.
 *
 * <p>Filled once, then {@link #people resolved} once; not thread-safe.
 */
public final class Register {

    /** Greater numbers are sorted among each other. */
    private static final long MOST_SORTED = (1L << Long.SIZE - 1 - Keys.INDEX_BITS) - 1;
    /** In place of a day that is not known. */
    public static final int NO_DAY = Features.NONE;

    private final Memory memory;
    private final NameParts parts = new NameParts();
    private final Rows rows;
    private final Keys keys;
    private @Nullable KeyMarks marks;
    private final Features scratch = new Features();
    private final Features other = new Features();
    private @Nullable Comparison comparison;
    private @Nullable Frequencies counted;
    private int countedRows;

    /** On the heap. */
    public Register() {
        this(Memory.HEAP);
    }

    public Register(Memory memory) {
        this.memory = memory;
        this.rows = new Rows(parts, memory);
        this.keys = new Keys(memory);
    }

    /** Adds a record; its number is the count of those before it. */
    public void add(AwardRecord record) {
        rows.add(Features.of(record, parts));
    }

    public int size() {
        return rows.size();
    }

    /** What the person of a record would be called if no other record told of them. */
    public String alone(int record) {
        return PersonId.of(rows.id(record));
    }

    /**
     * Finds who is who.
     *
     * @param surety how many bits above even odds two records need to be one person
     */
    public People people(double surety) {
        return new Resolution(rows, comparison(), surety, memory, keys).people();
    }

    /** The same among some of the records, which are called by their place among these. */
    public People people(double surety, int[] chosen) {
        return new Resolution(rows.only(chosen), comparison(), surety, memory, keys).people();
    }

    /** The records that may be one person with some of these, directly or through others, and these; no more are added then. */
    public BitSet vicinity(BitSet of, double surety) {
        return new Vicinity(rows, marks(), comparison(), surety).of(of);
    }

    private KeyMarks marks() {
        KeyMarks known = marks;
        if (known == null) {
            known = KeyMarks.of(rows, memory);
            marks = known;
        }
        return known;
    }

    /** The records from the first to before the last, for {@link #add(byte[])} to take again. */
    public byte[] packed(int from, int to) {
        return Packed.pack(rows, from, to);
    }

    /** Adds records that were packed, where all are to be related: they take no room twice, and are read faster. */
    public void addUnpacked(byte[] packed) {
        rows.addUnpacked(packed);
    }

    /** Adds records that were packed, before any others; they are read where they stand. */
    public void add(byte[] packed) {
        rows.add(packed);
    }

    /** How common names and days are among the records, for {@link #weigh} to take again. */
    public byte[] weights() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(rows.size());
            counted().write(parts, out);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Weighs by what was counted before, among other records; answers how many they were. */
    public int weigh(byte[] weights) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(weights));
            int records = in.readInt();
            counted = null;
            comparison = new Comparison(Frequencies.read(in, parts), records);
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True where no record but those left out is a first award. */
    public boolean hasNoFirst(BitSet without) {
        for (int row = 0; row < rows.size(); row++) {
            if (!without.get(row) && rows.ordinal(row) <= 1) {
                return false;
            }
        }
        return rows.size() > without.cardinality();
    }

    /** How surely two records tell of one person; both may be read anew. */
    public Match match(AwardRecord a, AwardRecord b) {
        List<Evidence> evidence = new ArrayList<>();
        double score = comparison().score(Features.of(a, parts), Features.of(b, parts), evidence);
        return new Match(score, evidence);
    }

    private Comparison comparison() {
        Comparison known = comparison;
        if (known == null) {
            known = new Comparison(counted(), rows.size());
            comparison = known;
        }
        return known;
    }

    /** Counted once, among all records. */
    private Frequencies counted() {
        Frequencies known = counted;
        if (known == null || rows.size() != countedRows) {
            known = Frequencies.count(rows, parts, memory, keys);
            counted = known;
            countedRows = rows.size();
        }
        return known;
    }

    /** Gives the groups of two and more records with the same medal of one series. */
    public void sharedMedals(Consumer<int[]> group) {
        groups(this::medal, group);
    }

    private long medal(int row) {
        long series = rows.medalSeries(row);
        return series == 0 ? 0 : Features.mix(series, rows.medal(row)) | 1;
    }

    /** The same, where one of some records is among them. */
    public void sharedMedals(BitSet among, Consumer<int[]> group) {
        groups(Candidates.MEDAL, this::medal, among, group);
    }

    /** The same, where one of some records is among them. */
    public void sharedOrders(BitSet among, Consumer<int[]> group) {
        groups(Candidates.ORDER, rows::order, among, group);
    }

    /**
     * The same, where one of some records is among them, and two days are near each other.
     *
     * @param without are not counted
     * @param within so many days are near
     * @return how many groups of two and more records are left out, for all their days are one or far apart
     */
    public int sharedDecrees(BitSet among, BitSet without, int within, Consumer<int[]> group) {
        KeyMarks.Sought sought = new KeyMarks.Sought(among.cardinality());
        among.stream().mapToLong(rows::decree).filter(key -> key != 0).forEach(sought::add);
        DecreeDays days = new DecreeDays(sought, within);
        marks().pieces().forEach(piece -> days.note(piece, without));
        BitSet near = new BitSet();
        among.stream()
                .filter(row -> days.hasNear(KeyMarks.mark(rows.decree(row))))
                .forEach(near::set);
        if (!near.isEmpty()) {
            groups(KeyMarks.DECREE, rows::decree, near, group);
        }
        return days.apart();
    }

    /** Gives the groups of two and more records with the same Order of Lenin. */
    public void sharedOrders(Consumer<int[]> group) {
        groups(rows::order, group);
    }

    /** Gives the groups of two and more records with the same decree number and authority. */
    public void sharedDecrees(Consumer<int[]> group) {
        groups(rows::decree, group);
    }

    /** The decree's day of a record as days since 1970; {@link #NO_DAY} where it is no day. */
    public int decreeDay(int record) {
        return rows.decreeDay(record);
    }

    /** Gives the records of each series of medals that have a plain number and a day, in order of the numbers. */
    public void series(Consumer<IntBuffer> to) {
        keys.sort(rows.size(), row -> {
            boolean hasPlace = rows.medalIsPlain(row) && rows.decreeDay(row) != NO_DAY;
            return hasPlace ? rows.medalSeries(row) : 0;
        });
        Longs numbers = new Longs(memory);
        while (keys.next()) {
            numbers.clear(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                int row = keys.get(i);
                numbers.add(Math.min(rows.medal(row), MOST_SORTED) << Keys.INDEX_BITS | row);
            }
            to.accept(inOrder(numbers));
        }
    }

    /** The rows by their numbers, and those of one number by what else they say. */
    private IntBuffer inOrder(Longs numbers) {
        numbers.sort(Keys.INDEX_BITS);
        IntBuffer inOrder = memory.ints(numbers.size());
        for (int from = 0, to; from < numbers.size(); from = to) {
            to = from + 1;
            while (to < numbers.size() && (numbers.get(from) ^ numbers.get(to)) >>> Keys.INDEX_BITS == 0) {
                to++;
            }
            int[] alike = new int[to - from];
            for (int i = from; i < to; i++) {
                alike[i - from] = (int) numbers.get(i) & Keys.MOST - 1;
            }
            if (alike.length > 1) {
                Sorting.sort(alike, this::inSeries);
            }
            inOrder.put(alike);
        }
        return inOrder.flip();
    }

    private int inSeries(int a, int b) {
        rows.read(a, scratch);
        rows.read(b, other);
        int order = Long.compare(scratch.medal, other.medal);
        if (order == 0) {
            order = Integer.compare(scratch.decreeFirst, other.decreeFirst);
        }
        if (order == 0) {
            order = Long.compare(scratch.content(), other.content());
        }
        return order == 0 ? Long.compareUnsigned(scratch.id, other.id) : order;
    }

    /** True where a person with this record alone needs to be looked at. */
    public boolean speaksOfMore(int record) {
        rows.read(record, scratch);
        return scratch.ordinal > 1 || scratch.times > 1;
    }

    /** The first record of a second or later conferral; -1 where there is none. */
    public int firstLater() {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.ordinal(i) > 1 && !rows.ordinalInferred(i)) {
                return i;
            }
        }
        return -1;
    }

    private void groups(IntToLongFunction key, Consumer<int[]> to) {
        keys.sort(rows.size(), key);
        groupsOfSorted(key, to);
    }

    /** Those with a key that one of some records has. */
    private void groups(int kind, IntToLongFunction key, BitSet among, Consumer<int[]> to) {
        Slots sought = new Slots(among.cardinality());
        KeyMarks.Sought marked = new KeyMarks.Sought(among.cardinality());
        for (int row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            long own = key.applyAsLong(row);
            if (own != 0) {
                sought.add(own);
                marked.add(KeyMarks.key(kind, rows.read(row, scratch)));
            }
        }
        int[] found = marks().having(kind, marked);
        keys.clear(found.length);
        for (int row : found) {
            long own = key.applyAsLong(row);
            keys.add(own != 0 && sought.find(own) >= 0 ? own : 0, row);
        }
        keys.sort();
        groupsOfSorted(key, to);
    }

    private void groupsOfSorted(IntToLongFunction key, Consumer<int[]> to) {
        while (keys.next()) {
            if (keys.size() > 1) {
                int[] group = keys.group();
                long first = key.applyAsLong(group[0]);
                if (hasOne(group, key, first)) {
                    to.accept(group);
                } else {
                    apart(group, key, to);
                }
            }
        }
    }

    private static boolean hasOne(int[] group, IntToLongFunction key, long one) {
        for (int row : group) {
            if (key.applyAsLong(row) != one) {
                return false;
            }
        }
        return true;
    }

    /** Those sorted together have keys that only begin alike. */
    private static void apart(int[] rows, IntToLongFunction key, Consumer<int[]> to) {
        Map<Long, List<Integer>> groups = new TreeMap<>();
        for (int row : rows) {
            groups.computeIfAbsent(key.applyAsLong(row), each -> new ArrayList<>())
                    .add(row);
        }
        for (List<Integer> group : groups.values()) {
            if (group.size() > 1) {
                to.accept(group.stream().mapToInt(Integer::intValue).toArray());
            }
        }
    }
}
