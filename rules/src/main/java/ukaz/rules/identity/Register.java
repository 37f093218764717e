package ukaz.rules.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.PersonName;

/**
 * All records of a run, as far as it takes to tell who is who; a million of them take about 150 MB.
 *
 * <p>Filled once, then {@link #people resolved} once; not thread-safe.
 */
public final class Register {

    private final NameParts parts = new NameParts();
    private final List<Features> records = new ArrayList<>();
    private @Nullable Comparison comparison;

    /** Adds a record; its number is the count of those before it. */
    public void add(AwardRecord record) {
        Features features = features(record);
        features.place = records.size();
        records.add(features);
    }

    public int size() {
        return records.size();
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
        Features[] all = records.toArray(Features[]::new);
        comparison = new Comparison(Frequencies.count(all, parts), all.length);
        return new Resolution(all, comparison, surety).people();
    }

    /** How surely two records tell of one person; both may be read anew. */
    public Match match(AwardRecord a, AwardRecord b) {
        Comparison known = comparison;
        if (known == null) {
            known = new Comparison(Frequencies.count(records.toArray(Features[]::new), parts), records.size());
            comparison = known;
        }
        List<Evidence> evidence = new ArrayList<>();
        double score = known.score(features(a), features(b), evidence);
        return new Match(score, evidence);
    }

    /** Groups of two and more records with the same medal of one series. */
    public List<int[]> sharedMedals() {
        return groups(records.stream()
                .mapToLong(each -> each.medalSeries() == 0 ? 0 : Features.mix(each.medalSeries(), each.medal) | 1)
                .toArray());
    }

    /** Groups of two and more records with the same Order of Lenin. */
    public List<int[]> sharedOrders() {
        return groups(records.stream().mapToLong(each -> each.order).toArray());
    }

    /** Groups of two and more records with the same decree number and authority. */
    public List<int[]> sharedDecrees() {
        return groups(records.stream().mapToLong(each -> each.decree).toArray());
    }

    /** The decree's day of a record as days since 1970; {@link Integer#MIN_VALUE} where it is no day. */
    public int decreeDay(int record) {
        Features features = records.get(record);
        return features.hasDecreeDay() ? features.decreeFirst : Features.NONE;
    }

    /** The records of each series of medals that have a plain number and a day, in order of the numbers. */
    public List<int[]> series() {
        List<int[]> series = new ArrayList<>();
        for (int[] group : groups(records.stream()
                .mapToLong(each -> each.medalIsPlain && each.hasDecreeDay() ? each.medalSeries() : 0)
                .toArray())) {
            series.add(Arrays.stream(group)
                    .boxed()
                    .sorted((a, b) -> {
                        Features x = records.get(a);
                        Features y = records.get(b);
                        int order = Long.compare(x.medal, y.medal);
                        if (order == 0) {
                            order = Integer.compare(x.decreeFirst, y.decreeFirst);
                        }
                        return order == 0 ? Long.compare(x.content(), y.content()) : order;
                    })
                    .mapToInt(Integer::intValue)
                    .toArray());
        }
        return series;
    }

    /** True where no record at all is a first award. */
    public boolean hasNoFirst() {
        return !records.isEmpty() && records.stream().noneMatch(each -> each.ordinal <= 1);
    }

    /** True where a person with this record alone needs to be looked at. */
    public boolean speaksOfMore(int record) {
        Features features = records.get(record);
        return features.ordinal > 1 || features.times > 1;
    }

    private static List<int[]> groups(long[] keys) {
        long[] sorted = Resolution.sorted(keys);
        List<int[]> groups = new ArrayList<>();
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && Resolution.sameKey(sorted[from], sorted[to])) {
                to++;
            }
            if (to - from > 1) {
                int[] group = new int[to - from];
                for (int i = from; i < to; i++) {
                    group[i - from] = Resolution.index(sorted[i]);
                }
                groups.add(group);
            }
            from = to;
        }
        return groups;
    }
}
