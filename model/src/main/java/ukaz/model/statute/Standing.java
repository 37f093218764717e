package ukaz.model.statute;

/** What an award was on a given day. */
public enum Standing {
    /** Not yet there, or no longer. */
    NONE,
    /** Words in use before anybody conferred them as an award; disputed. */
    PRACTICE,
    /** An honorific without an act of state. */
    HONORIFIC,
    /** A title instituted by law. */
    TITLE
}
