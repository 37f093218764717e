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

    final char initial;
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
        this.initial = key.charAt(0);
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
        return initial == other.initial;
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
        return slips(a, 0, b, 0, most);
    }

    /** The same from some letter of each on: what is alike is passed over, then each kind of slip is tried. */
    private static boolean slips(String a, int fromA, String b, int fromB, int most) {
        int i = fromA;
        int j = fromB;
        while (i < a.length() && j < b.length() && a.charAt(i) == b.charAt(j)) {
            i++;
            j++;
        }
        int restA = a.length() - i;
        int restB = b.length() - j;
        if (restA == 0 || restB == 0) {
            return restA + restB <= most;
        }
        if (most == 0 || Math.abs(restA - restB) > most) {
            return false;
        }
        return slips(a, i + 1, b, j + 1, most - 1)
                || slips(a, i + 1, b, j, most - 1)
                || slips(a, i, b, j + 1, most - 1)
                || restA > 1
                        && restB > 1
                        && a.charAt(i) == b.charAt(j + 1)
                        && a.charAt(i + 1) == b.charAt(j)
                        && slips(a, i + 2, b, j + 2, most - 1);
    }

    @Override
    public String toString() {
        return key;
    }
}
