package ukaz.rules.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Judgement;
import ukaz.rules.rule.SharedRule;

/** A decree has one date; its number may come back in another year. */
public final class DecreeConflict implements SharedRule {

    @Override
    public What shared() {
        return What.DECREE;
    }

    @Override
    public Judgement check(List<Holding> holdings) {
        TreeMap<LocalDate, List<AwardRecord>> byDay = new TreeMap<>();
        holdings.stream()
                .map(Holding::record)
                .sorted((a, b) -> a.at().compareTo(b.at()))
                .forEach(record -> {
                    HistoricalDate date = record.decreeDate();
                    if (date != null && date.day() != null) {
                        byDay.computeIfAbsent(date.earliest(), day -> new ArrayList<>())
                                .add(record);
                    }
                });
        List<Discrepancy> found = new ArrayList<>();
        List<LocalDate> near = new ArrayList<>();
        for (LocalDate day : byDay.keySet()) {
            if (!near.isEmpty() && near.get(near.size() - 1).plusYears(1).isBefore(day)) {
                report(near, byDay, found);
                near.clear();
            }
            near.add(day);
        }
        report(near, byDay, found);
        return byDay.isEmpty() ? Judgement.UNDECIDED : Judgement.of(found);
    }

    /** Shown at the date that fewest rows have. */
    private static void report(List<LocalDate> days, Map<LocalDate, List<AwardRecord>> byDay, List<Discrepancy> found) {
        if (days.size() < 2) {
            return;
        }
        LocalDate rarest = days.stream()
                .min((a, b) ->
                        Integer.compare(rows(byDay, a).size(), rows(byDay, b).size()))
                .orElseThrow();
        AwardRecord at = rows(byDay, rarest).get(0);
        found.add(Discrepancy.of(
                at,
                Field.DECREE_DATE,
                Map.of(
                        "number", String.valueOf(at.decreeNumber()),
                        "authority", new Term(Term.Kind.AUTHORITY, String.valueOf(at.authority())),
                        "dates", List.copyOf(days)),
                days.stream().map(day -> rows(byDay, day).get(0)).toList()));
    }

    private static List<AwardRecord> rows(Map<LocalDate, List<AwardRecord>> byDay, LocalDate day) {
        return Objects.requireNonNull(byDay.get(day));
    }
}
