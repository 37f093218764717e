package ukaz.model;

/** The answer to a question about intervals: true of every day, of none, or of some. */
public enum Truth {
    YES,
    NO,
    MAYBE;

    /** True of every day of the interval. */
    public boolean surely() {
        return this == YES;
    }

    /** True of at least one day of the interval. */
    public boolean possibly() {
        return this != NO;
    }

    public Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case MAYBE -> MAYBE;
        };
    }

    /** {@code all} says whether it holds for every case looked at, {@code any} whether it holds for one at least. */
    public static Truth of(boolean all, boolean any) {
        return all ? YES : any ? MAYBE : NO;
    }
}
