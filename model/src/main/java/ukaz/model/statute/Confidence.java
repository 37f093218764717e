package ukaz.model.statute;

/** How well a statement of the statute book is attested. */
public enum Confidence {
    /** The text of the act, or several independent sources. */
    A,
    /** One decent source. */
    B,
    /** Unverified or disputed. */
    C
}
