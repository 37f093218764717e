package ukaz.rules.identity;

import java.util.List;
import ukaz.model.Field;

/**
 * How surely two records tell of one person, and what spoke for and against.
 *
 * @param score in bits above even odds: 10 is a thousand to one
 */
public record Match(double score, List<Evidence> evidence) {

    public Match {
        evidence = List.copyOf(evidence);
    }

    /** The fields that spoke for it, the strongest first. */
    public List<Field> speaksFor() {
        return evidence.stream()
                .filter(each -> each.weight() > 0)
                .sorted((a, b) -> Double.compare(b.weight(), a.weight()))
                .map(Evidence::field)
                .toList();
    }

    /** The fields that spoke against it, the strongest first. */
    public List<Field> speaksAgainst() {
        return evidence.stream()
                .filter(each -> each.weight() < 0)
                .sorted((a, b) -> Double.compare(a.weight(), b.weight()))
                .map(Evidence::field)
                .toList();
    }
}
