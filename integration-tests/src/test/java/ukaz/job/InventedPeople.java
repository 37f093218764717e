package ukaz.job;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** As many different people as a test needs, the same ones each time. */
public final class InventedPeople {

    private static final String[] SYLLABLES = {
        "ба", "ве", "ги", "до", "жу", "за", "ки", "ла", "ме", "ни", "по", "ра", "су", "та", "фе", "хо", "ча", "ши"
    };
    private static final String[] GIVEN = {"Иван", "Пётр", "Лев", "Фома", "Кузьма", "Савва", "Егор", "Архип", "Тихон"};
    private static final String[] PATRONYMICS = {"Ильич", "Петрович", "Львович", "Фомич", "Саввич", "Егорович", "Лукич"
    };

    private InventedPeople() {}

    /** "Бабавенов Иван Ильич" for a number below 104,976 is nobody else's. */
    public static String name(int number) {
        StringBuilder surname = new StringBuilder();
        for (int i = 0, rest = number; i < 4; i++, rest /= SYLLABLES.length) {
            surname.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        surname.append("нов").setCharAt(0, Character.toUpperCase(surname.charAt(0)));
        return surname + " " + GIVEN[number % GIVEN.length] + " " + PATRONYMICS[number % PATRONYMICS.length];
    }

    /** A list of the first so many of them, a conferral each; every tenth conferral was before the award was there. */
    public static Path list(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("№ п/п;ФИО;Дата рождения;Награда;Дата указа;Кем присвоено\n");
            for (int i = 1; i <= rows; i++) {
                String year = Integer.toString(i % 10 == 0 ? 1930 : 1940 + i % 50);
                out.write(i + ";" + name(i) + ";12.03.1905;ГСТ;29.10." + year + ";ПВС СССР\n");
            }
        }
        return file;
    }
}
