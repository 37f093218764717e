package ukaz.report.review;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ukaz.model.Finding;
import ukaz.rules.RuleBook;

/**
 * Holds this run's findings against an earlier report.
 *
 * <p>Of a finding without a decision some twenty bytes are held, so that a million of them cost little; their rows are
 * read a second time when those that are gone are told. Findings are told in one thread.
 */
public final class Review {

    private final RuleBook book;
    private final LocalDate today;
    private final @Nullable EarlierReport earlier;
    private final Fingerprinted index = new Fingerprinted();
    private final Map<Long, Decided> decided = new HashMap<>();
    /** What findings of the same fingerprint said, where they did not all say the same. */
    private final Map<Long, Set<Integer>> otherContents = new HashMap<>();

    private final Set<String> listedRules = new HashSet<>();
    private final Map<String, String> marks = new HashMap<>();
    private final Map<String, String> earlierMarks = new HashMap<>();
    private final List<EarlierReport.Remark> remarks = new ArrayList<>();

    /** A decision, or what an earlier report told of one that no longer holds. */
    private record Decided(@Nullable Ruling ruling, String value, String lapsed) {}

    private Review(RuleBook book, LocalDate today, @Nullable EarlierReport earlier) {
        this.book = book;
        this.today = today;
        this.earlier = earlier;
    }

    /** Without an earlier report: every finding is new. */
    public static Review first(RuleBook book, LocalDate today) {
        return new Review(book, today, null);
    }

    /**
     * Against an earlier report.
     *
     * @throws EarlierReportException where that cannot be read to its end
     */
    public static Review against(EarlierReport earlier, RuleBook book, LocalDate today) throws IOException {
        Review review = new Review(book, today, earlier);
        Map<String, long[]> shown = new HashMap<>();
        try {
            earlier.read(finding -> {
                review.learn(finding);
                if (finding.open()) {
                    shown.computeIfAbsent(finding.rule(), rule -> new long[1])[0]++;
                }
            });
        } catch (IOException e) {
            throw new EarlierReportException(e);
        }
        review.learnRules(earlier, shown);
        review.remarks.addAll(earlier.remarks());
        return review;
    }

    /** True where there is an earlier report. */
    public boolean compares() {
        return earlier != null;
    }

    /** What was not understood of the earlier report. */
    public List<EarlierReport.Remark> remarks() {
        return remarks;
    }

    private void learn(EarlierFinding finding) {
        long fingerprint = finding.fingerprint();
        Mark mark = finding.mark();
        int content = mark == null ? 0 : mark.content();
        int at = index.add(fingerprint);
        if (finding.open()) {
            index.open[at]++;
            if (index.open[at] == 1) {
                index.content[at] = content;
            } else if (index.content[at] != content) {
                otherContents
                        .computeIfAbsent(fingerprint, key -> new HashSet<>())
                        .add(content);
            }
        }
        LocalDate firstSeen = finding.firstSeen();
        if (firstSeen != null) {
            int day = (int) firstSeen.toEpochDay();
            index.firstSeen[at] = index.firstSeen[at] == 0 ? day : Math.min(index.firstSeen[at], day);
        }
        if (mark != null && !mark.rule().isEmpty() && finding.open()) {
            earlierMarks.putIfAbsent(finding.rule(), mark.rule());
        }
        learnRuling(finding);
    }

    /** Findings of one fingerprint share the decision that was filled in first. */
    private void learnRuling(EarlierFinding finding) {
        if (finding.ruling() == null && finding.lapsed().isEmpty()) {
            return;
        }
        Decided known = decided.get(finding.fingerprint());
        if (known == null || known.ruling() == null && finding.ruling() != null) {
            decided.put(finding.fingerprint(), new Decided(finding.ruling(), finding.value(), finding.lapsed()));
        } else if (known.ruling() != null
                && finding.ruling() != null
                && !known.ruling().equals(finding.ruling())) {
            EarlierFinding.Place at = finding.at();
            remarks.add(new EarlierReport.Remark(
                    "note-decision-twice",
                    at.sheet() + ":" + at.cell(),
                    finding.ruling().decision().key()));
        }
    }

    private void learnRules(EarlierReport report, Map<String, long[]> shown) {
        report.rules().forEach((id, line) -> {
            listedRules.add(id);
            if (line.run() && !line.mark().isEmpty()) {
                earlierMarks.put(id, line.mark());
            }
            long[] rows = shown.get(id);
            if (line.found() > (rows == null ? 0 : rows[0])) {
                remarks.add(new EarlierReport.Remark("note-previous-capped", "", id));
            }
        });
    }

    /** How this finding stands to the earlier report; to be asked once for each, in the order of the run. */
    public Reviewed of(Finding finding) {
        String rule = finding.rule();
        Mark mark = Mark.of(mark(rule), finding.fault());
        Long fingerprint = Fingerprints.number(finding.fingerprint());
        if (earlier == null || fingerprint == null) {
            return new Reviewed(ReviewStatus.NEW, today, false, mark, null, null);
        }
        boolean ruleChanged = ruleChanged(rule);
        int at = index.find(fingerprint);
        if (at < 0) {
            return new Reviewed(ReviewStatus.NEW, today, ruleChanged, mark, null, null);
        }
        Decided before = decided.get(fingerprint);
        Ruling ruling = before == null ? null : before.ruling();
        boolean more = index.found[at]++ >= Math.max(index.open[at], 1);
        boolean again = index.open[at] == 0 || ruling != null && ruling.decision() == Decision.FIXED;
        ReviewStatus status = more ? ReviewStatus.NEW : again ? ReviewStatus.REOPENED : ReviewStatus.PERSISTING;
        LocalDate firstSeen = more || index.firstSeen[at] == 0 ? today : LocalDate.ofEpochDay(index.firstSeen[at]);
        if (before == null) {
            return new Reviewed(status, firstSeen, ruleChanged, mark, null, null);
        }
        if (ruling == null) {
            Lapsed told = new Lapsed(Lapsed.Why.STILL_OPEN, null, "", before.lapsed());
            return new Reviewed(status, firstSeen, ruleChanged, mark, null, told);
        }
        Lapsed.Why why = again
                ? Lapsed.Why.REOPENED
                : ruling.expired(today)
                        ? Lapsed.Why.EXPIRED
                        : said(fingerprint, at, mark.content()) ? null : Lapsed.Why.CHANGED;
        return why == null
                ? new Reviewed(status, firstSeen, ruleChanged, mark, ruling, null)
                : new Reviewed(status, firstSeen, ruleChanged, mark, null, new Lapsed(why, ruling, before.value(), ""));
    }

    private boolean said(long fingerprint, int at, int content) {
        return index.content[at] == 0
                || index.content[at] == content
                || otherContents.getOrDefault(fingerprint, Set.of()).contains(content);
    }

    /** The mark of a rule in this run. */
    public String mark(String rule) {
        return marks.computeIfAbsent(rule, id -> book.card(id).isPresent() ? book.mark(id) : "");
    }

    /** True where the earlier report was made by another rule of this id, or without it. */
    private boolean ruleChanged(String rule) {
        String before = earlierMarks.get(rule);
        return before == null ? !listedRules.isEmpty() : !before.equals(mark(rule));
    }

    /**
     * Tells the findings of the earlier report that this run does not have; after all of its own have been asked for.
     *
     * @param wasRead whether the file was read to its end in this run, by its path
     * @param wasRun whether the rule was run
     */
    public void gone(Predicate<String> wasRead, Predicate<String> wasRun, Consumer<? super Gone> to)
            throws IOException {
        if (earlier == null) {
            return;
        }
        earlier.read(finding -> {
            int at = index.find(finding.fingerprint());
            if (at < 0) {
                return;
            }
            if (!finding.open()) {
                if (index.found[at] == 0 && index.open[at] == 0 && !index.told[at]) {
                    index.told[at] = true;
                    LocalDate since = finding.resolvedOn() == null ? today : finding.resolvedOn();
                    to.accept(new Gone(finding, ReviewStatus.RESOLVED, since, false, false));
                }
                return;
            }
            if (index.found[at] > 0) {
                index.found[at]--;
                return;
            }
            boolean known = book.card(finding.rule()).isPresent();
            boolean looked = !known || wasRead.test(finding.at().file()) && wasRun.test(finding.rule());
            to.accept(
                    looked
                            ? new Gone(finding, ReviewStatus.RESOLVED, today, ruleChanged(finding.rule()), true)
                            : new Gone(finding, ReviewStatus.UNCHECKED, null, false, false));
        });
    }

    /** The earlier findings by fingerprint: columns of numbers, open addressing. */
    private static final class Fingerprinted {

        private static final int FIRST_SIZE = 1 << 10;

        private int[] slots = new int[FIRST_SIZE * 2];
        private long[] fingerprints = new long[FIRST_SIZE];
        private int[] content = new int[FIRST_SIZE];
        private int[] firstSeen = new int[FIRST_SIZE];
        private int[] open = new int[FIRST_SIZE];
        private int[] found = new int[FIRST_SIZE];
        private boolean[] told = new boolean[FIRST_SIZE];
        private int size;

        /** Where it stands; -1 where it does not. */
        int find(long fingerprint) {
            return slots[slot(fingerprint)] - 1;
        }

        int add(long fingerprint) {
            int slot = slot(fingerprint);
            if (slots[slot] == 0) {
                if (size == fingerprints.length) {
                    grow();
                    slot = slot(fingerprint);
                }
                fingerprints[size] = fingerprint;
                slots[slot] = ++size;
            }
            return slots[slot] - 1;
        }

        private int slot(long fingerprint) {
            int mask = slots.length - 1;
            int slot = (int) (fingerprint ^ fingerprint >>> 32) & mask;
            while (slots[slot] != 0 && fingerprints[slots[slot] - 1] != fingerprint) {
                slot = slot + 1 & mask;
            }
            return slot;
        }

        private void grow() {
            int length = fingerprints.length * 2;
            fingerprints = Arrays.copyOf(fingerprints, length);
            content = Arrays.copyOf(content, length);
            firstSeen = Arrays.copyOf(firstSeen, length);
            open = Arrays.copyOf(open, length);
            found = Arrays.copyOf(found, length);
            told = Arrays.copyOf(told, length);
            slots = new int[length * 2];
            for (int i = 0; i < size; i++) {
                slots[slot(fingerprints[i])] = i + 1;
            }
        }
    }
}
