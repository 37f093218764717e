package ukaz.rules.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ukaz.model.Field;
import ukaz.model.HistoricalDate;
import ukaz.model.Term;
import ukaz.rules.Card;

/** The examples of a card in the words of one language. */
final class ExampleText {

    private static final Pattern EDTF = Pattern.compile("(\\.\\.|\\d{3}[\\dX])[\\d./X~?%-]*");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private final Language language;
    private final FindingText text;
    private final Words words;

    ExampleText(FindingText text) {
        this.language = text.language();
        this.text = text;
        this.words = text.words();
    }

    /** What the rule does: code of a word in the section {@code pages}. */
    static String outcome(Card.Example example) {
        if (example.undecided()) {
            return "undecided";
        }
        if (example.finds().isEmpty()) {
            return "silent";
        }
        return example.certainty().equals("possible") ? "possible" : "finds";
    }

    /** What the record says; empty for an example of a table or a file. */
    String record(Card.Example example) {
        if (!example.records().isEmpty() || !example.reference().isEmpty()) {
            String reference = words.word("families", "reference", language) + ": ";
            return Stream.concat(
                            example.records().stream().map(this::record),
                            example.reference().stream().map(record -> reference + record(record)))
                    .collect(Collectors.joining(" | "));
        }
        return record(example.record().isEmpty() ? example.typed() : example.record());
    }

    private String record(Map<String, Object> record) {
        return record.entrySet().stream()
                .map(entry -> name(entry.getKey()) + ": " + value(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** The messages the example makes. */
    List<String> messages(Card card, Card.Example example) {
        Template message = Template.of(language.of(card.message()));
        return example.finds().stream()
                .map(values -> message.fill(key -> value(key, values, example.table())))
                .map(filled -> PLACE.matcher(filled).replaceAll("…"))
                .toList();
    }

    /** As in a real finding; null for what an example does not spell out. */
    private @Nullable String value(String key, Map<String, Object> values, List<List<String>> table) {
        Object value = values.get(key);
        if (value != null) {
            return value(key, value);
        }
        return key.equals("value") && values.containsKey("cell")
                ? typed(table, values.get("cell").toString())
                : null;
    }

    /** What stands in a cell of the example's table; its columns are A to Z. */
    private static String typed(List<List<String>> table, String cell) {
        int row = Integer.parseInt(cell.substring(1)) - 1;
        int column = cell.charAt(0) - 'A';
        return row < table.size() && column < table.get(row).size()
                ? table.get(row).get(column)
                : "…";
    }

    private String name(String key) {
        return Field.of(key).map(field -> words.of(field, language)).orElseGet(() -> words.word("keys", key, language));
    }

    /** Examples hold codes as the outputs do; here they become words. */
    private String value(String key, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> value(key, item)).collect(Collectors.joining(", "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> value(key, entry.getValue()))
                    .collect(Collectors.joining(" "));
        }
        if (value instanceof Boolean flag) {
            return words.word("pages", flag ? "yes" : "no", language);
        }
        String code = value.toString();
        if (code.isEmpty()) {
            return words.word("pages", "empty", language);
        }
        if (EDTF.matcher(code).matches() && !(value instanceof Integer)) {
            return date(code);
        }
        if (key.equals("citizenship") || key.equals("state")) {
            return text.value(new Term(Term.Kind.STATE, code));
        }
        if (key.equals("sex")) {
            return text.value(new Term(Term.Kind.SEX, code));
        }
        for (Term.Kind kind : List.of(
                Term.Kind.AWARD,
                Term.Kind.AUTHORITY,
                Term.Kind.MEDAL,
                Term.Kind.PHRASE,
                Term.Kind.FIELD,
                Term.Kind.STATUS)) {
            String word = text.value(new Term(kind, code));
            if (!word.equals(code)) {
                return word;
            }
        }
        return value instanceof Integer ? text.value(value) : code;
    }

    private String date(String code) {
        try {
            return text.value(HistoricalDate.parse(code));
        } catch (IllegalArgumentException e) {
            return code;
        }
    }
}
