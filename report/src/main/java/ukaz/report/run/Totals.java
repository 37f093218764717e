package ukaz.report.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ukaz.ingest.store.SourceSummary;
import ukaz.model.Change;
import ukaz.model.RowCounts;
import ukaz.model.RuleTally;
import ukaz.model.Severity;
import ukaz.report.review.Gone;
import ukaz.report.review.ReviewStatus;
import ukaz.report.review.Reviewed;

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
    private final Counts settled = new Counts();
    private final Map<ReviewStatus, Counts> byStatus = new EnumMap<>(ReviewStatus.class);
    private final UnaryOperator<String> marks;
    private final RowCounts rows;
    private final List<String> notes = new ArrayList<>();
    private long ruleChanged;
    private long decided;
    private long lapsed;
    private long resolvedBefore;
    private boolean compared;
    private long revisions;
    private long skipped;
    private long records;
    private int persons;

    /**
     * @param tallies one for every rule of the catalogue, in its order
     * @param marks the mark of a rule by its id
     */
    public Totals(List<SourceSummary> sources, Map<String, RuleTally> tallies, UnaryOperator<String> marks) {
        this.marks = marks;
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
        Reviewed reviewed = told.reviewed();
        byStatus(reviewed.status()).add(severity);
        ruleChanged += reviewed.ruleChanged() && reviewed.status() == ReviewStatus.NEW ? 1 : 0;
        decided += reviewed.ruling() != null ? 1 : 0;
        lapsed += reviewed.lapsed() != null ? 1 : 0;
        if (reviewed.settled()) {
            settled.add(severity);
        }
        RecordCard card = told.card();
        int decade = card == null ? 0 : decade(card.decreeDate());
        if (decade > 0) {
            byDecade.computeIfAbsent(decade, d -> new Counts()).add(severity);
        }
    }

    public void addGone(Gone gone) {
        if (!gone.byThisRun() && gone.status() == ReviewStatus.RESOLVED) {
            resolvedBefore++;
            return;
        }
        Severity severity = gone.finding().severity();
        byStatus(gone.status()).add(severity == null ? Severity.INFO : severity);
        ruleChanged += gone.ruleChanged() ? 1 : 0;
    }

    /** Says that findings were held against an earlier report. */
    public void compared() {
        compared = true;
    }

    /** @param times in how many cells */
    public void addChange(Change.Kind kind, long times) {
        changes.merge(kind, times, Long::sum);
    }

    public void addRevision() {
        revisions++;
    }

    public void addSkipped() {
        skipped++;
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

    /** The mark of a rule, by which a later report knows whether it has changed. */
    public String mark(String rule) {
        return marks.apply(rule);
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

    public long revisions() {
        return revisions;
    }

    /** How many rows with content are no records. */
    public long skipped() {
        return skipped;
    }

    /** The counts of findings, found and gone, that stand so to the earlier report. */
    public Counts byStatus(ReviewStatus status) {
        return byStatus.computeIfAbsent(status, key -> new Counts());
    }

    /** Findings that a reviewer has settled: they do not fail the run. */
    public Counts settled() {
        return settled;
    }

    /** True where there was an earlier report. */
    public boolean isCompared() {
        return compared;
    }

    /** How many findings are new or gone where their rule has changed, not only the data. */
    public long ruleChanged() {
        return ruleChanged;
    }

    /** How many findings have a decision that stands. */
    public long decided() {
        return decided;
    }

    /** How many findings have a decision that stands no longer. */
    public long lapsed() {
        return lapsed;
    }

    /** How many findings were resolved before the earlier report already. */
    public long resolvedBefore() {
        return resolvedBefore;
    }

    /** Adds what a reader of the reports must know of the other outputs. */
    public void addNote(String note) {
        notes.add(note);
    }

    public List<String> notes() {
        return notes;
    }

    /** The heaviest severity that is not settled; null where there is none. */
    public @Nullable Severity worstUnsettled() {
        for (Severity severity : Severity.values()) {
            if (all.of(severity) > settled.of(severity)) {
                return severity;
            }
        }
        return null;
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
