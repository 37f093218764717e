package ukaz.model.statute;

/** What came with one conferral. */
public record Insignia(Issue certificate, Issue orderOfLenin, Issue medal, Issue bust) {

    /** Where no conferral is provided for. */
    public static final Insignia NOTHING = new Insignia(Issue.NONE, Issue.NONE, Issue.NONE, Issue.NONE);
}
