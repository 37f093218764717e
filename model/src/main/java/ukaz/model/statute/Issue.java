package ukaz.model.statute;

/** Whether an item comes with a conferral. */
public enum Issue {
    GIVEN,
    /** Handed over later, when it was instituted. */
    RETROACTIVE,
    /** Not by statute, yet often given: neither its presence nor its absence is a fault. */
    CUSTOMARY,
    NONE,
    /** No longer given: an act ended it. */
    ENDED
}
