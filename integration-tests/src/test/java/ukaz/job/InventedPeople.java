package ukaz.job;

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
}
