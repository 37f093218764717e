package ukaz.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ukaz.workbook.Csv;

/**
 * A conferral as a list has it, before anybody has put it into a table.
 *
 * @param birth a day as {@code 1905-03-12}, a year, words, or empty; so are the other dates
 * @param award {@code HSL} or {@code HSU}
 * @param authority {@code PVS_USSR} or {@code CEC_USSR}
 * @param medal 0 where there is none, as for the order
 */
record Conferral(
        String name,
        String birth,
        String death,
        String award,
        int ordinal,
        String decree,
        String authority,
        int medal,
        int order,
        String remarks) {

    private static final int IN_ALL = 200;
    private static final Path REAL = Path.of("src/test/resources/samples/conferrals.csv");
    private static final List<String> SURNAMES = List.of(
            "Безошибкин", "Примеров", "Учебников", "Показательный", "Щукин-Образцов", "Ёлкин", "Юрьев", "Объездчиков");
    private static final List<String> NAMES = List.of("Пётр Ильич", "Савелий Карпович", "Фёдор Лукич", "Эраст Кузьмич");

    /** The real conferrals of the samples, and as many invented ones as make them two hundred. */
    static List<Conferral> twoHundred() {
        List<Conferral> all = new ArrayList<>();
        for (Map<String, String> row : Csv.records(REAL)) {
            int ordinal = Integer.parseInt(row.get("ordinal"));
            all.add(new Conferral(
                    row.get("name"),
                    row.get("birth"),
                    row.get("death"),
                    row.get("award"),
                    ordinal,
                    row.get("decree"),
                    row.get("authority").equals("ЦИК СССР") ? "CEC_USSR" : "PVS_USSR",
                    all.size() + 1,
                    ordinal == 1 ? 1_000 + all.size() : 0,
                    row.get("remarks")));
        }
        for (int i = 0; all.size() < IN_ALL; i++) {
            all.add(new Conferral(
                    SURNAMES.get(i % SURNAMES.size()) + " " + NAMES.get(i / SURNAMES.size() % NAMES.size()),
                    i % 7 == 0
                            ? Integer.toString(1890 + i % 20)
                            : "%d-%02d-%02d".formatted(1885 + i % 40, 1 + i % 12, 1 + i % 28),
                    i % 5 == 0 ? "" : "%d-%02d-%02d".formatted(1975 + i % 40, 1 + i % 11, 1 + i % 27),
                    "HSL",
                    1 + i / (SURNAMES.size() * NAMES.size()) % 3,
                    "%d-%02d-%02d".formatted(1941 + 12 * (i / 32) + i % 9, 1 + i % 10, 1 + i % 26),
                    "PVS_USSR",
                    10_000 + i,
                    i % 3 == 0 ? 0 : 300_000 + i,
                    i % 4 == 0 ? "вымышленное лицо; «образец», стр. " + i : ""));
        }
        return all;
    }
}
