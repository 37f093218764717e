package ukaz.rules.identity;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import ukaz.model.Field;

/**
 * How common names and days are among the people of the records: repeated rows of one person count once.
 *
 * <p>What is counted is mixed with what is known beforehand, as if {@value #KNOWN} more people had been seen.
 */
final class Frequencies {

    private static final double KNOWN = 500;
    private static final int FIRST_DAY = (int) LocalDate.of(1750, 1, 1).toEpochDay();
    private static final int DAYS = (int) LocalDate.of(2050, 1, 1).toEpochDay() - FIRST_DAY;

    private final double people;
    private final int[] births;
    private final int[] deaths;
    private final int[] decrees;

    private Frequencies(double people, int[] births, int[] deaths, int[] decrees) {
        this.people = people;
        this.births = births;
        this.deaths = deaths;
        this.decrees = decrees;
    }

    /** Counts; how rare each name part is is noted in it. */
    static Frequencies count(Rows rows, NameParts parts, Memory memory, Keys names) {
        parts.all().forEach(part -> part.bearers = 0);
        names.sort(
                rows.size(),
                i -> Features.nonzero(Features.mix(
                        Features.mix(Features.key(rows.surname(i)), Features.key(rows.given(i))),
                        Features.key(rows.patronymic(i)))));
        int people = 0;
        while (names.next()) {
            people++;
            int one = names.get(0);
            bear(rows.surname(one));
            bear(rows.given(one));
            bear(rows.patronymic(one));
        }
        Longs pairs = new Longs(memory);
        Frequencies frequencies = new Frequencies(
                people,
                days(rows, rows::birthDay, pairs),
                days(rows, rows::deathDay, pairs),
                days(rows, rows::decreeDay, pairs));
        frequencies.note(parts);
        return frequencies;
    }

    /** What {@link #read} reads. */
    void write(NameParts parts, DataOutputStream out) throws IOException {
        out.writeDouble(people);
        for (int[] days : List.of(births, deaths, decrees)) {
            for (int count : days) {
                out.writeInt(count);
            }
        }
        for (boolean surname : new boolean[] {true, false}) {
            Map<String, NamePart> byKey = parts.byKey(surname);
            out.writeInt(byKey.size());
            for (NamePart part : byKey.values()) {
                out.writeUTF(part.key);
                out.writeLong(part.sound);
                out.writeDouble(part.expected);
                out.writeInt(part.bearers);
            }
        }
    }

    /** What was counted before; parts of names that were unknown then are as rare as expected. */
    static Frequencies read(DataInputStream in, NameParts parts) throws IOException {
        double people = in.readDouble();
        int[][] counts = new int[3][DAYS];
        for (int[] days : counts) {
            for (int day = 0; day < DAYS; day++) {
                days[day] = in.readInt();
            }
        }
        for (boolean surname : new boolean[] {true, false}) {
            for (int i = in.readInt(); i > 0; i--) {
                NamePart part = parts.known(surname, in.readUTF(), in.readLong(), in.readDouble());
                part.bearers = in.readInt();
            }
        }
        Frequencies frequencies = new Frequencies(people, counts[0], counts[1], counts[2]);
        frequencies.note(parts);
        return frequencies;
    }

    private void note(NameParts parts) {
        parts.all().forEach(part -> part.rarity = rarity(part.bearers, part.expected));
        parts.unheard(expected -> rarity(0, expected));
    }

    private double rarity(int bearers, double expected) {
        return -Comparison.bits(share(bearers, expected));
    }

    private static void bear(@Nullable NamePart part) {
        if (part != null) {
            part.bearers++;
        }
    }

    /** How many different surnames each day has. */
    private static int[] days(Rows rows, IntUnaryOperator dayOf, Longs pairs) {
        pairs.clear(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int day = dayOf.applyAsInt(i);
            if (day != Features.NONE && isCounted(day)) {
                NamePart surname = rows.surname(i);
                if (surname != null) {
                    pairs.add((long) day << 32 | surname.hash & 0xFFFFFFFFL);
                }
            }
        }
        pairs.sort(0);
        int[] days = new int[DAYS];
        for (int i = 0; i < pairs.size(); i++) {
            if (i == 0 || pairs.get(i) != pairs.get(i - 1)) {
                days[(int) (pairs.get(i) >> 32) - FIRST_DAY]++;
            }
        }
        return days;
    }

    private static boolean isCounted(int day) {
        return day >= FIRST_DAY && day < FIRST_DAY + DAYS;
    }

    double lifeDay(Field field, int day, double days) {
        return day(field == Field.BIRTH_DATE ? births : deaths, day, days);
    }

    double decreeDay(int day, double days) {
        return day(decrees, day, days);
    }

    private double day(int[] counts, int day, double days) {
        return share(isCounted(day) ? counts[day - FIRST_DAY] : 0, 1 / days);
    }

    /** The one who is being looked at does not count. */
    private double share(int count, double expected) {
        return (Math.max(0, count - 1) + expected * KNOWN) / (people + KNOWN);
    }
}
