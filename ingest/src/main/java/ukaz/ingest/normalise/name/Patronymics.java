package ukaz.ingest.normalise.name;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ukaz.model.Sex;

/** The forms of patronymics: Иванович, Иванівна, Ivanovich, Масим кызы, Жугдэрдэмидийн. */
final class Patronymics {

    private static final Set<String> SHORT = Set.of(
            "ильич",
            "лукич",
            "фомич",
            "кузьмич",
            "никитич",
            "саввич",
            "силич",
            "силыч",
            "фокич",
            "ионич",
            "зотич",
            "минич",
            "аникич",
            "ілліч",
            "ільїч",
            "ильіч",
            "ilich",
            "il'ich",
            "iljič",
            "ilyich",
            "lukich",
            "fomich",
            "kuzmich",
            "nikitich",
            "savvich");

    private static final String[] MALE = {
        "ович", "евич", "ёвич", "овіч", "авіч", "евіч", "ьич", "иевич", "ovich", "evich", "ovič", "evič", "ovych",
        "evych", "ovyč", "avich"
    };

    private static final String[] FEMALE = {
        "овна", "евна", "ёвна", "инична", "лична", "івна", "ївна", "аўна", "еўна", "оўна", "ёўна", "ovna", "evna",
        "ivna", "inichna", "inična", "yivna", "ïvna"
    };

    private static final Set<String> FEMALE_SHORT = Set.of(
            "ильинична",
            "лукична",
            "фоминична",
            "кузьминична",
            "никитична",
            "саввична",
            "силична",
            "фокична",
            "ионична",
            "лукинична",
            "іллівна",
            "nikitichna",
            "savvichna",
            "ilinichna");

    private static final Set<String> SONS = Set.of(
            "оглы", "оглу", "углы", "угли", "ўғли", "улы", "ұлы", "уулу", "тегин", "тегін", "ogly", "oglu", "oghlu",
            "ogli", "uly", "uulu");

    private static final Set<String> DAUGHTERS =
            Set.of("кызы", "гызы", "кизи", "қизи", "қызы", "кыз", "kyzy", "gyzy", "kizi", "qizi", "qyzy");

    private Patronymics() {}

    /** The sex a patronymic in the nominative tells; null for any other word. */
    static @Nullable Sex sexOf(String word) {
        int length = word.length();
        if (length < 4) {
            return null;
        }
        String small = word.toLowerCase(Locale.ROOT);
        char last = small.charAt(small.length() - 1);
        if (last == 'ч' || last == 'h' || last == 'č') {
            return (length > 5 && endsWithAny(small, MALE)) || SHORT.contains(small) ? Sex.MALE : null;
        }
        if (last == 'а' || last == 'a') {
            return (length > 5 && endsWithAny(small, FEMALE)) || FEMALE_SHORT.contains(small) ? Sex.FEMALE : null;
        }
        Sex child =
                last == 'ы' || last == 'и' || last == 'у' || last == 'н' || last == 'y' || last == 'i' || last == 'u'
                        ? ofChild(small)
                        : null;
        return child;
    }

    /** "Масим-кызы", "Мамедоглы", and the whole unit "Масим кызы". */
    private static @Nullable Sex ofChild(String small) {
        int from = Math.max(small.lastIndexOf('-'), small.lastIndexOf(' ')) + 1;
        if (from > 0) {
            return sexOfChildWord(small.substring(from));
        }
        for (String ending : new String[] {"оглы", "оглу", "огли", "угли"}) {
            if (small.endsWith(ending) && small.length() > ending.length() + 2) {
                return Sex.MALE;
            }
        }
        for (String ending : new String[] {"кызы", "гызы", "кизи"}) {
            if (small.endsWith(ending) && small.length() > ending.length() + 2) {
                return Sex.FEMALE;
            }
        }
        return null;
    }

    /** The sex of the word for son or daughter after the father's name; null for any other word. */
    static @Nullable Sex sexOfChildWord(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return SONS.contains(small) ? Sex.MALE : DAUGHTERS.contains(small) ? Sex.FEMALE : null;
    }

    /** Mongolian, the father's name in the genitive; nothing of the sex. */
    static boolean isMongolian(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.length() > 5 && (small.endsWith("ийн") || small.endsWith("гийн"));
    }

    /** The nominative of a patronymic in another case; null for any other word. */
    static @Nullable String nominativeOf(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        // Not of the small letters: some capital, as İ, is two of them.
        int length = word.length();
        if (length < 6) {
            return null;
        }
        for (String ending : new String[] {"ичу", "ича", "иче"}) {
            if (small.endsWith(ending)) {
                return maleOrNull(word.substring(0, length - 1));
            }
        }
        if (small.endsWith("ичем")) {
            return maleOrNull(word.substring(0, length - 2));
        }
        for (String ending : new String[] {"вне", "вны", "вну", "чне", "чны", "чну"}) {
            if (small.endsWith(ending)) {
                return femaleOrNull(word.substring(0, length - 1) + (isCapital(word) ? 'А' : 'а'));
            }
        }
        if (small.endsWith("вной") || small.endsWith("чной") || small.endsWith("вною")) {
            return femaleOrNull(word.substring(0, length - 2) + (isCapital(word) ? 'А' : 'а'));
        }
        return null;
    }

    /** Whether the father's given name is a known one: Иванович, not Шостакович. */
    static boolean hasKnownFather(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.indexOf(' ') > 0 || small.indexOf('-') > 0 || !(small.endsWith("ович") || small.endsWith("евич"))) {
            return true;
        }
        String stem = small.substring(0, small.length() - 4);
        String soft = stem.endsWith("ь") ? stem.substring(0, stem.length() - 1) + 'и' : stem;
        return GivenNames.contains(stem)
                || GivenNames.contains(stem + 'й')
                || GivenNames.contains(stem + 'ь')
                || GivenNames.contains(soft + 'й')
                || GivenNames.contains(stem + 'о')
                || stem.equals("петр")
                || stem.equals("львов")
                || stem.equals("льв")
                || stem.equals("павл");
    }

    private static @Nullable String maleOrNull(String word) {
        return sexOf(word) == Sex.MALE ? word : null;
    }

    private static @Nullable String femaleOrNull(String word) {
        return sexOf(word) == Sex.FEMALE ? word : null;
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.charAt(word.length() - 1));
    }

    private static boolean endsWithAny(String word, String[] endings) {
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
