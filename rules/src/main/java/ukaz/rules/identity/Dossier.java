package ukaz.rules.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.HistoricalDate;

/** All that the run knows of one person, conferral by conferral, in the order of awards and of time. */
public final class Dossier {

    /** How two records of the person are weighed against each other. */
    @FunctionalInterface
    public interface Weighing {
        Match match(AwardRecord a, AwardRecord b);
    }

    /**
     * What holds for the run as a whole.
     *
     * @param isPartial true where the records are but a part of a register, as somebody said or as they look
     */
    public record Setting(boolean isPartial, boolean hasReference) {}

    private static final Comparator<AwardRecord> BY_PLACE =
            Comparator.comparing((AwardRecord record) -> record.at()).thenComparingInt(AwardRecord::group);

    private final List<AwardRecord> records;
    private final List<Conferral> conferrals;
    private final List<Conferral> reference;
    private final Weighing weighing;
    private final Setting setting;

    private Dossier(List<AwardRecord> records, List<AwardRecord> reference, Weighing weighing, Setting setting) {
        this.records = records.stream().sorted(BY_PLACE).toList();
        this.conferrals = conferrals(this.records);
        this.reference = conferrals(reference.stream().sorted(BY_PLACE).toList());
        this.weighing = weighing;
        this.setting = setting;
    }

    /**
     * Puts the records of one person in order.
     *
     * @param reference what the reference register says of the person
     */
    public static Dossier of(
            List<AwardRecord> records, List<AwardRecord> reference, Weighing weighing, Setting setting) {
        return new Dossier(records, reference, weighing, setting);
    }

    /** Every row on the person, in the order of the sources. */
    public List<AwardRecord> records() {
        return records;
    }

    public List<Conferral> conferrals() {
        return conferrals;
    }

    /** The conferrals of one award. */
    public List<Conferral> conferrals(String award) {
        return conferrals.stream().filter(each -> each.award().equals(award)).toList();
    }

    /** The awards the person has, in order. */
    public Set<String> awards() {
        Set<String> awards = new LinkedHashSet<>();
        conferrals.forEach(each -> awards.add(each.award()));
        return awards;
    }

    public List<Conferral> reference() {
        return reference;
    }

    /** What the reference register says of the same conferral; null where it has none. */
    public @Nullable Conferral inReference(Conferral conferral) {
        return counterpart(conferral, reference);
    }

    /** What the sources say of the same conferral as an entry of the reference register; null where they have none. */
    public @Nullable Conferral inSources(Conferral entry) {
        return counterpart(entry, conferrals);
    }

    private static @Nullable Conferral counterpart(Conferral of, List<Conferral> among) {
        Conferral found = null;
        for (Conferral each : among) {
            if (each.award().equals(of.award())) {
                if (of.stated() > 0 && each.stated() == of.stated() || sameDay(of.date(), each.date())) {
                    return each;
                }
                boolean may = of.records().stream()
                        .anyMatch(a -> each.records().stream().anyMatch(b -> isOneConferral(a, b, false)));
                if (may && found == null) {
                    found = each;
                }
            }
        }
        return found;
    }

    private static boolean sameDay(@Nullable HistoricalDate a, @Nullable HistoricalDate b) {
        return a != null && b != null && a.isDay() && a.equals(b);
    }

    public Match match(AwardRecord a, AwardRecord b) {
        return weighing.match(a, b);
    }

    public Setting setting() {
        return setting;
    }

    // conferrals

    private static List<Conferral> conferrals(List<AwardRecord> records) {
        List<List<AwardRecord>> groups = new ArrayList<>();
        Stream.concat(
                        records.stream().filter(Dossier::isExact),
                        records.stream().filter(record -> !isExact(record)))
                .filter(record -> record.award() != null)
                .forEach(record -> {
                    for (List<AwardRecord> group : groups) {
                        if (group.stream().anyMatch(other -> isOneConferral(record, other, true))) {
                            group.add(record);
                            return;
                        }
                    }
                    groups.add(new ArrayList<>(List.of(record)));
                });
        return groups.stream()
                .map(group -> conferral(group.stream().sorted(BY_PLACE).toList()))
                .sorted(Comparator.comparing(Conferral::award)
                        .thenComparing(each -> each.date() == null
                                ? LocalDate.MAX
                                : each.date().earliest())
                        .thenComparing(each -> each.ordinal() == null ? 0 : each.ordinal())
                        .thenComparing(each -> each.first().at()))
                .toList();
    }

    private static boolean isExact(AwardRecord record) {
        return record.ordinal() != null
                && !record.ordinalInferred()
                && record.decreeDate() != null
                && record.decreeDate().isDay();
    }

    /** @param apart whether two dates in one table are two conferrals even where the ordinal is the same */
    private static boolean isOneConferral(AwardRecord a, AwardRecord b, boolean apart) {
        if (!String.valueOf(a.award()).equals(b.award())) {
            return false;
        }
        int ordinalA = stated(a);
        int ordinalB = stated(b);
        if (ordinalA > 0 && ordinalB > 0 && ordinalA != ordinalB) {
            return false;
        }
        boolean bothStated = ordinalA > 0 && ordinalB > 0;
        HistoricalDate x = a.decreeDate();
        HistoricalDate y = b.decreeDate();
        if (x == null || y == null) {
            return bothStated || sameMedal(a, b);
        }
        Likeness likeness = Likeness.of(x, y);
        if (likeness == Likeness.SAME || likeness == Likeness.COMPATIBLE) {
            return true;
        }
        if (bothStated) {
            return likeness.isSlip() || sameMedal(a, b) || !apart || !sameTable(a, b);
        }
        return likeness == Likeness.OLD_STYLE
                || likeness == Likeness.SWAPPED
                || likeness == Likeness.ONE_DIGIT
                || sameMedal(a, b);
    }

    private static boolean sameTable(AwardRecord a, AwardRecord b) {
        return a.at().file().equals(b.at().file())
                && String.valueOf(a.at().sheet()).equals(String.valueOf(b.at().sheet()));
    }

    private static boolean sameMedal(AwardRecord a, AwardRecord b) {
        return a.medalNumber() != null
                && b.medalNumber() != null
                && a.medalNumber().number() != null
                && a.medalNumber().numbers().equals(b.medalNumber().numbers());
    }

    private static int stated(AwardRecord record) {
        return record.ordinal() == null || record.ordinalInferred() ? 0 : record.ordinal();
    }

    private static Conferral conferral(List<AwardRecord> rows) {
        Integer typed = null;
        Integer inferred = null;
        HistoricalDate date = null;
        BinaryOperator<@Nullable HistoricalDate> exacter =
                (a, b) -> a == null || b != null && !a.isDay() && b.isDay() ? b : a;
        for (AwardRecord row : rows) {
            if (stated(row) > 0) {
                typed = typed == null ? row.ordinal() : typed;
            } else if (inferred == null) {
                inferred = row.ordinal();
            }
            date = exacter.apply(date, row.decreeDate());
        }
        return new Conferral(
                String.valueOf(rows.get(0).award()), typed == null ? inferred : typed, typed != null, date, rows);
    }
}
