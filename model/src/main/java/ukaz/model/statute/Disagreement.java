package ukaz.model.statute;

import java.util.Map;
import ukaz.model.data.Bilingual;

/**
 * A question on which the sources differ.
 *
 * @param title the question
 * @param readings the answers by their keys, the source text's first; settings choose among them
 */
public record Disagreement(String id, Bilingual title, Map<String, Bilingual> readings, Confidence confidence)
        implements Basis {

    /** The key of the reading that holds where nothing else is chosen. */
    public String defaultReading() {
        return readings.keySet().iterator().next();
    }
}
