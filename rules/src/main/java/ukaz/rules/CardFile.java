package ukaz.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.model.Field;
import ukaz.model.Severity;
import ukaz.model.data.Bilingual;
import ukaz.model.data.DataNode;

/** Reads the card of one rule. */
final class CardFile {

    /** Read once, by whoever is first to ask. */
    private static final Map<String, Card> CARDS = new ConcurrentHashMap<>();

    private CardFile() {}

    static Card read(String id) {
        return CARDS.computeIfAbsent(
                id, absent -> read(id, DataNode.resource(CardFile.class, "cards/" + id + ".yaml")));
    }

    static Card read(String id, DataNode card) {
        card.only(
                "id",
                "severity",
                "since",
                "basis",
                "reason",
                "fields",
                "title",
                "explanation",
                "message",
                "expected",
                "advice",
                "parameters",
                "examples");
        if (!card.get("id").text().equals(id)) {
            throw card.get("id").error("the card of '" + id + "' has this id");
        }
        return new Card(
                id,
                severity(card.get("severity")),
                card.get("since").text(),
                card.get("basis").texts(),
                bilingual(card.find("reason")),
                fields(card.get("fields")),
                card.get("title").bilingual(),
                card.get("explanation").bilingual(),
                card.get("message").bilingual(),
                bilingual(card.find("expected")),
                bilingual(card.find("advice")),
                parameters(card.find("parameters")),
                card.get("examples").items().stream().map(CardFile::example).toList());
    }

    static Severity severity(DataNode node) {
        try {
            return Severity.of(node.text());
        } catch (IllegalArgumentException e) {
            throw node.unknown(
                    "severity",
                    "степени",
                    node.text(),
                    Stream.of(Severity.values()).map(Severity::key).toList());
        }
    }

    private static Set<Field> fields(DataNode node) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (DataNode item : node.items()) {
            fields.add(Field.of(item.text())
                    .orElseThrow(() -> item.unknown(
                            "field",
                            "поля",
                            item.text(),
                            Stream.of(Field.values()).map(Field::key).toList())));
        }
        return Collections.unmodifiableSet(fields);
    }

    private static @Nullable Bilingual bilingual(@Nullable DataNode node) {
        return node == null ? null : node.bilingual();
    }

    private static Map<String, Card.Parameter> parameters(@Nullable DataNode node) {
        Map<String, Card.Parameter> parameters = new LinkedHashMap<>();
        if (node != null) {
            node.entries().forEach((name, parameter) -> {
                parameter.only("default", "ru", "en");
                parameters.put(
                        name,
                        new Card.Parameter(
                                parameter.get("default").plain(),
                                new Bilingual(
                                        parameter.get("ru").text().strip(),
                                        parameter.get("en").text().strip())));
            });
        }
        return Collections.unmodifiableMap(parameters);
    }

    private static Card.Example example(DataNode node) {
        node.only(
                "case",
                "record",
                "records",
                "reference",
                "typed",
                "table",
                "file",
                "parameters",
                "readings",
                "finds",
                "field",
                "severity",
                "certainty",
                "undecided");
        DataNode table = node.find("table");
        DataNode file = node.find("file");
        DataNode field = node.find("field");
        DataNode severity = node.find("severity");
        DataNode certainty = node.find("certainty");
        Map<String, String> readings = new LinkedHashMap<>();
        map(node.find("readings")).forEach((id, reading) -> readings.put(id, reading.toString()));
        return new Card.Example(
                node.get("case").bilingual(),
                map(node.find("record")),
                maps(node.find("records")),
                maps(node.find("reference")),
                map(node.find("typed")),
                table == null
                        ? List.of()
                        : table.items().stream().map(DataNode::texts).toList(),
                file == null ? null : file.text(),
                map(node.find("parameters")),
                readings,
                finds(node.find("finds")),
                field == null ? null : field.text(),
                severity == null ? null : severity(severity),
                certainty == null ? "certain" : certainty.text(),
                node.has("undecided") && node.get("undecided").bool());
    }

    private static List<Map<String, Object>> finds(@Nullable DataNode node) {
        if (node == null) {
            return List.of();
        }
        if (!node.isList()) {
            return List.of(map(node));
        }
        List<Map<String, Object>> finds = new ArrayList<>();
        node.items().forEach(item -> finds.add(map(item)));
        return finds;
    }

    private static List<Map<String, Object>> maps(@Nullable DataNode node) {
        return node == null
                ? List.of()
                : node.items().stream().map(CardFile::map).toList();
    }

    private static Map<String, Object> map(@Nullable DataNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (node != null) {
            node.entries().forEach((key, value) -> map.put(key, value.plain()));
        }
        return Collections.unmodifiableMap(map);
    }
}
