package ukaz.rules.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import ukaz.model.NameKey;

/** Keeps each part of names once, under the key in which its spellings meet. */
final class NameParts {

    private static final int SPELLINGS = 1 << 15;

    /** How often one meets a name that nobody has heard of, and one that everybody knows. */
    private static final double RARE_SURNAME = 1.0 / 4_000;

    private static final double COMMON_SURNAME = 1.0 / 150;
    private static final double RARE_GIVEN = 1.0 / 150;
    private static final double COMMON_GIVEN = 1.0 / 15;

    private static final Set<String> COMMON_SURNAMES = keys(
            "Иванов Иванова Смирнов Смирнова Кузнецов Кузнецова Попов Попова Васильев Васильева Петров Петрова Соколов"
                    + " Соколова Михайлов Михайлова Новиков Новикова Фёдоров Фёдорова Морозов Морозова Волков Волкова"
                    + " Алексеев Алексеева Лебедев Лебедева Семёнов Семёнова Егоров Егорова Павлов Павлова Козлов Козлова"
                    + " Степанов Степанова Николаев Николаева Орлов Орлова Андреев Андреева Макаров Макарова Никитин"
                    + " Никитина Захаров Захарова Зайцев Зайцева Соловьёв Соловьёва Борисов Борисова Яковлев Яковлева"
                    + " Григорьев Григорьева Романов Романова Воробьёв Воробьёва Сергеев Сергеева Александров Александрова"
                    + " Шевченко Бондаренко Ткаченко Коваленко Мельник Коваль Кравченко Ковальчук Ким Мамедов Алиев"
                    + " Гасанов Мамедова Алиева Тихонов Тихонова Абдуллаев Каримов Рахимов");

    private static final Set<String> COMMON_NAMES = keys(
            "Иван Василий Николай Михаил Александр Алексей Пётр Павел Григорий Дмитрий Фёдор Владимир Сергей Андрей"
                    + " Анатолий Виктор Яков Константин Мария Анна Александра Елена Екатерина Евдокия Анастасия Надежда"
                    + " Нина Валентина Вера Татьяна Ольга Иванович Васильевич Николаевич Михайлович Александрович"
                    + " Алексеевич Петрович Павлович Григорьевич Дмитриевич Фёдорович Владимирович Сергеевич Андреевич"
                    + " Степанович Яковлевич Ивановна Васильевна Николаевна Михайловна Александровна Алексеевна Петровна"
                    + " Павловна Григорьевна Дмитриевна Фёдоровна Степановна Яковлевна");

    /** The spellings met lately, with what they are. */
    private final @Nullable String[] spellings = new String[2 * SPELLINGS];

    private final @Nullable NamePart[] spelt = new NamePart[2 * SPELLINGS];
    private final Map<String, NamePart> surnames = new HashMap<>();
    private final Map<String, NamePart> names = new HashMap<>();
    private final List<NamePart> all = new ArrayList<>();
    private final KeptParts keptSurnames = new KeptParts();
    private final KeptParts keptNames = new KeptParts();
    private final Places places = new Places();
    private DoubleUnaryOperator unheard = expected -> 0;

    private static Set<String> keys(String names) {
        return java.util.stream.Stream.of(names.split(" "))
                .map(NameKey::matching)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @Nullable
    NamePart surname(@Nullable String spelling) {
        return spelling == null ? null : part(spelling, surnames, true);
    }

    @Nullable
    NamePart name(@Nullable String spelling) {
        return spelling == null ? null : part(spelling, names, false);
    }

    /** The places met, kept likewise. */
    Places places() {
        return places;
    }

    /** How much a name says that nobody had when it was counted, by how often one expects to meet it. */
    void unheard(DoubleUnaryOperator rarity) {
        unheard = rarity;
    }

    List<NamePart> all() {
        return all;
    }

    NamePart part(int number) {
        return all.get(number - 1);
    }

    private @Nullable NamePart part(String spelling, Map<String, NamePart> parts, boolean surname) {
        int hash = spelling.hashCode();
        int slot = (hash ^ hash >>> 15) & SPELLINGS - 1 | (surname ? SPELLINGS : 0);
        if (spelling.equals(spellings[slot])) {
            return spelt[slot];
        }
        String whole = NameKey.matching(spelling);
        String key = !surname && isInitial(spelling) && !whole.isEmpty() ? whole.substring(0, 1) : whole;
        NamePart part = key.isEmpty() ? null : parts.computeIfAbsent(key, each -> make(each, whole, surname));
        spellings[slot] = spelling;
        spelt[slot] = part;
        return part;
    }

    private NamePart make(String key, String whole, boolean surname) {
        String sound = NameKey.sound(whole) + '|';
        double expected = surname
                ? COMMON_SURNAMES.contains(key) ? COMMON_SURNAME : RARE_SURNAME
                : COMMON_NAMES.contains(key) ? COMMON_GIVEN : RARE_GIVEN;
        return add(surname, key, Features.key(sound), expected);
    }

    private NamePart add(boolean surname, String key, long sound, double expected) {
        NamePart part = new NamePart(all.size() + 1, key, sound, expected);
        part.rarity = unheard.applyAsDouble(expected);
        all.add(part);
        (surname ? keptSurnames : keptNames).add(part);
        return part;
    }

    /** The part with this hash and sound; null where there is none. */
    @Nullable
    NamePart known(boolean surname, long hash, long sound) {
        return (surname ? keptSurnames : keptNames).find(hash, sound);
    }

    /** A part that was kept elsewhere. */
    NamePart known(boolean surname, String key, long sound, double expected) {
        return (surname ? surnames : names).computeIfAbsent(key, each -> add(surname, each, sound, expected));
    }

    /** The parts of surnames, or those of given names and patronymics, by their keys. */
    Map<String, NamePart> byKey(boolean surname) {
        return surname ? surnames : names;
    }

    private static boolean isInitial(String spelling) {
        return spelling.length() == 1 || spelling.endsWith(".");
    }
}
