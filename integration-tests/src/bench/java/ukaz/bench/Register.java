package ukaz.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * An invented register of conferrals as an archive may keep it: 18 columns, some 17 filled, about one row in thirty with
 * a fault. The same seed gives the same rows.
 */
final class Register {

    /** How the register is written down. */
    enum Format {
        SHARED("xlsx with shared strings", ".xlsx"),
        INLINE("xlsx with inline strings", ".xlsx"),
        XLS("xls", ".xls"),
        CSV("csv", ".csv");

        final String title;
        final String ending;

        Format(String title, String ending) {
            this.title = title;
            this.ending = ending;
        }

        static Format of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    static final List<String> TITLES = List.of(
            "№ п/п",
            "Фамилия",
            "Имя",
            "Отчество",
            "Пол",
            "Дата рождения",
            "Место рождения",
            "Дата смерти",
            "Национальность",
            "Гражданство",
            "Награда",
            "Дата указа",
            "№ указа",
            "Кем присвоено",
            "Фонд",
            "Должность",
            "Место работы",
            "Примечание");

    private static final long SEED = 20_260_101;

    private static final String[] SYLLABLES = {
        "ба", "ве", "ги", "до", "жу", "за", "ки", "ла", "ме", "ни", "по", "ра", "су", "та", "фе", "хо", "ча", "ши"
    };
    private static final String[] ENDINGS = {"нов", "рин", "ков", "лев", "мин", "сов"};
    private static final String[] MEN = {
        "Иван", "Пётр", "Лев", "Николай", "Фёдор", "Андрей", "Егор", "Михаил", "Тихон", "Сергей", "Павел", "Василий"
    };
    private static final String[] WOMEN = {"Мария", "Анна", "Ольга", "Вера", "Нина", "Прасковья", "Евдокия", "Тамара"};
    private static final String[] FATHERS = {
        "Иль", "Петров", "Иванов", "Николаев", "Степанов", "Егоров", "Андреев", "Павлов", "Васильев", "Михайлов"
    };
    private static final String[] NATIONS = {"русский", "украинец", "белорус", "грузин", "казах", "татарин", "узбек"};
    private static final String[] REGIONS = {
        "Московская область",
        "Киевская область",
        "г. Ленинград",
        "Алтайский край",
        "Башкирская АССР",
        "г. Тбилиси",
        "Кустанайская область",
        "Ташкентская область",
        "Минская область",
        "Краснодарский край"
    };
    private static final String[] POSTS = {
        "токарь", "доярка", "директор", "конструктор", "звеньевая", "машинист", "академик", "бригадир", "шахтёр"
    };
    private static final int FIRST_DAY = (int) LocalDate.of(1943, 12, 1).toEpochDay();
    private static final int LAST_DAY = (int) LocalDate.of(1989, 12, 1).toEpochDay();

    private final int rows;
    private final int of;
    private final int first;
    private final int step;

    Register(int rows) {
        this(rows, 0, 1);
    }

    /** Every so manieth row of a larger register, whose decrees have one number a day. */
    Register(int of, int first, int step) {
        this.rows = (of - first + step - 1) / step;
        this.of = of;
        this.first = first;
        this.step = step;
    }

    /** The file of so many rows in that format, written unless it is there. */
    static Path file(Path folder, Format format, int rows) throws IOException {
        Path file = folder.resolve("register-" + rows + "-" + format.name().toLowerCase(Locale.ROOT) + format.ending);
        if (!Files.exists(file)) {
            RegisterFile.write(file, format, new Register(rows));
        }
        return file;
    }

    int rows() {
        return rows;
    }

    /** The cells of a row, counted from 0: texts, whole numbers and dates; empty texts where nothing is said. */
    Object[] row(int place) {
        int number = first + place * step;
        SplittableRandom random = new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L);
        boolean woman = random.nextInt(4) == 0;
        int decree = FIRST_DAY + (int) ((LAST_DAY - FIRST_DAY) * (long) number / Math.max(1, of));
        int age = 25 + random.nextInt(40);
        LocalDate birth = LocalDate.ofEpochDay(decree - age * 365L - random.nextInt(365));
        LocalDate death = LocalDate.ofEpochDay(decree + 300L + random.nextInt(9_000));
        boolean soldier = number % 4 == 0;
        Object[] row = {
            number + 1,
            surname(number) + (woman ? "а" : ""),
            pick(random, woman ? WOMEN : MEN),
            patronymic(random, woman),
            woman ? "ж" : "м",
            birth,
            pick(random, REGIONS) + ", с. " + surname(random.nextInt(3_000)) + "о",
            random.nextInt(10) < 6 ? death : "",
            pick(random, NATIONS),
            random.nextInt(20) == 0 ? "гражданин СССР" : "СССР",
            soldier ? "Герой Советского Союза" : "Герой Социалистического Труда",
            LocalDate.ofEpochDay(decree),
            random.nextInt(10) < 8 ? 100 + decree - FIRST_DAY : "",
            random.nextInt(5) == 0 ? "ПВС СССР" : "Президиум Верховного Совета СССР",
            "ф. " + random.nextInt(300),
            pick(random, POSTS),
            (soldier ? "в/ч " : "завод № ") + (1 + random.nextInt(2_000)),
            random.nextInt(10) == 0 ? "личное дело № " + random.nextInt(1_000_000) : ""
        };
        if (step > 1) {
            row[12] = 1 + decree - FIRST_DAY;
        }
        switch (random.nextInt(200)) {
            case 0 -> row[5] = LocalDate.ofEpochDay(decree - 9 * 365L);
            case 1 -> row[7] = LocalDate.ofEpochDay(decree - 100L);
            case 2 -> row[9] = "Куба";
            case 3 -> row[11] = LocalDate.ofEpochDay(decree - 60 * 365L);
            case 4 -> row[11] = "31.02.1965";
            case 5 -> row[13] = "обком КПСС";
            default -> {}
        }
        return row;
    }

    private static Object pick(SplittableRandom random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private static String patronymic(SplittableRandom random, boolean woman) {
        int father = random.nextInt(FATHERS.length);
        return FATHERS[father] + (father == 0 ? woman ? "инична" : "ич" : woman ? "на" : "ич");
    }

    /** A surname of three syllables and an ending; some thirty thousand are different. */
    private static String surname(int number) {
        int mixed = (int) (number * 2_654_435_761L >>> 8 & 0x7FFF);
        StringBuilder name = new StringBuilder();
        for (int i = 0, rest = mixed; i < 3; i++, rest /= SYLLABLES.length) {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        name.append(ENDINGS[mixed / (SYLLABLES.length * SYLLABLES.length * SYLLABLES.length) % ENDINGS.length]);
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }
}
