package ukaz.rules.identity;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.PersonName;

/**
 * All records of a run, as far as it takes to tell who is who: ninety-six bytes each, in memory that the caller may provide.
 *
 * <p>Filled once, then {@link #people resolved} once; not thread-safe.
 */
public final class Register {

    /** How many longs a piece of memory has. */
    public static final int PIECE = Rows.PIECE_LONGS;

    private final NameParts parts = new NameParts();
    private final Rows rows;
    private final Features scratch = new Features();
    private final Features other = new Features();
    private @Nullable Comparison comparison;
    private boolean hasFirst;

    /** On the heap. */
    public Register() {
        this(piece -> LongBuffer.allocate(PIECE));
    }

    /** @param memory gives one piece after the other, each of {@link #PIECE} longs */
    public Register(IntFunction<LongBuffer> memory) {
        this.rows = new Rows(parts, memory);
    }

    /** Adds a record; its number is the count of those before it. */
    public void add(AwardRecord record) {
        Features features = features(record);
        hasFirst |= features.ordinal <= 1;
        rows.add(features);
    }

    public int size() {
        return rows.size();
    }

    private Features features(AwardRecord record) {
        Features features = new Features();
        PersonName name = record.name();
        features.surname = parts.surname(name.surname());
        features.given = parts.name(name.givenName());
        features.patronymic = parts.name(name.patronymic());
        features.former = parts.surname(name.formerName());
        features.birth(record.birthDate());
        features.death(record.deathDate());
        features.conferral(record);
        features.id = id(record.id());
        return features;
    }

    private static long id(String id) {
        if (id.length() >= 16) {
            try {
                return HexFormat.fromHexDigitsToLong(id, 0, 16);
            } catch (IllegalArgumentException e) {
                return Features.key(id);
            }
        }
        return Features.key(id);
    }

    /**
     * Finds who is who.
     *
     * @param surety how many bits above even odds two records need to be one person
     */
    public People people(double surety) {
        return new Resolution(rows, comparison(), surety).people();
    }

    /** How surely two records tell of one person; both may be read anew. */
    public Match match(AwardRecord a, AwardRecord b) {
        List<Evidence> evidence = new ArrayList<>();
        double score = comparison().score(features(a), features(b), evidence);
        return new Match(score, evidence);
    }

    private Comparison comparison() {
        Comparison known = comparison;
        if (known == null) {
            known = new Comparison(Frequencies.count(rows, parts), rows.size());
            comparison = known;
        }
        return known;
    }

    /** Gives the groups of two and more records with the same medal of one series. */
    public void sharedMedals(Consumer<int[]> group) {
        groups(each -> each.medalSeries() == 0 ? 0 : Features.mix(each.medalSeries(), each.medal) | 1, group);
    }

    /** Gives the groups of two and more records with the same Order of Lenin. */
    public void sharedOrders(Consumer<int[]> group) {
        groups(each -> each.order, group);
    }

    /** Gives the groups of two and more records with the same decree number and authority. */
    public void sharedDecrees(Consumer<int[]> group) {
        groups(each -> each.decree, group);
    }

    /** The decree's day of a record as days since 1970; {@link Integer#MIN_VALUE} where it is no day. */
    public int decreeDay(int record) {
        rows.read(record, scratch);
        return scratch.hasDecreeDay() ? scratch.decreeFirst : Features.NONE;
    }

    /** Gives the records of each series of medals that have a plain number and a day, in order of the numbers. */
    public void series(Consumer<int[]> series) {
        groups(each -> each.medalIsPlain && each.hasDecreeDay() ? each.medalSeries() : 0, group -> {
            Sorting.sort(group, this::inSeries);
            series.accept(group);
        });
    }

    private int inSeries(int a, int b) {
        rows.read(a, scratch);
        rows.read(b, other);
        int order = Long.compare(scratch.medal, other.medal);
        if (order == 0) {
            order = Integer.compare(scratch.decreeFirst, other.decreeFirst);
        }
        return order == 0 ? Long.compare(scratch.content(), other.content()) : order;
    }

    /** True where no record at all is a first award. */
    public boolean hasNoFirst() {
        return rows.size() > 0 && !hasFirst;
    }

    /** True where a person with this record alone needs to be looked at. */
    public boolean speaksOfMore(int record) {
        rows.read(record, scratch);
        return scratch.ordinal > 1 || scratch.times > 1;
    }

    /** The first record of a second or later conferral; -1 where there is none. */
    public int firstLater() {
        for (int i = 0; i < rows.size(); i++) {
            rows.read(i, scratch);
            if (scratch.ordinal > 1 && !scratch.ordinalInferred) {
                return i;
            }
        }
        return -1;
    }

    private void groups(ToLongFunction<Features> key, Consumer<int[]> to) {
        Keys keys = Keys.of(rows.size(), i -> key.applyAsLong(rows.read(i, scratch)));
        while (keys.next()) {
            if (keys.size() > 1) {
                Map<Long, List<Integer>> groups = new TreeMap<>();
                for (int i = 0; i < keys.size(); i++) {
                    groups.computeIfAbsent(key.applyAsLong(rows.read(keys.get(i), scratch)), each -> new ArrayList<>())
                            .add(keys.get(i));
                }
                for (List<Integer> group : groups.values()) {
                    if (group.size() > 1) {
                        to.accept(group.stream().mapToInt(Integer::intValue).toArray());
                    }
                }
            }
        }
    }
}
