package ukaz.rules.identity;

import java.nio.CharBuffer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.model.AwardRecord;
import ukaz.model.Cell;
import ukaz.model.Field;

/**
 * The names in what is said of a place, four at most, as sixteen bits each: villages, towns, works and farms, without the
 * words that every place has and without endings.
 */
final class Places {

    private static final int MOST = 4;
    private static final int STEM = 5;
    private static final int SHORTEST = 4;
    private static final int KNOWN = 1 << 12;

    /** By their stems. */
    private static final Set<Long> GENERIC = stems(
            "СЕЛО", "СЕЛЕ", "ДЕРЕВ", "ГОРОД", "ПОСЕЛ", "СТАНИ", "ХУТОР", "АУЛ", "КИШЛА", "ОБЛАС", "ГУБЕР", "УЕЗД",
            "УЕЗДА", "РАЙОН", "КРАЙ", "КРАЯ", "ВОЛОС", "РЕСПУ", "АССР", "РСФСР", "УССР", "БССР", "КОЛХО", "СОВХО",
            "ЗАВОД", "ФАБРИ", "ИМЕНИ", "НЫНЕ", "ТЕПЕР", "СОЮЗ", "СССР", "РОССИ", "ИНСТИ", "МИНИС", "ТРЕСТ", "ШАХТА");

    /** The texts met lately, with the names in them. */
    private final @Nullable String[] texts = new String[KNOWN];

    private final long[] known = new long[KNOWN];

    private static Set<Long> stems(String... words) {
        return Stream.of(words).map(Features::key).collect(Collectors.toUnmodifiableSet());
    }

    long birth(AwardRecord record) {
        return met(text(record, Field.BIRTH_PLACE));
    }

    long work(AwardRecord record) {
        return met(text(record, Field.WORKPLACE) + " " + text(record, Field.REGION));
    }

    private long met(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 15) & KNOWN - 1;
        if (!text.equals(texts[slot])) {
            known[slot] = names(text);
            texts[slot] = text;
        }
        return known[slot];
    }

    private static String text(AwardRecord record, Field field) {
        Cell cell = record.cell(field);
        return cell == null ? "" : cell.text();
    }

    static long names(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return 0;
        }
        long names = 0;
        int count = 0;
        char[] stem = new char[STEM];
        for (int i = 0, length; i < text.length() && count < MOST; i += length + 1) {
            length = 0;
            while (i + length < text.length() && Character.isLetter(text.charAt(i + length))) {
                if (length < STEM) {
                    char letter = Character.toUpperCase(text.charAt(i + length));
                    stem[length] = letter == 'Ё' ? 'Е' : letter;
                }
                length++;
            }
            if (length >= SHORTEST) {
                long key = Features.key(CharBuffer.wrap(stem, 0, Math.min(STEM, length)));
                if (!GENERIC.contains(key)) {
                    names = names << 16 | (key & 0xFFFF | 1);
                    count++;
                }
            }
        }
        return names;
    }

    /** How many names both have. */
    static int shared(long a, long b) {
        int shared = 0;
        for (long rest = a; rest != 0; rest >>>= 16) {
            long name = rest & 0xFFFF;
            if (has(b, name) && !has(rest >>> 16, name)) {
                shared++;
            }
        }
        return shared;
    }

    private static boolean has(long names, long name) {
        for (long rest = names; rest != 0; rest >>>= 16) {
            if ((rest & 0xFFFF) == name) {
                return true;
            }
        }
        return false;
    }
}
