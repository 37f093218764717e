package ukaz.rules.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ukaz.model.Field;

/**
 * Weighs two records against each other after Fellegi and Sunter: each field adds the logarithm of how much more often it
 * looks so in two records of one person than of two; agreement on what is rare among the records weighs more.
 *
 * <p>The chances of slips were set by the kinds of mistakes known from registers and checked on the labelled set.
 */
final class Comparison {

    /** Against any evidence: two people. */
    private static final double NEVER = -60;

    private static final double LEAST_POPULATION = 35_000;
    private static final double BIRTHDAYS = 14_600;
    private static final double CONFERRAL_DAYS = 1_500;
    private static final double MOST_FOR_NUMBER = 11;
    /** What must speak for it beside the names, where a given name is not written out. */
    private static final double INITIALS_NEED = 8;
    /** As much as this against it, and not enough for it: surely two. */
    private static final double CONTRADICTION = -6;

    private static final double LOG_2 = Math.log(2);

    private final Frequencies frequencies;
    private final double prior;

    private double sum;
    private double against;
    private double outsideNames;
    private @Nullable List<Evidence> evidence;

    Comparison(Frequencies frequencies, long records) {
        this(frequencies, -bits(Math.max((double) records, LEAST_POPULATION)));
    }

    private Comparison(Frequencies frequencies, double prior) {
        this.frequencies = frequencies;
        this.prior = prior;
    }

    /** The same for another thread. */
    Comparison another() {
        return new Comparison(frequencies, prior);
    }

    /** The weight in bits above even odds. */
    double score(Features a, Features b) {
        return score(a, b, null);
    }

    double score(Features a, Features b, @Nullable List<Evidence> into) {
        evidence = into;
        sum = prior;
        against = 0;
        outsideNames = 0;
        if (into == null && haveOtherNames(a.given, b.given)) {
            add(Field.GIVEN_NAME, NEVER);
            return sum;
        }
        surnames(a, b);
        if (sum < NEVER / 2 && into == null) {
            return sum;
        }
        names(Field.GIVEN_NAME, a.given, b.given, NEVER);
        if (sum < NEVER / 2 && into == null) {
            return sum;
        }
        names(Field.PATRONYMIC, a.patronymic, b.patronymic, -8);
        outsideNames = 0;
        lifeDate(Field.BIRTH_DATE, a.birthFirst, a.birthLast, b.birthFirst, b.birthLast);
        lifeDate(Field.DEATH_DATE, a.deathFirst, a.deathLast, b.deathFirst, b.deathLast);
        if (a.sex != 0 && b.sex != 0 && a.sex != b.sex) {
            add(Field.SEX, -5);
        }
        if (a.citizenship != null && b.citizenship != null && !a.citizenship.equals(b.citizenship)) {
            add(Field.CITIZENSHIP, -2);
        }
        conferrals(a, b);
        places(a, b);
        boolean writtenOut = isWrittenOut(a) && isWrittenOut(b);
        return writtenOut || outsideNames >= INITIALS_NEED ? sum : Math.min(sum, 0);
    }

    /** Whether the pair scored last cannot be one person. */
    boolean contradicts(double score) {
        return score < 0 && against <= CONTRADICTION;
    }

    /** True of given names that two people have: seen sooner than what surnames say, and enough. */
    static boolean haveOtherNames(@Nullable NamePart x, @Nullable NamePart y) {
        return x != null
                && y != null
                && x != y
                && !x.isInitial()
                && !y.isInitial()
                && !x.isNear(y)
                && !x.isShortAndNear(y);
    }

    private static boolean isWrittenOut(Features features) {
        return features.given != null && !features.given.isInitial();
    }

    private void surnames(Features a, Features b) {
        NamePart x = a.surname;
        NamePart y = b.surname;
        NamePart former = former(a, b);
        if (x == null || y == null) {
            add(Field.SURNAME, x == y ? 0 : NEVER);
        } else if (x == y) {
            add(Field.SURNAME, agreement(0.9, x));
        } else if (former != null) {
            add(Field.FORMER_NAME, agreement(0.5, former));
        } else if (x.isNear(y)) {
            add(Field.SURNAME, Math.min(5, agreement(0.9, x.bearers > y.bearers ? x : y) - 4));
        } else if (x.isRemotelyNear(y)) {
            add(Field.SURNAME, -4);
        } else {
            add(Field.SURNAME, a.sex == 1 || b.sex == 1 || !isWoman(a) || !isWoman(b) ? NEVER : -7);
        }
    }

    /** A surname that one of them has and the other had, or that both had. */
    private static @Nullable NamePart former(Features a, Features b) {
        if (b.former != null && b.former == a.surname) {
            return b.former;
        }
        return a.former != null && (a.former == b.surname || a.former == b.former) ? a.former : null;
    }

    private static boolean isWoman(Features features) {
        return features.sex == 2 || features.patronymic != null && features.patronymic.key.endsWith("vna");
    }

    private void names(Field field, @Nullable NamePart x, @Nullable NamePart y, double different) {
        if (x == null || y == null) {
            return;
        }
        if (x.isInitial() || y.isInitial()) {
            add(field, x.hasInitialOf(y) ? 2.5 : Math.max(different, -12));
        } else if (x == y) {
            add(field, agreement(0.93, x));
        } else if (x.isNear(y)) {
            add(field, 1.5);
        } else {
            add(field, x.isShortAndNear(y) ? -3 : different);
        }
    }

    private void lifeDate(Field field, int aFirst, int aLast, int bFirst, int bLast) {
        if (aFirst == Features.NONE || bFirst == Features.NONE) {
            return;
        }
        switch (Likeness.of(aFirst, aLast, bFirst, bLast)) {
            case SAME -> add(field, bits(0.93 / frequencies.lifeDay(field, aFirst, BIRTHDAYS)));
            case COMPATIBLE -> {
                double width = Math.max((double) aLast - aFirst, (double) bLast - bFirst) + 1;
                add(field, Math.max(0, bits(0.95 * BIRTHDAYS / width)));
            }
            case OLD_STYLE -> add(field, 5.5);
            case SWAPPED -> add(field, 6.5);
            case ONE_DIGIT -> add(field, 3.5);
            case ONE_DIGIT_OF_YEAR -> add(field, 3);
            case SAME_YEAR -> add(field, -1.5);
            case DIFFERENT -> {
                double apart = Math.max((double) bFirst - aLast, (double) aFirst - bLast);
                add(field, apart < 400 && (aFirst != aLast || bFirst != bLast) ? -3 : -8);
            }
        }
    }

    private void conferrals(Features a, Features b) {
        if (a.order != 0 && a.order == b.order) {
            add(Field.ORDER_OF_LENIN_NUMBER, MOST_FOR_NUMBER);
        }
        if (a.award == null || b.award == null) {
            return;
        }
        if (!a.award.equals(b.award)) {
            add(Field.AWARD, -3);
            return;
        }
        if (a.ordinal != 0 && b.ordinal != 0 && a.ordinal != b.ordinal) {
            boolean dated = a.hasDecreeDay() && b.hasDecreeDay();
            boolean inOrder = a.ordinal < b.ordinal ? a.decreeFirst < b.decreeFirst : a.decreeFirst > b.decreeFirst;
            add(Field.ORDINAL, !dated ? 1.5 : inOrder ? 3 : -2);
            return;
        }
        boolean dated = a.decreeFirst != Features.NONE && b.decreeFirst != Features.NONE;
        Likeness dates =
                dated ? Likeness.of(a.decreeFirst, a.decreeLast, b.decreeFirst, b.decreeLast) : Likeness.COMPATIBLE;
        boolean oneConferral = a.ordinal == b.ordinal && dates != Likeness.DIFFERENT && dates != Likeness.SAME_YEAR;
        if (a.medal != 0 && b.medal != 0 && (oneConferral || a.medal == b.medal)) {
            add(Field.MEDAL_NUMBER, a.medal == b.medal ? MOST_FOR_NUMBER : -3);
        }
        if (a.order != 0 && b.order != 0 && a.order != b.order && oneConferral) {
            add(Field.ORDER_OF_LENIN_NUMBER, -2);
        }
        if (a.decree != 0 && a.decree == b.decree && dates != Likeness.SAME) {
            add(Field.DECREE_NUMBER, 3);
        }
        if (dated) {
            if (a.ordinal > 1 && a.ordinal == b.ordinal) {
                add(Field.ORDINAL, 2);
            }
            boolean typed = !a.ordinalInferred && !b.ordinalInferred && a.ordinal != 0 && b.ordinal != 0;
            decreeDates(dates, a.decreeFirst, typed ? -6 : a.ordinal == 0 || b.ordinal == 0 ? -1.5 : -3);
        }
    }

    /** Places change their names and people their work: agreement says more than difference. */
    private void places(Features a, Features b) {
        if (a.birthPlace != 0 && b.birthPlace != 0) {
            int shared = Places.shared(a.birthPlace, b.birthPlace);
            add(Field.BIRTH_PLACE, shared == 0 ? -1 : shared == 1 ? 1.5 : 3);
        }
        int shared = Places.shared(a.workplace, b.workplace);
        if (shared > 0) {
            add(Field.WORKPLACE, shared == 1 ? 1 : 2);
        }
    }

    private void decreeDates(Likeness dates, int day, double different) {
        switch (dates) {
            case SAME -> add(Field.DECREE_DATE, bits(0.9 / frequencies.decreeDay(day, CONFERRAL_DAYS)));
            case COMPATIBLE -> add(Field.DECREE_DATE, 3);
            case OLD_STYLE, SWAPPED -> add(Field.DECREE_DATE, 4);
            case ONE_DIGIT, ONE_DIGIT_OF_YEAR -> add(Field.DECREE_DATE, 2);
            case SAME_YEAR, DIFFERENT -> add(Field.DECREE_DATE, different);
        }
    }

    private double agreement(double chance, NamePart part) {
        return bits(chance) + part.rarity;
    }

    private void add(Field field, double weight) {
        sum += weight;
        outsideNames += weight;
        if (weight < 0) {
            against += weight;
        }
        if (evidence != null && weight != 0) {
            evidence.add(new Evidence(field, weight));
        }
    }

    static double bits(double ratio) {
        return Math.log(ratio) / LOG_2;
    }
}
