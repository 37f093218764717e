package ukaz.rules;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ukaz.model.Severity;
import ukaz.model.data.DataException;
import ukaz.model.data.DataNode;
import ukaz.model.statute.Basis;
import ukaz.model.statute.Disagreement;
import ukaz.model.statute.StatuteBook;
import ukaz.rules.rule.Parameters;

/**
 * What a user changed of the catalogue: rules switched off, other severities and parameters, other readings of the law.
 *
 * <pre>
 * rules:
 *   statute-certificate: {enabled: false}
 *   statute-service-years: {severity: info, parameters: {youngest-start: 12}}
 * readings: {D1: repeats}
 * </pre>
 */
public final class Settings {

    private record Change(boolean enabled, @Nullable Severity severity, Map<String, Object> parameters) {}

    private static final Settings STANDARD = new Settings(Map.of(), Map.of());

    private final Map<String, Change> rules;
    private final Map<String, String> readings;

    private Settings(Map<String, Change> rules, Map<String, String> readings) {
        this.rules = rules;
        this.readings = readings;
    }

    /** Nothing changed. */
    public static Settings standard() {
        return STANDARD;
    }

    /**
     * Reads the YAML of a settings file.
     *
     * @param file its name, for messages
     * @throws DataException naming line and column of what is wrong, and what was probably meant
     */
    public static Settings read(String file, Reader yaml) {
        DataNode root = DataNode.read(file, yaml);
        if (root == null) {
            return STANDARD;
        }
        root.only("rules", "readings");
        return new Settings(rules(root.find("rules")), readings(root.find("readings")));
    }

    boolean isEnabled(String rule) {
        Change change = rules.get(rule);
        return change == null || change.enabled;
    }

    /** The severity the user chose; null where none. */
    @Nullable
    Severity severity(String rule) {
        Change change = rules.get(rule);
        return change == null ? null : change.severity;
    }

    Parameters parameters(Card card) {
        Map<String, Object> values = new LinkedHashMap<>();
        card.parameters().forEach((name, parameter) -> values.put(name, parameter.standard()));
        Change change = rules.get(card.id());
        if (change != null) {
            values.putAll(change.parameters);
        }
        return new Parameters(values);
    }

    /** Key of the chosen reading by id of the disagreement. */
    public Map<String, String> readings() {
        return readings;
    }

    private static Map<String, Change> rules(@Nullable DataNode node) {
        Map<String, Change> changes = new LinkedHashMap<>();
        if (node != null) {
            List<String> ids = Catalogue.RULES.stream().map(Catalogue.Entry::id).toList();
            node.entries().forEach((id, change) -> {
                if (!ids.contains(id)) {
                    throw change.unknown("rule", "правила", id, ids);
                }
                changes.put(id, change(CardFile.read(id), change));
            });
        }
        return changes;
    }

    private static Change change(Card card, DataNode node) {
        node.only("enabled", "severity", "parameters");
        DataNode severity = node.find("severity");
        Map<String, Object> parameters = new LinkedHashMap<>();
        DataNode chosen = node.find("parameters");
        if (chosen != null) {
            chosen.only(card.parameters().keySet()).entries().forEach((name, value) -> {
                Card.Parameter parameter = card.parameters().get(name);
                if (parameter != null) {
                    parameters.put(name, like(parameter.standard(), value));
                }
            });
        }
        return new Change(
                !node.has("enabled") || node.get("enabled").bool(),
                severity == null ? null : CardFile.severity(severity),
                parameters);
    }

    private static Object like(Object standard, DataNode value) {
        if (standard instanceof Integer) {
            return value.integer();
        }
        if (standard instanceof Boolean) {
            return value.bool();
        }
        return standard instanceof List ? value.texts() : value.text();
    }

    private static Map<String, String> readings(@Nullable DataNode node) {
        Map<String, String> readings = new LinkedHashMap<>();
        if (node != null) {
            StatuteBook book = StatuteBook.load();
            node.entries().forEach((id, reading) -> {
                Basis basis = book.basis(id).orElse(null);
                if (!(basis instanceof Disagreement disagreement)) {
                    throw reading.unknown(
                            "disagreement", "разногласия", id, book.readings().keySet());
                }
                if (!disagreement.readings().containsKey(reading.text())) {
                    throw reading.unknown(
                            "reading of " + id,
                            "прочтения " + id,
                            reading.text(),
                            disagreement.readings().keySet());
                }
                readings.put(id, reading.text());
            });
        }
        return readings;
    }
}
