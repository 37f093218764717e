package ukaz.ingest.normalise.term;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known spelling that a text is a slip of the pen away from: proposed, never assumed. */
final class Nearest {

    private static final int LETTERS_PER_SLIP = 6;
    private static final int MOST_SLIPS = 3;
    private static final int SHORTEST = 4;

    private Nearest() {}

    /** @param spellings from spelling, in the form of {@code Words}, to code */
    static @Nullable String of(List<String> words, Map<String, String> spellings) {
        String text = String.join(" ", words);
        if (text.length() < SHORTEST || text.length() > 80) {
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
