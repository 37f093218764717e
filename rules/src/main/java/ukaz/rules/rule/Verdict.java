package ukaz.rules.rule;

import java.util.List;

/** What a rule says of a record: in order, not its concern, not decidable, or violated in one or several ways. */
public final class Verdict {

    public static final Verdict PASS = new Verdict(List.of());
    /** The rule says nothing about records of this kind. */
    public static final Verdict NOT_CONCERNED = new Verdict(List.of());
    /** A field it needs is absent, unreadable or too vague. */
    public static final Verdict UNDECIDED = new Verdict(List.of());

    private final List<Violation> violations;

    private Verdict(List<Violation> violations) {
        this.violations = violations;
    }

    public static Verdict violated(Violation violation) {
        return new Verdict(List.of(violation));
    }

    /** Violated in these ways; in order where the list is empty. */
    public static Verdict violated(List<Violation> violations) {
        return violations.isEmpty() ? PASS : new Verdict(List.copyOf(violations));
    }

    /** Empty unless violated. */
    public List<Violation> violations() {
        return violations;
    }
}
