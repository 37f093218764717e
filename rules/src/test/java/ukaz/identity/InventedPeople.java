package ukaz.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.HistoricalDate;
import ukaz.model.InsigniaNumber;
import ukaz.model.PersonName;
import ukaz.model.Sex;
import ukaz.model.SourceRef;

/**
 * Records of people who never lived, as three registers would tell of them, with the person each tells of.
 *
 * <p>The registers write ё as е, shorten names to initials, romanise, use maiden names, mistype; dates are old style, with day
 * and month swapped, one digit off, reduced to the year or missing; so are numbers. Among the people are siblings, fathers
 * and sons, twins, and namesakes. The same seed gives the same people.
 */
final class InventedPeople {

    /** One record, and the number of the person it tells of. */
    record Labelled(AwardRecord record, int person) {}

    private static final String[] ROOTS = {
        "Иван",
        "Петр",
        "Сидор",
        "Кузнец",
        "Мельник",
        "Гончар",
        "Бондар",
        "Орл",
        "Сокол",
        "Воробь",
        "Зайц",
        "Медвед",
        "Лебед",
        "Журавл",
        "Голуб",
        "Соловь",
        "Белоус",
        "Черныш",
        "Рыж",
        "Беляк",
        "Сер",
        "Синиц",
        "Комар",
        "Жук",
        "Мороз",
        "Снег",
        "Ветр",
        "Камен",
        "Песк",
        "Лес",
        "Берёз",
        "Дуб",
        "Ёлк",
        "Калин",
        "Малин",
        "Рябин",
        "Хмел",
        "Овс",
        "Ржан",
        "Колос",
        "Пахом",
        "Тарас",
        "Игнат",
        "Ефим",
        "Трофим",
        "Савель",
        "Макар",
        "Назар",
        "Захар",
        "Лукьян",
        "Демьян",
        "Фёдор",
        "Семён",
        "Артём",
        "Щёк",
        "Жёлуд",
        "Шут",
        "Чуб",
        "Цыган",
        "Шаповал",
        "Ковал",
        "Кравц",
        "Швец",
        "Ткач",
        "Рыбак",
        "Охотник",
        "Пастух",
        "Казак",
        "Солдат",
        "Гусар",
        "Улан",
        "Драгун",
        "Барин",
        "Бояр",
        "Князь",
        "Царь",
        "Поп",
        "Дьяк",
        "Звонар",
        "Ключник",
        "Стольник",
        "Конюх",
        "Кучер",
        "Ямщик",
        "Лодочник",
        "Бурлак",
        "Плотник",
        "Столяр",
        "Печник",
        "Каменщик",
        "Кровел",
        "Стекл",
        "Красил",
        "Скорняк",
        "Шубник",
        "Шорник",
        "Хомут",
        "Дуг",
        "Колес",
        "Тележник",
        "Санник",
        "Лыж",
        "Гор",
        "Дол",
        "Луг",
        "Пол",
        "Нив",
        "Озёр",
        "Реч",
        "Руч",
        "Болот",
        "Остров"
    };
    private static final String[] ENDINGS = {"ов", "ев", "ин", "овский", "енко", "ук", "ский", "цев", "ников"};
    private static final String[] MEN = {
        "Иван",
        "Василий",
        "Николай",
        "Михаил",
        "Александр",
        "Алексей",
        "Пётр",
        "Павел",
        "Григорий",
        "Дмитрий",
        "Фёдор",
        "Владимир",
        "Сергей",
        "Андрей",
        "Анатолий",
        "Виктор",
        "Яков",
        "Константин",
        "Степан",
        "Семён",
        "Егор",
        "Кузьма",
        "Захар",
        "Тимофей",
        "Прохор",
        "Игнат",
        "Ефим",
        "Трофим",
        "Макар",
        "Назар",
        "Демьян",
        "Артём",
        "Лев",
        "Борис",
        "Георгий",
        "Юрий",
        "Леонид",
        "Валентин",
        "Аркадий",
        "Геннадий",
        "Роман",
        "Матвей",
        "Кирилл",
        "Савелий",
        "Лука",
        "Фома",
        "Осип",
        "Антон",
        "Филипп",
        "Максим"
    };
    private static final String[] FATHERS = {
        "Иванов",
        "Васильев",
        "Николаев",
        "Михайлов",
        "Александров",
        "Алексеев",
        "Петров",
        "Павлов",
        "Григорьев",
        "Дмитриев",
        "Фёдоров",
        "Владимиров",
        "Сергеев",
        "Андреев",
        "Анатольев",
        "Викторов",
        "Яковлев",
        "Константинов",
        "Степанов",
        "Семёнов",
        "Егоров",
        "Захаров",
        "Тимофеев",
        "Прохоров",
        "Игнатьев",
        "Ефимов",
        "Трофимов",
        "Макаров",
        "Назаров",
        "Демьянов",
        "Артёмов",
        "Львов",
        "Борисов",
        "Георгиев",
        "Юрьев",
        "Леонидов",
        "Романов",
        "Матвеев",
        "Кириллов",
        "Савельев",
        "Антонов",
        "Филиппов",
        "Максимов"
    };
    private static final String[] WOMEN = {
        "Мария",
        "Анна",
        "Александра",
        "Елена",
        "Екатерина",
        "Евдокия",
        "Анастасия",
        "Надежда",
        "Нина",
        "Валентина",
        "Вера",
        "Татьяна",
        "Ольга",
        "Прасковья",
        "Пелагея",
        "Ульяна",
        "Зинаида",
        "Клавдия",
        "Лидия",
        "Любовь",
        "Раиса",
        "Софья",
        "Тамара",
        "Галина",
        "Людмила",
        "Ксения",
        "Марфа",
        "Агафья",
        "Матрёна",
        "Фёкла"
    };
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
        "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"
    };
    private static final int REGISTERS = 3;

    private final Random random;
    private final List<Person> people = new ArrayList<>();
    private final List<LocalDate> decrees = new ArrayList<>();
    private final int[] rows = new int[REGISTERS];
    private int nextMedal = 1;
    private int nextOrder = 5_000;

    private record Person(
            int number,
            boolean man,
            String surname,
            @Nullable String maiden,
            String given,
            String patronymic,
            LocalDate birth,
            @Nullable LocalDate death,
            String award,
            List<LocalDate> decrees,
            List<Integer> medals,
            List<Integer> orders) {}

    private InventedPeople(long seed, int count) {
        random = new Random(seed);
        for (int i = 0; i < 400 + count / 100; i++) {
            decrees.add(LocalDate.of(1939, 12, 20).plusDays(random.nextInt(18_500)));
        }
        for (int i = 0; i < count; i++) {
            people.add(person(i, i > 0 && chance(0.04) ? people.get(random.nextInt(i)) : null));
        }
    }

    /** The records of so many people, in the order of the registers. */
    static List<Labelled> records(long seed, int people) {
        InventedPeople invented = new InventedPeople(seed, people);
        List<Labelled> records = new ArrayList<>();
        for (Person person : invented.people) {
            for (int conferral = 0; conferral < person.decrees.size(); conferral++) {
                boolean told = false;
                for (int register = 0; register < REGISTERS; register++) {
                    if (invented.chance(0.6) || register == REGISTERS - 1 && !told) {
                        told = true;
                        records.add(new Labelled(invented.record(person, conferral, register), person.number));
                    }
                }
            }
        }
        return records;
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** Low numbers are more frequent, as common names are. */
    private <T> T frequent(T[] of) {
        double share = random.nextDouble();
        return of[(int) (of.length * share * share)];
    }

    // people

    private Person person(int number, @Nullable Person relative) {
        boolean man = chance(0.75);
        String surname = surname();
        String given = man ? frequent(MEN) : frequent(WOMEN);
        String father = frequent(FATHERS);
        LocalDate birth = LocalDate.of(1868, 1, 1).plusDays(random.nextInt(33_000));
        if (relative != null && relative.man) {
            man = true;
            surname = relative.surname;
            given = frequent(MEN);
            double kind = random.nextDouble();
            if (kind < 0.5) {
                father = relative.patronymic.substring(0, relative.patronymic.length() - 2);
                birth = relative.birth.plusDays(400 + random.nextInt(3_000));
                if (given.equals(relative.given)) {
                    given = "Аристарх";
                }
            } else if (kind < 0.6) {
                father = relative.patronymic.substring(0, relative.patronymic.length() - 2);
                birth = relative.birth;
                if (given.equals(relative.given)) {
                    given = "Аристарх";
                }
            } else if (kind < 0.9) {
                given = relative.given;
                birth = relative.birth.plusDays(7_500 + random.nextInt(5_000));
            } else {
                given = relative.given;
                father = relative.patronymic.substring(0, relative.patronymic.length() - 2);
                birth = LocalDate.of(1868, 1, 1).plusDays(random.nextInt(33_000));
            }
        }
        String maiden = !man && chance(0.15) ? feminine(surname()) : null;
        LocalDate death = chance(0.8) ? birth.plusDays(18_000 + random.nextInt(16_000)) : null;
        String award = chance(0.75) ? "HSL" : "HSU";
        int times = chance(0.06) ? chance(0.15) ? 3 : 2 : 1;
        List<LocalDate> days = new ArrayList<>();
        while (days.size() < times) {
            LocalDate day = decrees.get((int) (decrees.size() * Math.pow(random.nextDouble(), 2)));
            if (!days.contains(day)) {
                days.add(day);
            }
        }
        days.sort(null);
        List<Integer> medals = new ArrayList<>();
        List<Integer> orders = new ArrayList<>();
        days.forEach(day -> {
            medals.add(nextMedal++);
            orders.add(nextOrder += 1 + random.nextInt(9));
        });
        return new Person(
                number,
                man,
                man ? surname : feminine(surname),
                maiden,
                given,
                father + (man ? "ич" : "на"),
                birth,
                death,
                award,
                days,
                medals,
                orders);
    }

    private String surname() {
        return frequent(ROOTS) + frequent(ENDINGS);
    }

    private static String feminine(String surname) {
        if (surname.endsWith("ский")) {
            return surname.substring(0, surname.length() - 2) + "ая";
        }
        return surname.endsWith("енко") || surname.endsWith("ук") ? surname : surname + "а";
    }

    // records

    private AwardRecord record(Person person, int conferral, int register) {
        int row = ++rows[register] + 1;
        SourceRef at = new SourceRef("register-" + (char) ('a' + register) + ".xlsx", "Лист1", row, -1);
        boolean ordinal = chance(0.8);
        return AwardRecord.builder("%08x%08x%08x".formatted(person.number * 7919, row, register * 31 + conferral), at)
                .name(name(person))
                .sex(chance(0.4) ? person.man ? Sex.MALE : Sex.FEMALE : null)
                .birthDate(date(person.birth, 0.1, 0.12))
                .deathDate(date(person.death, 0.3, 0.15))
                .award(person.award)
                .ordinal(ordinal ? Integer.valueOf(conferral + 1) : conferral == 0 ? 1 : null)
                .ordinalInferred(!ordinal)
                .decreeDate(date(person.decrees.get(conferral), 0.02, 0.02))
                .medalNumber(number(person.medals.get(conferral), 0.3))
                .orderOfLeninNumber(number(person.orders.get(conferral), 0.4))
                .build();
    }

    private PersonName name(Person person) {
        String surname = person.surname;
        String former = null;
        if (person.maiden != null && chance(0.4)) {
            boolean before = chance(0.5);
            former = chance(0.7) ? before ? surname : person.maiden : null;
            surname = before ? person.maiden : surname;
        }
        surname = mistyped(surname, 0.03);
        String given = mistyped(person.given, 0.01);
        String patronymic = chance(0.04) ? null : mistyped(person.patronymic, 0.01);
        if (chance(0.3)) {
            surname = surname.replace('ё', 'е').replace('Ё', 'Е');
            given = given.replace('ё', 'е');
            patronymic = patronymic == null ? null : patronymic.replace('ё', 'е');
        }
        if (chance(0.06)) {
            given = given.substring(0, 1) + ".";
            patronymic = patronymic == null ? null : patronymic.substring(0, 1) + ".";
        }
        if (chance(0.05)) {
            surname = latin(surname);
            given = latin(given);
            patronymic = patronymic == null ? null : latin(patronymic);
            former = former == null ? null : latin(former);
        }
        return new PersonName(surname, given, patronymic, former);
    }

    private String mistyped(String name, double share) {
        if (!chance(share) || name.length() < 4) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        char letter = (char) ('а' + random.nextInt(32));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + letter + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + letter + name.substring(at);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private static String latin(String name) {
        StringBuilder out = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            out.append(c >= 'а' && c <= 'я' ? LATIN[c - 'а'] : c == 'ё' ? "yo" : String.valueOf(c));
        }
        return out.substring(0, 1).toUpperCase(Locale.ROOT) + out.substring(1);
    }

    private @Nullable HistoricalDate date(@Nullable LocalDate day, double missing, double yearOnly) {
        if (day == null || chance(missing)) {
            return null;
        }
        if (chance(yearOnly)) {
            return HistoricalDate.of(java.time.Year.of(day.getYear()));
        }
        LocalDate written = day;
        if (day.getYear() < 1918 && chance(0.04)) {
            written = day.minusDays(day.getYear() < 1900 ? 12 : 13);
        } else if (day.getDayOfMonth() <= 12 && chance(0.02)) {
            written = LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        } else if (chance(0.015)) {
            written = oneDigit(day);
        }
        return HistoricalDate.of(written);
    }

    private LocalDate oneDigit(LocalDate day) {
        StringBuilder text = new StringBuilder(day.toString());
        int[] places = {2, 3, 5, 6, 8, 9};
        text.setCharAt(places[random.nextInt(places.length)], (char) ('0' + random.nextInt(10)));
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            return day;
        }
    }

    private @Nullable InsigniaNumber number(int number, double missing) {
        return chance(missing)
                ? null
                : InsigniaNumber.of(Integer.toString(chance(0.01) ? number + 1 + random.nextInt(90) : number));
    }
}
