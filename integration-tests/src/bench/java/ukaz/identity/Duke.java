package ukaz.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.comparators.PersonNameComparator;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.AbstractMatchListener;
import org.jspecify.annotations.Nullable;
import ukaz.identity.InventedPeople.Labelled;
import ukaz.model.AwardRecord;
import ukaz.model.InsigniaNumber;
import ukaz.model.NameKey;

/**
 * Duke 1.2 on the labelled records, as well set up as a search finds: the comparator, the two probabilities of each property
 * and the threshold that give the best F1 on the records themselves.
 *
 * <p>It is given the spelling keys of names, so that ё, letter case and romanisation cost it nothing. The search looks at
 * the pairs that Duke's own index brings up, with the similarities that Duke's own comparators give; what is reported is
 * then Duke's run with these settings.
 */
final class Duke {

    private static final int TRIALS = 4_000;
    private static final int STEPS = 2_000;
    private static final double WIDEST = 40;
    private static final String ID = "id";

    private static final List<Comparator> FOR_NAMES =
            List.of(new JaroWinkler(), new Levenshtein(), new QGramComparator(), new PersonNameComparator());
    private static final List<Comparator> FOR_CODES = List.of(new ExactComparator(), new Levenshtein());

    private static final Map<String, Function<AwardRecord, @Nullable String>> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("surname", record -> key(record.name().surname()));
        VALUES.put("former", record -> key(record.name().formerName()));
        VALUES.put("given", record -> key(record.name().givenName()));
        VALUES.put("patronymic", record -> key(record.name().patronymic()));
        VALUES.put("birth", record -> text(record.birthDate()));
        VALUES.put("death", record -> text(record.deathDate()));
        VALUES.put("sex", record -> text(record.sex()));
        VALUES.put("award", AwardRecord::award);
        VALUES.put("decree", record -> text(record.decreeDate()));
        VALUES.put("medal", record -> number(record.medalNumber()));
        VALUES.put("order", record -> number(record.orderOfLeninNumber()));
    }

    private final List<Labelled> labelled;
    private final List<Record> records;
    private final List<String> properties = List.copyOf(VALUES.keySet());
    private Setting best = new Setting(VALUES.size());

    /** For each property the comparator, and the probabilities that two are one where it differs and where it agrees. */
    private static final class Setting {
        final int[] comparator;
        final double[] low;
        final double[] high;
        double threshold;

        Setting(int properties) {
            comparator = new int[properties];
            low = new double[properties];
            high = new double[properties];
            Arrays.fill(low, 0.3);
            Arrays.fill(high, 0.8);
        }

        Setting copy() {
            Setting copy = new Setting(low.length);
            System.arraycopy(comparator, 0, copy.comparator, 0, low.length);
            System.arraycopy(low, 0, copy.low, 0, low.length);
            System.arraycopy(high, 0, copy.high, 0, low.length);
            return copy;
        }

        Setting changed(Random random) {
            Setting copy = copy();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(low.length);
                switch (random.nextInt(3)) {
                    case 0 ->
                        copy.comparator[at] = random.nextInt(comparators(at).size());
                    case 1 -> copy.low[at] = random.nextDouble() < 0.3 ? 0.5 : Math.pow(random.nextDouble(), 2) / 2;
                    default -> copy.high[at] = 1 - Math.pow(random.nextDouble(), 3) / 2;
                }
            }
            return copy;
        }
    }

    Duke(List<Labelled> labelled) {
        this.labelled = labelled;
        this.records = new ArrayList<>();
        for (int i = 0; i < labelled.size(); i++) {
            RecordImpl record = new RecordImpl();
            record.addValue(ID, Integer.toString(i));
            for (Map.Entry<String, Function<AwardRecord, @Nullable String>> each : VALUES.entrySet()) {
                String value = each.getValue().apply(labelled.get(i).record());
                if (value != null && !value.isEmpty()) {
                    record.addValue(each.getKey(), value);
                }
            }
            records.add(record);
        }
    }

    /** With the settings found on other records. */
    Duke(List<Labelled> labelled, Duke tuned) {
        this(labelled);
        this.best = tuned.best;
    }

    private static @Nullable String key(@Nullable String name) {
        return name == null ? null : NameKey.matching(name);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String number(@Nullable InsigniaNumber number) {
        return number == null ? null : number.number();
    }

    private static List<Comparator> comparators(int property) {
        return property < 4 ? FOR_NAMES : FOR_CODES;
    }

    private ConfigurationImpl configuration(Setting setting) {
        List<Property> all = new ArrayList<>();
        all.add(new PropertyImpl(ID));
        for (int i = 0; i < properties.size(); i++) {
            PropertyImpl property = new PropertyImpl(
                    properties.get(i), comparators(i).get(setting.comparator[i]), setting.low[i], setting.high[i]);
            property.setLookupBehaviour(Property.Lookup.TRUE);
            all.add(property);
        }
        LuceneDatabase database = new LuceneDatabase();
        database.setMaxSearchHits(50);
        database.setMinRelevance(0);
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setProperties(all);
        configuration.setThreshold(setting.threshold);
        configuration.setDatabase(database);
        database.setConfiguration(configuration);
        return configuration;
    }

    // the search

    /** Pairs that Duke's index brings up, and how alike each comparator finds each property, in hundredths; -1 unknown. */
    private record Pools(int[] a, int[] b, boolean[] same, byte[][][] alike) {}

    private Pools pools() {
        ConfigurationImpl configuration = configuration(best);
        LuceneDatabase database = (LuceneDatabase) configuration.getDatabase(true);
        records.forEach(database::index);
        database.commit();
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Collection<Record> found = database.findCandidateMatches(records.get(i));
            for (Record other : found) {
                int j = Integer.parseInt(other.getValue(ID));
                if (i != j) {
                    pairs.add(new int[] {Math.min(i, j), Math.max(i, j)});
                }
            }
        }
        database.close();
        int[][] once = pairs.stream()
                .sorted((x, y) -> x[0] == y[0] ? Integer.compare(x[1], y[1]) : Integer.compare(x[0], y[0]))
                .toArray(int[][]::new);
        int count = 0;
        for (int i = 0; i < once.length; i++) {
            if (i == 0 || once[i][0] != once[i - 1][0] || once[i][1] != once[i - 1][1]) {
                once[count++] = once[i];
            }
        }
        Pools pools = new Pools(new int[count], new int[count], new boolean[count], new byte[properties.size()][][]);
        for (int property = 0; property < properties.size(); property++) {
            pools.alike[property] = new byte[comparators(property).size()][count];
        }
        for (int i = 0; i < count; i++) {
            pools.a[i] = once[i][0];
            pools.b[i] = once[i][1];
            pools.same[i] = labelled.get(once[i][0]).person()
                    == labelled.get(once[i][1]).person();
            for (int property = 0; property < properties.size(); property++) {
                String x = records.get(once[i][0]).getValue(properties.get(property));
                String y = records.get(once[i][1]).getValue(properties.get(property));
                for (int c = 0; c < pools.alike[property].length; c++) {
                    pools.alike[property][c][i] = (byte)
                            (x == null || y == null
                                    ? -1
                                    : Math.round(
                                            100 * comparators(property).get(c).compare(x, y)));
                }
            }
        }
        return pools;
    }

    /** Finds the settings with the best F1. */
    void tune(long truePairs) {
        Pools pools = pools();
        Random random = new Random(1);
        double bestF1 = f1(best, pools, truePairs);
        for (int trial = 0; trial < TRIALS; trial++) {
            Setting next = trial < TRIALS / 4 ? random(random) : best.changed(random);
            double f1 = f1(next, pools, truePairs);
            if (f1 > bestF1) {
                bestF1 = f1;
                best = next;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Duke, tuned on %,d pairs: F1 %.4f, threshold %.6f%n",
                pools.a.length,
                bestF1,
                best.threshold);
        for (int i = 0; i < properties.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-10s %-22s low %.4f high %.4f%n",
                    properties.get(i),
                    comparators(i).get(best.comparator[i]).getClass().getSimpleName(),
                    best.low[i],
                    best.high[i]);
        }
    }

    private Setting random(Random random) {
        Setting setting = best;
        for (int i = 0; i < 2 * properties.size(); i++) {
            setting = setting.changed(random);
        }
        return setting;
    }

    /** The best F1 over all thresholds, which is noted in the setting. */
    private static double f1(Setting setting, Pools pools, long truePairs) {
        double[][] odds = new double[setting.low.length][101];
        for (int property = 0; property < odds.length; property++) {
            for (int alike = 0; alike <= 100; alike++) {
                double share = alike / 100.0;
                double probability =
                        share >= 0.5 ? (setting.high[property] - 0.5) * share * share + 0.5 : setting.low[property];
                probability = Math.min(1 - 1e-9, Math.max(1e-9, probability));
                odds[property][alike] = Math.log(probability / (1 - probability));
            }
        }
        long[] right = new long[STEPS];
        long[] wrong = new long[STEPS];
        for (int pair = 0; pair < pools.a.length; pair++) {
            double sum = 0;
            for (int property = 0; property < odds.length; property++) {
                int alike = pools.alike[property][setting.comparator[property]][pair];
                sum += alike < 0 ? 0 : odds[property][alike];
            }
            int step = (int) Math.min(STEPS - 1.0, Math.max(0, (sum + WIDEST) / (2 * WIDEST) * STEPS));
            (pools.same[pair] ? right : wrong)[step]++;
        }
        double best = 0;
        long found = 0;
        long trueOnes = 0;
        for (int step = STEPS - 1; step >= 0; step--) {
            trueOnes += right[step];
            found += right[step] + wrong[step];
            double f1 = 2.0 * trueOnes / (found + truePairs);
            if (f1 > best) {
                best = f1;
                double logOdds = (step * 2 * WIDEST / STEPS) - WIDEST;
                setting.threshold = 1 / (1 + Math.exp(-logOdds));
            }
        }
        return best;
    }

    // the run

    /** Duke's own run: the pairs it finds, as they are. */
    Pairs run(long truePairs) {
        Set<List<Integer>> found = new HashSet<>();
        Processor processor = new Processor(configuration(best));
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(Record a, Record b, double confidence) {
                int x = Integer.parseInt(a.getValue(ID));
                int y = Integer.parseInt(b.getValue(ID));
                found.add(List.of(Math.min(x, y), Math.max(x, y)));
            }
        });
        processor.deduplicate(records);
        processor.close();
        return new Pairs(
                truePairs,
                found.size(),
                found.stream()
                        .filter(pair -> labelled.get(pair.get(0)).person()
                                == labelled.get(pair.get(1)).person())
                        .count());
    }
}
