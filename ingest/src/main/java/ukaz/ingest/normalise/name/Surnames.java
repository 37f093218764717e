package ukaz.ingest.normalise.name;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.model.Sex;

/** What the ending of a surname tells. */
final class Surnames {

    private static final String[] MALE = {"ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой"};
    private static final String[] FEMALE = {"ова", "ева", "ёва", "ина", "ына", "ская", "цкая"};

    private static final String[] ANY = {
        "ко", "ук", "юк", "чук", "ян", "янц", "дзе", "швили", "ых", "их", "ий", "ый", "ая", "ой", "ель", "ник", "як",
        "ец", "ич", "заде", "ава", "ия", "ер", "ман", "берг", "айте", "ене", "ис", "ас", "ус", "ов", "ев", "ёв", "ин",
        "ын", "ова", "ева", "ёва", "ина", "ына", "ov", "ev", "yov", "in", "yn", "ova", "eva", "ina", "sky", "skiy",
        "skii", "skij", "skaya", "skaia", "ko", "uk", "yan", "dze", "shvili"
    };

    /** Men bear them as well. */
    private static final Set<String> OF_BOTH = Set.of(
            "калина",
            "малина",
            "дубина",
            "былина",
            "щербина",
            "бузина",
            "хмелина",
            "скотина",
            "тычина",
            "вербина",
            "глина",
            "година",
            "долина",
            "дружина",
            "кручина",
            "лещина",
            "лучина",
            "осина",
            "рябина",
            "середина",
            "старшина",
            "ключина",
            "перепелина",
            "сова",
            "глова",
            "голова",
            "корова",
            "подкова",
            "хова",
            "тетева",
            "дева",
            "крева",
            "мова",
            "половина",
            "ялина",
            "шина",
            "мина",
            "зозулина",
            "картина",
            "грива",
            "кочерина",
            "борзина",
            "куприна");

    private Surnames() {}

    /** Null where men and women bear the surname alike. */
    static @Nullable Sex sexOf(String surname) {
        String small = last(surname);
        if (small.length() < 5 || OF_BOTH.contains(small)) {
            return null;
        }
        if (endsWithAny(small, FEMALE)) {
            return small.endsWith("щина") || small.endsWith("чина") ? null : Sex.FEMALE;
        }
        return endsWithAny(small, MALE) ? Sex.MALE : null;
    }

    /** Whether it ends as surnames do and given names seldom. */
    static boolean isLikely(String word) {
        return endsWithAny(last(word), ANY);
    }

    /** Whether it ends as hardly any given name does; "-ин" is left out for Насреддин and the like. */
    static boolean isSurely(String word) {
        String small = last(word);
        return sexOf(word) != null && !small.endsWith("ин") && !small.endsWith("ина");
    }

    /** The last half of a double surname, in small letters. */
    private static String last(String surname) {
        int from = Math.max(surname.lastIndexOf('-'), surname.lastIndexOf(' ')) + 1;
        return surname.substring(from).toLowerCase(Locale.ROOT);
    }

    private static boolean endsWithAny(String word, String[] endings) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() > ending.length() + 1) {
                return true;
            }
        }
        return false;
    }
}
