package ukaz.ingest.normalise.name;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.model.PersonName;
import ukaz.model.Sex;

/** From a name in the dative, genitive or instrumental, as decrees have it, back to the nominative. */
final class Declension {

    private static final Map<String, String> ODD_GIVEN = Map.ofEntries(
            Map.entry("льву", "Лев"),
            Map.entry("льва", "Лев"),
            Map.entry("львом", "Лев"),
            Map.entry("павлу", "Павел"),
            Map.entry("павла", "Павел"),
            Map.entry("павлом", "Павел"),
            Map.entry("петру", "Пётр"),
            Map.entry("петра", "Пётр"),
            Map.entry("петром", "Пётр"),
            Map.entry("любови", "Любовь"),
            Map.entry("любовью", "Любовь"));

    /** Endings of given names in other cases, longest first, and what may stand there in the nominative. */
    private static final String[][] GIVEN = {
        {"ией", "ия"},
        {"иею", "ия"},
        {"ьей", "ья"},
        {"ием", "ий"},
        {"ой", "а"},
        {"ей", "я", "а"},
        {"ою", "а"},
        {"ом", ""},
        {"ем", "й", "ь", ""},
        {"ёй", "я"},
        {"ию", "ий", "ия"},
        {"ия", "ий"},
        {"ии", "ия"},
        {"ью", "ь", "ья"},
        {"ье", "ья"},
        {"ьи", "ья"},
        {"у", "", "а", "о"},
        {"ю", "й", "ь", "я"},
        {"а", "", "о"},
        {"я", "й", "ь"},
        {"е", "а", "я"},
        {"ы", "а"},
        {"и", "я", "ь", "а"}
    };

    /** Men's surnames ending in "-ой": Толстой, not Толстый. */
    private static final Set<String> STRESSED =
            Set.of("толст", "крут", "жив", "прост", "лановой", "берегов", "полев", "сух", "строев");

    private Declension() {}

    /** The nominative of a given name that stands in another case and is known; null where it may be a nominative. */
    static @Nullable String givenName(String word, @Nullable Sex sex) {
        if (GivenNames.contains(word) && (sex == null || GivenNames.isOf(word, sex))) {
            return null;
        }
        String small = GivenNames.plain(word);
        String odd = ODD_GIVEN.get(small);
        if (odd != null && (sex == null || GivenNames.isOf(odd, sex))) {
            return odd;
        }
        for (String[] ending : GIVEN) {
            if (!small.endsWith(ending[0]) || small.length() < ending[0].length() + 2) {
                continue;
            }
            String stem = word.substring(0, word.length() - ending[0].length());
            for (int i = 1; i < ending.length; i++) {
                String candidate = stem + ending[i];
                if (sex == null ? GivenNames.contains(candidate) : GivenNames.isOf(candidate, sex)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** The whole name in the nominative; parts that have no other form stay. */
    static PersonName nominative(PersonName name, Sex sex) {
        String given = name.givenName();
        String patronymic = name.patronymic();
        String surname = name.surname();
        String nominativeGiven = given == null ? null : givenName(given, sex);
        String nominativePatronymic = patronymic == null ? null : Patronymics.nominativeOf(patronymic);
        return new PersonName(
                surname == null ? null : surname(surname, sex),
                nominativeGiven == null ? given : nominativeGiven,
                nominativePatronymic == null ? patronymic : nominativePatronymic,
                name.formerName() == null ? null : surname(name.formerName(), sex));
    }

    /** The likely nominative of a surname that stands in another case. */
    static String surname(String word, Sex sex) {
        int hyphen = word.lastIndexOf('-');
        if (hyphen > 0 && hyphen < word.length() - 1) {
            return surname(word.substring(0, hyphen), sex) + '-' + surname(word.substring(hyphen + 1), sex);
        }
        String small = word.toLowerCase(Locale.ROOT);
        boolean ofA = (small.endsWith("е") && !small.endsWith("дзе")) || small.endsWith("ы") || small.endsWith("ьки");
        if (ofA && small.length() > 3 && "аеёиоуыэюя".indexOf(small.charAt(small.length() - 2)) < 0) {
            return cut(word, 1) + 'а';
        }
        return sex == Sex.FEMALE ? ofWoman(word) : ofMan(word);
    }

    /** Whether a surname ends as in the dative, genitive or instrumental of this sex. */
    static boolean isOblique(String surname, Sex sex) {
        String small = surname.toLowerCase(Locale.ROOT);
        String[] endings = sex == Sex.FEMALE
                ? new String[] {"овой", "евой", "ёвой", "иной", "ыной", "ской", "цкой"}
                : new String[] {
                    "ову", "еву", "ёву", "ину", "ыну", "скому", "цкому", "ского", "цкого", "ова", "ева", "ёва", "ина",
                    "ына", "овым", "евым", "ёвым", "ским", "ко", "ку", "ичу", "лу", "ну", "ру"
                };
        for (String ending : endings) {
            if (small.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String ofWoman(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.endsWith("ской") || small.endsWith("цкой") || small.endsWith("скую") || small.endsWith("цкую")) {
            return cut(word, 2) + "ая";
        }
        for (String ending : new String[] {"овой", "евой", "ёвой", "иной", "ыной"}) {
            if (small.endsWith(ending)) {
                return cut(word, 2) + "а";
            }
        }
        for (String ending : new String[] {"ову", "еву", "ёву", "ину", "ыну"}) {
            if (small.endsWith(ending)) {
                return cut(word, 1) + "а";
            }
        }
        if (small.endsWith("ой") || small.endsWith("ую")) {
            return cut(word, 2) + "ая";
        }
        return word;
    }

    private static String ofMan(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.length() < 4) {
            return word;
        }
        for (String ending : new String[] {"скому", "цкому", "ского", "цкого"}) {
            if (small.endsWith(ending)) {
                return cut(word, 3) + "ий";
            }
        }
        if (small.endsWith("ским") || small.endsWith("цким")) {
            return cut(word, 2) + "ий";
        }
        if (small.endsWith("ому") || small.endsWith("ого")) {
            String stem = cut(word, 3);
            return stem + (STRESSED.contains(stem.toLowerCase(Locale.ROOT)) ? "ой" : "ый");
        }
        if (small.endsWith("ему") || small.endsWith("его")) {
            return cut(word, 3) + "ий";
        }
        for (String ending : new String[] {"овым", "евым", "ёвым", "иным", "ыным"}) {
            if (small.endsWith(ending)) {
                return cut(word, 2);
            }
        }
        char last = small.charAt(small.length() - 1);
        char before = small.charAt(small.length() - 2);
        boolean vowel = "аеёиоуыэюя".indexOf(before) >= 0;
        return switch (last) {
            case 'у', 'а' -> vowel ? word : before == 'ц' ? cut(word, 2) + "ец" : cut(word, 1);
            case 'ю', 'я' -> vowel ? cut(word, 1) + "й" : cut(word, 1) + "ь";
            default -> word;
        };
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
