package ukaz.rules.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.Field;

/**
 * How common names and days are among the people of the records: repeated rows of one person count once.
 *
 * <p>What is counted is mixed with what is known beforehand, as if {@value #KNOWN} more people had been seen.
 */
final class Frequencies {

    private static final double KNOWN = 500;

    private final double people;
    private final Map<Integer, Integer> births;
    private final Map<Integer, Integer> deaths;
    private final Map<Integer, Integer> decrees;

    private Frequencies(
            double people, Map<Integer, Integer> births, Map<Integer, Integer> deaths, Map<Integer, Integer> decrees) {
        this.people = people;
        this.births = births;
        this.deaths = deaths;
        this.decrees = decrees;
    }

    /** Counts; the bearers of each name part are noted in it. */
    static Frequencies count(Features[] records, NameParts parts) {
        parts.all().forEach(part -> part.bearers = 0);
        Features[] sorted = records.clone();
        Arrays.sort(sorted, Frequencies::byName);
        int people = 0;
        @Nullable Features before = null;
        for (Features each : sorted) {
            if (before == null || byName(before, each) != 0) {
                people++;
                bear(each.surname);
                bear(each.given);
                bear(each.patronymic);
            }
            before = each;
        }
        return new Frequencies(
                people,
                days(records, Field.BIRTH_DATE),
                days(records, Field.DEATH_DATE),
                days(records, Field.DECREE_DATE));
    }

    private static int byName(Features a, Features b) {
        int order = Long.compare(Features.key(a.surname), Features.key(b.surname));
        if (order == 0) {
            order = Long.compare(Features.key(a.given), Features.key(b.given));
        }
        return order == 0 ? Long.compare(Features.key(a.patronymic), Features.key(b.patronymic)) : order;
    }

    private static void bear(@Nullable NamePart part) {
        if (part != null) {
            part.bearers++;
        }
    }

    /** How many different surnames each day has. */
    private static Map<Integer, Integer> days(Features[] records, Field field) {
        long[] pairs = new long[records.length];
        int count = 0;
        for (Features record : records) {
            int first = first(record, field);
            if (first != Features.NONE && first == last(record, field) && record.surname != null) {
                pairs[count++] = ((long) first << 32) | (record.surname.hash & 0xFFFFFFFFL);
            }
        }
        Arrays.sort(pairs, 0, count);
        Map<Integer, Integer> days = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                days.merge((int) (pairs[i] >> 32), 1, Integer::sum);
            }
        }
        return days;
    }

    private static int first(Features record, Field field) {
        return field == Field.BIRTH_DATE
                ? record.birthFirst
                : field == Field.DEATH_DATE ? record.deathFirst : record.decreeFirst;
    }

    private static int last(Features record, Field field) {
        return field == Field.BIRTH_DATE
                ? record.birthLast
                : field == Field.DEATH_DATE ? record.deathLast : record.decreeLast;
    }

    /** The share of people who bear it. */
    double of(NamePart part) {
        return share(part.bearers, part.expected);
    }

    double lifeDay(Field field, int day, double days) {
        Integer count = (field == Field.BIRTH_DATE ? births : deaths).get(day);
        return share(count == null ? 0 : count, 1 / days);
    }

    double decreeDay(int day, double days) {
        Integer count = decrees.get(day);
        return share(count == null ? 0 : count, 1 / days);
    }

    /** The one who is being looked at does not count. */
    private double share(int count, double expected) {
        return (Math.max(0, count - 1) + expected * KNOWN) / (people + KNOWN);
    }
}
