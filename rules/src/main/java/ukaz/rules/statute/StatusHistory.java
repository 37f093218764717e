package ukaz.rules.statute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Status;
import ukaz.model.StatusEvent;
import ukaz.model.Term;
import ukaz.model.statute.Regime;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Deprivation, annulment and restoration follow each other in order and come from the right organ. */
public final class StatusHistory implements RecordRule {

    private final StatuteBook statutes;

    public StatusHistory(StatuteBook statutes) {
        this.statutes = statutes;
    }

    @Override
    public Verdict check(AwardRecord record) {
        List<StatusEvent> events = record.statusEvents();
        if (events.isEmpty()) {
            return saysNothing(record) ? Verdict.PASS : Verdict.UNDECIDED;
        }
        List<Violation> violations = new ArrayList<>();
        HistoricalDate last = record.decreeDate();
        boolean withdrawn = false;
        for (StatusEvent event : events) {
            HistoricalDate date = event.date();
            if (date == null && event.status() == Status.DEPRIVED) {
                violations.add(violation(record, event, "status-undated"));
            }
            if (date != null && last != null && date.before(last).surely()) {
                violations.add(violation(record, event, "status-out-of-order"));
            }
            if (event.status() == Status.RESTORED && !withdrawn) {
                violations.add(violation(record, event, "status-not-withdrawn"));
            }
            if (date != null && isWrongOrgan(record.award(), date, event.authority())) {
                violations.add(violation(record, event, "status-wrong-authority"));
            }
            withdrawn |= event.status() != Status.RESTORED;
            last = date == null ? last : date;
        }
        return Verdict.violated(violations);
    }

    /** True where there is a column for it, and nothing in it. */
    private static boolean saysNothing(AwardRecord record) {
        return record.isEmpty(Field.STATUS)
                || record.isEmpty(Field.DEPRIVED)
                || record.isEmpty(Field.ANNULLED)
                || record.isEmpty(Field.RESTORED);
    }

    private boolean isWrongOrgan(@Nullable String award, HistoricalDate date, @Nullable String organ) {
        if (award == null || organ == null || organ.equals("OTHER")) {
            return false;
        }
        List<Regime> regimes = Law.over(statutes, award, date);
        return !regimes.isEmpty()
                && regimes.stream()
                        .allMatch(regime ->
                                !regime.organs().isEmpty() && !regime.organs().contains(organ));
    }

    private static Violation violation(AwardRecord record, StatusEvent event, String problem) {
        return Violation.of(
                column(record, event.status()),
                Map.of(
                        "status",
                        new Term(Term.Kind.STATUS, event.status().key()),
                        "problem",
                        new Term(Term.Kind.PHRASE, problem)));
    }

    private static Field column(AwardRecord record, Status status) {
        Field own = status == Status.DEPRIVED
                ? Field.DEPRIVED
                : status == Status.ANNULLED ? Field.ANNULLED : Field.RESTORED;
        return record.hasColumn(own) ? own : Field.STATUS;
    }
}
