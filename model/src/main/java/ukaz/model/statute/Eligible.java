package ukaz.model.statute;

/** To whom an award could be given. */
public enum Eligible {
    ANYONE,
    /** Citizens of the USSR only. */
    CITIZENS
}
