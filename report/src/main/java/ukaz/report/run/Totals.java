package ukaz.report.run;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SourceSummary;
import ukaz.model.Change;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;

/** The numbers of a run, counted while its outputs are written, so that all of them say the same. */
public final class Totals {

    /** Counts by severity. */
    public static final class Counts {
        private final long[] counts = new long[Severity.values().length];

        public long of(Severity severity) {
            return counts[severity.ordinal()];
        }

        public long total() {
            long total = 0;
            for (long count : counts) {
                total += count;
            }
            return total;
        }

        private void add(Severity severity) {
            counts[severity.ordinal()]++;
        }
    }

    /** Zeros. */
    public static final Counts NO_FINDINGS = new Counts();

    private final List<SourceSummary> sources;
    private final Map<String, RuleTally> tallies;
    private final Counts all = new Counts();
    private final Map<String, Counts> byRule = new LinkedHashMap<>();
    private final Map<String, Counts> bySource = new LinkedHashMap<>();
    private final NavigableMap<Integer, Counts> byDecade = new TreeMap<>();
    private final NavigableMap<Integer, Long> recordsByDecade = new TreeMap<>();
    private final Map<Change.Kind, Long> changes = new EnumMap<>(Change.Kind.class);
    private final RowCounts rows;
    private long records;
    private int persons;

    /** @param tallies one for every rule of the catalogue, in its order */
    public Totals(List<SourceSummary> sources, Map<String, RuleTally> tallies) {
        this.sources = List.copyOf(sources);
        this.tallies = tallies;
        tallies.keySet().forEach(rule -> byRule.put(rule, new Counts()));
        sources.forEach(source -> bySource.put(source.path(), new Counts()));
        this.rows = sources.stream().map(SourceSummary::counts).reduce(RowCounts.NONE, RowCounts::plus);
    }

    /** Counts a record; the date is EDTF. */
    public void addRecord(@Nullable String decreeDate) {
        records++;
        int decade = decade(decreeDate);
        if (decade > 0) {
            recordsByDecade.merge(decade, 1L, Long::sum);
        }
    }

    public void addFinding(Told told) {
        Severity severity = told.finding().severity();
        all.add(severity);
        byRule.computeIfAbsent(told.finding().rule(), rule -> new Counts()).add(severity);
        bySource.computeIfAbsent(told.finding().fault().at().file(), file -> new Counts())
                .add(severity);
        RecordCard card = told.card();
        int decade = card == null ? 0 : decade(card.decreeDate());
        if (decade > 0) {
            byDecade.computeIfAbsent(decade, d -> new Counts()).add(severity);
        }
    }

    public void addChange(Change.Kind kind) {
        changes.merge(kind, 1L, Long::sum);
    }

    public void persons(int count) {
        this.persons = count;
    }

    /** The first year of the decade of an EDTF date; 0 where it has none. */
    static int decade(@Nullable String edtf) {
        if (edtf == null) {
            return 0;
        }
        String year = edtf.startsWith("../") ? edtf.substring(3) : edtf;
        if (year.length() < 4 || !Character.isDigit(year.charAt(2))) {
            return 0;
        }
        int decade = 0;
        for (int i = 0; i < 3; i++) {
            int digit = year.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            decade = decade * 10 + digit;
        }
        return decade * 10;
    }

    public List<SourceSummary> sources() {
        return sources;
    }

    public RowCounts rows() {
        return rows;
    }

    public long records() {
        return records;
    }

    public int persons() {
        return persons;
    }

    public Counts findings() {
        return all;
    }

    /** By rule id: every rule of the catalogue in its order, then any other that found something. */
    public Map<String, Counts> byRule() {
        return byRule;
    }

    public Map<String, RuleTally> tallies() {
        return tallies;
    }

    /** By the path of the source. */
    public Map<String, Counts> bySource() {
        return bySource;
    }

    /** By the first year of the decade of the conferral. */
    public NavigableMap<Integer, Counts> byDecade() {
        return byDecade;
    }

    public NavigableMap<Integer, Long> recordsByDecade() {
        return recordsByDecade;
    }

    public Map<Change.Kind, Long> changes() {
        return changes;
    }

    /** The heaviest severity found; null where nothing was. */
    public @Nullable Severity worst() {
        for (Severity severity : Severity.values()) {
            if (all.of(severity) > 0) {
                return severity;
            }
        }
        return null;
    }
}
