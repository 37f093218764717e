package ukaz.rules.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonId;
import ukaz.model.PersonName;
import ukaz.model.Sex;

/** What of a record tells one person from another; many are kept {@link Rows packed}, few like this. */
final class Features {

    /** In place of a day that is not known. */
    static final int NONE = Integer.MIN_VALUE;

    @Nullable
    NamePart surname;

    @Nullable
    NamePart given;

    @Nullable
    NamePart patronymic;

    @Nullable
    NamePart former;

    @Nullable
    String award;

    @Nullable
    String citizenship;

    int birthFirst = NONE;
    int birthLast = NONE;
    int deathFirst = NONE;
    int deathLast = NONE;
    int decreeFirst = NONE;
    int decreeLast = NONE;
    /** 0 where there is none. */
    long medal;

    long order;
    long decree;
    /** The names in it; 0 where there are none. */
    long birthPlace;

    long workplace;
    byte ordinal;
    boolean ordinalInferred;
    boolean medalIsPlain;
    byte times;
    /** 0 unknown, 1 a man, 2 a woman. */
    byte sex;

    /** The first eight bytes of the record's id. */
    long id;

    /** What a record says; its names are put among the parts. */
    static Features of(AwardRecord record, NameParts parts) {
        Features features = new Features();
        PersonName name = record.name();
        features.surname = parts.surname(name.surname());
        features.given = parts.name(name.givenName());
        features.patronymic = parts.name(name.patronymic());
        features.former = parts.surname(name.formerName());
        features.birth(record.birthDate());
        features.death(record.deathDate());
        features.conferral(record);
        features.birthPlace = parts.places().birth(record);
        features.workplace = parts.places().work(record);
        features.id = PersonId.key(record.id());
        return features;
    }

    static int day(LocalDate date) {
        if (date.equals(LocalDate.MIN)) {
            return NONE + 1;
        }
        return date.equals(LocalDate.MAX) ? Integer.MAX_VALUE : (int) date.toEpochDay();
    }

    void birth(@Nullable HistoricalDate date) {
        if (date != null) {
            birthFirst = day(date.earliest());
            birthLast = day(date.latest());
        }
    }

    void death(@Nullable HistoricalDate date) {
        if (date != null) {
            deathFirst = day(date.earliest());
            deathLast = day(date.latest());
        }
    }

    void conferral(AwardRecord record) {
        HistoricalDate date = record.decreeDate();
        if (date != null) {
            decreeFirst = day(date.earliest());
            decreeLast = day(date.latest());
        }
        award = record.award();
        ordinal = record.ordinal() == null ? 0 : (byte) Math.min(100, record.ordinal());
        ordinalInferred = record.ordinalInferred();
        times = record.timesAwarded() == null ? 0 : (byte) Math.min(100, record.timesAwarded());
        citizenship = record.citizenship();
        sex = (byte) (record.sex() == null ? 0 : record.sex() == Sex.MALE ? 1 : 2);
        medal = number(record.medalNumber());
        medalIsPlain = medal > 0;
        order = number(record.orderOfLeninNumber());
        if (record.decreeNumber() != null && record.authority() != null) {
            decree = mix(record.decreeNumber().hashCode(), record.authority().hashCode());
        }
    }

    /** Digits as their value; anything else as a negative hash; 0 for none. */
    private static long number(@Nullable InsigniaNumber number) {
        String text = number == null ? null : number.number();
        if (text == null) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i > 15) {
                return mix(text.hashCode(), text.length()) | Long.MIN_VALUE;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    static long mix(long a, long b) {
        long h = a * 0x9E3779B97F4A7C15L + b;
        h ^= h >>> 32;
        h *= 0xD6E8FEB86659FD93L;
        h ^= h >>> 29;
        return h;
    }

    boolean hasBirthDay() {
        return birthFirst != NONE && birthFirst == birthLast;
    }

    boolean hasDecreeDay() {
        return decreeFirst != NONE && decreeFirst == decreeLast;
    }

    /** The year where the birth date lies within one, else {@link #NONE}. */
    int birthYear() {
        if (birthFirst == NONE || birthFirst <= NONE + 1 || birthLast == Integer.MAX_VALUE) {
            return NONE;
        }
        int first = LocalDate.ofEpochDay(birthFirst).getYear();
        return birthFirst == birthLast
                        || first == LocalDate.ofEpochDay(birthLast).getYear()
                ? first
                : NONE;
    }

    /** Series of the medal's number: the award and the ordinal; 0 where there is no number or no series. */
    long medalSeries() {
        return medalSeries(medal, award, ordinal);
    }

    static long medalSeries(long medal, @Nullable String award, byte ordinal) {
        return medal == 0 || award == null || ordinal == 0 ? 0 : mix(award.hashCode(), ordinal) | 1;
    }

    /** The same for the same content, whatever the row: decides every order. */
    long content() {
        long h = mix(key(surname), key(given));
        h = mix(h, key(patronymic));
        h = mix(h, key(former));
        h = mix(h, award == null ? 0 : award.hashCode());
        h = mix(h, citizenship == null ? 0 : citizenship.hashCode());
        h = mix(h, birthFirst);
        h = mix(h, birthLast);
        h = mix(h, deathFirst);
        h = mix(h, deathLast);
        h = mix(h, decreeFirst);
        h = mix(h, decreeLast);
        h = mix(h, medal);
        h = mix(h, order);
        h = mix(h, decree);
        h = mix(h, birthPlace);
        h = mix(h, workplace);
        return mix(h, ordinal * 16L + sex * 4L + (ordinalInferred ? 1 : 0));
    }

    static long key(@Nullable NamePart part) {
        return part == null ? 0 : part.hash;
    }

    /** 0 means none, so nothing that is there may be 0. */
    static long nonzero(long hash) {
        return hash == 0 ? 1 : hash;
    }

    /** A hash of the text that is the same in every run. */
    static long key(CharSequence text) {
        long h = text.length();
        for (int i = 0; i < text.length(); i++) {
            h = mix(h, text.charAt(i));
        }
        return h;
    }
}
