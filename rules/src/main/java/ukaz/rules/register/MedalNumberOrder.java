package ukaz.rules.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ukaz.model.AwardRecord;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.rules.rule.Discrepancy;
import ukaz.rules.rule.Parameters;
import ukaz.rules.rule.SeriesRule;

/** Medals were given out roughly in the order of the decrees: a number stands near others of its years. */
public final class MedalNumberOrder implements SeriesRule {

    private static final double DAYS_OF_YEAR = 365.25;
    /** So many times the usual deviation is out of step. */
    private static final int USUAL = 6;

    private final int neighbours;
    private final int years;
    private final int least;

    public MedalNumberOrder(Parameters parameters) {
        this.neighbours = parameters.integer("neighbours");
        this.years = parameters.integer("years");
        this.least = parameters.integer("least");
    }

    @Override
    public List<Outlier> outliers(int[] days) {
        if (days.length < least) {
            return List.of();
        }
        int[] expected = new int[days.length];
        int[] deviations = new int[days.length];
        for (int i = 0; i < days.length; i++) {
            expected[i] = medianAround(days, i);
            deviations[i] = Math.abs(days[i] - expected[i]);
        }
        int[] sorted = deviations.clone();
        Arrays.sort(sorted);
        double limit = Math.max(years * DAYS_OF_YEAR, (double) USUAL * sorted[sorted.length / 2]);
        List<Outlier> outliers = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            if (deviations[i] > limit) {
                outliers.add(new Outlier(i, expected[i]));
            }
        }
        return outliers;
    }

    private int medianAround(int[] days, int at) {
        int from = Math.max(0, at - neighbours);
        int to = Math.min(days.length, at + neighbours + 1);
        int[] around = new int[to - from - 1];
        int size = 0;
        for (int i = from; i < to; i++) {
            if (i != at) {
                around[size++] = days[i];
            }
        }
        Arrays.sort(around);
        return around[around.length / 2];
    }

    @Override
    public Discrepancy discrepancy(AwardRecord record, int expectedDay) {
        HistoricalDate date = record.decreeDate();
        return Discrepancy.of(
                record,
                Field.MEDAL_NUMBER,
                Map.of(
                        "number", String.valueOf(record.medalNumber()),
                        "date", date == null ? "" : date,
                        "expectedYear", LocalDate.ofEpochDay(expectedDay).getYear()),
                List.of());
    }
}
