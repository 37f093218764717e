package ukaz.rules.register;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.RecordRule;
import ukaz.rules.rule.Verdict;
import ukaz.rules.rule.Violation;

/** Medals were numbered as they were made: no series goes beyond what is known of its time. */
public final class MedalNumberRange implements RecordRule {

    private record Step(LocalDate until, long most) {}

    private final long firstMost;
    private final long secondMost;
    private final long thirdMost;
    private final long goldStarMost;
    private final LocalDate since;
    private final Step[] steps;

    public MedalNumberRange(Parameters parameters) {
        this.firstMost = parameters.integer("hammer-and-sickle");
        this.secondMost = parameters.integer("second-hammer-and-sickle");
        this.thirdMost = parameters.integer("third-hammer-and-sickle");
        this.goldStarMost = parameters.integer("gold-star");
        this.since = LocalDate.parse(parameters.text("handed-over-since"));
        this.steps = parameters.texts("known-by").stream()
                .map(text -> new Step(
                        LocalDate.parse(text.substring(0, 10)),
                        Long.parseLong(text.substring(11).strip())))
                .toArray(Step[]::new);
    }

    @Override
    public Verdict check(AwardRecord record) {
        InsigniaNumber medal = record.medalNumber();
        String award = record.award();
        if (medal == null || !medal.isNumbered() || award == null) {
            return Verdict.NOT_CONCERNED;
        }
        long number = plain(medal.number());
        long most = most(record, award);
        if (number < 0 || most < 0) {
            return Verdict.NOT_CONCERNED;
        }
        if (number <= most && number > 0) {
            return Verdict.PASS;
        }
        return Verdict.violated(
                Violation.of(Field.MEDAL_NUMBER, Map.of("number", String.valueOf(medal.number()), "most", (int) most)));
    }

    /** The highest number that is known for it; negative where nothing is known. */
    private long most(AwardRecord record, String award) {
        if (award.equals("HSU")) {
            return record.ordinal() == null || record.ordinal() == 1 ? goldStarMost : -1;
        }
        if (!award.equals("HSL") || record.ordinal() == null) {
            return -1;
        }
        return switch (record.ordinal()) {
            case 1 -> first(record.decreeDate());
            case 2 -> secondMost;
            case 3 -> thirdMost;
            default -> -1;
        };
    }

    /** A medal for an early conferral was handed over later, so its number says nothing of the decree's time. */
    private long first(@Nullable HistoricalDate date) {
        if (date != null && !date.earliest().isBefore(since)) {
            for (Step step : steps) {
                if (date.latest().isBefore(step.until())) {
                    return step.most();
                }
            }
        }
        return firstMost;
    }

    private static long plain(@Nullable String number) {
        if (number == null || number.isEmpty() || number.length() > 15) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
