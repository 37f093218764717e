package ukaz.model.data;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
public final class Nearest {

    private static final int LETTERS_PER_SLIP = 6;
    private static final int MOST_SLIPS = 3;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 80;

    private Nearest() {}

    /** The word with the fewest slips, where these are at most two fifths of the longer of the two. */
    public static Optional<String> to(String word, Collection<String> words) {
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : words) {
            int most = 2 * Math.max(word.length(), candidate.length()) / 5;
            int slips = slips(word, candidate, most);
            if (slips <= most && slips < least) {
                best = candidate;
                least = slips;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * What the known spelling stands for that a text is a slip of the pen away from: at most three slips, and one in six
     * letters.
     *
     * @param spellings from spelling to meaning
     * @return null where none is so near
     */
    public static @Nullable String slip(String text, Map<String, String> spellings) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return null;
        }
        String best = null;
        int least = Math.min(MOST_SLIPS, Math.max(1, text.length() / LETTERS_PER_SLIP)) + 1;
        for (Map.Entry<String, String> spelling : spellings.entrySet()) {
            if (spelling.getKey().length() >= SHORTEST) {
                int slips = slips(text, spelling.getKey(), least - 1);
                if (slips < least) {
                    least = slips;
                    best = spelling.getValue();
                }
            }
        }
        return best;
    }

    /** Letters to add, drop, change or swap with the next one; more than {@code most} where it is more. */
    static int slips(String one, String two, int most) {
        if (Math.abs(one.length() - two.length()) > most) {
            return most + 1;
        }
        int[] before = new int[two.length() + 1];
        int[] last = new int[two.length() + 1];
        int[] here = new int[two.length() + 1];
        for (int j = 0; j <= two.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            here[0] = i;
            int fewest = i;
            for (int j = 1; j <= two.length(); j++) {
                int change = one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(Math.min(last[j] + 1, here[j - 1] + 1), last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == two.charAt(j - 2)
                        && one.charAt(i - 2) == two.charAt(j - 1)) {
                    cost = Math.min(cost, before[j - 2] + 1);
                }
                here[j] = cost;
                fewest = Math.min(fewest, cost);
            }
            if (fewest > most) {
                return most + 1;
            }
            int[] free = before;
            before = last;
            last = here;
            here = free;
        }
        return last[two.length()];
    }
}
