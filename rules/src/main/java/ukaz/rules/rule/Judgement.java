package ukaz.rules.rule;

import java.util.List;

/** What a rule says of several records at once: in order, not its concern, not decidable, or violated. */
public final class Judgement {

    public static final Judgement PASS = new Judgement(List.of());
    public static final Judgement NOT_CONCERNED = new Judgement(List.of());
    public static final Judgement UNDECIDED = new Judgement(List.of());

    private final List<Discrepancy> discrepancies;

    private Judgement(List<Discrepancy> discrepancies) {
        this.discrepancies = discrepancies;
    }

    public static Judgement of(Discrepancy discrepancy) {
        return new Judgement(List.of(discrepancy));
    }

    /** Violated in these ways; in order where the list is empty. */
    public static Judgement of(List<Discrepancy> discrepancies) {
        return discrepancies.isEmpty() ? PASS : new Judgement(List.copyOf(discrepancies));
    }

    /** Empty unless violated. */
    public List<Discrepancy> discrepancies() {
        return discrepancies;
    }
}
