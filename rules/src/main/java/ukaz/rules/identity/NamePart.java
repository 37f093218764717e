package ukaz.rules.identity;

/** One spelling key of a surname, given name or patronymic, with how many different full names have it. */
final class NamePart {

    private static final int NEAR_LEAST_LENGTH = 4;

    final String key;
    final long hash;
    /** From 1. */
    final int number;
    /** The same for names that sound alike. */
    final long sound;
    /** Which letters it has: two names with quite other letters need no closer look. */
    private final int letters;
    /** How often one meets it where nothing is counted yet. */
    final double expected;

    int bearers;
    /** How much it says that two have it, in bits; known once the bearers are. */
    double rarity;

    NamePart(int number, String key, long sound, double expected) {
        this.number = number;
        this.key = key;
        this.hash = Features.key(key);
        this.sound = sound;
        this.expected = expected;
        int has = 0;
        for (int i = 0; i < key.length(); i++) {
            has |= 1 << (key.charAt(i) & 31);
        }
        this.letters = has;
    }

    boolean isInitial() {
        return key.length() == 1;
    }

    /** True where they begin alike. */
    boolean hasInitialOf(NamePart other) {
        return key.charAt(0) == other.key.charAt(0);
    }

    /** True where one slip of a typist makes one of the other; long names may have two. */
    boolean isNear(NamePart other) {
        int shorter = Math.min(key.length(), other.key.length());
        return shorter >= NEAR_LEAST_LENGTH && slips(other, shorter >= 8 ? 2 : 1);
    }

    /** True of a short name that one slip makes of the other: as likely another name as a mistyped one. */
    boolean isShortAndNear(NamePart other) {
        return Math.min(key.length(), other.key.length()) == NEAR_LEAST_LENGTH - 1 && slips(other, 1);
    }

    /** True where it takes two slips: unlikely, yet not impossible where all else agrees. */
    boolean isRemotelyNear(NamePart other) {
        int shorter = Math.min(key.length(), other.key.length());
        return shorter >= NEAR_LEAST_LENGTH - 1 && slips(other, shorter >= 5 ? 2 : 1);
    }

    /** A slip takes one letter away and brings one in at most. */
    private boolean slips(NamePart other, int most) {
        return Integer.bitCount(letters ^ other.letters) <= 2 * most && slips(key, other.key, most);
    }

    /** Whether so many letters changed, left out, added or swapped with their neighbour make one of the other. */
    static boolean slips(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return false;
        }
        int from = 0;
        int shorter = Math.min(a.length(), b.length());
        while (from < shorter && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int endA = a.length();
        int endB = b.length();
        while (endA > from && endB > from && a.charAt(endA - 1) == b.charAt(endB - 1)) {
            endA--;
            endB--;
        }
        return distance(a.substring(from, endA), b.substring(from, endB)) <= most;
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int best = Math.min(Math.min(last[j] + 1, now[j - 1] + 1), last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                now[j] = best;
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[b.length()];
    }

    @Override
    public String toString() {
        return key;
    }
}
