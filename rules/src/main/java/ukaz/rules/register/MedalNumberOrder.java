package ukaz.rules.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
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
    /** No two decrees are further apart. */
    private static final int MOST_DAYS = 100_000;

    private final int neighbours;
    private final int years;
    private final int least;

    public MedalNumberOrder(Parameters parameters) {
        this.neighbours = parameters.integer("neighbours");
        this.years = parameters.integer("years");
        this.least = parameters.integer("least");
    }

    /** Counts how often each deviation is met rather than keep them, for a series may be long. */
    @Override
    public List<Outlier> outliers(int count, IntUnaryOperator day) {
        if (count < least) {
            return List.of();
        }
        int[] met = new int[MOST_DAYS + 1];
        Median median = new Median(count, day);
        for (int i = 0; i < count; i++) {
            met[Math.min(MOST_DAYS, Math.abs(day.applyAsInt(i) - median.around(i)))]++;
        }
        int usual = 0;
        for (int below = met[0]; below <= count / 2; below += met[usual]) {
            usual++;
        }
        double limit = Math.max(years * DAYS_OF_YEAR, (double) USUAL * usual);
        List<Outlier> outliers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int expected = median.around(i);
            if (Math.abs(day.applyAsInt(i) - expected) > limit) {
                outliers.add(new Outlier(i, expected));
            }
        }
        return outliers;
    }

    /** The middle one of the days beside each. */
    private final class Median {
        private final int count;
        private final IntUnaryOperator day;
        private final int[] around = new int[2 * neighbours];

        Median(int count, IntUnaryOperator day) {
            this.count = count;
            this.day = day;
        }

        int around(int at) {
            int size = 0;
            for (int i = Math.max(0, at - neighbours); i < Math.min(count, at + neighbours + 1); i++) {
                if (i != at) {
                    around[size++] = day.applyAsInt(i);
                }
            }
            Arrays.sort(around, 0, size);
            return around[size / 2];
        }
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
